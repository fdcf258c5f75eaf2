import Graphics

extension Path {
    /// Adds cubic curves whose y stays between those of the two points they join.
    ///
    /// M. Steffen, A simple method for monotonic interpolation in one dimension (1990); the slope
    /// at either end is that of the parabola through the end with the next slope. A point that
    /// coincides with the one before is left out.
    mutating func addMonotoneCurve(through points: some RandomAccessCollection<Point>) {
        var points = points.makeIterator()
        guard var start = points.next(), var end = Self.next(in: &points, otherThan: start) else {
            return
        }
        var slope: Double?
        while let following = Self.next(in: &points, otherThan: end) {
            let endSlope = Self.slope(at: end, from: start, to: following)
            addMonotoneSegment(
                start, slope ?? Self.slope(atEndOf: start, end, other: endSlope), end, endSlope)
            (start, end, slope) = (end, following, endSlope)
        }
        guard let slope else { return addLine(to: end) }
        addMonotoneSegment(start, slope, end, Self.slope(atEndOf: start, end, other: slope))
    }

    private static func next(
        in points: inout some IteratorProtocol<Point>, otherThan last: Point
    ) -> Point? {
        while let point = points.next() {
            if point != last { return point }
        }
        return nil
    }

    /// The slope at a point between two others: none at an extreme, else at most twice that of
    /// either side.
    private static func slope(at point: Point, from before: Point, to after: Point) -> Double {
        let (left, right) = (point - before, after - point)
        // Points above each other have a slope without end. Its sign is that of the rise in the
        // direction in which the points advance.
        let leftSlope =
            left.x == 0 ? left.y * (right.x < 0 ? -.infinity : .infinity) : left.y / left.x
        let rightSlope =
            right.x == 0 ? right.y * (left.x < 0 ? -.infinity : .infinity) : right.y / right.x
        guard leftSlope * rightSlope > 0 else { return 0 }
        let parabola = (leftSlope * right.x + rightSlope * left.x) / (left.x + right.x)
        let size = min(abs(leftSlope), abs(rightSlope), 0.5 * abs(parabola))
        guard size.isFinite else { return 0 }
        return leftSlope < 0 ? -2 * size : 2 * size
    }

    /// The slope at an end of the segment, given that at its other end.
    private static func slope(atEndOf start: Point, _ end: Point, other: Double) -> Double {
        let width = end.x - start.x
        return width == 0 ? other : (3 * (end.y - start.y) / width - other) / 2
    }

    /// Adds one curve by the slopes at its ends, whose Bézier points are a third of its width away.
    private mutating func addMonotoneSegment(
        _ start: Point, _ startSlope: Double, _ end: Point, _ endSlope: Double
    ) {
        let third = (end.x - start.x) / 3
        // Only a rounding can lie beyond the points, and not even that shall be drawn.
        let range = min(start.y, end.y)...max(start.y, end.y)
        addCurve(
            Point(start.x + third, (start.y + third * startSlope).clamped(to: range)),
            Point(end.x - third, (end.y - third * endSlope).clamped(to: range)), to: end)
    }
}

extension Double {
    /// The nearest number in a range; its lower end for what is no number.
    fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
        isNaN ? range.lowerBound : Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}
