import Graphics
import Layout

extension CalloutPlaces {
    /// From place to place inside of an area, in points.
    private static let step = Size(4, 3)
    /// How many places are compared along each side of an area, and how many are given back.
    private static let mostSteps = 120
    private static let mostInside = 150
    /// What a point costs between a label and the best inner point of its area.
    private static let off = 0.08
    /// The air around a label inside of an area, in points; capitals have their own above them.
    private static let airInside = Insets(horizontal: -2, vertical: -1)

    /// Places inside of an area, those around its best inner point first.
    ///
    /// A wide label may have room in another part of the area than the circle around that point.
    func inside(
        _ block: LabelBlock, area: Int, around point: Point, within bounds: Rect, color: Color?
    ) -> [Callout] {
        let size = block.size
        let left = max(bounds.minX, frame.minX) + size.width / 2
        let right = min(bounds.maxX, frame.maxX) - size.width / 2
        let top = max(bounds.minY, frame.minY) + size.height / 2
        let bottom = min(bounds.maxY, frame.maxY) - size.height / 2
        guard left <= right, top <= bottom else { return [] }
        let across = Self.steps(around: point.x, from: left, to: right, by: Self.step.width)
        let down = Self.steps(around: point.y, from: top, to: bottom, by: Self.step.height)
        var found: [(cost: Double, box: Rect)] = []
        for y in down {
            for x in across {
                let box = Rect(
                    x: x - size.width / 2, y: y - size.height / 2, width: size.width,
                    height: size.height)
                guard grid.lies(box.inset(by: Self.airInside), onlyOn: area) else { continue }
                found.append((Self.off * Point(x, y).distance(to: point), box))
            }
        }
        let order = Array(block.label.rows.indices)
        return found.enumerated().sorted {
            ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset)
        }.prefix(Self.mostInside).map { _, place in
            Callout(
                candidate: LabelCandidate(
                    place.box, cost: place.cost, color: color, alignment: .center), order: order)
        }
    }

    /// Places between two ends, of which one is `middle` if that lies between them.
    private static func steps(
        around middle: Double, from low: Double, to high: Double, by step: Double
    ) -> [Double] {
        let step = max(step, (high - low) / Double(mostSteps))
        guard step > 0, low >= middle - 1e9, high <= middle + 1e9 else { return [] }
        let (first, last) = (
            ((low - middle) / step).rounded(.up), ((high - middle) / step).rounded(.down)
        )
        guard first <= last else { return [] }
        return (Int(first)...Int(last)).map { middle + Double($0) * step }
    }
}
