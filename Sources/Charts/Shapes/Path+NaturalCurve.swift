import Graphics

extension Path {
    /// Adds the cubic spline through points whose second derivative is continuous, and zero at both
    /// ends.
    ///
    /// Its first control points solve a tridiagonal system, by Thomas's algorithm; the second ones
    /// follow from them (R. H. Bartels, J. C. Beatty, B. A. Barsky, An introduction to splines for
    /// use in computer graphics and geometric modeling, 1987, chapter 3).
    mutating func addNaturalCurve(through points: some RandomAccessCollection<Point>) {
        let points = Array(points)
        let last = points.count - 1
        guard last > 1 else {
            if last == 1 { addLine(to: points[1]) }
            return
        }
        // With c the first control points: 2c₀ + c₁ = p₀ + 2p₁; in between cᵢ₋₁ + 4cᵢ + cᵢ₊₁ = 4pᵢ
        // + 2pᵢ₊₁; at the end 2c + 7c = 8p + p. Each row, once the one above is taken off it, reads
        // cᵢ + pivotᵢ cᵢ₊₁ = firstᵢ.
        var pivots = [0.5]
        var firsts = [(points[0] + points[1] * 2) * 0.5]
        pivots.reserveCapacity(last)
        firsts.reserveCapacity(last)
        for index in 1..<last {
            let isLast = index == last - 1
            let (below, diagonal) = isLast ? (2.0, 7.0) : (1.0, 4.0)
            let right = points[index] * (isLast ? 8 : 4) + points[index + 1] * (isLast ? 1 : 2)
            let divisor = diagonal - below * pivots[index - 1]
            pivots.append(1 / divisor)
            firsts.append((right - firsts[index - 1] * below) * (1 / divisor))
        }
        for index in (0..<(last - 1)).reversed() {
            firsts[index] = firsts[index] - firsts[index + 1] * pivots[index]
        }
        for index in 0..<last {
            let end = points[index + 1]
            let second =
                index == last - 1
                ? (end + firsts[index]) * 0.5 : end * 2 - firsts[index + 1]
            addCurve(firsts[index], second, to: end)
        }
    }
}
