import Graphics
import Layout

/// What a page says of the marks that stand on it.
struct FootnoteSentences: Hashable, Sendable {
    /// Sentences in place of the usual ones.
    var own: [FootnoteMark: RichText] = [:]
    /// The usual ones.
    var words: Words

    /// The written note, and a sentence for each mark; `nil` where there is nothing to say.
    func text(_ marks: Set<FootnoteMark>, behind note: RichText? = nil) -> RichText? {
        var parts: [String] = []
        var hasNote = false
        if let note, !note.isEmpty {
            parts.append(note.plain)
            hasNote = true
        }
        // Signs of one meaning that a slide has no words of its own for share a sentence.
        let gaps = FootnoteMark.printed.filter {
            marks.contains($0) && own[$0] == nil && words.gaps[$0] != nil
        }
        for mark in FootnoteMark.printed where marks.contains(mark) {
            if gaps.contains(mark) {
                if mark == gaps.first { parts.append(words.noData(gaps)) }
            } else if let sentence = own[mark]?.plain ?? words.footnotes[mark], !sentence.isEmpty {
                parts.append(sentence)
            }
        }
        guard let first = parts.first else { return nil }
        let lead = hasNote || first.hasPrefix("*") ? "" : words.note
        return RichText(lead + parts.joined(separator: " "))
    }
}

extension FootnoteMark {
    /// The order in which a note explains marks; the star comes last.
    fileprivate static let printed: [FootnoteMark] = [
        .truncatedAxis, .bridged, .interrupted, .missing, .rounded, .preliminary, .estimated,
        .derived,
    ]
}
