import Graphics

/// A ruler without lengths, for reading a chart that is not drawn.
struct SilentMeasurer: TextMeasurer {
    func measure(_ runs: [TextRun], at offsets: [Int]) -> LineMetrics {
        LineMetrics(width: 0, ascent: 0, descent: 0, positions: offsets.map { _ in 0 })
    }

    func metrics(of style: TextStyle) -> FontMetrics {
        FontMetrics(ascent: 0, descent: 0, capHeight: 0, xHeight: 0)
    }
}
