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
        let hasNote = note?.isEmpty == false
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
        let sentences = parts.joined(separator: " ")
        if hasNote, var text = note {
            if !sentences.isEmpty { text.spans.append(.init(text: " " + sentences)) }
            return text
        }
        guard !parts.isEmpty else { return nil }
        return RichText((sentences.hasPrefix("*") ? "" : words.note) + sentences)
    }
}

extension FootnoteMark {
    /// The order in which a note explains marks; the star comes last.
    fileprivate static let printed: [FootnoteMark] = [
        .truncatedAxis, .bridged, .interrupted, .missing, .rounded, .preliminary, .estimated,
        .derived,
    ]
}
