import Graphics

extension Path {
    /// Adds the cardinal spline without tension: at each point the slope of the line between its
    /// neighbours, a sixth of which leads to the control points.
    mutating func addCardinalCurve(through points: some RandomAccessCollection<Point>) {
        addCurves(through: points) { before, start, end, after in
            (
                before.map { start + (end - $0) * (1 / 6) } ?? start,
                after.map { end - ($0 - start) * (1 / 6) } ?? end
            )
        }
    }

    /// Adds the centripetal Catmull-Rom spline, which has neither loops nor cusps.
    ///
    /// C. Yuksel, S. Schaefer, J. Keyser, Parameterization and applications of Catmull-Rom curves
    /// (2011), section 3: with the root of the distance of neighbours as the parameter.
    mutating func addCatmullRomCurve(through points: some RandomAccessCollection<Point>) {
        addCurves(through: points) { before, start, end, after in
            let inner = start.distance(to: end)
            return (
                before.map { Self.control(of: start, behind: $0, towards: end, inner) } ?? start,
                after.map { Self.control(of: end, behind: $0, towards: start, inner) } ?? end
            )
        }
    }

    /// The control point between a point and another, with a neighbour behind the point.
    ///
    /// - Parameter inner: the distance from the point to the other.
    private static func control(
        of point: Point, behind neighbour: Point, towards other: Point, _ inner: Double
    ) -> Point {
        let outer = point.distance(to: neighbour)
        let (outerRoot, innerRoot) = (outer.squareRoot(), inner.squareRoot())
        // What is nearer than this coincides, as in d3-shape, and gives no direction.
        guard outerRoot > 1e-12 else { return point }
        let weight = 2 * outer + 3 * outerRoot * innerRoot + inner
        let total = 3 * outerRoot * (outerRoot + innerRoot)
        return (point * weight - neighbour * inner + other * outer) * (1 / total)
    }

    /// Adds a curve between each two neighbours; the first and the last have only one.
    private mutating func addCurves(
        through points: some RandomAccessCollection<Point>,
        _ controls: (_ before: Point?, _ start: Point, _ end: Point, _ after: Point?) -> (
            Point, Point
        )
    ) {
        guard points.count > 2, var start = points.first else {
            return points.dropFirst().forEach { addLine(to: $0) }
        }
        var rest = points.dropFirst().makeIterator()
        var before: Point?
        var next = rest.next()
        while let end = next {
            next = rest.next()
            let (first, second) = controls(before, start, end, next)
            addCurve(first, second, to: end)
            (before, start) = (start, end)
        }
    }
}
