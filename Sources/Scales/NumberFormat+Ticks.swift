extension NumberFormat {
    /// The format with the precision that tells `count` ticks of a domain apart.
    ///
    /// A precision of its own is kept. With type `s` all ticks share one prefix, with `k` and `K`
    /// one unit. Follows `tickFormat` of d3-scale 4, but writes the one tick of a domain of equal
    /// ends in full, without insignificant zeros.
    public func forTicks(in domain: Extent, count: Double = 10) -> NumberFormat {
        let step = Ticks.step(in: domain, count: count)
        let greatest = max(abs(domain.start), abs(domain.end))
        var copy = self
        guard step.isFinite, step != 0 else {
            copy.isTrimmed = isTrimmed || precision == nil
            if precision == nil, isCompact { copy.precision = 2 }
            return kind == .prefixed ? copy.sharingPrefix(of: greatest) : copy
        }
        switch kind {
        case .prefixed:
            copy.precision =
                precision ?? Self.decimals(forStep: step, sharingPrefixOf: greatest)
            return copy.sharingPrefix(of: greatest)
        case .none, .exponent, .general, .rounded, .roundedPercent:
            let digits = Self.significantDigits(forStep: step, upTo: greatest)
            copy.precision = precision ?? digits.map { kind == .exponent ? $0 - 1 : $0 }
        case .fixed, .percent:
            let decimals = Self.decimals(forStep: step)
            copy.precision = precision ?? decimals.map { max(0, kind == .percent ? $0 - 2 : $0) }
        case .compact, .compactWords:
            // The unit that the greatest figure has by itself, as units are the same in all our
            // languages up to a million; the locale leaves out those it does not know.
            copy.sharedUnit = Self.exponent(of: greatest)
            copy.sharedStep = Self.exponent(of: step)
        case .integer, .binary, .octal, .hex, .upperHex, .character, .number:
            break
        }
        return copy
    }

    /// Decimals that tell multiples of `step` apart: d3's `precisionFixed`.
    ///
    /// `nil` where the step is not finite.
    public static func decimals(forStep step: Double) -> Int? {
        exponent(of: step).map { max(0, -$0) }
    }

    /// Decimals that tell multiples of `step` apart behind the SI prefix of `value`: d3's
    /// `precisionPrefix`.
    public static func decimals(forStep step: Double, sharingPrefixOf value: Double) -> Int? {
        guard let power = exponent(of: value), let small = exponent(of: step) else { return nil }
        return max(0, siExponent(power) - small)
    }

    /// Significant digits that tell multiples of `step` apart up to `greatest`: d3's
    /// `precisionRound`.
    public static func significantDigits(forStep step: Double, upTo greatest: Double) -> Int? {
        guard let power = exponent(of: greatest.magnitude - step.magnitude),
            let small = exponent(of: step)
        else { return nil }
        return max(0, power - small) + 1
    }
}
