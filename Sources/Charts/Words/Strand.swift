/// The figures of one series of a layer, in the order of their places.
struct Strand {
    /// One figure.
    struct Figure {
        /// The number of its mark in the layer.
        var index: Int
        /// Where it stands.
        var place: Double
        /// What it is; not a number where it is not known.
        var value: Double
        /// Where it ends, for stretches; not a number for single figures.
        var end = Double.nan
        /// What it is called, where that is more than its place.
        var name = ""

        var isKnown: Bool { value.isFinite }
    }

    /// What the series is called; empty where there is only one.
    var name: String
    /// The layer that it is drawn by.
    var layer: Layer
    /// Prints its figures.
    var printer: FigurePrinter
    /// All figures, known or not.
    var figures: [Figure]
    /// Whether figures follow each other: a line, an area, or bars over time.
    var isCourse: Bool
    /// Whether each figure reaches from one value to another.
    var isRanged = false
    /// Whether it is read from the second axis.
    var isOnSecondAxis = false

    /// The figures that are known.
    var known: [Figure] { figures.filter(\.isKnown) }

    /// The greatest magnitude of its figures.
    var greatestMagnitude: Double { known.reduce(0) { max($0, $1.value.magnitude) } }

    /// The greatest figure with all that equal it; `nil` where none is known.
    var greatest: (value: Double, figures: [Figure])? { extreme(>) }

    /// The least figure with all that equal it; `nil` where none is known.
    var least: (value: Double, figures: [Figure])? { extreme(<) }

    /// The one figure that the chart is about among bars or points; `nil` for none or several.
    var key: Figure? {
        guard layer.mark == .bar || layer.mark == .point else { return nil }
        let keys = figures.filter { $0.isKnown && layer.detail($0.index).isKey }
        return keys.count == 1 ? keys.first : nil
    }

    private func extreme(_ isBefore: (Double, Double) -> Bool) -> (Double, [Figure])? {
        let known = known
        guard var value = known.first?.value else { return nil }
        for figure in known where isBefore(figure.value, value) { value = figure.value }
        return (value, known.filter { $0.value == value })
    }
}
