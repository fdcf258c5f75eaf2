/// The values nearest to `wishes`, by the sum of squares, that never fall and stay within limits.
///
/// Pools neighbours that would fall into their mean (pool adjacent violators: Ayer et al. 1955);
/// cutting that at the limits gives the best values within them. Linear in the number of values.
///
/// - Parameter limits: the least and the greatest value.
func isotonicRegression(_ wishes: [Double], within limits: ClosedRange<Double>) -> [Double] {
    var pools: [(mean: Double, count: Double)] = []
    for wish in wishes {
        var pool = (mean: wish, count: 1.0)
        while let last = pools.last, last.mean >= pool.mean {
            pools.removeLast()
            let count = last.count + pool.count
            // A weighted mean this way round cannot overflow.
            pool = (last.mean + (pool.mean - last.mean) * (pool.count / count), count)
        }
        pools.append(pool)
    }
    return pools.flatMap { pool in
        [Double](
            repeating: min(max(pool.mean, limits.lowerBound), limits.upperBound),
            count: Int(pool.count))
    }
}
