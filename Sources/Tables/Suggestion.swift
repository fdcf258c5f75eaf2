import Diagnostics

/// A hint for a name that is not known: the nearest one, else the ones there are.
func suggestion(for name: String, among names: [String], called noun: String) -> String {
    if let nearest = nearest(to: name, among: names) {
        return "did you mean \(nearest)?"
    }
    guard !names.isEmpty else { return "there are no \(noun)" }
    let shown = names.prefix(12).map { excerpt(of: $0) }.joined(separator: ", ")
    return "the \(noun) are \(shown)" + (names.count > 12 ? " and \(names.count - 12) more" : "")
}

/// The text on one line and no longer than a message bears.
func excerpt(of text: some StringProtocol, limit: Int = 40) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(limit) {
        shown.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return text.unicodeScalars.dropFirst(limit).isEmpty ? String(shown) : String(shown) + "…"
}
