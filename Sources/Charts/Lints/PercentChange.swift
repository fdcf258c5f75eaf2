/// The change from one figure to another in per cent, where that can be said honestly.
///
/// A percentage needs a base that is above zero, and not so small that any change becomes huge: at
/// least 5 % of the greatest figure it is shown with. A change of sign has no percentage either.
public struct PercentChange: Hashable, Sendable {
    /// Why a change has no honest percentage.
    public enum Fault: String, Hashable, Sendable, CaseIterable {
        /// A figure is not finite.
        case notFinite = "not-finite"
        /// The base is zero, or less than a twentieth of the greatest figure.
        case nearZero = "near-zero"
        /// The base is negative: more and less would trade places.
        case negative
        /// The figures have different signs.
        case changesSign = "changes-sign"
    }

    /// The least share of the greatest figure that a base may be.
    public static let leastBase = 0.05

    /// What it starts from.
    public let base: Double
    /// What it leads to.
    public let current: Double
    /// Why it has no honest percentage; `nil` where it has one.
    public let fault: Fault?

    /// The change from `base` to `current`.
    ///
    /// - Parameter figures: the series that they belong to, for telling what is near zero; figures
    ///   that are not finite are left out.
    public init(
        from base: Double, to current: Double, among figures: some Sequence<Double> = [Double]()
    ) {
        var greatest = max(base.magnitude, current.magnitude)
        for figure in figures where figure.isFinite { greatest = max(greatest, figure.magnitude) }
        self.init(from: base, to: current, greatest: greatest)
    }

    /// The change from `base` to `current`, where `greatest` is the greatest magnitude around.
    init(from base: Double, to current: Double, greatest: Double) {
        self.base = base
        self.current = current
        let greatest = max(greatest, base.magnitude, current.magnitude)
        fault =
            !base.isFinite || !current.isFinite
            ? .notFinite
            : base == 0 || base.magnitude < Self.leastBase * greatest
                ? .nearZero
                : (base < 0) != (current < 0) && current != 0
                    ? .changesSign : base < 0 ? .negative : nil
    }

    /// The change as a share of the base, 0.1 for ten per cent more; `nil` where it is not honest.
    public var rate: Double? { fault == nil ? current / base - 1 : nil }
}
