import Graphics

/// How a paragraph's lines share its words.
public enum LineBreaking: String, Hashable, Sendable, CaseIterable {
    /// Lines of about equal length, for statements and labels.
    case balanced
    /// Lines as full as the width allows, the last one shorter, for running text.
    case filled
}

/// Breaks text into the fewest lines that fit, at the best places.
///
/// A line may end at a space or at a written line break. Among all ways that need the fewest lines
/// (or, where balanced text reads better for it, one more) the one of least cost is taken: squared
/// differences of line lengths (after Knuth and Plass 1981), and a charge for a line that ends in a
/// word that leads to the next one (`y`, `de la`), between a number and its unit, within brackets,
/// or for a last line of a single word.
struct LineBreaker {
    let measurer: any TextMeasurer
    let breaking: LineBreaking
    /// At most so many lines, if more than the fewest would read better.
    var mostLines = Int.max

    /// A line ending in `y` or `de` costs as much as a line 39 % off the ideal length.
    private let shortWordCharge = 0.15
    /// A line ending in `una` or `para` costs as much as a line 30 % off.
    private let longerWordCharge = 0.09
    /// A line ending within brackets costs as much as a line 39 % off.
    private let bracketCharge = 0.15
    /// A balanced text may take one line more if that saves more than one bad break.
    private let extraLineCharge = 0.1
    /// A stressed phrase that begins within a line costs as much as a line half off.
    private let midlineStressCharge = 0.25
    /// A single word on the last line costs as much as a line half off the ideal length.
    private let orphanCharge = 0.25

    /// The lines of `runs` in a width, and the widest extent that a single word needs.
    func lines(of runs: [TextRun], in width: Double) -> (
        lines: [TextLine], missing: [Character], widestWord: Double
    ) {
        var lines: [TextLine] = []
        var missing: [Character] = []
        var widest = 0.0
        for paragraph in paragraphs(of: runs) {
            let result = breakParagraph(paragraph, in: width)
            lines += result.lines
            missing += result.missing
            widest = max(widest, result.widestWord)
        }
        return (lines, missing, widest)
    }

    /// Splits runs at written line breaks.
    private func paragraphs(of runs: [TextRun]) -> [[TextRun]] {
        var result: [[TextRun]] = [[]]
        for run in runs {
            let parts = run.text.split(
                omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            for (index, part) in parts.enumerated() {
                if index > 0 { result.append([]) }
                if !part.isEmpty {
                    result[result.count - 1].append(
                        TextRun(String(part), run.style, link: run.link))
                }
            }
        }
        return result
    }

    private func breakParagraph(_ runs: [TextRun], in width: Double) -> (
        lines: [TextLine], missing: [Character], widestWord: Double
    ) {
        let text = runs.map(\.text).joined()
        var words = Word.all(in: text)
        guard !words.isEmpty else {
            return ([TextLine(runs: [], width: 0, ascent: 0, descent: 0)], [], 0)
        }
        var offset = 0
        for run in runs.dropLast() {
            offset += run.text.utf8.count
            for index in words.indices where words[index].start == offset {
                words[index].beginsStress = true
            }
        }
        let metrics = measurer.measure(runs, at: words.flatMap { [$0.start, $0.end] })
        let starts = words.indices.map { metrics.positions[2 * $0] }
        let ends = words.indices.map { metrics.positions[2 * $0 + 1] }
        let widest = words.indices.map { ends[$0] - starts[$0] }.max() ?? 0
        let breaks = bestBreaks(words, starts: starts, ends: ends, width: width)
        var lines: [TextLine] = []
        var first = 0
        for last in breaks {
            lines.append(
                TextLine(
                    runs: slice(runs, from: words[first].start, to: words[last].end),
                    width: ends[last] - starts[first], ascent: metrics.ascent,
                    descent: metrics.descent))
            first = last + 1
        }
        return (lines, metrics.missing, widest)
    }

    /// A way to set the first words of a paragraph.
    private struct Way {
        var lines = 0
        var cost = 0.0
        /// The first word of its last line.
        var first = 0

        func isBetter(than other: Way) -> Bool { (lines, cost) < (other.lines, other.cost) }
    }

    /// The last word of each line.
    private func bestBreaks(
        _ words: [Word], starts: [Double], ends: [Double], width: Double
    ) -> [Int] {
        // The tolerance forgives the sum's last digits when a width was measured from this text.
        let fits = { (from: Int, to: Int) in from == to || ends[to] - starts[from] <= width + 1e-6 }
        let fewest = fewestLines(words.count, fits)
        guard fewest > 1 else { return [words.count - 1] }
        let ideal = idealLength(starts, ends, lines: fewest, width: width)
        let plain = fewestLineBreaks(words, starts: starts, ends: ends, ideal: ideal, fits)
        // Longer texts are prose: there another line is no gain, and trying it would take long.
        guard breaking == .balanced, fewest < min(mostLines, 12), (fewest + 1...120) ~= words.count
        else { return plain.breaks }
        let shorter = idealLength(starts, ends, lines: fewest + 1, width: width)
        let airy = breaks(
            words, starts: starts, ends: ends, lines: fewest + 1, ideal: shorter, fits)
        return airy.cost + extraLineCharge < plain.cost ? airy.breaks : plain.breaks
    }

    /// The length that lines are measured against: the mean for balanced ones, else the width.
    private func idealLength(
        _ starts: [Double], _ ends: [Double], lines: Int, width: Double
    ) -> Double {
        let total = (ends.last ?? 0) - (starts.first ?? 0)
        return max(breaking == .balanced ? total / Double(lines) : width, 1e-9)
    }

    /// The cheapest breaks into the fewest lines, and their cost.
    private func fewestLineBreaks(
        _ words: [Word], starts: [Double], ends: [Double], ideal: Double,
        _ fits: (Int, Int) -> Bool
    ) -> (breaks: [Int], cost: Double) {
        // ways[i]: the best way to set words 0...i. Fewer lines come before less cost, so that one
        // way a word is enough to remember.
        var ways: [Way] = []
        for last in words.indices {
            var best: Way?
            var first = last
            while first >= 0, fits(first, last) {
                let before = first == 0 ? Way() : ways[first - 1]
                let cost = charge(
                    words, first, last, length: ends[last] - starts[first], ideal: ideal)
                let way = Way(lines: before.lines + 1, cost: before.cost + cost, first: first)
                if best.map({ way.isBetter(than: $0) }) ?? true { best = way }
                first -= 1
            }
            ways.append(best ?? Way())
        }
        var breaks: [Int] = []
        var last = words.count - 1
        while last >= 0 {
            breaks.append(last)
            last = ways[last].first - 1
        }
        return (breaks.reversed(), ways.last?.cost ?? 0)
    }

    /// The cheapest breaks into so many lines, and their cost; infinite where there are none.
    private func breaks(
        _ words: [Word], starts: [Double], ends: [Double], lines: Int, ideal: Double,
        _ fits: (Int, Int) -> Bool
    ) -> (breaks: [Int], cost: Double) {
        // ways[k][i]: the best way to set words 0...i on k + 1 lines.
        var ways: [[Way]] = []
        for line in 0..<lines {
            var row: [Way] = []
            for last in words.indices {
                var best = Way(lines: line + 1, cost: .infinity, first: last)
                var first = last
                while first >= 0, fits(first, last) {
                    let isStart = first == 0
                    let before =
                        isStart == (line == 0)
                        ? (isStart ? 0 : ways[line - 1][first - 1].cost) : .infinity
                    let cost =
                        before
                        + charge(
                            words, first, last, length: ends[last] - starts[first], ideal: ideal)
                    if cost < best.cost { best = Way(lines: line + 1, cost: cost, first: first) }
                    first -= 1
                }
                row.append(best)
            }
            ways.append(row)
        }
        let cost = ways.last?.last?.cost ?? .infinity
        guard cost < .infinity else { return ([words.count - 1], cost) }
        var breaks: [Int] = []
        var last = words.count - 1
        for line in ways.indices.reversed() {
            breaks.append(last)
            last = ways[line][last].first - 1
        }
        return (breaks.reversed(), cost)
    }

    /// How many lines are needed when each is filled before the next is begun.
    private func fewestLines(_ count: Int, _ fits: (Int, Int) -> Bool) -> Int {
        var (lines, first) = (1, 0)
        for word in 1..<max(count, 1) where !fits(first, word) {
            lines += 1
            first = word
        }
        return lines
    }

    private func charge(
        _ words: [Word], _ first: Int, _ last: Int, length: Double, ideal: Double
    ) -> Double {
        let slack = (ideal - length) / ideal
        if last == words.count - 1 {
            let orphan = first == last && words[last].end - words[last].start < 12
            return (breaking == .balanced ? slack * slack : 0) + (orphan ? orphanCharge : 0)
        }
        var cost = slack * slack
        let partsUnit = words[last].endsInDigit && words[last + 1].isUnit
        switch words[last].binding {
        case .tight: cost += shortWordCharge
        case .loose: cost += longerWordCharge
        case .none: cost += partsUnit ? shortWordCharge : 0
        }
        if first < last, words[(first + 1)...last].contains(where: \.beginsStress) {
            cost += midlineStressCharge
        }
        let opened = words[first...last].reduce(0) { $0 + $1.opensMinusCloses }
        return cost + (opened > 0 ? bracketCharge : 0)
    }

    /// The part of `runs` between two UTF-8 offsets of their joined text.
    private func slice(_ runs: [TextRun], from start: Int, to end: Int) -> [TextRun] {
        var result: [TextRun] = []
        var offset = 0
        for run in runs {
            let count = run.text.utf8.count
            let (low, high) = (max(start - offset, 0), min(end - offset, count))
            if low < high {
                let utf8 = run.text.utf8
                let from = utf8.index(utf8.startIndex, offsetBy: low)
                let to = utf8.index(utf8.startIndex, offsetBy: high)
                result.append(TextRun(String(run.text[from..<to]), run.style, link: run.link))
            }
            offset += count
        }
        return result
    }
}

/// A word by its UTF-8 offsets, with what matters for the choice of breaks.
private struct Word {
    let start: Int
    let end: Int
    /// How closely it belongs to the next word.
    let binding: Binding
    /// Whether a run of another style begins with it.
    var beginsStress = false
    /// Brackets it opens less brackets it closes.
    let opensMinusCloses: Int
    let endsInDigit: Bool
    /// A short word of letters, or a percent sign, that may be the unit of a number before it.
    let isUnit: Bool

    /// How closely a word belongs to the next one.
    enum Binding { case none, loose, tight }

    /// Articles, prepositions and conjunctions of Spanish and English: words that lead to the next.
    private static let leading: Set<String> = [
        "a", "al", "con", "de", "del", "e", "el", "en", "la", "las", "lo", "los", "ni", "o", "para",
        "por", "que", "se", "sin", "su", "sus", "u", "un", "una", "y", "an", "and", "as", "at",
        "by", "for", "from", "in", "of", "on", "or", "the", "to", "with",
    ]

    /// The words of a text; only U+0020 parts words, so a no-break space holds them together.
    static func all(in text: String) -> [Word] {
        var words: [Word] = []
        var offset = 0
        for part in text.split(separator: " ", omittingEmptySubsequences: false) {
            let count = part.utf8.count
            if count > 0 {
                let letters = part.allSatisfy(\.isLetter)
                words.append(
                    Word(
                        start: offset, end: offset + count,
                        binding: !leading.contains(String(part))
                            ? .none : (part.count <= 2 ? .tight : .loose),
                        opensMinusCloses: part.reduce(0) {
                            $0 + ($1 == "(" ? 1 : $1 == ")" ? -1 : 0)
                        },
                        endsInDigit: part.last?.isNumber ?? false,
                        isUnit: part.count <= 4 && (letters || part.first == "%")))
            }
            offset += count + 1
        }
        return words
    }
}
