public import Graphics

/// Fewer points for the same picture of a long line.
///
/// The plane is cut into columns of a quarter of a point. In each, the points that make the
/// picture are kept: the first, the lowest, the highest and the last (M4: U. Jugel, Z. Jerzak,
/// G. Hackenbroich, V. Markl, M4: A visualization-oriented time series data aggregation, 2014). No
/// point of the line moves by more than a column's width, and between columns nothing changes. A
/// line across a page of 960 points has at most 15,400 points left, whether of 20,000 or of
/// 1,000,000.
///
/// Meant for straight lines, and for other interpolations where the points lie so close that
/// no curve shows. Takes time in proportion to the points.
public enum Thinning {
    /// How wide a column is unless told, in points: less than a pixel of a page 3,800 pixels wide.
    public static let columnWidth = 0.25

    /// The points of a line that make its picture, in their order.
    ///
    /// At most four of a column are kept, and all where there are no more. Points that are not
    /// in the order of their x, upwards or downwards, and points that are not finite, say that this
    /// is no line over an axis: then all are returned, and also where the columns have no width.
    public static func thinned(
        _ points: [Point], columnWidth: Double = Thinning.columnWidth
    ) -> [Point] {
        guard let kept = keptIndices(of: points.count, columnWidth, point: { points[$0] }) else {
            return points
        }
        return kept.count == points.count ? points : kept.map { points[$0] }
    }

    /// The same for a line with gaps, all of which are kept.
    ///
    /// What lies between two gaps is thinned by itself.
    public static func thinned(
        _ points: [Point?], columnWidth: Double = Thinning.columnWidth
    ) -> [Point?] {
        keptIndices(of: points, columnWidth: columnWidth).map { points[$0] }
    }

    /// The indices of the points and gaps that `thinned` keeps.
    ///
    /// For data beside the points; for an area keep what either edge needs.
    public static func keptIndices(
        of points: [Point?], columnWidth: Double = Thinning.columnWidth
    ) -> [Int] {
        keptIndices(of: points.count, columnWidth, point: { points[$0] })
            ?? Array(points.indices)
    }

    /// The indices to keep; `nil` where the points are not to be thinned.
    private static func keptIndices(
        of count: Int, _ width: Double, point: (Int) -> Point?
    ) -> [Int]? {
        guard width > 0, width.isFinite else { return nil }
        var kept: [Int] = []
        var column: Column?
        // The direction is that of the first two points with different x.
        var (isRising, isFalling) = (false, false)
        var lastX: Double?
        for index in 0..<count {
            guard let point = point(index) else {
                column?.close(into: &kept)
                column = nil
                kept.append(index)
                continue
            }
            guard point.x.isFinite, point.y.isFinite else { return nil }
            if let lastX {
                if point.x > lastX { isRising = true }
                if point.x < lastX { isFalling = true }
                if isRising && isFalling { return nil }
            }
            lastX = point.x
            // Far out this is infinite, and so one column; nothing there can be drawn.
            let place = (point.x / width).rounded(.down)
            if column?.place == place {
                column?.add(point.y, at: index)
            } else {
                column?.close(into: &kept)
                column = Column(place: place, index: index, y: point.y)
            }
        }
        column?.close(into: &kept)
        return kept
    }

    /// The points of one column met so far, by their indices, which follow each other.
    private struct Column {
        let place: Double
        private let first: Int
        private var last: Int
        private var (lowest, lowestY): (Int, Double)
        private var (highest, highestY): (Int, Double)

        init(place: Double, index: Int, y: Double) {
            self.place = place
            (first, last) = (index, index)
            (lowest, lowestY) = (index, y)
            (highest, highestY) = (index, y)
        }

        mutating func add(_ y: Double, at index: Int) {
            last = index
            if y < lowestY { (lowest, lowestY) = (index, y) }
            if y > highestY { (highest, highestY) = (index, y) }
        }

        /// Writes down which of its points are kept.
        func close(into kept: inout [Int]) {
            guard last - first >= 4 else { return kept.append(contentsOf: first...last) }
            kept.append(first)
            for index in [min(lowest, highest), max(lowest, highest), last]
            where index != kept.last {
                kept.append(index)
            }
        }
    }
}
