extension String {
    /// On one line, as it is read aloud: line breaks are spaces, and there are never two of them.
    var asSpoken: String {
        split { $0 == " " || $0.isNewline || $0 == "\t" }.joined(separator: " ")
            .filter { $0 != "\u{AD}" && $0 != "\u{200B}" }
    }

    /// With a full stop at its end, unless it has one or its like.
    var asSentence: String {
        guard let last else { return "" }
        return ".!?…".contains(last) ? self : self + "."
    }

    /// With its first letter in upper case.
    var upperFirst: String { prefix(1).uppercased() + dropFirst() }

    /// At most so many UTF-16 units: whole words, with an ellipsis for what is left out.
    func cut(to most: Int) -> String {
        guard utf16.count > most else { return self }
        var kept = ""
        for word in split(separator: " ") {
            let longer = kept.isEmpty ? String(word) : "\(kept) \(word)"
            guard longer.utf16.count + 1 <= most else { break }
            kept = longer
        }
        while let last = kept.last, ",;:.–—-(".contains(last) || last == " " { kept.removeLast() }
        return kept.isEmpty ? "" : kept + "…"
    }
}
