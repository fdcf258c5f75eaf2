import Diagnostics

/// A line of the file, around the column that an error is about.
struct Excerpt {
    /// What stands at the column; `nil` at the line's end.
    let character: Unicode.Scalar?
    private let before: ArraySlice<Unicode.Scalar>
    private let line: [Unicode.Scalar]

    init(_ line: [Unicode.Scalar], column: Int) {
        let index = max(0, min(column - 1, line.count))
        self.line = line
        before = line[..<index]
        character = index < line.count ? line[index] : nil
    }

    /// The last character before the column that is not a blank.
    var previous: Unicode.Scalar? {
        before.last { $0 != " " && $0 != "\t" }
    }

    /// Whether a key's colon stands before the column, with something behind it.
    var hasEarlierColon: Bool {
        guard let colon = firstColon(in: before) else { return false }
        return before[(colon + 1)...].contains { $0 != " " && $0 != "\t" }
    }

    /// Whether the line's value, or list item, starts with `{{` outside quotes.
    var startsValueWithBraces: Bool {
        var (inSingle, inDouble) = (false, false)
        var last: Unicode.Scalar?
        for (character, next) in zip(line, line.dropFirst()) {
            let startsValue = last.map { [":", "-", "[", ",", "?"].contains($0) } ?? true
            if startsValue, character == "{", next == "{", !inSingle, !inDouble { return true }
            if character == "'" { inSingle.toggle() }
            if character == "\"" { inDouble.toggle() }
            if character != " ", character != "\t" { last = character }
        }
        return false
    }

    /// Whether a colon with a letter or digit on both sides stands where a key's would.
    var hasTightColon: Bool {
        guard firstColon(in: line[...]) == nil, let colon = line.firstIndex(of: ":") else {
            return false
        }
        guard colon > 0, colon + 1 < line.count else { return false }
        return [line[colon - 1], line[colon + 1]].allSatisfy { side in
            side.properties.isAlphabetic || side.properties.numericType != nil
        }
    }

    /// How often a character stands before the column.
    func count(of character: Unicode.Scalar) -> Int {
        before.count { $0 == character }
    }

    private func firstColon(in part: ArraySlice<Unicode.Scalar>) -> Int? {
        part.indices.first { index in
            part[index] == ":" && index + 1 < line.count && line[index + 1] == " "
        }
    }
}

extension SourceText {
    /// Where the `{{` starts whose first or second brace stands at a place.
    func braces(around place: SourceLocation) -> SourceLocation? {
        let line = line(place.line)
        let isBrace = { (index: Int) in line.indices.contains(index) && line[index] == "{" }
        let index = place.column - 1
        guard isBrace(index) else { return nil }
        if isBrace(index - 1) { return place.advanced(by: -1) }
        return isBrace(index + 1) ? place : nil
    }
}
