import Graphics
import Layout
import Scales

extension PlotData {
    /// The direction that a layer's amounts are read from.
    func amountDimension(_ marks: PlotMarks) -> Dimension {
        if marks.layer.isOnSecondAxis, let second { return second }
        return isHorizontal ? x : y
    }

    /// The direction of categories.
    var placeDimension: Dimension { isHorizontal ? y : x }

    /// What a mark's label says: its own text, else its figure, or its share of a whole.
    ///
    /// The mark of a calculated figure follows; empty where the mark has no figure.
    func text(_ marks: PlotMarks, _ index: Int) -> String {
        let detail = marks.layer.detail(index)
        if let own = detail.text { return own.isEmpty ? "" : own + detail.standing.mark }
        let format = marks.layer.labels.format
        if marks.isSum(index) {
            return (format ?? .plain).text(marks.spans[index].end, locale: chart.locale.number)
                + Standing.derived.mark
        }
        guard !marks.isMissing(index) else { return "" }
        if !marks.shares.isEmpty,
            format == nil || format?.kind == .percent
        {
            return share(marks, index) + detail.standing.mark
        }
        var shown = format ?? .plain
        // Steps have signs, the sums that they lead to have none.
        if marks.layer.stacking == .waterfall, detail.isTotal { shown.sign = .minus }
        return shown.text(marks.amounts[index], locale: chart.locale.number)
            + detail.standing.mark
    }

    /// A part of a stack of shares.
    private func share(_ marks: PlotMarks, _ index: Int) -> String {
        let format = PlotData.shareFormat(marks.layer)
        return format.text(marks.shares[index], locale: chart.locale.number)
    }

    /// How shares are printed: whole per cents unless the layer says otherwise.
    static func shareFormat(_ layer: Layer) -> NumberFormat {
        var format = layer.labels.format ?? NumberFormat()
        format.kind = .percent
        format.precision = format.precision ?? 0
        return format
    }

    /// What a warning calls a mark: its series and its category.
    func name(_ marks: PlotMarks, _ index: Int) -> String {
        let series =
            self.series.indices.contains(marks.series[index])
            ? self.series[marks.series[index]].name : ""
        return [series, placeName(marks.places[index])].filter { !$0.isEmpty }
            .joined(separator: " ")
    }

    /// What a place along the categories is called.
    func placeName(_ place: Double) -> String {
        let dimension = placeDimension
        guard place.isFinite, place.magnitude < 1e15 else { return "" }
        switch dimension.kind {
        case .slots: return dimension.slot(at: place)?.label ?? ""
        case .days: return CivilDate(dayNumber: Int(max(-1e7, min(1e7, place)))).description
        case .numbers: return NumberFormat.plain.text(place, locale: chart.locale.number)
        }
    }

    // MARK: - What there is

    /// Whether a stretch of the plot is pointed out.
    var hasBands: Bool {
        marks.contains { $0.layer.mark == .rectangle && !isGrid($0) }
    }

    /// Whether a figure is known rounded only.
    var hasRounded: Bool {
        !chart.style.roundedText.isEmpty
            && marks.contains { marks in
                (marks.layer.mark == .line || marks.layer.mark == .point)
                    && marks.layer.details.contains(where: \.isRounded)
            }
    }

    /// Whether rectangles are cells of a table rather than stretches across the plot.
    func isGrid(_ marks: PlotMarks) -> Bool {
        marks.layer.mark == .rectangle && !marks.layer.isGuide
    }

    /// The colour of the layers on the second axis, for its labels.
    var secondColor: Color? {
        marks.first { $0.layer.isOnSecondAxis && $0.count > 0 }.map { color($0, 0) }
    }

    /// The symbol of a point.
    func symbol(_ marks: PlotMarks, _ index: Int) -> Symbol {
        if let own = marks.layer.symbol { return own }
        guard marks.symbols.indices.contains(index) else { return .circle }
        return Symbol.allCases[marks.symbols[index] % Symbol.allCases.count]
    }
}
