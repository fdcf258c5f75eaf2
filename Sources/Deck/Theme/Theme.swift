public import Diagnostics
public import Graphics
import YAML

/// The tokens that make a family of pages: a font, colours by role, type by role, distances.
public struct Theme: Hashable, Sendable {
    /// The font family of all text.
    public var family = "Inter"
    /// Where a deck names the font; `nil` for the house's own.
    public var familyLocation: SourceLocation?
    /// The colour of each role.
    public var colors: [ColorRole: Color] = Theme.standardColors
    /// The letters of each role.
    public var type: [TypeRole: TypeToken] = Theme.standardType
    /// The sign of who publishes, on every page; `nil` for none.
    public var logo: LogoDeclaration?
    /// From the page's left and right edge to what stands on it, in points.
    public var margin = 44.0
    /// Between blocks and columns, in points.
    public var gutter = 16.0

    /// The house's own tokens.
    public init() {}

    /// The colour of a role.
    public func color(_ role: ColorRole) -> Color {
        colors[role] ?? Theme.standardColors[role] ?? .black
    }

    /// The letters of a role.
    public func token(_ role: TypeRole) -> TypeToken {
        type[role] ?? Theme.standardType[role] ?? TypeToken(12, 16, .regular)
    }

    /// The style of text of a role, in a colour.
    func text(_ role: TypeRole, _ color: ColorRole = .ink) -> TextStyle {
        let token = token(role)
        return TextStyle(
            family: family, size: token.size, weight: token.weight, color: self.color(color),
            tracking: token.tracking)
    }

    /// The style of text of any size, in a colour.
    func text(_ size: Double, _ weight: FontWeight, _ color: ColorRole = .ink) -> TextStyle {
        TextStyle(family: family, size: size, weight: weight, color: self.color(color))
    }

    /// The hatch that means "no data".
    var noData: Hatch { Hatch(line: color(.noData), ground: color(.ground)) }

    /// Measured for contrast: text at least 4.5:1 on what is under it, shapes 3:1 or outlined.
    static let standardColors: [ColorRole: Color] = [
        .ink: Color(0x0B2239), .muted: Color(0x556577), .hairline: Color(0xD5DCE4),
        .panel: Color(0xF3F6F9), .ground: .white, .primary: Color(0x14508C),
        .secondary: Color(0x1F8A7D), .accent: Color(0xC96A00), .accentText: Color(0xA85600),
        .accentLight: Color(0xF0A63C), .negative: Color(0xC8443C), .positive: Color(0x1E7A4A),
        .chipGround: Color(0xDDF1E5), .chipText: Color(0x125C37),
        .chipNegativeGround: Color(0xFBE3E1), .chipNegativeText: Color(0x8E2620),
        .land: Color(0xE3E8EE), .landLit: Color(0x3A74B0), .track: Color(0xEBEFF4),
        .onInk: Color(0xC9D6E4), .onInkMark: Color(0x6FA3DB), .onInkRule: Color(0x4A627C),
        .c1: Color(0x14508C), .c2: Color(0x1F8A7D), .c3: Color(0xC96A00), .c4: Color(0x5C7CA8),
        .c5: Color(0x8FB8C9), .c6: Color(0xB0B7BF), .rampLow: Color(0xDCE8F5),
        .rampHigh: Color(0x0E3A66), .step1: Color(0x0E3A66), .step2: Color(0x6A9ED1),
        .step3: Color(0x9DC0E2), .step4: Color(0xC3D7EB), .noData: Color(0xB4BEC9),
        .noDataOutline: Color(0x8E9BA9),
    ]

    static let standardType: [TypeRole: TypeToken] = [
        .title: TypeToken(26, 32, .extrabold, tracking: -0.012),
        .subtitle: TypeToken(14, 20, .medium),
        .statement: TypeToken(35, 44, .extrabold, tracking: -0.012),
        .claim: TypeToken(27, 36, .extrabold, tracking: -0.01),
        .lead: TypeToken(20, 27, .bold, tracking: -0.005),
        .panelTitle: TypeToken(16.5, 22, .bold),
        .heading: TypeToken(12, 16, .bold),
        .body: TypeToken(16, 21, .semibold),
        .card: TypeToken(14.5, 21, .semibold),
        .callout: TypeToken(15.5, 22, .semibold),
        .banner: TypeToken(17, 23, .bold),
        .label: TypeToken(12.5, 17, .medium),
        .node: TypeToken(18, 24, .bold),
        .note: TypeToken(9, 13, .regular),
    ]
}

extension Theme {
    /// Reads tokens over the house's own; an unknown role or a malformed colour is a finding.
    init(reading node: Node, into reading: Reading) {
        self.init()
        let fields = Fields(node, "a theme", reading)
        if let family = fields.text("font") {
            self.family = family
            familyLocation = node["font"]?.location
        }
        logo = fields.node("logo").flatMap { LogoDeclaration(reading: $0, into: reading) }
        if let margin = fields.number("margin", within: 0...200) { self.margin = margin }
        if let gutter = fields.number("gutter", within: 0...100) { self.gutter = gutter }
        for pair in fields.mapping("colors") {
            guard let role = reading.role(pair, ColorRole.self, "colour") else { continue }
            guard let text = pair.value.scalar?.text, let color = Color(hex: text) else {
                reading.error(
                    "a colour is six hexadecimal digits", at: pair.value.location,
                    hint: "write for example \"14508C\", in quotes")
                continue
            }
            colors[role] = color
        }
        for pair in fields.mapping("type") {
            guard let role = reading.role(pair, TypeRole.self, "kind of text") else { continue }
            var token = token(role)
            let fields = Fields(pair.value, "the letters of a role", reading)
            if let size = fields.number("size", within: 9...200) { token.size = size }
            if let leading = fields.number("leading", within: 9...300) { token.leading = leading }
            if let weight = fields.number("weight", within: 400...800) {
                if let weight = FontWeight(rawValue: Int(weight)) {
                    token.weight = weight
                } else {
                    reading.error(
                        "a weight is 400, 500, 600, 700 or 800", at: pair.value.location)
                }
            }
            if let tracking = fields.number("tracking", within: -0.1...0.5) {
                token.tracking = tracking
            }
            fields.finish()
            type[role] = token
        }
        fields.finish()
    }
}
