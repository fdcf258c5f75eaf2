import Glibc

/// How much two measures go together.
enum Correlation {
    /// Pearson's coefficient, from -1 to 1; `nil` where one of the measures does not vary, or where
    /// numbers are too far apart.
    static func linear(_ x: [Double], _ y: [Double]) -> Double? {
        guard x.count == y.count, x.count > 1 else { return nil }
        let count = Double(x.count)
        let (meanX, meanY) = (x.reduce(0) { $0 + $1 / count }, y.reduce(0) { $0 + $1 / count })
        var (xx, yy, xy) = (0.0, 0.0, 0.0)
        for (x, y) in zip(x, y) {
            xx += (x - meanX) * (x - meanX)
            yy += (y - meanY) * (y - meanY)
            xy += (x - meanX) * (y - meanY)
        }
        let coefficient = xy / (sqrt(xx) * sqrt(yy))
        return coefficient.isFinite ? max(-1, min(1, coefficient)) : nil
    }
}
