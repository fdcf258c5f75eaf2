public import Graphics

/// The colours and letters of a chart, without names: roles were resolved before.
public struct ChartStyle: Hashable, Sendable {
    /// The font family.
    public var family: String
    /// Text and axis lines.
    public var ink: Color
    /// Text of less weight.
    public var muted: Color
    /// Grid lines.
    public var hairline: Color
    /// What lies behind the chart.
    public var ground: Color
    /// The empty part of a bar's track.
    public var track: Color
    /// Marks that are not the key one.
    public var mark: Color
    /// The key mark.
    public var key: Color
    /// The one mark that must be seen first: a last point, an event.
    public var accent: Color
    /// Words in the accent's colour, dark enough to read.
    public var accentText: Color
    /// What fills the place of a missing figure.
    public var missing: Hatch
    /// The outline of the place of a missing figure.
    public var missingOutline: Color
    /// What is printed where there is no figure.
    public var missingText: String
    /// The mark between whole and fraction, on which columns of figures are aligned.
    public var decimalMark: String

    /// A style, part by part.
    public init(
        family: String, ink: Color, muted: Color, hairline: Color, ground: Color, track: Color,
        mark: Color, key: Color, accent: Color, accentText: Color, missing: Hatch,
        missingOutline: Color, missingText: String, decimalMark: String
    ) {
        self.family = family
        self.ink = ink
        self.muted = muted
        self.hairline = hairline
        self.ground = ground
        self.track = track
        self.mark = mark
        self.key = key
        self.accent = accent
        self.accentText = accentText
        self.missing = missing
        self.missingOutline = missingOutline
        self.missingText = missingText
        self.decimalMark = decimalMark
    }

    /// Letters of a size and weight, in ink where no colour is said.
    func text(
        _ size: Double, _ weight: FontWeight = .medium, _ color: Color? = nil, tabular: Bool = false
    ) -> TextStyle {
        TextStyle(
            family: family, size: size, weight: weight, color: color ?? ink, tabularDigits: tabular)
    }

    /// Ink or white, whichever reads better on a fill.
    func label(on fill: Color) -> Color { fill.mostReadable(among: [.white, ink]) }
}
