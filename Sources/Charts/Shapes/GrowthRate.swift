import Glibc

/// How fast a figure grows.
public enum GrowthRate {
    /// The compound annual growth rate: the equal yearly growth that leads from one figure to
    /// another.
    ///
    /// The formula of compound interest, last = first · (1 + rate)^years, solved for the rate:
    /// (last / first)^(1 / years) - 1. `compound(from: 100, to: 121, over: 2)` is 0.1, ten per cent
    /// a year. `nil` where there is no such rate: a figure that is not above zero, no time, or
    /// figures too far apart to divide.
    public static func compound(
        from first: Double, to last: Double, over years: Double
    ) -> Double? {
        guard first > 0, first.isFinite, last > 0, last.isFinite, years > 0, years.isFinite else {
            return nil
        }
        // The same as the power, without losing the digits of rates near zero.
        let rate = expm1(log(last / first) / years)
        return rate.isFinite && rate > -1 ? rate : nil
    }
}
