import Scales

extension LongDescription {
    // MARK: - Comparisons

    /// What the comparisons of bars say.
    var comparisons: [String] {
        chart.comparisons.compactMap { comparison in
            let (from, to) = (comparison.from.spoken, comparison.to.spoken)
            let own = comparison.text.map { text in
                String(text.spoken.filter { $0 != "*" }).trimmed
            }
            if let own { return own.isEmpty ? nil : words.compares(from, to, own) }
            guard let data = reading.data, let start = data.sum(of: comparison.from),
                let end = data.sum(of: comparison.to)
            else { return nil }
            switch comparison.kind {
            case .difference:
                guard let printer = reading.strands.first?.printer else { return nil }
                let difference = start - end
                guard difference.isFinite else { return nil }
                let sign = difference > 0 ? "+" : words.locale.number.minus
                return words.differs(
                    from, to, difference == 0 ? nil : sign + printer.distance(difference))
            case .growth:
                guard let first = data.year(of: comparison.from),
                    let last = data.year(of: comparison.to),
                    let rate = GrowthRate.compound(from: start, to: end, over: last - first)
                else { return nil }
                return words.grows(from, to, words.percent(rate))
            }
        }
    }

    // MARK: - References

    /// Rules and bands with their names.
    var references: [String] {
        guard let data = reading.data else { return [] }
        return data.marks.flatMap { marks -> [String] in
            switch marks.layer.mark {
            case .rule: rules(marks, data)
            case .rectangle: data.isGrid(marks) ? [] : bands(marks, data)
            case .bar, .line, .area, .point, .sector: []
            }
        }
    }

    /// So many rules or bands of a layer are told.
    private static let mostReferences = 6

    private func rules(_ marks: PlotMarks, _ data: PlotData) -> [String] {
        let printer = FigurePrinter(marks.layer, unit: reading.unit, words: words)
        return (0..<min(marks.count, Self.mostReferences)).compactMap { index in
            let name = marks.layer.detail(index).text?.spoken ?? ""
            let amount = marks.amounts.indices.contains(index) ? marks.amounts[index] : .nan
            let place = marks.places.indices.contains(index) ? marks.places[index] : .nan
            let value =
                amount.isFinite ? printer.text(amount) : reading.places?(place) ?? ""
            guard !name.isEmpty || !value.isEmpty else { return nil }
            // A name that tells the figure needs no other.
            let isSaid = name.isEmpty || value.isEmpty || name.contains(value)
            return words.rule(isSaid ? (name.isEmpty ? value : name) : "\(name) (\(value))")
        }
    }

    private func bands(_ marks: PlotMarks, _ data: PlotData) -> [String] {
        let ends = data.isHorizontal ? marks.yEnd : marks.xEnd
        let tops = data.isHorizontal ? marks.xEnd : marks.yEnd
        let printer = FigurePrinter(marks.layer, unit: reading.unit, words: words)
        return (0..<min(marks.count, Self.mostReferences)).compactMap { index in
            let name = marks.layer.detail(index).text?.spoken ?? ""
            var stretch = ""
            let (place, amount) = (marks.places[index], marks.amounts[index])
            if place.isFinite {
                let end = ends.indices.contains(index) ? ends[index] : place
                stretch = words.stretch(
                    reading.places?(place) ?? "", reading.places?(end) ?? "")
            } else if amount.isFinite {
                let end = tops.indices.contains(index) ? tops[index] : amount
                guard end.isFinite else { return nil }
                stretch = words.stretch(printer.text(amount), printer.text(end))
            }
            let parts = [name, stretch].filter { !$0.isEmpty }
            return parts.isEmpty ? nil : words.band(parts.joined(separator: ", "))
        }
    }
}

extension PlotData {
    /// The sum of the bars of a category, as comparisons take it; `nil` where one is not known.
    func sum(of category: String) -> Double? {
        let slots = placeDimension.slots
        guard
            let slot = slots.firstIndex(where: { $0.key == category || $0.label == category })
        else { return nil }
        var sum: Double?
        for marks in marks where marks.layer.mark == .bar {
            for index in 0..<marks.count where marks.places[index] == Double(slot) {
                guard !marks.isMissing(index) else { return nil }
                sum = (sum ?? 0) + marks.amounts[index]
            }
        }
        return sum.flatMap { $0.isFinite ? $0 : nil }
    }

    /// The time of a category in years; `nil` where it is no year and no date.
    func year(of category: String) -> Double? {
        let slots = placeDimension.slots
        guard let slot = slots.first(where: { $0.key == category || $0.label == category }) else {
            return nil
        }
        if let date = CivilDate(iso: slot.key) { return Double(date.monthIndex) / 12 }
        return Double(slot.key).flatMap { $0.isFinite ? $0 : nil }
    }
}
