import Scales

/// The shares of the parts of a whole, largest first, as their labels print them.
struct PartShares {
    /// A part with its share.
    struct Part {
        var figure: Strand.Figure
        var share: Double
        var text: String
    }

    /// All parts, the largest first.
    let ordered: [Part]
    /// Whether labels print figures, so that shares are told besides.
    let hasFigures: Bool

    /// The shares of a circle's sectors; `nil` where they are parts of no whole.
    init?(_ strand: Strand, _ chart: Chart, _ words: Phrasebook) {
        let format = chart.layers.first { $0.mark == .sector && $0.count > 0 }?.labels.format
        let hasFigures = format != nil && strand.printer.kind != .shares
        self.init(
            strand.figures, decimals: hasFigures ? 1 : format?.precision ?? 0,
            roundsToHundred: chart.roundsToHundred, hasFigures: hasFigures, words)
    }

    /// The shares of figures in their sum; `nil` where they are parts of no whole.
    init?(
        _ figures: [Strand.Figure], decimals: Int, roundsToHundred: Bool = false,
        hasFigures: Bool, _ words: Phrasebook
    ) {
        let values = figures.map(\.value)
        guard let greatest = values.max(), greatest > 0,
            values.allSatisfy({ $0.isFinite && $0 >= 0 })
        else { return nil }
        // Parts of the greatest, so that no sum overflows.
        let sum = values.reduce(0) { $0 + $1 / greatest }
        let rounded = roundsToHundred ? Percentages.roundedToSum(values, decimals: decimals) : nil
        self.hasFigures = hasFigures
        ordered = figures.indices.map { index in
            let share = values[index] / greatest / sum
            let text = words.percent(
                rounded.map { $0[index] / 100 } ?? share, decimals: min(max(decimals, 0), 9))
            return Part(figure: figures[index], share: share, text: text)
        }.enumerated().sorted { ($1.element.share, $0.offset) < ($0.element.share, $1.offset) }
            .map(\.element)
    }
}
