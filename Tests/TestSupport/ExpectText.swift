public import Testing

/// Expects a text to be what `Tests/Snapshots/<name>.txt` holds, to the last character.
///
/// The actual text of a failure is left in `Output/failures/<name>.txt`.
public func expectText(
    _ text: String, matches name: String, sourceLocation: SourceLocation = #_sourceLocation
) {
    let reference = Reference(name: name + ".txt")
    let actual = Array(text.utf8)
    reference.expect(actual, at: sourceLocation) { expected in
        guard expected != actual else { return nil }
        write(actual, toFile: reference.failurePath)
        return firstDifference(
            expected: lines(String(decoding: expected, as: UTF8.self)), actual: lines(text))
    }
}

private func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
}

/// The first line that differs, both ways.
private func firstDifference(expected: [Substring], actual: [Substring]) -> String {
    let same = zip(expected, actual).prefix { $0.0 == $0.1 }.count
    let line = { (lines: [Substring]) in same < lines.count ? "“\(lines[same])”" : "the end" }
    return "line \(same + 1) should be \(line(expected)), not \(line(actual))"
}
