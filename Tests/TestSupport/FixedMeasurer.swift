public import Graphics

/// A ruler in place of a font: every character is 6 pt wide at 10 pt, whatever its weight.
///
/// Lets layout, charts and maps be tested to the last digit without Pango.
public struct FixedMeasurer: TextMeasurer {
    /// A ruler.
    public init() {}

    /// The width of so many characters.
    public func measure(_ runs: [TextRun], at offsets: [Int]) -> LineMetrics {
        var positions: [Double] = []
        var next = offsets[...]
        var (bytes, width) = (0, 0.0)
        for run in runs {
            for character in run.text {
                while let offset = next.first, offset <= bytes {
                    positions.append(width)
                    next.removeFirst()
                }
                width += run.style.size * (0.6 + run.style.tracking)
                bytes += character.utf8.count
            }
        }
        positions += next.map { _ in width }
        let size = runs.map(\.style.size).max() ?? 0
        return LineMetrics(
            width: width, ascent: size * 0.97, descent: size * 0.24, positions: positions)
    }

    /// The proportions of Inter.
    public func metrics(of style: TextStyle) -> FontMetrics {
        FontMetrics(
            ascent: style.size * 0.97, descent: style.size * 0.24, capHeight: style.size * 0.73,
            xHeight: style.size * 0.55)
    }
}
