public import Graphics

extension LabelCandidate {
    /// Places along a rule that runs across a plot: above it at the right edge first, then below,
    /// then the same further left, and at the left edge.
    ///
    /// - Parameter gap: from the rule to the letters, in points.
    public static func rule(
        atY y: Double, in plot: Rect, text: LabelText, gap: Double = 3
    ) -> [LabelCandidate] {
        let air = LabelPlacer.clearanceDown + halfRule
        let above = y - max(gap, air + text.overhang.bottom)
        let below = y + max(gap, air + text.overhang.top)
        return along(text.size.width, from: plot.maxX, back: plot.minX).flatMap { place, cost in
            [(above - text.size.height, 0.0), (below, 1.0)].map { top, extra in
                LabelCandidate(
                    Rect(origin: Point(place, top), size: text.size), cost: cost + extra,
                    alignment: place > plot.midX - text.size.width / 2 ? .right : .left)
            }
        }
    }

    /// Places along a rule that runs down a plot: right of it at the top first, then left, then the
    /// same further down, and at the bottom.
    ///
    /// - Parameter gap: from the rule to the letters, in points.
    public static func rule(
        atX x: Double, in plot: Rect, text: LabelText, gap: Double = 4
    ) -> [LabelCandidate] {
        let air = max(gap, LabelPlacer.clearanceAcross + halfRule)
        let low = plot.minY + text.overhang.top
        let high = plot.maxY - text.overhang.bottom
        // Seen from the bottom edge the top one is the far end.
        return along(text.size.height, from: -low, back: -high).flatMap { place, cost in
            [(x + air, 0.0, HorizontalAlignment.left), (x - air - text.size.width, 1.0, .right)]
                .map { left, extra, alignment in
                    LabelCandidate(
                        Rect(origin: Point(left, -place - text.size.height), size: text.size),
                        cost: cost + extra, alignment: alignment)
                }
        }
    }

    /// Half the thickness of the thickest rule that charts draw, in points.
    private static let halfRule = 0.75

    /// Where an extent may begin that ends at `high`, or further back down to `low`, and the cost.
    private static func along(
        _ extent: Double, from high: Double, back low: Double
    ) -> [(start: Double, cost: Double)] {
        let room = high - low - extent
        guard room >= 0 else { return [] }
        return [(0, 0), (0.125, 3), (0.25, 4), (0.5, 5), (0.75, 6), (1, 2)].map { share, cost in
            (high - extent - room * share, cost)
        }
    }
}
