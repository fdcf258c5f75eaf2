public import Graphics

/// Leaders from what a column of labels names to the labels: level, then slanting, then level.
///
/// All slants begin and end at the same distances, as tracks do in boundary labelling (Bekos,
/// Kaufmann, Symvonis and Wolff 2007). Up to `start` leaders are level, each at its own height;
/// between `start` and `finish` they are straight lines that have the same order at both ends; from
/// there to `end` they are level again. So no two can cross, and none reaches a label, which begins
/// beyond `end`.
public struct ElbowLeaders: Hashable, Sendable {
    /// Where slants begin: beyond all that the labels name.
    public var start: Double
    /// Where slants end.
    public var finish: Double
    /// Where leaders end, a little before the labels.
    public var end: Double

    /// Leaders that slant from `start` to `finish`: to the right for a column on the right.
    public init(start: Double, finish: Double, end: Double) {
        self.start = start
        self.finish = finish
        self.end = end
    }

    /// The leaders of an arranged stack, in the order of its items.
    ///
    /// `nil` for items without a place or an anchor, for anchors beyond `start`, and for all where
    /// `start`, `finish` and `end` do not follow each other towards the column. Anchors count to the nearest 1/64 pt;
    /// leaders of anchors at one height part by less than a point on their way to `start`.
    public func leaders(of stack: LabelStack, _ arrangement: LabelStack.Arrangement) -> [Polyline?]
    {
        var leaders = [Polyline?](repeating: nil, count: stack.items.count)
        let sign = stack.side == .right ? 1.0 : -1.0
        guard abs(start) <= 1e9, abs(end) <= 1e9, (finish - start) * sign >= 1,
            (end - finish) * sign >= 0
        else { return leaders }
        var previous = -Double.infinity
        let rows = arrangement.order.compactMap { index -> Row? in
            guard let anchor = stack.items[index].place, let level = arrangement.levels[index],
                (start - anchor.x) * sign >= 0
            else { return nil }
            return Row(
                index: index, anchor: Point(anchor.x, Self.snapped(anchor.y)), level: level)
        }
        for group in groups(rows) {
            let height = group.first?.anchor.y ?? 0
            // The last of a group is level; those before it rise, within a quarter of what is free.
            let parting = min(0.75, (height - previous) / (4 * Double(group.count)))
            for (step, row) in group.enumerated() {
                let rise = parting * Double(group.count - 1 - step)
                var points = [row.anchor]
                if row.anchor.x != start { points.append(Point(start, height - rise)) }
                points.append(Point(finish, row.level))
                if finish != end { points.append(Point(end, row.level)) }
                leaders[row.index] = Polyline(points)
            }
            previous = height
        }
        return leaders
    }

    /// One leader's two ends.
    private struct Row {
        var index: Int
        var anchor: Point
        var level: Double
    }

    /// The rows whose anchors are level, together.
    private func groups(_ rows: [Row]) -> [[Row]] {
        var groups: [[Row]] = []
        for row in rows {
            if let last = groups.indices.last, groups[last].first?.anchor.y == row.anchor.y {
                groups[last].append(row)
            } else {
                groups.append([row])
            }
        }
        return groups
    }

    /// A height to the nearest 1/64 pt, so that heights are either the same or clearly apart.
    static func snapped(_ height: Double) -> Double { (height * 64).rounded() / 64 }
}
