import Diagnostics
import Files
import TestSupport
import Testing
import YAML

@testable import Deck

/// The examples of Decks/README.md, in their order.
private func examples() throws -> [String] {
    let bytes = try SourceFolder(path: "\(repositoryRoot)/Decks").read("README.md")
    let parts = String(decoding: bytes, as: UTF8.self).components(between: "```yaml\n", and: "```")
    try #require(parts.count > 10)
    return parts
}

extension String {
    /// What stands between marks, each time.
    fileprivate func components(between start: String, and end: String) -> [String] {
        var found: [String] = []
        var rest = self[...]
        while let open = rest.firstRange(of: start) {
            rest = rest[open.upperBound...]
            guard let close = rest.firstRange(of: end) else { break }
            found.append(String(rest[..<close.lowerBound]))
            rest = rest[close.upperBound...]
        }
        return found
    }

    /// All lines so far to the right.
    fileprivate func indented(_ count: Int) -> String {
        let blanks = String(repeating: " ", count: count)
        return split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : blanks + $0 }.joined(separator: "\n")
    }
}

/// A whole deck file around an example, which may be a chapter of one, slides, or a block.
private func whole(_ example: String) -> String {
    if example.hasPrefix("title:") { return example }
    let head = "title: T\nlanguage: es-MX\nperiod: 2024-S1\n"
    let slide = "slides:\n  - { id: a, title: A, body: { rule: true } }\n"
    if example.hasPrefix("- id:") { return head + "slides:\n" + example.indented(2) }
    let chapters = ["tables:", "values:", "periods:", "parameters:", "checks:", "mail:", "matrix:"]
    if chapters.contains(where: example.hasPrefix) { return head + example + slide }
    return head + "slides:\n  - id: a\n    title: A\n    body:\n" + example.indented(6)
}

@Test func everyExampleOfTheReferenceIsRead() throws {
    for example in try examples() {
        let reading = Reading()
        if example.hasPrefix("font:") {
            _ = Theme(reading: try Node.parse(Array(example.utf8), file: "theme"), into: reading)
        } else {
            let node = try Node.parse(Array(whole(example).utf8), file: "deck")
            _ = DeckFile(reading: node, into: reading)
        }
        #expect(reading.findings.all == [], "\(example)")
    }
}

@Test func theReferenceHasAnExampleOfEveryBlock() throws {
    let text = try examples().joined(separator: "\n")
    let words = Set(text.split { !($0.isLetter || $0 == "-" || $0 == ":") }.map(String.init))
    for kind in BlockKinds.all { #expect(words.contains("\(kind.name):"), "\(kind.name)") }
}

@Test func theReferenceNamesEveryKeyOfTheSchema() throws {
    let bytes = try SourceFolder(path: "\(repositoryRoot)/Decks").read("README.md")
    let text = String(decoding: bytes, as: UTF8.self)
    let words = Set(text.split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init))
    for object in DeckSchema.allCases.flatMap(\.objects) {
        for key in object.keys {
            #expect(words.contains(key.name), "\(object.noun): \(key.name)")
        }
    }
}
