import Graphics

/// The leaders of a column of labels: slanting from what they name to a bend, then level.
enum CalloutLeaders {
    /// Points between a leader's end and its label.
    static let gap = 3.0
    /// The level part of a leader, in points.
    static let run = 11.0

    /// The leaders from `anchors` to rows at `levels`, and the row that each level gets.
    ///
    /// All bends lie above each other, so leaders that cross get shorter by exchanging their rows;
    /// this ends, as their sum falls each time.
    ///
    /// - Parameters:
    ///   - edge: where the labels begin.
    ///   - isRight: whether the labels stand right of what they name.
    static func leaders(
        from anchors: [Point], to levels: [Double], edge: Double, isRight: Bool
    ) -> (lines: [Polyline], order: [Int]) {
        let sign = isRight ? -1.0 : 1.0
        let (end, bend) = (edge + sign * gap, edge + sign * (gap + run))
        var order = Array(anchors.indices)
        func slant(_ line: Int) -> Segment {
            Segment(anchors[order[line]], Point(bend, levels[line]))
        }
        for _ in 0..<(order.count * order.count) {
            var hasChanged = false
            for line in order.indices {
                for other in order.indices.dropFirst(line + 1)
                where slant(line).crosses(slant(other)) {
                    order.swapAt(line, other)
                    hasChanged = true
                }
            }
            if !hasChanged { break }
        }
        let lines = order.indices.map { line in
            let (anchor, level) = (anchors[order[line]], levels[line])
            return Polyline([anchor, Point(bend, level), Point(end, level)])
        }
        return (lines, order)
    }
}
