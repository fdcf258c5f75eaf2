import Deck
import Diagnostics
import Files
import Glibc
import TestSupport
import Testing

/// A deck over a table just large enough to be kept.
private func deck(_ row: String = "last,7", adding term: Int = 0) throws -> TestDeck {
    let line = "a name that makes the table large,1\n"
    let count = TableCache.least / line.utf8.count + 1
    return try TestDeck(
        deckFile(
            body: "{ text: \"{{sum}}\" }", values: "  sum: SELECT sum(n) + \(term) FROM t",
            tables: "  t: { file: t.csv, columns: { n: integer } }"),
        files: ["t.csv": "k,n\n" + String(repeating: line, count: count) + row + "\n"])
}

/// A folder for a cache, which is gone with its owner.
private final class CacheFolder {
    let cache: TableCache
    var path: String { cache.folder }

    init() throws {
        var template = Array("/tmp/lamina-cache-XXXXXX".utf8CString)
        guard unsafe mkdtemp(&template) != nil else { throw NotWritten() }
        let path = String(
            decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        cache = TableCache(folder: path + "/lamina")
    }

    /// Takes files away.
    func remove(_ names: [String]) throws {
        for name in names where Tool("rm").run("\(path)/\(name)").succeeded == false {
            throw NotWritten()
        }
    }

    deinit { _ = Tool("rm").run("-r", String(path.dropLast("/lamina".count))) }

    /// The names of the files of a kind in it.
    func names(_ kind: String = "tables") -> [String] {
        let folder = SourceFolder(path: path)
        return (0..<16).map { "\(kind)-" + String($0, radix: 16) }.filter { folder.exists($0) }
    }

    /// The files of a kind in it.
    func files(_ kind: String = "tables") throws -> [[UInt8]] {
        try names(kind).map { try SourceFolder(path: path).read($0) }
    }
}

@Test func tablesAreKeptAndFoundAgain() throws {
    let (folder, deck) = (try CacheFolder(), try deck())
    let first = try deck.load(cache: folder.cache)
    #expect(try folder.files().count == 1)
    let second = try deck.load(cache: folder.cache)
    #expect(first.lineage == second.lineage)
    #expect(try deck.load().lineage == second.lineage)
}

@Test func anotherTableIsReadAnew() throws {
    let folder = try CacheFolder()
    let sums = try ["last,7", "last,8"].map { row in
        try deck(row).load(cache: folder.cache).lineage.values[0].value
    }
    #expect(sums[0] != sums[1])
    #expect(try [1, 2].contains(folder.files().count))
}

@Test func aDamagedCacheIsNoHindrance() throws {
    let (folder, deck) = (try CacheFolder(), try deck())
    let whole = try deck.load(cache: folder.cache).lineage
    for kind in ["answers", "tables"] {
        let kept = try #require(try folder.files(kind).first)
        let name = try #require(folder.names(kind).first)
        var flipped = kept
        flipped[kept.count / 2] ^= 1
        for bytes in [[], Array(kept.prefix(100)), Array(kept.dropLast()), flipped] {
            #expect(write(bytes, toFile: "\(folder.path)/\(name)"))
            // Tables are looked for only where an answer is not known.
            if kind == "tables" { try folder.remove(folder.names("answers")) }
            #expect(try deck.load(cache: folder.cache).lineage == whole)
            // It is whole again.
            #expect(try folder.files(kind).first == kept)
        }
    }
}

@Test func knownAnswersNeedNoTables() throws {
    let (folder, deck) = (try CacheFolder(), try deck())
    let whole = try deck.load(cache: folder.cache).lineage
    #expect(folder.names("answers").count == 1)
    try folder.remove(folder.names())
    #expect(try deck.load(cache: folder.cache).lineage == whole)
    #expect(folder.names().isEmpty)
}

@Test func newQuestionsAreAskedOfTheTables() throws {
    let (folder, first) = (try CacheFolder(), try deck())
    let whole = try first.load(cache: folder.cache).lineage
    let answers = try folder.files("answers")
    // The tables are gone: they are read from their files again.
    for isThere in [true, false] {
        if !isThere { try folder.remove(folder.names()) }
        let other = try deck(adding: isThere ? 1 : 2)
        let value = try other.load(cache: folder.cache).lineage.values[0].value
        #expect(value != whole.values[0].value)
        #expect(try value == other.load().lineage.values[0].value)
    }
    #expect(try folder.files("answers") != answers)
    #expect(try first.load(cache: folder.cache).lineage == whole)
}

@Test func aCacheThatCannotBeWrittenIsNoHindrance() throws {
    let deck = try deck()
    #expect(
        try deck.load(cache: TableCache(folder: "/proc/nowhere")).lineage == deck.load().lineage)
}

@Test func smallTablesAreNotKept() throws {
    let folder = try CacheFolder()
    let small = try TestDeck(
        deckFile(body: "{ text: a }", tables: "  t: t.csv"), files: ["t.csv": "k\n1\n"])
    _ = try small.load(cache: folder.cache)
    #expect(try folder.files().isEmpty)
}
