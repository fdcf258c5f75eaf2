public import Graphics
import Layout
public import Scales

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
    /// Bars below zero, and steps down.
    public var negative: Color
    /// Steps up.
    public var positive: Color
    /// Colours of series, in order.
    public var palette: [Color]
    /// Colours of amounts, from the least to the greatest.
    public var ramp: ColorRamp
    /// What is printed where there is no figure.
    public var missingText: String
    /// What a hollow diamond means.
    public var roundedText: String
    /// Names the sum of a stack.
    public var totalText: String
    /// The mark between whole and fraction, on which columns of figures are aligned.
    public var decimalMark: String

    /// A style, part by part.
    public init(
        family: String, ink: Color, muted: Color, hairline: Color, ground: Color, track: Color,
        mark: Color, key: Color, accent: Color, accentText: Color, missing: Hatch,
        missingOutline: Color, negative: Color = Color(0xC8443C), positive: Color = Color(0x1E7A4A),
        palette: [Color] = [], ramp: ColorRamp? = nil, missingText: String,
        roundedText: String = "", totalText: String = "", decimalMark: String
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
        self.negative = negative
        self.positive = positive
        self.palette = palette.isEmpty ? [key, mark, accent] : palette
        self.ramp = ramp ?? ColorRamp(from: track, to: key)
        self.missingText = missingText
        self.roundedText = roundedText
        self.totalText = totalText
        self.decimalMark = decimalMark
    }

    /// The look of a chart that nobody gave another one: ink on white, in the language of a locale.
    public static func standard(_ locale: DeckLocale) -> ChartStyle {
        let isSpanish = locale.languageCode == "es"
        return ChartStyle(
            family: "Inter", ink: Color(0x0B2239), muted: Color(0x556577),
            hairline: Color(0xD5DCE4), ground: .white, track: Color(0xEBEFF4),
            mark: Color(0x5C7CA8), key: Color(0x14508C), accent: Color(0xC96A00),
            accentText: Color(0xA85600),
            missing: Hatch(line: Color(0xB4BEC9), ground: .white),
            missingOutline: Color(0x8E9BA9),
            palette: [0x14508C, 0x1F8A7D, 0xC96A00, 0x5C7CA8, 0x8FB8C9, 0xB0B7BF].map { Color($0) },
            ramp: ColorRamp(from: Color(0xDCE8F5), to: Color(0x0E3A66)),
            missingText: isSpanish ? "n.d." : "n/a",
            roundedText: isSpanish ? "cifra redondeada" : "rounded figure", totalText: "Total",
            decimalMark: locale.number.decimal)
    }

    /// Letters of a size and weight, in ink where no colour is said.
    func text(
        _ size: Double, _ weight: FontWeight = .medium, _ color: Color? = nil, tabular: Bool = false
    ) -> TextStyle {
        TextStyle(
            family: family, size: size, weight: weight, color: color ?? ink, tabularDigits: tabular)
    }

    /// A dark or a light colour, whichever reads better on a fill.
    func label(on fill: Color) -> Color { fill.mostReadable(among: [ink, otherInk]) }

    /// The inks between which labels choose: the usual one, and its opposite for fills like it.
    var labelColors: LabelColors { LabelColors(ink: ink, light: otherInk) }

    /// White where ink is dark; on a dark ground, where ink is light, the ground.
    private var otherInk: Color { ink.luminance < 0.5 ? .white : ground }

    /// A colour as words need it: no further from itself than reading on the ground takes.
    func words(_ color: Color) -> Color {
        for step in 0...10 {
            let mixed = color.mixed(with: ink, Double(step) / 10)
            if mixed.contrast(with: ground) >= Color.readableContrast { return mixed }
        }
        return ink
    }
}
