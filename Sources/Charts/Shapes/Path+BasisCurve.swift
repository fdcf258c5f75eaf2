import Graphics

extension Path {
    /// Adds the uniform cubic B-spline of points, its ends drawn out to the first and the last.
    mutating func addBasisCurve(through points: some RandomAccessCollection<Point>) {
        guard points.count > 2, let first = points.first, let last = points.last else {
            return points.dropFirst().forEach { addLine(to: $0) }
        }
        // The ends count three times: two of them make the curve start on the first side.
        var (before, point) = (first, first)
        for (index, next) in points.dropFirst().enumerated() {
            if index == 0 {
                addLine(to: (first * 5 + next) * (1 / 6))
            } else {
                addBasisSegment(before, point, next)
            }
            (before, point) = (point, next)
        }
        addBasisSegment(before, last, last)
        addLine(to: last)
    }

    private mutating func addBasisSegment(_ before: Point, _ point: Point, _ next: Point) {
        addCurve(
            (before * 2 + point) * (1 / 3), (before + point * 2) * (1 / 3),
            to: (before + point * 4 + next) * (1 / 6))
    }
}
