import Glibc

/// Shares rounded so that they add up to their total, as a reader expects of percentages.
public enum Percentages {
    /// `shares` in proportion, rounded to `decimals`, with the sum `total`.
    ///
    /// Each is rounded down; what is missing goes to those that lost most, of equal ones to the
    /// earlier (largest remainder, Hamilton's method). So none is off by a whole unit of its last
    /// decimal, none of zero gets anything, and a greater share never has less than a smaller one.
    /// `nil` where nothing can add up: a share that is negative or not finite, no share above zero,
    /// or a total that is negative or above a million. Decimals run from 0 to 9.
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
        // Noise of the division must not break a tie, nor keep a whole number from being one. It
        // grows with the number of units, and is less than their last bits.
        let noise = max(1e-6, units * 1e-14)
        let quotas = parts.map { part in
            let quota = part / sum * units
            return abs(quota - quota.rounded()) < noise ? quota.rounded() : quota
        }
        var rounded = quotas.map { $0.rounded(.down) }
        var missing = Int(units - rounded.reduce(0, +))
        let remainders = zip(quotas, rounded).map { (($0 - $1) / noise).rounded() }
        let order = remainders.indices.sorted {
            (-remainders[$0], $0) < (-remainders[$1], $1)
        }
        // One unit each is enough but for noise, which may also have left too many.
        while missing != 0 {
            let step: Double = missing > 0 ? 1 : -1
            let takers = (missing > 0 ? order : order.reversed()).filter {
                quotas[$0] > 0 && rounded[$0] + step >= 0
            }
            guard !takers.isEmpty else { break }
            for index in takers.prefix(abs(missing)) {
                rounded[index] += step
                missing -= Int(step)
            }
        }
        return rounded.map { $0 / unitsPerOne }
    }
}
