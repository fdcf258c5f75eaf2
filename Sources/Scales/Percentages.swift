import Glibc

/// Shares rounded so that they add up to their total, as a reader expects of percentages.
public enum Percentages {
    /// `shares` in proportion, rounded to `decimals`, with the sum `total`.
    ///
    /// Each is rounded down; what is missing goes to those that lost most, the earlier one first
    /// (largest remainder, Hamilton's method). `nil` where nothing can add up: a share that is
    /// negative or not finite, no share above zero, or a negative total. Decimals run from 0 to 9.
    public static func roundedToSum(
        _ shares: [Double], total: Int = 100, decimals: Int = 0
    ) -> [Double]? {
        guard let greatest = shares.max(), greatest > 0, total >= 0, total <= 1_000_000,
            shares.allSatisfy({ $0.isFinite && $0 >= 0 })
        else { return nil }
        // Parts of the greatest share, so that no sum overflows.
        let parts = shares.map { $0 / greatest }
        let sum = parts.reduce(0, +)
        let unitsPerOne = pow(10, Double(min(max(decimals, 0), 9)))
        let units = Double(total) * unitsPerOne
        // Noise of the division must not break a tie, nor keep a whole number from being one.
        let quotas = parts.map { part in
            let quota = part / sum * units
            return abs(quota - quota.rounded()) < 1e-6 ? quota.rounded() : quota
        }
        var rounded = quotas.map { $0.rounded(.down) }
        let missing = Int(units - rounded.reduce(0, +))
        let remainders = zip(quotas, rounded).map { (($0 - $1) * 1e6).rounded() }
        let order = remainders.indices.sorted {
            (-remainders[$0], $0) < (-remainders[$1], $1)
        }
        for index in order.prefix(max(0, missing)) { rounded[index] += 1 }
        return rounded.map { $0 / unitsPerOne }
    }
}
