import Graphics

/// The letters of a table whose rows are set at one size.
struct DataTableLetters {
    /// What a row is among the others, and so how heavy its letters are.
    enum Weight {
        case ordinary, key, total
    }

    /// The size of words and figures, in points.
    let size: Double
    let style: ChartStyle

    /// From baseline to baseline of words on several lines, in points.
    var leading: Double { size * 1.25 }
    /// The size of headers, in points.
    var headerSize: Double { min(size, max(10.5, size * 0.8)) }
    /// From baseline to baseline of headers, in points.
    var headerLeading: Double { headerSize * 1.25 }
    /// From a row's middle down to the baseline of digits that stand in it, in points.
    var drop: Double { size * 0.365 }

    /// Words of a row.
    func words(_ weight: Weight, isMuted: Bool = false) -> TextStyle {
        style.text(size, weight == .ordinary ? .medium : .bold, isMuted ? style.muted : nil)
    }

    /// Figures of a row.
    func figures(_ weight: Weight, isMuted: Bool = false) -> TextStyle {
        words(weight, isMuted: isMuted).with { $0.tabularDigits = true }
    }

    /// What stands where a figure is missing.
    var missing: TextStyle { style.text(size, .medium, style.muted) }

    /// Headers of columns.
    var header: TextStyle { style.text(headerSize, .bold) }

    /// Units below headers.
    var unit: TextStyle { style.text(headerSize, .medium, style.muted) }

    /// Headings of groups.
    var group: TextStyle { style.text(size, .bold, style.key) }

    /// The mark behind something: the star as it is, letters small and high.
    func mark(_ standing: Standing, behind style: TextStyle) -> TextRun {
        let text = standing.tableMark
        guard text != "*" else { return TextRun(text, style) }
        return TextRun(
            text,
            style.with {
                $0.size = max(Self.leastMark, style.size * 0.68)
                $0.rise = style.size * 0.27
                $0.weight = .semibold
            })
    }

    /// Smaller letters could not be read, in points.
    private static let leastMark = 9.0
}
