import Deck
import Diagnostics
import Files
import Glibc
import TestSupport
import Testing

/// A deck over a table just large enough to be kept.
private func deck(_ row: String = "last,7") throws -> TestDeck {
    let line = "a name that makes the table large,1\n"
    let count = TableCache.least / line.utf8.count + 1
    return try TestDeck(
        deckFile(
            body: "{ text: \"{{sum}}\" }", values: "  sum: SELECT sum(n) FROM t",
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

    deinit { _ = Tool("rm").run("-r", String(path.dropLast("/lamina".count))) }

    /// The files in it.
    func files() throws -> [[UInt8]] {
        let folder = SourceFolder(path: path)
        return (0..<16).compactMap { number in
            try? folder.read("tables-" + String(number, radix: 16))
        }
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
    let kept = try #require(try folder.files().first)
    let name = try #require(
        (0..<16).map { "tables-" + String($0, radix: 16) }.first {
            SourceFolder(path: folder.path).exists($0)
        })
    var flipped = kept
    flipped[kept.count / 2] ^= 1
    for bytes in [[], Array(kept.prefix(100)), Array(kept.dropLast()), flipped] {
        #expect(write(bytes, toFile: "\(folder.path)/\(name)"))
        #expect(try deck.load(cache: folder.cache).lineage == whole)
        // It is whole again.
        #expect(try folder.files().first == kept)
    }
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
