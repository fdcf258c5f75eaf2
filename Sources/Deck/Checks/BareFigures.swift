import Diagnostics

/// Finds figures in texts that follow no data, and so go stale when the data move on.
struct BareFigures: Sendable {
    /// Texts that may hold figures: a deck's `literals`, such as `H2` or `30 años`.
    private let literals: [String]

    /// Looks for figures but those in `literals`.
    init(allowing literals: [String]) {
        self.literals = literals.filter { !$0.isEmpty }
    }

    /// The figures of a text that no literal covers, each once, in their order.
    ///
    /// A figure begins with a digit and goes on over letters, as in `1er`; a word such as `CO2` is
    /// none.
    func figures(in text: String) -> [String] {
        var found: [String] = []
        let covered = literals.flatMap { text.ranges(of: $0) }
        var index = text.startIndex
        while index < text.endIndex {
            guard text[index].isLetter || text[index].isNumber else {
                index = text.index(after: index)
                continue
            }
            let start = index
            index = end(of: text, from: start)
            guard text[start].isNumber else { continue }
            let isCovered = covered.contains { $0.lowerBound <= start && index <= $0.upperBound }
            let figure = String(text[start..<index])
            if !isCovered, !found.contains(figure) { found.append(figure) }
        }
        return found
    }

    /// Where a word or a figure ends: marks belong to it where a digit or a letter follows, as in
    /// `1,374,055` and `T-MEC`.
    private func end(of text: String, from start: String.Index) -> String.Index {
        var index = start
        while index < text.endIndex {
            let next = text.index(after: index)
            let isInside = text[index].isLetter || text[index].isNumber
            let joins =
                ".,:/".contains(text[index]) && next < text.endIndex && text[next].isNumber
            guard isInside || joins else { break }
            index = next
        }
        return index
    }

    /// What is to be said of a text.
    func findings(in text: String, at location: SourceLocation) -> [Diagnostic] {
        figures(in: text).map { figure in
            .warning(
                "the figure “\(figure)” in a text follows no data", at: location,
                hint: "bind it as {{value}}, or add it to the deck's “literals:”")
        }
    }
}

extension Template {
    /// The words that follow no data: those from one figure to the next, since a literal may run over
    /// strong ones, and those for a figure's direction.
    var stretches: [String] {
        let between = parts.split { part in
            if case .figure = part { true } else { false }
        }.map { stretch in
            stretch.map { part in
                if case .words(let words, _) = part { words } else { "" }
            }.joined()
        }
        let directions = parts.flatMap { part in
            guard case .figure(let reference, _) = part,
                case .direction(let rise, let fall, let same)? = reference.manner
            else { return [] as [String] }
            return [rise, fall, same]
        }
        return between + directions
    }
}
