public import Graphics

/// A line icon that a deck can name: drawn on a 24 x 24 grid with round caps and joins.
///
/// The drawings are our own. A deck writes the raw value, as in `icon: trend-up`.
public enum Icon: String, CaseIterable, Hashable, Sendable {
    /// An arrow that points down.
    case arrowDown = "arrow-down"
    /// An arrow that points up.
    case arrowUp = "arrow-up"
    /// A temple front with columns: banks, institutions.
    case bank
    /// A battery with three bars.
    case battery
    /// A filled flash of lightning: electricity.
    case bolt
    /// A light bulb: ideas.
    case bulb
    /// A calendar page.
    case calendar
    /// A car from the side, of no particular make.
    case car
    /// A check mark.
    case check
    /// A processor with its pins.
    case chip
    /// A page of text with a folded corner.
    case document
    /// Two opposite arrows: trade.
    case exchange
    /// A works with a chimney and a saw-tooth roof.
    case factory
    /// A waving flag on a pole.
    case flag
    /// A cog wheel.
    case gear
    /// The globe with a meridian and the equator.
    case globe
    /// A leaf: clean energy, the environment.
    case leaf
    /// Two links of a chain.
    case link
    /// A banknote.
    case money
    /// Two persons.
    case people
    /// A map pin.
    case pin
    /// An electric plug.
    case plug
    /// A power line pole.
    case pylon
    /// A shield with a check mark: certainty.
    case shieldCheck = "shield-check"
    /// The sun with its rays.
    case sun
    /// The sun coming up over the horizon.
    case sunrise
    /// A target with its bull's-eye.
    case target
    /// A rising line with an arrow head.
    case trendUp = "trend-up"
    /// A lorry from the side.
    case truck
    /// A warning triangle.
    case warning

    /// The side of the square on which icons are drawn, in points.
    public static let grid = 24.0

    /// The thickness of lines on that square, in points.
    public static let strokeWidth = 1.5

    /// The lines, to be drawn with round caps and joins; empty for an icon that is all fill.
    public var strokes: [Path] { drawing.strokes }

    /// The filled parts; empty for most icons.
    public var fills: [Path] { drawing.fills }

    /// The icon in one colour, scaled to a square of `size` points about `center`.
    public func items(center: Point, size: Double, color: Color) -> [SceneItem] {
        let scale = size / Icon.grid
        let corner = center - Point(size / 2, size / 2)
        let place = Transform.translation(corner.x, corner.y).concatenated(after: .scale(scale))
        let pen = Stroke(color, width: Icon.strokeWidth * scale, cap: .round, join: .round)
        return fills.map { .fill($0.transformed(by: place), color) }
            + strokes.map { .stroke($0.transformed(by: place), pen) }
    }
}

// MARK: - Drawings

extension Icon {
    private struct Drawing {
        var strokes: [Path]
        var fills: [Path]
    }

    private var drawing: Drawing {
        Icon.drawings[self] ?? Drawing(strokes: [], fills: [])
    }

    /// All drawings, parsed when the first icon is asked for.
    private static let drawings: [Icon: Drawing] = {
        var drawings: [Icon: Drawing] = [:]
        for icon in allCases {
            drawings[icon] = Drawing(
                strokes: icon.strokeData.map { icon.path($0) },
                fills: icon.fillData.map { icon.path($0) })
        }
        return drawings
    }()

    private func path(_ data: String) -> Path {
        do {
            return try Path(svg: data)
        } catch {
            // The data below are constants, and a test parses each of them.
            preconditionFailure("icon \(rawValue): \(error)")
        }
    }

    private var fillData: [String] {
        switch self {
        case .bolt: ["M13.7 2.2L5.4 13.5H11L10.3 21.8L18.6 10.5H13Z"]
        case .target: ["M12 10.4A1.6 1.6 0 0 1 12 13.6A1.6 1.6 0 0 1 12 10.4Z"]
        case .warning: ["M12 15.7A1.1 1.1 0 0 1 12 17.9A1.1 1.1 0 0 1 12 15.7Z"]
        case .arrowDown, .arrowUp, .bank, .battery, .bulb, .calendar, .car, .check, .chip,
            .document, .exchange, .factory, .flag, .gear, .globe, .leaf, .link, .money, .people,
            .pin, .plug, .pylon, .shieldCheck, .sun, .sunrise, .trendUp, .truck:
            []
        }
    }

    private var strokeData: [String] {
        switch self {
        case .arrowDown: ["M12 3.2V20.8", "M5.2 14L12 20.8L18.8 14"]
        case .arrowUp: ["M12 20.8V3.2", "M5.2 10L12 3.2L18.8 10"]
        case .bank:
            [
                "M12 3.2L20.8 8.6H3.2Z",
                "M5.7 11.9V17.3M9.9 11.9V17.3M14.1 11.9V17.3M18.3 11.9V17.3", "M3 20.8H21",
            ]
        case .battery:
            [
                "M4.6 6.8H16.8A2 2 0 0 1 18.8 8.8V15.2A2 2 0 0 1 16.8 17.2H4.6"
                    + "A2 2 0 0 1 2.6 15.2V8.8A2 2 0 0 1 4.6 6.8Z",
                "M21.4 10.4V13.6", "M6.5 10.2V13.8M10.7 10.2V13.8M14.9 10.2V13.8",
            ]
        case .bolt: []
        case .bulb:
            [
                "M9.3 16.2C9.3 13.9 5.8 12.6 5.8 8.9A6.2 6.2 0 0 1 18.2 8.9"
                    + "C18.2 12.6 14.7 13.9 14.7 16.2Z",
                "M9.5 18.9H14.5", "M10.9 21.3H13.1",
            ]
        case .calendar:
            [
                "M5.4 4.8H18.6A2 2 0 0 1 20.6 6.8V19.2A2 2 0 0 1 18.6 21.2H5.4"
                    + "A2 2 0 0 1 3.4 19.2V6.8A2 2 0 0 1 5.4 4.8Z",
                "M3.4 9.8H20.6", "M8 2.8V6.6M16 2.8V6.6",
                "M7.5 13.6H8.1M11.7 13.6H12.3M15.9 13.6H16.5M7.5 17.3H8.1M11.7 17.3H12.3",
            ]
        case .car:
            [
                "M5.1 15.8H4.1A1.5 1.5 0 0 1 2.6 14.3V11.8C2.6 11.1 2.7 10.6 3 10L4.3 7.3"
                    + "A2 2 0 0 1 6.1 6.2H11.6A3 3 0 0 1 13.7 7.1L16.6 10.1L19.4 10.8"
                    + "A2.6 2.6 0 0 1 21.4 13.3V14.3A1.5 1.5 0 0 1 19.9 15.8H18.9",
                "M9.1 15.8H14.9", "M3 10.1H16.6M9.6 6.2V10.1",
                "M7.1 13.8A2 2 0 0 1 7.1 17.8A2 2 0 0 1 7.1 13.8Z",
                "M16.9 13.8A2 2 0 0 1 16.9 17.8A2 2 0 0 1 16.9 13.8Z",
            ]
        case .check: ["M3.6 12.1L9.4 17.9L20.4 6.1"]
        case .chip:
            [
                "M7.5 5.5H16.5A2 2 0 0 1 18.5 7.5V16.5A2 2 0 0 1 16.5 18.5H7.5"
                    + "A2 2 0 0 1 5.5 16.5V7.5A2 2 0 0 1 7.5 5.5Z",
                "M9.5 9.5H14.5V14.5H9.5Z",
                "M9.3 5.5V2.7M14.7 5.5V2.7M9.3 21.3V18.5M14.7 21.3V18.5",
                "M5.5 9.3H2.7M5.5 14.7H2.7M21.3 9.3H18.5M21.3 14.7H18.5",
            ]
        case .document:
            [
                "M12.8 2.8H6.8A1.8 1.8 0 0 0 5 4.6V19.4A1.8 1.8 0 0 0 6.8 21.2H17.2"
                    + "A1.8 1.8 0 0 0 19 19.4V9Z",
                "M12.8 2.8V9H19", "M8.6 13H15.4M8.6 17H15.4",
            ]
        case .exchange:
            [
                "M21 7.8H3", "M6.9 3.9L3 7.8L6.9 11.7", "M3 16.2H21",
                "M17.1 12.3L21 16.2L17.1 20.1",
            ]
        case .factory:
            [
                "M3 20V4H7.2V12.4L14.1 7.9V12.4L21 7.9V20Z",
                "M7.3 16.2H8.3M11.5 16.2H12.5M15.7 16.2H16.7",
            ]
        case .flag:
            [
                "M4.8 21.2V2.8",
                "M4.8 4.6C7.4 2.9 9.8 3.2 12 4.4C14.2 5.6 16.6 5.9 19.2 4.2V13.8"
                    + "C16.6 15.5 14.2 15.2 12 14C9.8 12.8 7.4 12.5 4.8 14.2",
            ]
        case .gear:
            [
                "M10.4 5.3L10.5 2.9L13.5 2.9L13.6 5.3L15.6 6.1L17.4 4.5L19.5 6.6L17.9 8.4"
                    + "L18.7 10.4L21.1 10.5L21.1 13.5L18.7 13.6L17.9 15.6L19.5 17.4L17.4 19.5L15.6 17.9"
                    + "L13.6 18.7L13.5 21.1L10.5 21.1L10.4 18.7L8.4 17.9L6.6 19.5L4.5 17.4L6.1 15.6"
                    + "L5.3 13.6L2.9 13.5L2.9 10.5L5.3 10.4L6.1 8.4L4.5 6.6L6.6 4.5L8.4 6.1Z",
                "M12 9A3 3 0 0 1 12 15A3 3 0 0 1 12 9Z",
            ]
        case .globe:
            [
                "M12 2.8A9.2 9.2 0 0 1 12 21.2A9.2 9.2 0 0 1 12 2.8Z", "M2.8 12H21.2",
                "M12 2.8A4.2 9.2 0 0 1 12 21.2A4.2 9.2 0 0 1 12 2.8Z",
            ]
        case .leaf:
            [
                "M6.6 17.4C2.6 9.4 8.4 3.7 20.6 3.4C20.3 15.6 14.6 21.4 6.6 17.4Z",
                "M3.4 20.6C6 16.4 9.4 13 14 10",
            ]
        case .link:
            [
                "M7.69 10.8L5 13.49A3.9 3.9 0 0 0 10.51 19L13.2 16.31",
                "M16.31 13.2L19 10.51A3.9 3.9 0 0 0 13.49 5L10.8 7.69", "M9.4 14.6L14.6 9.4",
            ]
        case .money:
            [
                "M4.5 6H19.5A2 2 0 0 1 21.5 8V16A2 2 0 0 1 19.5 18H4.5"
                    + "A2 2 0 0 1 2.5 16V8A2 2 0 0 1 4.5 6Z",
                "M12 9.2A2.8 2.8 0 0 1 12 14.8A2.8 2.8 0 0 1 12 9.2Z",
                "M5.8 11.7V12.3M18.2 11.7V12.3",
            ]
        case .people:
            [
                "M8.9 4.4A3.5 3.5 0 0 1 8.9 11.4A3.5 3.5 0 0 1 8.9 4.4Z",
                "M2.6 19.6C2.6 16.2 5.2 14.3 8.9 14.3S15.2 16.2 15.2 19.6",
                "M15.4 4.7A3.4 3.4 0 0 1 15.4 11.1", "M17.8 14.6C20 15.3 21.4 17 21.4 19.6",
            ]
        case .pin:
            [
                "M12 21.2C9.2 18.2 4.8 14.4 4.8 10A7.2 7.2 0 0 1 19.2 10"
                    + "C19.2 14.4 14.8 18.2 12 21.2Z",
                "M12 7.4A2.6 2.6 0 0 1 12 12.6A2.6 2.6 0 0 1 12 7.4Z",
            ]
        case .plug:
            [
                "M6.1 8.2H17.9V11.2A5.9 5.9 0 0 1 6.1 11.2Z", "M9 8.2V2.8M15 8.2V2.8",
                "M12 17.1V21.2",
            ]
        case .pylon:
            [
                "M12 2.8V21.2", "M2.8 7.2H21.2", "M6.1 7.2L12 13.1L17.9 7.2",
                "M4 7.2V4.4M8 7.2V4.4M16 7.2V4.4M20 7.2V4.4",
            ]
        case .shieldCheck:
            [
                "M12 2.8C14 4.5 16.6 5.5 19.6 5.6V11.4C19.6 16 16.8 19.4 12 21.2"
                    + "C7.2 19.4 4.4 16 4.4 11.4V5.6C7.4 5.5 10 4.5 12 2.8Z",
                "M8.5 12L11 14.5L15.5 9.8",
            ]
        case .sun:
            [
                "M12 8A4 4 0 0 1 12 16A4 4 0 0 1 12 8Z",
                "M12 2.6V4.8M12 19.2V21.4M2.6 12H4.8M19.2 12H21.4",
                "M5.35 5.35L6.9 6.9M17.1 17.1L18.65 18.65M5.35 18.65L6.9 17.1M17.1 6.9L18.65 5.35",
            ]
        case .sunrise:
            [
                "M7.8 16.4A4.2 4.2 0 0 1 16.2 16.4", "M3 20.4H21",
                "M2.9 16.4H4.5M19.5 16.4H21.1M5.2 9.6L6.3 10.7M18.8 9.6L17.7 10.7",
                "M12 8.9V3.5M8.7 6.8L12 3.5L15.3 6.8",
            ]
        case .target:
            [
                "M12 2.8A9.2 9.2 0 0 1 12 21.2A9.2 9.2 0 0 1 12 2.8Z",
                "M12 7A5 5 0 0 1 12 17A5 5 0 0 1 12 7Z",
            ]
        case .trendUp: ["M2.6 17.2L8.9 10.9L13.1 15.1L21.4 6.8", "M15.4 6.8H21.4V12.8"]
        case .truck:
            [
                "M5 16.2H4.1A1.6 1.6 0 0 1 2.5 14.6V7A1.6 1.6 0 0 1 4.1 5.4H12.6"
                    + "A1.6 1.6 0 0 1 14.2 7V16.2H9.2",
                "M14.2 9.2H17.9L21.5 12.8V14.6A1.6 1.6 0 0 1 19.9 16.2H19.2",
                "M7.1 14.4A2.1 2.1 0 0 1 7.1 18.6A2.1 2.1 0 0 1 7.1 14.4Z",
                "M17.1 14.4A2.1 2.1 0 0 1 17.1 18.6A2.1 2.1 0 0 1 17.1 14.4Z",
            ]
        case .warning: ["M12 3.4L21.4 20.2H2.6Z", "M12 9.3V13.3"]
        }
    }
}
