public import Diagnostics
public import Graphics
public import Scales

/// How the amounts or names of areas become their fills.
///
/// What has no amount, or one that is not a number, is hatched. So is what lies outside of all
/// classes or has an unknown name: ask `covers` first and tell the reader of the deck.
public struct MapColoring: Hashable, Sendable {
    /// The ways from an amount or a name to a colour.
    public enum Form: Hashable, Sendable {
        /// Colours that run from the least to the most.
        case linear(SequentialScale)
        /// Colours that run away from a pivot on both sides.
        case diverging(DivergingScale)
        /// One colour for each range, ascending; none where nothing is known.
        case classes([ColorClass])
        /// One colour for each name.
        case categories([ColorCategory])
    }

    /// How amounts or names become colours.
    public let form: Form
    /// The sign for no data.
    public var noData: Hatch

    private init(_ form: Form, _ noData: Hatch) {
        self.form = form
        self.noData = noData
    }

    // MARK: - Colours that run

    /// Colours that run along a ramp over a domain, which may descend.
    ///
    /// A domain of equal ends has the colour of the ramp's middle.
    /// - Throws: where an end of the domain is not finite.
    public static func linear(
        over domain: Extent, _ ramp: ColorRamp, noData: Hatch
    ) throws(Diagnostic) -> MapColoring {
        guard domain.start.isFinite, domain.end.isFinite else {
            throw .error("a domain of colours runs between two finite numbers")
        }
        return MapColoring(.linear(SequentialScale(domain: domain, ramp: ramp)), noData)
    }

    /// Colours that run along a ramp from the least to the greatest of finite values.
    public static func linear(
        holding values: some Sequence<Double>, _ ramp: ColorRamp, noData: Hatch
    ) -> MapColoring {
        let domain = Extent(around: values) ?? .unit
        return MapColoring(.linear(SequentialScale(domain: domain, ramp: ramp)), noData)
    }

    /// Colours that run from `low` over a pivot, which has the ramp's middle, to `high`.
    ///
    /// - Throws: where the numbers do not ascend or are not finite.
    public static func diverging(
        from low: Double, pivot: Double, to high: Double, _ ramp: ColorRamp, noData: Hatch
    ) throws(Diagnostic) -> MapColoring {
        guard low < high,
            let scale = DivergingScale(from: low, pivot: pivot, to: high, ramp: ramp)
        else {
            throw .error(
                "diverging colours run from low over a pivot to high",
                hint: "as in -10, 0, 10")
        }
        return MapColoring(.diverging(scale), noData)
    }

    /// Colours that reach as far below a pivot as above it and hold all finite values.
    ///
    /// - Throws: where the pivot is not finite.
    public static func diverging(
        around pivot: Double, holding values: some Sequence<Double>, _ ramp: ColorRamp,
        noData: Hatch
    ) throws(Diagnostic) -> MapColoring {
        guard pivot.isFinite else { throw .error("the pivot of colours is a finite number") }
        let values = values.filter(\.isFinite)
        guard
            let scale = DivergingScale(
                around: pivot, holding: values.isEmpty ? [pivot] : values, ramp: ramp)
        else { throw .error("the pivot of colours is too far from the values") }
        return MapColoring(.diverging(scale), noData)
    }

    // MARK: - Classes

    /// Classes between thresholds; the outermost ones have no end.
    ///
    /// - Throws: where thresholds do not ascend or are not finite, or do not fit the colours.
    public static func thresholds(
        _ thresholds: [Double], _ colors: ClassColors, noData: Hatch
    ) throws(Diagnostic) -> MapColoring {
        guard thresholds.allSatisfy(\.isFinite),
            zip(thresholds, thresholds.dropFirst()).allSatisfy({ $0 < $1 })
        else { throw .error("the thresholds of colours ascend", hint: "as in 100, 500, 1000") }
        let count = thresholds.count + 1
        let shades = try colors.colors(count, kept: count)
        return MapColoring(.classes(between(thresholds, ends: nil, shades)), noData)
    }

    /// Classes that hold about as many of the finite values each, from the least to the greatest.
    ///
    /// Breaks are d3's (`scaleQuantile`); those that coincide merge, and no class is empty, so that
    /// few different values have as many classes as they are at most. Where the least value is that
    /// frequent, it has a class of its own. Without a finite value there is no class.
    /// - Throws: where the count is not positive, or does not fit the colours.
    public static func quantiles(
        _ count: Int, of values: some Sequence<Double>, _ colors: ClassColors, noData: Hatch
    ) throws(Diagnostic) -> MapColoring {
        try check(count)
        let sample = values.filter(\.isFinite).sorted()
        guard let least = sample.first, let greatest = sample.last else {
            return MapColoring(.classes([]), noData)
        }
        let breaks = quantileBreaks(count, ofSorted: sample)
        let shades = try colors.colors(count, kept: breaks.count + 1)
        return MapColoring(
            .classes(between(breaks, ends: Extent(least, greatest), shades)), noData)
    }

    /// Classes of equal width over a domain, whose ends belong to the outermost ones.
    ///
    /// In a descending domain the first colour belongs to the greatest amounts. A domain of equal
    /// ends, or one too short to be cut, has fewer classes.
    /// - Throws: where the domain is not finite, the count not positive, or they do not fit.
    public static func equalSteps(
        _ count: Int, over domain: Extent, _ colors: ClassColors, noData: Hatch
    ) throws(Diagnostic) -> MapColoring {
        try check(count)
        guard let scale = QuantizeScale(domain: domain, values: Array(0..<count)) else {
            throw .error("a domain of colours runs between two finite numbers")
        }
        var breaks: [Double] = []
        for threshold in scale.thresholds
        where threshold > breaks.last ?? domain.lower && threshold < domain.upper {
            breaks.append(threshold)
        }
        var shades = try colors.colors(count, kept: breaks.count + 1)
        if domain.isDescending { shades.reverse() }
        let ends = Extent(domain.lower, domain.upper)
        return MapColoring(.classes(between(breaks, ends: ends, shades)), noData)
    }

    /// Classes as given, in any order; there may be gaps between them.
    ///
    /// - Throws: where an end is not finite, a class does not ascend, or two overlap.
    public static func classes(
        _ classes: [ColorClass], noData: Hatch
    ) throws(Diagnostic) -> MapColoring {
        for one in classes {
            let ends = [one.lower, one.upper].compactMap { $0 }
            guard ends.allSatisfy(\.isFinite), ends.count < 2 || ends[0] < ends[1] else {
                throw .error(
                    "the class \(written(one)) of the colours has no room",
                    hint: "a class runs from a number to a greater one")
            }
        }
        var sorted = classes.sorted { ($0.lower ?? -.infinity) < ($1.lower ?? -.infinity) }
        for index in sorted.indices.dropLast() {
            let (one, next) = (sorted[index], sorted[index + 1])
            guard let upper = one.upper, let lower = next.lower, upper <= lower else {
                throw .error(
                    "the classes \(written(one)) and \(written(next)) of the colours overlap")
            }
            sorted[index].isFollowed = upper == lower
        }
        try ClassColors.check(sorted.map(\.color))
        return MapColoring(.classes(sorted), noData)
    }

    private static func check(_ count: Int) throws(Diagnostic) {
        guard count >= 1 else { throw .error("colours have at least one class") }
        // Each class is drawn and named in a key: no page shows more of them.
        guard count <= 100 else { throw .error("colours have at most 100 classes") }
    }

    /// One class more than there are breaks.
    private static func between(
        _ breaks: [Double], ends: Extent?, _ colors: [Color]
    ) -> [ColorClass] {
        colors.enumerated().map { index, color in
            var one = ColorClass(
                from: index > 0 ? breaks[index - 1] : ends?.start,
                to: index < breaks.count ? breaks[index] : ends?.end, color: color)
            one.isFollowed = index < breaks.count
            return one
        }
    }

    private static func written(_ one: ColorClass) -> String {
        let text = { (value: Double?) in
            value.map { NumberFormat.plain.text($0, locale: .enUS) } ?? "…"
        }
        return one.name.map { "“\($0)”" } ?? "from \(text(one.lower)) to \(text(one.upper))"
    }

    // MARK: - Names

    /// A colour for each name.
    ///
    /// - Throws: where a name is given twice.
    public static func categories(
        _ categories: [ColorCategory], noData: Hatch
    ) throws(Diagnostic) -> MapColoring {
        var names: Set<String> = []
        for category in categories where !names.insert(category.name).inserted {
            throw .error("the category “\(category.name)” has two colours")
        }
        return MapColoring(.categories(categories), noData)
    }

    // MARK: - Answers

    /// Whether an amount has a colour of its own: it lies in the domain, or in a class.
    public func covers(_ value: Double) -> Bool {
        switch form {
        case .linear(let scale): scale.domain.contains(value)
        case .diverging(let scale): Extent(scale.start, scale.end).contains(value)
        case .classes(let classes): classes.contains { $0.contains(value) }
        case .categories: false
        }
    }

    /// Whether a name has a colour of its own.
    public func covers(category: String) -> Bool { color(ofCategory: category) != nil }

    /// The colour of an amount; `nil` for no data, and where no class holds it.
    ///
    /// Amounts beyond the domain of colours that run have the colour of its end.
    public func color(of value: Double?) -> Color? {
        guard let value, value.isFinite else { return nil }
        switch form {
        case .linear(let scale): return scale(value)
        case .diverging(let scale): return scale(value)
        case .classes(let classes): return classes.first { $0.contains(value) }?.color
        case .categories: return nil
        }
    }

    /// The colour of a name; `nil` where it has none.
    public func color(ofCategory name: String?) -> Color? {
        guard case .categories(let categories) = form, let name else { return nil }
        return categories.first { $0.name == name }?.color
    }

    /// What fills an area of an amount: its colour, or the hatch.
    public func paint(of value: Double?) -> Paint {
        color(of: value).map { .color($0) } ?? .hatch(noData)
    }

    /// What fills an area of a name: its colour, or the hatch.
    public func paint(ofCategory name: String?) -> Paint {
        color(ofCategory: name).map { .color($0) } ?? .hatch(noData)
    }

    /// The classes, ascending; none where colours run or have names.
    public var classes: [ColorClass] {
        switch form {
        case .classes(let classes): classes
        case .linear, .diverging, .categories: []
        }
    }
}
