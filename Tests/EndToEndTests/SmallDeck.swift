import Foundation
import TestSupport

extension Workplace {
    /// A workplace with a copy of `Tests/Fixtures/small` in its folder `small`.
    static func withSmallDeck() throws -> Workplace {
        let workplace = try Workplace()
        try FileManager.default.copyItem(
            atPath: "\(repositoryRoot)/Tests/Fixtures/small", toPath: workplace.absolute("small"))
        return workplace
    }

    /// Replaces the first place of a text in a file, which must have it, and returns the file.
    @discardableResult
    func edit(
        _ file: String, _ found: String, _ replacement: String
    ) throws -> String {
        let text = String(decoding: try bytes(file), as: UTF8.self)
        guard let range = text.range(of: found) else { throw NotInFile(text: found, file: file) }
        let edited = text.replacingCharacters(in: range, with: replacement)
        try write(edited, to: file)
        return edited
    }
}

/// A fixture no longer has the text that a test replaces.
struct NotInFile: Error {
    var text: String
    var file: String
}

/// The line and column, from 1, at which a text first stands in another, as messages write them.
func place(of part: String, in text: String) throws -> String {
    guard let range = text.range(of: part) else { throw NotInFile(text: part, file: text) }
    let lines = text[..<range.lowerBound].split(separator: "\n", omittingEmptySubsequences: false)
    return "\(lines.count):\((lines.last ?? "").unicodeScalars.count + 1)"
}

/// A deck of one content slide with a body, for what the small deck has no room for.
func deck(body: String, values: String = "") -> String {
    """
    title: A test
    language: en-US
    period: "2024"
    \(values.isEmpty ? "" : "values:\n" + values)
    slides:
      - id: only
        title: A test
        body:
    \(body.split(separator: "\n").map { "      " + $0 }.joined(separator: "\n"))

    """
}
