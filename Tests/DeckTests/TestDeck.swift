import Deck
import Diagnostics
import Files
import Glibc
import Graphics
import Rendering
import TestSupport
import Testing

/// A deck in a folder of its own, which is gone with its owner.
final class TestDeck {
    private let path: String

    /// A deck file and what it names; of fixtures, by their name in the deck, a copy.
    init(
        _ yaml: String, files: [String: String] = [:], fixtures: [String: String] = [:]
    ) throws {
        var template = Array("/tmp/lamina-deck-XXXXXX".utf8CString)
        guard unsafe mkdtemp(&template) != nil else { throw NotWritten() }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        for (name, text) in files.merging(["deck.yaml": yaml], uniquingKeysWith: { $1 }) {
            guard write(Array(text.utf8), toFile: "\(path)/\(name)") else { throw NotWritten() }
        }
        for (name, fixture) in fixtures {
            let copy = try #require(bytes(ofFile: "\(repositoryRoot)/Tests/Fixtures/\(fixture)"))
            guard write(copy, toFile: "\(path)/\(name)") else { throw NotWritten() }
        }
    }

    deinit { _ = Tool("rm").run("-r", path) }

    /// The deck with everything answered.
    func load(cache: TableCache? = nil) throws -> Deck {
        try Deck.load(
            from: SourceFolder(path: path), resources: try Resources(path: repositoryRoot),
            cache: cache)
    }

    /// What is wrong with it, without the folder in which it lies.
    func findings() throws -> [String] {
        var found = Diagnostics()
        let deck = try found.collecting { try load() }
        found.add(deck?.warnings ?? Diagnostics())
        for page in deck?.pages ?? [] { found.add(page.scene(measuring: FixedMeasurer()).1) }
        return found.sorted.map { "\($0)".replacing("\(path)/", with: "") }
    }

    /// The first page, laid out with a ruler in place of fonts.
    func firstScene() throws -> Scene { try #require(try scenes().first) }

    /// All pages, laid out with a ruler in place of fonts.
    func scenes() throws -> [Scene] {
        try load().pages.map { $0.scene(measuring: FixedMeasurer()).0 }
    }
}

/// A test's own file or folder could not be written.
struct NotWritten: Error {}

/// A deck file of one content slide.
func deckFile(
    body: String, slide: String = "", values: String = "", tables: String = "",
    language: String = "en-US"
) -> String {
    var lines = [
        "title: A test", "organisation: House", "language: \(language)", "period: 2024-S1",
    ]
    if !tables.isEmpty { lines += ["tables:", tables] }
    if !values.isEmpty { lines += ["values:", values] }
    lines += ["slides:", "  - id: only", "    title: A page", "    body: \(body)"]
    if !slide.isEmpty { lines.append(slide) }
    return lines.joined(separator: "\n") + "\n"
}

/// What is wrong with a deck file.
func findings(_ yaml: String, files: [String: String] = [:]) throws -> [String] {
    let deck = try TestDeck(yaml, files: files)
    return try deck.findings()
}

/// The first page of a deck file.
func scene(_ yaml: String, files: [String: String] = [:]) throws -> Scene {
    let deck = try TestDeck(yaml, files: files)
    return try deck.firstScene()
}
