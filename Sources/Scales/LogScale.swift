import Glibc

/// Numbers to places by equal ratios, as d3's `scaleLog`.
///
/// The domain lies on one side of zero. A number at zero or beyond is treated as the domain's end
/// nearest to zero, where d3 has none.
public struct LogScale: Hashable, Sendable {
    /// The numbers shown, all positive or all negative.
    public let domain: Extent
    /// Where they are shown.
    public var range: Extent
    /// The ratio between two major ticks.
    public let base: Double
    /// Whether numbers beyond the domain are moved to its ends.
    public var isClamped: Bool

    /// A scale from `domain` to `range`.
    ///
    /// `nil` where the domain touches zero or is not finite, or where the base is not above 1 and
    /// at most 1000.
    public init?(domain: Extent, range: Extent, base: Double = 10, isClamped: Bool = false) {
        guard domain.start.isFinite, domain.end.isFinite, domain.lower > 0 || domain.upper < 0,
            base > 1, base <= 1000
        else { return nil }
        self.domain = domain
        self.range = range
        self.base = base
        self.isClamped = isClamped
    }

    /// The place of a number.
    public func callAsFunction(_ value: Double) -> Double {
        let nearest = isNegative ? domain.upper : domain.lower
        let isOutside = isNegative ? value >= 0 : value <= 0
        let shown = isOutside ? nearest : isClamped ? domain.clamp(value) : value
        return logs.project(signed(shown, log), onto: range)
    }

    /// The number at a place.
    public func invert(_ place: Double) -> Double {
        let value = heldFinite(signed(range.project(place, onto: logs), exp))
        return isClamped ? domain.clamp(value) : value
    }

    /// About `count` round numbers in the domain: multiples of powers of the base, or powers
    /// alone where the domain has many.
    public func ticks(_ count: Double = 10) -> [Double] {
        let count = min(count, Ticks.greatestCount)
        let (low, high) = (domain.lower, domain.upper)
        let exponents = Extent(signed(low, logarithm), signed(high, logarithm))
        let length = exponents.end - exponents.start
        var ticks: [Double]
        if base.rounded() == base, length < count {
            ticks = multiples(of: exponents).filter { $0 >= low && $0 <= high }
            if Double(ticks.count) * 2 < count {
                ticks = Ticks.values(in: Extent(low, high), count: count)
            }
        } else {
            ticks = Ticks.values(in: exponents, count: min(length, count))
                .map { signed($0, power) }.filter(\.isFinite)
        }
        return domain.isDescending ? ticks.reversed() : ticks
    }

    /// Whether a tick has room for its label when there is room for `count` of them.
    public func isLabelled(_ tick: Double, _ count: Double = 10) -> Bool {
        guard tick.isFinite, tick != 0 else { return false }
        let greatest = max(1, base * count / Double(max(1, ticks().count)))
        let exponent = signed(tick, logarithm)
        var multiple = tick / signed(roundedHalfUp(exponent), power)
        if multiple * base < base - 0.5 { multiple *= base }
        return multiple <= greatest
    }

    /// The words at a tick where there is room for about `count` of them; empty where the tick has
    /// none, as `tickFormat` of d3's `scaleLog`.
    ///
    /// Without a format of its own the type is `s` for base 10 and `,` for others; insignificant
    /// zeros are left out where the format names no precision and the base is whole.
    public func tickText(
        _ tick: Double, _ count: Double = 10, _ format: NumberFormat? = nil, locale: NumberLocale
    ) -> String {
        guard isLabelled(tick, count) else { return "" }
        var format = format ?? defaultFormat
        if format.precision == nil, base.rounded() == base { format.isTrimmed = true }
        return format.text(tick, locale: locale)
    }

    private var defaultFormat: NumberFormat {
        var format = NumberFormat()
        if base == 10 { format.kind = .prefixed } else { format.isGrouped = true }
        return format
    }

    /// The scale with its domain widened to powers of the base.
    public func nice() -> LogScale {
        let widened = Extent(
            signed(signed(domain.lower, logarithm).rounded(.down), power),
            signed(signed(domain.upper, logarithm).rounded(.up), power))
        return LogScale(
            domain: domain.isDescending ? widened.reversed : widened, range: range, base: base,
            isClamped: isClamped) ?? self
    }

    /// The powers of the base in the domain and their exponents, in its direction.
    var powers: [(value: Double, exponent: Int)] {
        let (first, last) = (
            signed(domain.lower, logarithm).rounded(.up),
            signed(domain.upper, logarithm).rounded(.down)
        )
        // Logarithms may lie a last bit beside a whole number.
        let found = stride(from: first - 1, through: last + 1, by: 1)
            .map { (value: signed($0, power), exponent: Int($0)) }
            .filter { domain.contains($0.value) && $0.value != 0 }
        return domain.isDescending ? found.reversed() : found
    }

    /// The whole multiples of the powers of the base in the domain, in its direction; none where
    /// the base is not whole.
    var multiples: [Double] {
        guard base.rounded() == base else { return [] }
        let found = multiples(
            of: Extent(signed(domain.lower, logarithm), signed(domain.upper, logarithm))
        ).filter { domain.contains($0) }
        return domain.isDescending ? found.reversed() : found
    }

    // MARK: - Logarithms

    private var isNegative: Bool { domain.upper < 0 }
    private var logs: Extent { Extent(signed(domain.start, log), signed(domain.end, log)) }

    /// The whole multiples of the powers from one exponent to another, ascending.
    private func multiples(of exponents: Extent) -> [Double] {
        let (first, last) = (exponents.start.rounded(.down), exponents.end.rounded(.up))
        let factors = stride(from: 1, to: base, by: 1)
        return stride(from: first, through: last, by: 1).flatMap { exponent in
            // Dividing by a whole power keeps 0.3 from becoming 0.30000000000000004.
            if isNegative {
                return factors.reversed().map {
                    exponent > 0 ? -$0 / power(exponent) : -$0 * power(-exponent)
                }
            }
            return factors.map { exponent < 0 ? $0 / power(-exponent) : $0 * power(exponent) }
        }
    }

    /// A formula for positive domains, mirrored for negative ones.
    private func signed(_ value: Double, _ formula: (Double) -> Double) -> Double {
        isNegative ? -formula(-value) : formula(value)
    }

    private func logarithm(_ value: Double) -> Double {
        switch base {
        case 10: log10(value)
        case 2: log2(value)
        case M_E: log(value)
        default: log(value) / log(base)
        }
    }

    private func power(_ exponent: Double) -> Double {
        // Read from text, as `pow` is not exact below 10^0.
        if base == 10, exponent.rounded() == exponent, abs(exponent) < 400 {
            return Double("1e\(Int(exponent))") ?? pow(10, exponent)
        }
        return pow(base, exponent)
    }
}
