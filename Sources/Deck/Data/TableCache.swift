import Diagnostics
import Files
import ISAL
import Nettle
import Tables

/// Where the tables of decks with much data are kept as they were read, and what was asked of them, so
/// that the next run need not read and ask again.
///
/// What is kept is found by a digest of the files and of all that the deck says of them, and is used only
/// if its checksum is right. There are sixteen places, so that it never grows beyond
/// them.
public struct TableCache: Hashable, Sendable {
    /// The folder; made when something is kept.
    public let folder: String

    /// Less than this is read again in less time than it takes to look for it, in bytes.
    public static let least = 4 << 20
    /// The first line of what is kept; another version of the program's tables has another.
    private static let mark = "lamina tables 2\n"
    /// More than this is not kept, in bytes.
    private static let most = 1 << 30

    /// A cache in a folder.
    public init(folder: String) { self.folder = folder }

    /// The name of what is made of some tables.
    func key(_ tables: [(declaration: TableDeclaration, bytes: [UInt8])]) -> String {
        let parts = tables.map { $0.declaration.spelling + [sha256(of: $0.bytes)] }
        // A zero byte parts words, since none of them holds one.
        let text = ([[Self.mark, Store.libraryVersion]] + parts).map { $0.joined(separator: "\0") }
            .joined(separator: "\0\0")
        return sha256(of: Array(text.utf8))
    }

    /// The tables kept under a name; `nil` where there are none, or they are damaged.
    func store(_ key: String, within limits: Limits) -> Store? {
        contents("tables", key).flatMap { try? Store(image: $0, within: limits) }
    }

    /// Keeps tables under a name; where that cannot be done they are read again next time.
    func keep(_ store: Store, _ key: String) {
        if let image = try? store.image() { keep(image, "tables", key) }
    }

    /// The answers kept with the tables of a name; none where there are none, or they are damaged.
    func answers(_ key: String) -> KeptAnswers {
        contents("answers", key).map { KeptAnswers(bytes: Array($0)) } ?? KeptAnswers()
    }

    /// Keeps answers with the tables of a name, or lets it be.
    func keep(_ answers: KeptAnswers, _ key: String) { keep(answers.bytes, "answers", key) }

    // MARK: - Files

    /// What a kind of file has under a name.
    private func contents(_ kind: String, _ key: String) -> ArraySlice<UInt8>? {
        // Whatever is wrong with a cache, the files themselves are there.
        guard
            let bytes = try? SourceFolder(path: folder).read(slot(kind, key), limit: Self.most),
            bytes.starts(with: (Self.mark + key + "\n").utf8)
        else { return nil }
        let start = Self.mark.utf8.count + key.utf8.count + 1
        let width = Self.checksum(of: [UInt8]()).utf8.count
        guard bytes.count > start + width else { return nil }
        let image = bytes[(start + width)...]
        guard bytes[start..<start + width].elementsEqual(Self.checksum(of: image).utf8) else {
            return nil
        }
        return image
    }

    private func keep(_ bytes: [UInt8], _ kind: String, _ key: String) {
        guard bytes.count < Self.most - 1000, (try? createFolder(folder)) != nil else { return }
        let head = Self.mark + key + "\n" + Self.checksum(of: bytes)
        // A full disk is no fault of the deck's.
        try? writeAtomically(Array(head.utf8) + bytes, to: "\(folder)/\(slot(kind, key))")
    }

    /// A line by which damage is found: a disk's, not an enemy's, whose the folder is not.
    private static func checksum(of image: some Collection<UInt8>) -> String {
        let digits = String(crc32(of: image), radix: 16)
        return String(repeating: "0", count: 8 - digits.utf8.count) + digits + "\n"
    }

    /// The file for a kind and a name.
    private func slot(_ kind: String, _ key: String) -> String { "\(kind)-\(key.prefix(1))" }
}

extension TableDeclaration {
    /// All that decides what becomes of a file's bytes, word by word.
    fileprivate var spelling: [String] {
        let kind: [String] =
            switch format {
            case .csv: ["csv"]
            case .json(let rows): ["json", rows ?? ""]
            case .workbook(let sheet, let header): ["xlsx", sheet ?? "", "\(header)"]
            }
        let columns = columns.sorted { $0.key < $1.key }.flatMap { name, column in
            [name, column.type.rawValue, column.unit ?? "", column.dates.pattern]
        }
        // Their count parts them from the words that follow.
        return [name] + kind + ["\(columns.count)"] + columns + [
            "\(dialect.delimiter.rawValue)", dialect.numbers.decimal.rawValue,
            dialect.numbers.thousands?.rawValue ?? "", dialect.encoding.rawValue,
            "\(dialect.header)", "\(dialect.trim)",
        ] + dialect.missing.sorted()
    }
}
