extension AxisTicks {
    /// At most about `count` ticks of a linear scale.
    ///
    /// - Parameters:
    ///   - format: How values are written. A precision that would print a wrong value makes for
    ///     fewer ticks; where even two need more digits, it is given up.
    ///   - gap: The least distance between two labels, in points.
    ///   - extent: How long a label is along the axis, in points: its width on a horizontal axis,
    ///     its height on a vertical one.
    public init(
        _ scale: LinearScale, format: NumberFormat = .grouped, locale: NumberLocale,
        count: Double = 10, gap: Double = 6, extent: (String) -> Double
    ) {
        self.init(
            in: scale.domain, format: format, locale: locale, count: count, gap: gap,
            extent: extent, place: { scale($0) })
    }

    /// At most about `count` ticks of a square-root scale; the parameters are those of a linear
    /// one.
    public init(
        _ scale: SquareRootScale, format: NumberFormat = .grouped, locale: NumberLocale,
        count: Double = 10, gap: Double = 6, extent: (String) -> Double
    ) {
        self.init(
            in: scale.domain, format: format, locale: locale, count: count, gap: gap,
            extent: extent, place: { scale($0) })
    }

    /// At most about `count` round values of any rising or falling scale of numbers, `place` being
    /// its formula; the other parameters are those of a linear scale.
    public init(
        in domain: Extent, format: NumberFormat = .grouped, locale: NumberLocale,
        count: Double = 10, gap: Double = 6, extent: (String) -> Double,
        place: (Double) -> Double
    ) {
        self = withoutActuallyEscaping(extent) { extent in
            withoutActuallyEscaping(place) { place in
                let axis = NumberAxis(
                    domain: domain, format: format, locale: locale, count: count, place: place,
                    room: LabelRoom(gap: gap, extent: extent))
                return AxisTicks(ticks: axis.ticks)
            }
        }
    }

    /// At most about `count` labelled ticks of a logarithmic scale, and the places of the multiples
    /// between its powers.
    ///
    /// Labels are all multiples, 1, 2 and 5 times the powers, the powers, or every second, third …
    /// power, whichever there is room for first. A domain of less than two powers is labelled as a
    /// linear one is. The parameters are those of a linear scale.
    public init(
        _ scale: LogScale, format: NumberFormat = .grouped, locale: NumberLocale,
        count: Double = 10, gap: Double = 6, extent: (String) -> Double
    ) {
        self = withoutActuallyEscaping(extent) { extent in
            let axis = NumberAxis(
                domain: scale.domain, format: format, locale: locale, count: count,
                place: { scale($0) }, room: LabelRoom(gap: gap, extent: extent))
            let labelled = axis.logarithmicTicks(of: scale)
            let values = Set(labelled.map(\.value))
            let minor = scale.multiples.filter { !values.contains($0) }.map { scale($0) }
            return AxisTicks(
                ticks: labelled, minorPlaces: minor.count <= LabelRoom.greatestCount ? minor : [])
        }
    }
}

/// The choice of ticks on an axis of numbers.
private struct NumberAxis {
    let domain: Extent
    let format: NumberFormat
    let locale: NumberLocale
    let count: Double
    let place: (Double) -> Double
    let room: LabelRoom

    /// Values and the format that tells them apart; labels are written when they are asked for.
    private struct Candidate {
        var values: [Double]
        var format: (Double) -> NumberFormat
    }

    var ticks: [AxisTicks.Tick] {
        guard domain.start.isFinite, domain.end.isFinite else { return [] }
        guard domain.start != domain.end else {
            let format = format.forTicks(in: domain, count: count)
            return [tick(domain.start, format)].filter(\.place.isFinite)
        }
        return choice(from: candidates(format) + candidates(format.withFreePrecision))
    }

    func logarithmicTicks(of scale: LogScale) -> [AxisTicks.Tick] {
        guard domain.start != domain.end else { return ticks }
        let powers = scale.powers
        let multiples = scale.ticks(count)
        var sets = multiples.count > powers.count ? [multiples] : []
        if scale.base == 10 {
            sets.append(scale.multiples.filter { [1, 2, 5].contains(leadingDigit($0)) })
        }
        sets = sets.filter { Double($0.count) <= wishedCount * 2 }
        // Every second, third … power, counted from 1, so that axes of one kind agree.
        for every in [1, 2, 3, 5, 10, 20, 30, 50, 100, 200] {
            let kept = powers.filter { $0.exponent % every == 0 }.map(\.value)
            if kept.count >= 2, Double(kept.count) <= wishedCount { sets.append(kept) }
        }
        let free = format.withFreePrecision
        return choice(
            from: sets.map { Candidate(values: $0, format: format.writing) }
                + (powers.count < 2 ? candidates(format) + candidates(free) : [])
                + sets.map { Candidate(values: $0, format: free.writing) })
    }

    /// The count that is wished for, at least two.
    private var wishedCount: Double {
        min(max(count.isNaN ? 10 : count, 2), LabelRoom.greatestWish)
    }

    /// Round values for each count down to one, as far as the format tells them apart truthfully.
    private func candidates(_ format: NumberFormat) -> [Candidate] {
        var candidates: [Candidate] = []
        for count in Array(stride(from: wishedCount, to: 1, by: -1)) + [1] {
            let values = Ticks.values(in: domain, count: count)
            guard values.count >= 2, values != candidates.last?.values,
                format.tellsApart(values, in: domain, count: count)
            else { continue }
            let fitted = format.forTicks(in: domain, count: count)
            candidates.append(Candidate(values: values) { _ in fitted })
        }
        return candidates
    }

    /// The first candidate with room, else the outermost values of one, else the domain's ends.
    private func choice(from candidates: [Candidate]) -> [AxisTicks.Tick] {
        let outermost = candidates.reversed().lazy.map { candidate in
            [candidate.values.first, candidate.values.last].compactMap { value in
                value.map { tick($0, candidate.format($0)) }
            }
        }
        let ends = [false, true].lazy.map { isExact in isExact ? exactEnds : self.ends }
        return room.choice(
            from: candidates.lazy.map { candidate in
                candidate.values.map { tick($0, candidate.format($0)) }
            },
            sparse: [AnySequence(outermost), AnySequence(ends)].lazy.joined())
    }

    /// The ends of the domain, to a hundredth of its length.
    private var ends: [AxisTicks.Tick] {
        let format = format.withFreePrecision.forTicks(in: domain, count: 100)
        return [tick(domain.start, format), tick(domain.end, format)]
    }

    /// The ends of the domain with all the digits that tell numbers apart.
    private var exactEnds: [AxisTicks.Tick] {
        var format = NumberFormat()
        format.precision = 17
        return [tick(domain.start, format), tick(domain.end, format)]
    }

    private func tick(_ value: Double, _ format: NumberFormat) -> AxisTicks.Tick {
        AxisTicks.Tick(
            value: value, place: place(value), label: format.text(value, locale: locale))
    }

    private func leadingDigit(_ value: Double) -> UInt8? {
        let digits = DecimalDigits(shortest: value).digits
        return digits.count == 1 ? digits.first : nil
    }
}

extension NumberFormat {
    /// The format with as many digits as ticks need, whole numbers with decimals.
    fileprivate var withFreePrecision: NumberFormat {
        var copy = self
        copy.precision = nil
        switch kind {
        case .integer, .binary, .octal, .hex, .upperHex, .character:
            copy.kind = .fixed
            if symbol == .base { copy.symbol = .none }
        case .number:
            copy.kind = .rounded
            copy.isGrouped = true
        case .none, .exponent, .fixed, .general, .rounded, .prefixed, .percent, .roundedPercent,
            .compact, .compactWords:
            break
        }
        return copy
    }

    /// Whether the digits the format has suffice for ticks a step apart.
    fileprivate func tellsApart(_ ticks: [Double], in domain: Extent, count: Double) -> Bool {
        switch kind {
        case .integer, .binary, .octal, .hex, .upperHex:
            return ticks.allSatisfy { $0.rounded() == $0 }
        case .character:
            return true
        case .number:
            let step = Ticks.step(in: domain, count: count)
            let greatest = max(abs(domain.start), abs(domain.end))
            let needed = Self.significantDigits(forStep: step, upTo: greatest) ?? 1
            return (precision ?? 6) >= needed
        case .compact, .compactWords:
            guard let precision, let greatest = ticks.map(\.magnitude).max(),
                let exponent = Self.exponent(of: greatest),
                let step = Self.exponent(of: Ticks.step(in: domain, count: count))
            else { return true }
            // Behind a unit of at most 10^exponent, a precision of its own may be too small; the
            // greatest unit of every language is a multiple of three.
            return precision >= min(exponent, exponent / 3 * 3) - step
        case .none, .exponent, .fixed, .general, .rounded, .prefixed, .percent, .roundedPercent:
            guard let precision else { return true }
            var free = self
            free.precision = nil
            return precision >= free.forTicks(in: domain, count: count).precision ?? 0
        }
    }

    /// The format with the digits one number of a few digits needs.
    fileprivate func writing(_ value: Double) -> NumberFormat {
        guard precision == nil, value.isFinite else { return self }
        let digits = DecimalDigits(shortest: value)
        // A dozen digits are enough for multiples of powers, and leave out their noise.
        let count = min(digits.count, 12)
        let decimals = max(0, count - 1 - digits.exponent)
        var copy = self
        copy.isTrimmed = true
        switch kind {
        case .fixed: copy.precision = decimals
        case .percent: copy.precision = max(0, decimals - 2)
        case .none, .general, .rounded, .prefixed, .roundedPercent, .number:
            copy.precision = count
        case .exponent: copy.precision = count - 1
        case .compact, .compactWords: copy.precision = max(decimals, 1)
        case .integer, .binary, .octal, .hex, .upperHex, .character: break
        }
        return copy
    }
}
