public import Scales

extension LintSubject {
    /// Comparisons in per cent that have no honest base.
    var variationNearZero: [ChartLint] {
        guard let data, !chart.comparisons.isEmpty else { return [] }
        let layer = chart.layers.first { $0.mark == .bar && $0.count > 0 }
        guard let layer else { return [] }
        let slots = data.placeDimension.slots
        let sums = slots.compactMap { data.sum(of: $0.key) }
        return chart.comparisons.compactMap { comparison in
            let isPercent = comparison.text?.contains("%") == true
            guard comparison.kind == .growth || isPercent,
                let from = data.sum(of: comparison.from), let to = data.sum(of: comparison.to)
            else { return nil }
            // A difference says how far the first is above the second: that one is the base.
            let isGrowth = comparison.kind == .growth
            return ChartLint.variation(
                from: isGrowth ? from : to, to: isGrowth ? to : from, among: sums,
                of: isGrowth
                    ? "the growth from “\(comparison.from)” to “\(comparison.to)”"
                    : "“\(comparison.from)” over “\(comparison.to)”",
                printing: { printer(layer).text($0) }, mark: .bar,
                place: isGrowth ? comparison.from : comparison.to)
        }
    }
}

extension ChartLint {
    /// What is wrong with a change that is told in per cent; `nil` where nothing is.
    ///
    /// For figures of a page as well as for those of charts.
    ///
    /// - Parameters:
    ///   - figures: the series that both belong to; empty where none is known.
    ///   - name: what the message calls the change.
    public static func variation(
        from base: Double, to current: Double, among figures: [Double] = [],
        of name: String = "the variation", format: NumberFormat? = nil, locale: NumberLocale
    ) -> ChartLint? {
        variation(
            from: base, to: current, among: figures, of: name,
            printing: { (format ?? .plain).text($0, locale: locale) })
    }

    static func variation(
        from base: Double, to current: Double, among figures: [Double], of name: String,
        printing text: (Double) -> String, mark: Layer.Mark? = nil, place: String = ""
    ) -> ChartLint? {
        let change = PercentChange(from: base, to: current, among: figures)
        let why: String
        switch change.fault {
        case nil: return nil
        case .notFinite: why = "has a figure that is not known"
        case .nearZero:
            let greatest = figures.filter(\.isFinite).map(\.magnitude).max() ?? 0
            let most = max(greatest, base.magnitude, current.magnitude)
            why =
                base == 0
                ? "has a base of zero"
                : "has a base near zero: \(text(base)), where figures reach \(text(most))"
        case .negative: why = "has a base below zero: \(text(base))"
        case .changesSign:
            why = "leads from \(text(base)) to \(text(current)), across zero"
        }
        return ChartLint(
            .variationNearZero, "\(name) \(why); a percentage says nothing there",
            hint: "say the difference instead", mark: mark, place: place)
    }
}
