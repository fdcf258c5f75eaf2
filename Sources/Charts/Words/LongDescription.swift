import Scales

/// The long text of a chart: sentences from the general to the particular.
///
/// `sentences` is the order, read downward: what it is, what it covers, what its figures do, which
/// of them are missing or not firm, and what else is drawn.
struct LongDescription {
    let reading: ChartReading

    var words: Phrasebook { reading.words }
    var chart: Chart { reading.chart }

    /// The long text of a chart.
    init(_ reading: ChartReading) { self.reading = reading }

    /// All sentences in a row.
    var text: String { sentences.filter { !$0.isEmpty }.joined(separator: " ") }

    /// Whether figures are listed one by one.
    var isListed: Bool { reading.figureCount <= ChartDescription.mostListed }

    private var sentences: [String] {
        [identification] + figures + Remarks(reading).sentences + surroundings
    }

    // MARK: - What it is

    private var identification: String {
        let kind = words.name(of: reading.form, isSingle: lineCount < 2)
        let subject = reading.subject
        let head = subject.isEmpty ? kind : "\(kind): \(subject)"
        guard let unit = reading.spokenUnit else { return head.closed }
        return "\(head), \(words.counted(in: unit))".closed
    }

    private var lineCount: Int { reading.lineCount }

    private var figures: [String] {
        guard reading.figureCount > 0 else { return reading.form == .cells ? tableSize : [] }
        if let sectors = reading.sectors { return parts(sectors) }
        if let cells = reading.cells { return table(cells) }
        switch reading.form {
        case .waterfall: return (isListed ? [] : extent) + steps
        case .stackedBars, .stackedAreas, .sharedBars, .sharedAreas:
            if let stacks = Stacks(reading) {
                let others = reading.strands.filter { !stacks.holds($0) }
                return extent + series + describe(stacks) + others.flatMap(describe)
            }
        case .scatter, .bubbles: return cloud
        case .bars, .groupedBars, .rangedBars, .lines, .areas, .dots, .pie, .donut, .heatMap,
            .cells, .barsAndLines, .linesAndPoints, .mixed, .other:
            break
        }
        let strands = reading.strands
        if strands.count == 1, let strand = strands.first { return extent + describe(strand) }
        return extent + series + strands.prefix(Self.mostSeries).flatMap(describe) + ends
    }

    /// So many series are described one by one.
    static let mostSeries = 8

    // MARK: - What it covers

    /// Periods or categories: how many, the first and the last.
    private var extent: [String] {
        guard let places = reading.places else { return [] }
        let all = reading.strands.flatMap { strand in
            [strand.figures.first, strand.figures.last].compactMap { $0?.place }
        }
        if let count = places.count {
            guard count > 1 || places.isOrdered, let first = places.slots.first,
                let last = places.slots.last, !first.isEmpty
            else { return [] }
            let counted = words.count(count, of: places.noun)
            if places.isOrdered { return [words.covers(counted, first, last)] }
            return [words.shows(counted, from: first, to: last, isListed: isListed)]
        }
        guard let least = all.min(), let greatest = all.max() else { return [] }
        let (first, last) = (places(least), places(greatest))
        guard !first.isEmpty else { return [] }
        let counts = Set(reading.strands.map(\.figures.count))
        guard counts.count == 1, let count = counts.first else {
            return [words.spans(first, last)]
        }
        return [words.covers(words.count(count, of: places.noun), first, last)]
    }

    private var series: [String] {
        var names: [String] = []
        for strand in reading.strands where !names.contains(strand.name) && !strand.name.isEmpty {
            names.append(strand.name)
        }
        return names.count > 1 ? [words.compares(names)] : []
    }

    // MARK: - What series do

    func describe(_ strand: Strand) -> [String] {
        let known = strand.known
        let isAlone = reading.strands.count == 1
        let subject = isAlone ? "" : strand.name
        guard let greatest = strand.greatest, let least = strand.least, let first = known.first,
            let last = known.last
        else { return [words.nothingKnown(of: subject)] }
        let axis = strand.isOnSecondAxis ? [words.readsFromRight(strand.name)] : []
        if strand.isRanged { return axis + ranges(strand, subject) }
        guard known.count > 1 else {
            return axis + [words.only(subject, figure(first, strand))]
        }
        var sentences = axis
        if greatest.value == least.value {
            return sentences + [words.allEqual(subject, strand.printer.text(greatest.value))]
        }
        if strand.isCourse {
            let change = strand.printer.change(
                from: first.value, to: last.value, greatest: strand.greatestMagnitude)
            sentences.append(
                words.goes(
                    words.value(of: subject), from: figure(first, strand),
                    to: figure(last, strand), change))
        }
        sentences.append(
            words.extremes(
                subject, greatest: extreme(greatest, strand), least: extreme(least, strand)))
        if isListed {
            sentences += list(strand, subject)
        } else if strand.isCourse {
            sentences += turns(strand, subject)
        } else {
            sentences.append(words.ends(subject, figure(first, strand), figure(last, strand)))
        }
        return sentences + keys(strand)
    }

    /// A figure with its place in brackets.
    func figure(_ figure: Strand.Figure, _ strand: Strand) -> String {
        let name = reading.name(figure)
        let text = strand.printer.text(figure.value)
        return name.isEmpty ? text : "\(text) (\(name))"
    }

    /// An extreme with the places where it occurs.
    func extreme(_ extreme: (value: Double, figures: [Strand.Figure]), _ strand: Strand) -> String {
        let names = extreme.figures.map { reading.name($0) }.filter { !$0.isEmpty }
        let text = strand.printer.text(extreme.value)
        return names.isEmpty ? text : "\(text) (\(words.list(names, most: 3)))"
    }

    /// All figures, one by one.
    private func list(_ strand: Strand, _ subject: String) -> [String] {
        // What is missing is told apart.
        let items = strand.known.map { figure -> String in
            let text = strand.printer.text(figure.value)
            let name = reading.name(figure)
            return name.isEmpty ? text : "\(name) (\(text))"
        }
        return items.count > 2 ? [words.values(of: subject, items)] : []
    }

    private func turns(_ strand: Strand, _ subject: String) -> [String] {
        let known = strand.known
        let values = known.map(\.value)
        let items = TurningPoints.positions(in: values).map { position -> String in
            let isPeak = values[position] > values[position - 1]
            return words.turn(
                isPeak: isPeak, reading.name(known[position]),
                strand.printer.text(values[position]))
        }
        return items.isEmpty ? [] : [words.turns(subject, items)]
    }

    /// What is pointed out among bars.
    private func keys(_ strand: Strand) -> [String] {
        guard let key = strand.key, strand.known.count > 2, reading.strands.count == 1 else {
            return []
        }
        let rank = strand.known.count { $0.value > key.value } + 1
        return [
            words.key(
                reading.name(key), strand.printer.text(key.value), rank: rank,
                of: strand.known.count, isBar: strand.layer.mark == .bar)
        ]
    }

    private func ranges(_ strand: Strand, _ subject: String) -> [String] {
        let known = strand.known
        let items = known.map { figure -> String in
            let text = words.stretch(
                strand.printer.text(figure.value), strand.printer.text(figure.end))
            let name = reading.name(figure)
            return name.isEmpty ? text : "\(name) (\(text))"
        }
        guard let low = known.map({ min($0.value, $0.end) }).min(),
            let high = known.map({ max($0.value, $0.end) }).max()
        else { return [] }
        let whole = words.together(subject, strand.printer.text(low), strand.printer.text(high))
        return [whole] + (isListed ? [words.values(of: subject, items)] : [])
    }

    /// Where many series end: the greatest and the least.
    private var ends: [String] {
        let strands = reading.strands
        guard strands.count > Self.mostSeries else { return [] }
        let lasts = strands.compactMap { strand in
            strand.known.last.map { (strand, $0) }
        }
        guard let high = lasts.max(by: { $0.1.value < $1.1.value }),
            let low = lasts.min(by: { $0.1.value < $1.1.value })
        else { return [] }
        return [
            words.lasts(
                "\(high.0.name) (\(high.0.printer.text(high.1.value)))",
                "\(low.0.name) (\(low.0.printer.text(low.1.value)))")
        ]
    }

    // MARK: - What else is drawn

    private var surroundings: [String] {
        comparisons + references + total + center
    }

    private var total: [String] {
        guard let total = chart.total else { return [] }
        let parts = [total.label.spoken, total.text.spoken].filter { !$0.isEmpty }
        return parts.isEmpty ? [] : [parts.joined(separator: ": ").closed]
    }

    private var center: [String] {
        guard let center = chart.center, reading.sectors != nil else { return [] }
        let parts = [center.figure.spoken, center.label.spoken].filter { !$0.isEmpty }
        return parts.isEmpty ? [] : [words.center(parts.joined(separator: ", "))]
    }
}

extension ChartReading {
    /// The unit as it is said after the subject; `nil` where figures or the subject say it.
    var spokenUnit: String? {
        guard !unit.isEmpty, figureCount > 0 else { return nil }
        if FigurePrinter.isPercent(unit) { return words.percentUnit }
        let isSaid = subject.lowercased().contains(unit.lowercased())
        return isSaid || form == .sharedBars || form == .sharedAreas ? nil : unit
    }

    /// How many lines there are.
    var lineCount: Int {
        guard let data else { return 0 }
        return data.marks.filter { $0.layer.mark == .line }
            .reduce(0) { $0 + Set($1.series).count }
    }
}
