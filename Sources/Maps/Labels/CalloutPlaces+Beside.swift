import Graphics
import Layout

extension CalloutPlaces {
    /// The cost of a square point of land under names beside their points, which lie on the land of
    /// their country, if it is pale, and more of land that text cannot be read on.
    private static let nameOnLand = 0.003
    private static let nameOnBusy = 0.03
    /// What land that text cannot be read on costs however little of it lies under the letters.
    private static let nameMeetsBusy = 12.0
    /// From a point's ring to its name, in points; at less, names at corners would meet the ring.
    private static let gap = 3.0
    /// The best sides first: level with the ring, which nobody takes for a letter, the eye goes on
    /// from it to the name; then those that Imhof (1975) prefers.
    private static let sides: [LabelSide] = [
        .right, .left, .aboveRight, .belowRight, .aboveLeft, .belowLeft, .above, .below,
    ]

    /// A name belongs to the nearest dot for its readers (Imhof 1975): what it costs that another one
    /// is as near as its own, and how many times farther another must be to cost nothing.
    private static let ambiguous = 10.0
    private static let apartness = 2.0

    /// Places around the only point of a label, without a leader.
    ///
    /// - Parameter others: the points of other labels.
    func beside(
        _ block: LabelBlock, _ point: Point, radius: Double, among others: [Point]
    ) -> [Callout] {
        let order = Array(block.label.rows.indices)
        return LabelCandidate.around(
            point, text: LabelText(size: block.size), radius: radius, gap: Self.gap,
            order: Self.sides
        ).map { place in
            var candidate = place
            let areas = grid.areas(under: place.box)
            candidate.cost += areas.land * Self.nameOnLand + areas.busy * Self.nameOnBusy
            if areas.busy > 0.02 * place.box.width * place.box.height {
                candidate.cost += Self.nameMeetsBusy
            }
            let own = max(1, place.box.distance(to: point))
            let nearest = others.lazy.map { place.box.distance(to: $0) / own }.min() ?? .infinity
            let doubt = (Self.apartness - nearest) / (Self.apartness - 1)
            candidate.cost += Self.ambiguous * min(1, max(0, doubt))
            return Callout(candidate: candidate, order: order)
        }
    }
}

extension Rect {
    /// How far a point lies outside; 0 for one inside.
    fileprivate func distance(to point: Point) -> Double {
        Point(min(max(point.x, minX), maxX), min(max(point.y, minY), maxY)).distance(to: point)
    }
}
