public import Graphics
public import Scales

/// The ways of bringing values to places.
public typealias ScaleType = ScaleOptions.Kind

extension ScaleOptions.Kind {
    /// Categories to bands with gaps between them.
    public static var category: ScaleOptions.Kind { .band }
    /// Dates to places in proportion to days.
    public static var date: ScaleOptions.Kind { .time }
}

extension Chart {
    /// Says what the scale from left to right spans, and how it brings values to places.
    ///
    /// ```swift
    /// chart.chartXScale(domain: 0...100)
    /// chart.chartXScale(domain: ["enero", "febrero"])
    /// chart.chartXScale(domain: .automatic(includesZero: false), type: .log)
    /// ```
    ///
    /// - Parameters:
    ///   - domain: ends of a range, categories in their order, or what suits the data. Two numbers
    ///     or days that descend make the scale run the other way.
    ///   - type: the way; `nil` for what was said before, or suits the values.
    public func chartXScale(domain: some ScaleDomain, type: ScaleType? = nil) -> Chart {
        changed { $0.xScale.set(domain.spanned, type) }
    }

    /// Says how the scale from left to right brings values to places.
    public func chartXScale(type: ScaleType?) -> Chart { changed { $0.xScale.kind = type } }

    /// Says what the scale from bottom to top spans, and how it brings values to places.
    public func chartYScale(domain: some ScaleDomain, type: ScaleType? = nil) -> Chart {
        changed { $0.yScale.set(domain.spanned, type) }
    }

    /// Says how the scale from bottom to top brings values to places.
    public func chartYScale(type: ScaleType?) -> Chart { changed { $0.yScale.kind = type } }

    /// Says what the scale of the second axis spans, and how it brings values to places.
    public func chartSecondScale(domain: some ScaleDomain, type: ScaleType? = nil) -> Chart {
        changed { $0.secondScale.set(domain.spanned, type) }
    }

    /// Says how the scale of the second axis brings values to places.
    public func chartSecondScale(type: ScaleType?) -> Chart {
        changed { $0.secondScale.kind = type }
    }

    // MARK: - Colours

    /// Gives each series its colour, in this order.
    ///
    /// ```swift
    /// chart.chartForegroundStyleScale(["Norte": .black, "Sur": Color(0x1F8A7D)])
    /// ```
    public func chartForegroundStyleScale(
        _ mapping: KeyValuePairs<some Plottable, Color>
    ) -> Chart {
        changed {
            $0.colors.names = mapping.map { $0.key.plotted.name }
            $0.colors.range = mapping.map(\.value)
        }
    }

    /// Says how series or amounts become colours.
    ///
    /// ```swift
    /// chart.chartForegroundStyleScale(domain: [-5.0, 0, 5], type: .diverging)
    /// ```
    ///
    /// - Parameters:
    ///   - domain: names of series in order; or the numbers that the way needs: ends, ends and
    ///     middle, or thresholds.
    ///   - range: the colours in order; empty for the chart's own.
    ///   - type: the way; `nil` for the one that suits the values.
    ///   - format: how figures are printed in the legend.
    public func chartForegroundStyleScale(
        domain: some ScaleDomain = .automatic, range: [Color] = [],
        type: ColorOptions.Kind? = nil, format: NumberFormat? = nil
    ) -> Chart {
        changed {
            let values = domain.spanned.values
            switch values {
            case nil: break
            case .numbers(let numbers) where (type ?? $0.colors.kind) != .ordinal:
                $0.colors.numbers = numbers.compactMap { $0 }
            case .numbers, .names, .dates:
                $0.colors.names = values.map { Channel("", $0).names }
            }
            if !range.isEmpty { $0.colors.range = range }
            if let type { $0.colors.kind = type }
            if let format { $0.colors.format = format }
        }
    }

    /// Gives each series the colour that a rule has for it.
    public func chartForegroundStyleScale<Value: Plottable>(
        domain: [Value], mapping: (Value) -> Color
    ) -> Chart {
        changed {
            $0.colors.names = domain.map { $0.plotted.name }
            $0.colors.range = domain.map(mapping)
        }
    }
}

extension ScaleOptions {
    /// Takes over what is said; what is not said stays.
    fileprivate mutating func set(_ spanned: SpannedValues, _ kind: Kind?) {
        if let kind { self.kind = kind }
        if let zero = spanned.includesZero { includesZero = zero }
        if let reversed = spanned.isReversed { isReversed = reversed }
        guard let values = spanned.values else {
            domain = nil
            return
        }
        let hasSlots = [.band, .point, .ordinal].contains(self.kind)
        switch values {
        case .numbers(let numbers) where numbers.count == 2 && !hasSlots:
            let (first, last) = (numbers[0] ?? .nan, numbers[1] ?? .nan)
            if first > last { isReversed = true }
            domain = first > last ? .numbers(last, first) : .numbers(first, last)
        case .dates(let dates) where dates.count == 2 && !hasSlots:
            guard let first = dates[0], let last = dates[1] else {
                domain = nil
                return
            }
            if first > last { isReversed = true }
            domain = .dates(min(first, last), max(first, last))
        case .numbers, .names, .dates: domain = .names(Channel("", values).names)
        }
    }
}
