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

    /// Places around the only point of a label, without a leader.
    func beside(_ block: LabelBlock, _ point: Point, radius: Double) -> [Callout] {
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
            return Callout(candidate: candidate, order: order)
        }
    }
}
