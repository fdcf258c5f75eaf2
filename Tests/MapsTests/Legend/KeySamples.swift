import Graphics
import Layout
import Maps
import Scales

/// Keys of every kind, as a deck would have them.
enum KeySamples {
    static let ramp = ColorRamp(from: Color(0xDCE8F5), to: Color(0x0E3A66))
    static let hatch = Hatch(line: Color(0xB4BEC9), ground: .white)
    static let style = MapKeyStyle(
        title: text(11, .medium, Color(0x556577)), label: text(11, .medium, Color(0x0B2239)),
        figure: text(11.5, .semibold, Color(0x0B2239)), ground: .white,
        outline: Stroke(Color(0x8E9BA9), width: 0.5, join: .round))

    static func text(_ size: Double, _ weight: FontWeight, _ color: Color) -> TextStyle {
        TextStyle(family: "Inter", size: size, weight: weight, color: color)
    }

    static let rampPart = MapKey.Part.ramp(
        .init(
            ramp, low: "112", high: "15,215",
            ticks: [.init(at: 0.33, "5,000"), .init(at: 0.66, "10,000")]))
    static let shortRamp = MapKey.Part.ramp(.init(ramp, low: "112", high: "15,215"))
    static let classes = MapKey.Part.classes(
        zip(
            ["112 a 999", "1,000 a 4,999", "5,000 a 9,999", "10,000 a 15,215"],
            ramp.colors(4)
        ).map { .init($0, .color($1)) })
    static let categories = MapKey.Part.categories([
        .init("Norte", .color(Color(0x14508C))), .init("Bajío", .color(Color(0x1F8A7D))),
        .init("Centro y sureste", .color(Color(0xC96A00))),
    ])
    static let noData = MapKey.Part.noData(hatch, "sin dato")
    static let signs = MapKey.Part.signs(
        zip(
            [
                "Vehículos", "Motores", "Transmisiones", "Oficinas", "Centros", "Puertos", "Pistas",
                "n.d.",
            ],
            PinGlyph.Shape.allCases
        ).map { .init($0, PinGlyph(shape: $1, color: Color(0x14508C), ground: .white)) })
    static let sizes = MapKey.Part.sizes(
        .init(
            [.init(radius: 20, "10,000"), .init(radius: 9, "2,000"), .init(radius: 4.5, "500")],
            color: Color(0x14508C)))

    static let parts: [[MapKey.Part]] = [
        [rampPart], [rampPart, noData], [shortRamp, noData], [classes], [classes, noData],
        [categories, noData], [noData],
        [signs], [sizes], [classes, noData, signs, sizes], [signs, noData],
    ]

    /// Every part alone and together, upright and in several widths.
    static let all: [MapKey] = parts.flatMap { parts in
        [
            MapKey.Arrangement.vertical, .horizontal(width: 138), .horizontal(width: 300),
            .horizontal(width: 700),
        ].map {
            MapKey(title: "unidades", parts: parts, arrangement: $0, style: style)
        }
    }
}
