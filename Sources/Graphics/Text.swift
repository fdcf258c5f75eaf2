/// How heavy letters are, by the numbers of CSS and OpenType.
public enum FontWeight: Int, Hashable, Sendable, CaseIterable {
    /// 400, for running text.
    case regular = 400
    /// 500, for labels.
    case medium = 500
    /// 600, for values and text that stands alone.
    case semibold = 600
    /// 700, for headings.
    case bold = 700
    /// 800, for titles and key figures.
    case extrabold = 800
}

/// How a run of text looks.
public struct TextStyle: Hashable, Sendable {
    /// The font family, as the font file names it.
    public var family: String
    /// The size in points.
    public var size: Double
    /// How heavy it is.
    public var weight: FontWeight
    /// The colour of the letters.
    public var color: Color
    /// Space added between characters, in ems; negative brings letters closer.
    public var tracking: Double
    /// Whether all digits are equally wide (OpenType `tnum`), for figures in columns.
    public var tabularDigits: Bool
    /// How far the run stands above the baseline, in points.
    public var rise: Double

    /// A style of one family and size.
    public init(
        family: String, size: Double, weight: FontWeight = .regular, color: Color = .black,
        tracking: Double = 0, tabularDigits: Bool = false, rise: Double = 0
    ) {
        self.family = family
        self.size = size
        self.weight = weight
        self.color = color
        self.tracking = tracking
        self.tabularDigits = tabularDigits
        self.rise = rise
    }

    /// The style with one change, as in `style.with { $0.size = 12 }`.
    public func with(_ change: (inout TextStyle) -> Void) -> TextStyle {
        var copy = self
        change(&copy)
        return copy
    }
}

/// A stretch of text in one style.
public struct TextRun: Hashable, Sendable {
    /// The characters, without line breaks.
    public var text: String
    /// How they look.
    public var style: TextStyle
    /// Where they lead; `nil` for nowhere.
    public var link: LinkTarget?

    /// `text` in `style`.
    public init(_ text: String, _ style: TextStyle, link: LinkTarget? = nil) {
        self.text = text
        self.style = style
        self.link = link
    }
}

/// One line of text whose width is known: what a scene draws.
public struct TextLine: Hashable, Sendable {
    /// The runs from left to right.
    public var runs: [TextRun]
    /// From the first run's left end to the last one's right end, in points.
    public var width: Double
    /// From the baseline up to the top of the tallest run's font, in points.
    public var ascent: Double
    /// From the baseline down to the bottom of the deepest run's font, in points.
    public var descent: Double

    /// A line measured elsewhere.
    public init(runs: [TextRun], width: Double, ascent: Double, descent: Double) {
        self.runs = runs
        self.width = width
        self.ascent = ascent
        self.descent = descent
    }

    /// The characters of all runs.
    public var text: String { runs.map(\.text).joined() }
}

/// What a font says of itself at one size, in points.
public struct FontMetrics: Hashable, Sendable {
    /// From the baseline up to the top of the font.
    public var ascent: Double
    /// From the baseline down to the bottom of the font.
    public var descent: Double
    /// The height of a capital letter.
    public var capHeight: Double
    /// The height of a lower-case x.
    public var xHeight: Double

    /// Metrics measured elsewhere.
    public init(ascent: Double, descent: Double, capHeight: Double, xHeight: Double) {
        self.ascent = ascent
        self.descent = descent
        self.capHeight = capHeight
        self.xHeight = xHeight
    }
}

/// What a measurer tells of one line.
public struct LineMetrics: Hashable, Sendable {
    /// From end to end, in points.
    public var width: Double
    /// From the baseline up, in points.
    public var ascent: Double
    /// From the baseline down, in points.
    public var descent: Double
    /// The distance from the left end at each of the offsets asked for.
    public var positions: [Double]
    /// Characters for which the font has no picture, each once, in order of appearance.
    public var missing: [Character]

    /// Metrics found by a measurer.
    public init(
        width: Double, ascent: Double, descent: Double, positions: [Double],
        missing: [Character] = []
    ) {
        self.width = width
        self.ascent = ascent
        self.descent = descent
        self.positions = positions
        self.missing = missing
    }
}

/// Whoever knows how wide text is: Pango in the product, a ruler in tests.
public protocol TextMeasurer {
    /// Measures runs set on one line.
    ///
    /// - Parameter offsets: UTF-8 offsets into the runs' joined text, ascending, at character
    ///   boundaries; their distances from the left end come back as `positions`.
    func measure(_ runs: [TextRun], at offsets: [Int]) -> LineMetrics

    /// What the font of a style says of itself.
    func metrics(of style: TextStyle) -> FontMetrics
}

extension TextMeasurer {
    /// A line ready for a scene.
    public func line(_ runs: [TextRun]) -> TextLine {
        let metrics = measure(runs, at: [])
        return TextLine(
            runs: runs, width: metrics.width, ascent: metrics.ascent, descent: metrics.descent)
    }

    /// A line of one style, ready for a scene.
    public func line(_ text: String, _ style: TextStyle) -> TextLine {
        line([TextRun(text, style)])
    }
}
