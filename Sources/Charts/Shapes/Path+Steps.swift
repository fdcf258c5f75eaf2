import Graphics

extension Path {
    /// Adds level lines through points, with a drop or rise between neighbours.
    ///
    /// - Parameter share: where between two points the level changes: 0 at the first, 1 at the
    ///   second; half way, the first and the last level are half as long as the others.
    mutating func addSteps(
        through points: some RandomAccessCollection<Point>, turningAt share: Double
    ) {
        guard var last = points.first else { return }
        for point in points.dropFirst() {
            if share == 0 {
                addLine(to: Point(last.x, point.y))
                addLine(to: point)
            } else {
                let x = last.x * (1 - share) + point.x * share
                addLine(to: Point(x, last.y))
                addLine(to: Point(x, point.y))
            }
            last = point
        }
        if share > 0, share < 1, points.count > 1 { addLine(to: last) }
    }
}
