import Layout
import Scales

/// What can be read off a chart: its form, its places, and its figures by series.
///
/// The step between layers and sentences, without words of a language but for printed figures.
struct ChartReading {
    let chart: Chart
    let words: Phrasebook
    let form: ChartForm
    /// The resolved layers; `nil` where they do not resolve, as with sectors.
    let data: PlotData?
    /// What places are called; `nil` without resolved layers.
    let places: PlaceNames?
    /// The series of bars, lines, areas and points.
    private(set) var strands: [Strand] = []
    /// Parts of a circle.
    private(set) var sectors: Strand?
    /// The cells of a table of colours.
    private(set) var cells: Strand?

    /// Reads a chart.
    init(_ chart: Chart) {
        self.chart = chart
        words = Phrasebook(chart.locale)
        let sector = chart.layers.first { $0.mark == .sector && $0.count > 0 }
        var canvas = Canvas(measurer: SilentMeasurer())
        data = sector == nil ? PlotData(chart, on: &canvas) : nil
        form = ChartForm(chart, data)
        places = data.map { [words] in PlaceNames($0, words: words) }
        if let sector {
            sectors = read(sectors: sector)
        } else if let data, let places {
            strands = data.marks.flatMap { read($0, data, places) }
            dropRepeated()
            cells = data.marks.compactMap { read(cells: $0, data) }.first
        }
    }

    /// What amounts are counted in, without brackets.
    var unit: String {
        let unit = chart.unit.spoken
        let isBracketed = unit.hasPrefix("(") && unit.hasSuffix(")")
        return isBracketed ? String(unit.dropFirst().dropLast()).trimmed : unit
    }

    /// What the chart is of: its title, else what its amounts and places are called.
    var subject: String {
        var title = chart.title.spoken
        while let last = title.last, ".:;, ".contains(last) { title.removeLast() }
        guard title.isEmpty else { return title }
        let layer = chart.layers.first { $0.count > 0 && $0.mark != .rule }
        guard let layer else { return "" }
        let isHorizontal = data?.isHorizontal == true
        let amount =
            switch layer.mark {
            case .sector: layer.label(of: .angle)
            case .rectangle: layer.label(of: .color)
            case .bar, .line, .area, .point, .rule: layer.label(of: isHorizontal ? .x : .y)
            }
        let place =
            switch layer.mark {
            case .sector: layer.label(of: layer.channels[.color] != nil ? .color : .series)
            case .rectangle: ""
            case .bar, .line, .area, .point, .rule: layer.label(of: isHorizontal ? .y : .x)
            }
        let names = [amount.spoken, place.spoken].filter { !$0.isEmpty }
        return names.joined(separator: words.say(" por ", " by "))
    }

    /// How many figures there are, known or not.
    var figureCount: Int {
        (sectors?.figures.count ?? 0) + (cells?.figures.count ?? 0)
            + strands.reduce(0) { $0 + $1.figures.count }
    }

    /// What a figure is called: its own name, its place, or series and place.
    func name(_ figure: Strand.Figure, of strand: Strand? = nil) -> String {
        let own = figure.name.isEmpty ? places?(figure.place) ?? "" : figure.name
        guard let series = strand?.name, !series.isEmpty, strands.count > 1 else { return own }
        return own.isEmpty ? series : "\(series) (\(own))"
    }

    // MARK: - Series

    private func read(_ marks: PlotMarks, _ data: PlotData, _ places: PlaceNames) -> [Strand] {
        let layer = marks.layer
        switch layer.mark {
        case .bar, .line, .area, .point: break
        case .rule, .rectangle, .sector: return []
        }
        let ends = data.isHorizontal ? marks.xEnd : marks.yEnd
        let printer = FigurePrinter(
            layer, unit: unit, areDays: data.amountDimension(marks).kind == .days, words: words)
        let lanes = layer.channels[.position]?.names ?? []
        let isNamed = layer.channels[.color]?.isNumbers != true || chart.colors.kind == .ordinal
        var order: [Key: Int] = [:]
        var strands: [Strand] = []
        for index in 0..<marks.count where !marks.places[index].isNaN {
            let key = Key(series: marks.series[index], lane: marks.lanes[index])
            let number = order[key] ?? strands.count
            if order[key] == nil {
                order[key] = number
                let series =
                    isNamed && data.series.indices.contains(key.series)
                    ? data.series[key.series].name.spoken : ""
                let lane = lanes.indices.contains(index) ? lanes[index].spoken : ""
                let names = [lane, series].filter { !$0.isEmpty }
                strands.append(
                    Strand(
                        name: lane == series ? series : names.joined(separator: ", "),
                        layer: layer, printer: printer, figures: [],
                        isCourse: layer.mark == .line || layer.mark == .area
                            || layer.mark == .bar && places.isOrdered,
                        isRanged: !ends.isEmpty, isOnSecondAxis: layer.isOnSecondAxis))
            }
            let end = ends.isEmpty ? Double.nan : ends[index]
            let isWhole = ends.isEmpty || end.isFinite
            strands[number].figures.append(
                .init(
                    index: index, place: marks.places[index],
                    value: isWhole ? marks.amounts[index] : .nan, end: end))
        }
        return strands.map { strand in
            var strand = strand
            if layer.stacking != .waterfall {
                strand.figures.sort { ($0.place, $0.index) < ($1.place, $1.index) }
            }
            // Among bars, a series without a row for a period may have had nothing then.
            if layer.mark != .bar || strands.count == 1 { fillGaps(&strand, in: places) }
            return strand
        }
    }

    private struct Key: Hashable {
        var series: Int
        var lane: Int
    }

    /// Periods without a row between the first and the last one have no figure either.
    private func fillGaps(_ strand: inout Strand, in places: PlaceNames) {
        guard places.isOrdered, places.count != nil, strand.isCourse else { return }
        var filled: [Strand.Figure] = []
        for figure in strand.figures {
            if let last = filled.last {
                for place in stride(from: last.place + 1, to: figure.place, by: 1) {
                    filled.append(.init(index: -1, place: place, value: .nan))
                }
            }
            filled.append(figure)
        }
        strand.figures = filled
    }

    /// Points that mark the figures of a line are the line's own.
    private mutating func dropRepeated() {
        guard strands.contains(where: { $0.layer.mark == .point }) else { return }
        var others: Set<[Double]> = []
        for strand in strands where strand.layer.mark != .point {
            for figure in strand.figures where figure.isKnown {
                others.insert([figure.place, figure.value])
            }
        }
        strands.removeAll { strand in
            strand.layer.mark == .point && !others.isEmpty
                && strand.known.allSatisfy { others.contains([$0.place, $0.value]) }
        }
    }

    // MARK: - Parts and cells

    private func read(sectors layer: Layer) -> Strand {
        let names = layer.channels[.color]?.names ?? layer.channels[.series]?.names ?? []
        let values = layer.channels[.angle]?.numbers ?? []
        let figures = (0..<layer.count).map { index -> Strand.Figure in
            let value = values.indices.contains(index) ? values[index] ?? .nan : .nan
            let name = names.indices.contains(index) ? names[index].spoken : ""
            return .init(
                index: index, place: Double(index), value: value,
                name: name.isEmpty
                    ? words.say("parte ", "part ") + words.count(index + 1) : name)
        }
        return Strand(
            name: "", layer: layer, printer: FigurePrinter(layer, unit: unit, words: words),
            figures: figures, isCourse: false)
    }

    private func read(cells marks: PlotMarks, _ data: PlotData) -> Strand? {
        guard marks.layer.mark == .rectangle, data.isGrid(marks),
            case .numbers(let values)? = marks.layer.channels[.color]?.values
        else { return nil }
        let x = PlaceNames(data.x, isX: true, data, words: words)
        let y = PlaceNames(data.y, isX: false, data, words: words)
        let figures = (0..<marks.count).map { index -> Strand.Figure in
            let names = [y(marks.y[index]), x(marks.x[index])].filter { !$0.isEmpty }
            let value = values.indices.contains(index) ? values[index] ?? .nan : .nan
            return .init(
                index: index, place: marks.x[index], value: value,
                name: names.joined(separator: ", "))
        }
        return Strand(
            name: "", layer: marks.layer,
            printer: FigurePrinter(marks.layer, unit: unit, words: words), figures: figures,
            isCourse: false)
    }
}
