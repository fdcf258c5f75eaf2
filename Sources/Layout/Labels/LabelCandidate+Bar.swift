public import Graphics

/// Which way a bar grows from its base.
public enum BarDirection: String, Hashable, Sendable, CaseIterable {
    /// A positive value in a chart of lying bars.
    case right
    /// A negative value in a chart of lying bars.
    case left
    /// A positive value in a chart of standing bars.
    case up
    /// A negative value in a chart of standing bars.
    case down

    /// The way as a vector of length 1.
    fileprivate var vector: Point {
        switch self {
        case .right: Point(1, 0)
        case .left: Point(-1, 0)
        case .up: Point(0, -1)
        case .down: Point(0, 1)
        }
    }
}

/// Where a label stands, seen from the bar it names.
public enum BarPlace: String, Hashable, Sendable, CaseIterable {
    /// Inside, at the end that shows the value.
    case insideEnd
    /// Outside, beyond the end that shows the value.
    case outsideEnd
    /// Inside, at the end where the bar begins.
    case insideBase
    /// In the middle.
    case center
}

/// The colours between which a label on a fill has to choose.
public struct LabelColors: Hashable, Sendable {
    /// The dark one, which is also that of labels on the ground.
    public var ink: Color
    /// The light one.
    public var light: Color

    /// Ink, and white or another light colour.
    public init(ink: Color, light: Color = .white) {
        self.ink = ink
        self.light = light
    }

    /// The one that reads better on a fill.
    func on(_ fill: Color) -> Color { fill.mostReadable(among: [light, ink]) }
}

extension LabelCandidate {
    /// Places in and at a bar, the first of `places` costing 0 and each next 1 more.
    ///
    /// A label that does not fit inside cannot stand there; one that reads badly on the fill (less
    /// than 4.5 to 1, WCAG 2.1) costs 8 more there, so that it stands outside if it can.
    ///
    /// - Parameters:
    ///   - inset: from the bar's ends to letters inside it, in points.
    ///   - gap: from the bar's end to letters beyond it, in points.
    public static func bar(
        _ bar: Rect, growing direction: BarDirection, text: LabelText, fill: Color,
        colors: LabelColors, places: [BarPlace] = [.insideEnd, .outsideEnd], inset: Double = 5,
        gap: Double = 4
    ) -> [LabelCandidate] {
        let way = direction.vector
        // Half of the bar, and half of the label, along the bar.
        let half = abs(way.x) * bar.width / 2 + abs(way.y) * bar.height / 2
        let body = abs(way.x) * text.size.width / 2 + abs(way.y) * text.size.height / 2
        let reach = { (toward: Point) in overhang(of: text, toward: toward) }
        let inside = fill.mostReadable(among: [colors.light, colors.ink])
        let isReadable = inside.contrast(with: fill) >= Color.readableContrast
        return places.enumerated().map { rank, place in
            let shift: Double
            switch place {
            case .insideEnd: shift = half - max(inset, reach(way) + 1) - body
            case .outsideEnd:
                let least =
                    way.x == 0
                    ? LabelPlacer.clearanceDown + reach(way * -1) : LabelPlacer.clearanceAcross
                shift = half + max(gap, least) + body
            case .insideBase: shift = max(inset, reach(way * -1) + 1) + body - half
            case .center: shift = 0
            }
            let middle = bar.center + way * shift
            let box = Rect(
                x: middle.x - text.size.width / 2, y: middle.y - text.size.height / 2,
                width: text.size.width, height: text.size.height)
            let alignment = alignment(place, way)
            guard place != .outsideEnd else {
                return LabelCandidate(
                    box, cost: Double(rank), color: colors.ink, alignment: alignment)
            }
            // Ends keep their inset; sides only need air.
            var room = bar.inset(
                by: Insets(
                    horizontal: way.x == 0 ? sideAir : min(inset, sideAir), vertical: sideAir))
            if way.x != 0 {
                // A comma may reach over the side of a bar whose height its digits fit.
                room = room.inset(
                    by: Insets(
                        top: -text.overhang.top - sideAir, bottom: -text.overhang.bottom - sideAir))
            }
            return LabelCandidate(
                box, cost: Double(rank) + (isReadable ? 0 : 8), color: inside,
                alignment: alignment, container: .rect(room))
        }
    }

    /// The middle of a cell of a heat map, if the label fits there.
    public static func cell(
        _ cell: Rect, text: LabelText, fill: Color, colors: LabelColors
    ) -> [LabelCandidate] {
        let box = Rect(
            x: cell.midX - text.size.width / 2, y: cell.midY - text.size.height / 2,
            width: text.size.width, height: text.size.height)
        return [
            LabelCandidate(
                box, color: colors.on(fill), alignment: .center,
                container: .rect(cell.inset(by: Insets(all: sideAir))))
        ]
    }

    /// Between letters and the sides of a bar or cell, in points.
    private static let sideAir = 1.0

    /// How far letters reach beyond the body on the side a vector points to.
    private static func overhang(of text: LabelText, toward way: Point) -> Double {
        way.y < 0 ? text.overhang.top : way.y > 0 ? text.overhang.bottom : 0
    }

    /// Lines begin or end at the bar's end they stand at.
    private static func alignment(_ place: BarPlace, _ way: Point) -> HorizontalAlignment {
        guard way.x != 0 else { return .center }
        switch place {
        case .insideEnd: return way.x > 0 ? .right : .left
        case .outsideEnd, .insideBase: return way.x > 0 ? .left : .right
        case .center: return .center
        }
    }
}
