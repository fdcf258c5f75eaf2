public import Graphics
import Layout
public import Scales

extension MapKey {
    /// Circles inside each other with the amounts that they stand for.
    public struct Sizes: Hashable, Sendable {
        /// A circle and its amount.
        public struct Circle: Hashable, Sendable {
            /// Its radius in points.
            public var radius: Double
            /// The amount.
            public var text: String

            /// A circle and its amount.
            public init(radius: Double, _ text: String) {
                self.radius = radius
                self.text = text
            }
        }

        /// The circles, in any order.
        public var circles: [Circle]
        /// The colour of the map's symbols.
        public var color: Color

        /// Circles of one colour.
        public init(_ circles: [Circle], color: Color) {
            self.circles = circles
            self.color = color
        }

        /// The round amounts of a scale.
        public init(
            of scale: SymbolScale, color: Color, format: NumberFormat, locale: DeckLocale
        ) {
            self.init(
                scale.keyValues.map {
                    Circle(
                        radius: scale.radius(of: $0),
                        format.text($0, locale: locale.number))
                }, color: color)
        }
    }

    /// From baseline to baseline of amounts, as a share of their size.
    private static let leading = 1.2
    /// From the largest circle's edge to the amounts, in points.
    private static let leaderLength = 8.0

    /// Draws circles on one ground line, each with a leader from its top to its amount.
    func draw(_ sizes: Sizes, at origin: Point, on canvas: inout Canvas) -> Rect {
        let circles = sizes.circles.filter { $0.radius > 0 && $0.radius.isFinite }
            .sorted { $0.radius > $1.radius }
        guard let largest = circles.first else { return Rect(origin: origin, size: .zero) }
        let look = style.readable(style.figure)
        let drop = 0.365 * look.size
        // The first amount's capitals may reach above the largest circle.
        let top = origin.y + max(drop, 1)
        let ground = top + 2 * largest.radius
        let middle = origin.x + largest.radius + 0.5
        let right = middle + largest.radius + Self.leaderLength
        var box = Rect(
            left: origin.x, top: origin.y, right: middle + largest.radius + 0.5,
            bottom: ground + 0.5)
        for circle in circles {
            let center = Point(middle, ground - circle.radius)
            canvas.add(
                .path(
                    .circle(center: center, radius: circle.radius),
                    fill: .color(sizes.color.opacity(sizes.color.alpha * MapSymbol.opacity)),
                    stroke: Stroke(style.ground, width: MapSymbol.outlineWidth)))
        }
        var last = -Double.infinity
        for circle in circles {
            let edge = ground - 2 * circle.radius
            // Amounts never come closer than lines of text; their leaders bend then.
            let y = max(edge, last + Self.leading * look.size)
            last = y
            canvas.stroke(
                .polyline([
                    Point(middle, edge), Point(right - Self.leaderLength + 2, edge),
                    Point(right - 1, y),
                ]), Stroke(look.color, width: 0.6))
            let line = canvas.line(circle.text, look)
            canvas.text(line, x: right + 2, baseline: y + drop)
            box = box.union(
                Rect(left: right, top: y - drop, right: right + 2 + line.width, bottom: y + drop))
        }
        return box
    }
}
