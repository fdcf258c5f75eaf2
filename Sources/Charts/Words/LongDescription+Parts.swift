import Scales

extension LongDescription {
    // MARK: - Sectors

    /// The parts of a circle, largest first, with their shares.
    func parts(_ strand: Strand) -> [String] {
        guard let shares = PartShares(strand, chart, words) else {
            // Without a whole there are no shares.
            guard !strand.known.isEmpty else { return [words.nothingKnown(of: "")] }
            let items = strand.known.map { "\($0.name) (\(strand.printer.text($0.value)))" }
            return [words.values(of: "", items, most: isListed ? items.count : 5)]
        }
        let items = shares.ordered.map { part in
            words.part(
                part.figure.name,
                shares.hasFigures ? strand.printer.text(part.figure.value) : nil, part.text)
        }
        let most = isListed ? ChartDescription.mostListed : 5
        return [words.parts(items, most: most)]
    }

    // MARK: - Cells

    /// A table of colours: its size, its extremes, and its figures where they are few.
    func table(_ strand: Strand) -> [String] {
        var sentences = tableSize
        guard let greatest = strand.greatest, let least = strand.least else {
            return sentences + [words.nothingKnown(of: "")]
        }
        let printer = strand.printer
        if greatest.value == least.value {
            return sentences + [words.allEqual("", printer.text(greatest.value))]
        }
        sentences.append(
            words.extremes(
                "", greatest: extreme(greatest, strand), least: extreme(least, strand)))
        guard isListed else { return sentences }
        let items = strand.known.map { "\($0.name) (\(printer.text($0.value)))" }
        return sentences + [words.values(of: "", items)]
    }

    /// How many columns and rows there are.
    var tableSize: [String] {
        guard let data = reading.data else { return [] }
        let x = PlaceNames(data.x, isX: true, data, words: words)
        let y = PlaceNames(data.y, isX: false, data, words: words)
        guard let columns = x.count, let rows = y.count else { return [] }
        let ends = { (names: [String]) -> String in
            guard names.count > 2, let first = names.first, let last = names.last else {
                return words.list(names)
            }
            return words.stretch(first, last)
        }
        return [words.table(columns: columns, ends(x.slots), rows: rows, ends(y.slots))]
    }

    // MARK: - Steps

    /// A bridge from a sum to a sum.
    var steps: [String] {
        guard let strand = reading.strands.first, let layer = waterfall else { return [] }
        let printer = strand.printer
        let isTotal = { (figure: Strand.Figure) in layer.detail(figure.index).isTotal }
        var level = 0.0
        var (ups, downs, totals): ([Strand.Figure], [Strand.Figure], [Strand.Figure]) = ([], [], [])
        for figure in strand.known {
            if isTotal(figure) {
                totals.append(figure)
                level = figure.value
            } else {
                if figure.value < 0 { downs.append(figure) } else { ups.append(figure) }
                level += figure.value
            }
        }
        guard let last = strand.known.last, level.isFinite else {
            return [words.nothingKnown(of: "")]
        }
        let item = { (figure: Strand.Figure) -> String in
            "\(printer.text(figure.value.magnitude)) (\(reading.name(figure)))"
        }
        let starts = strand.known.first.map(isTotal) ?? false
        let start = starts ? strand.known.first.map { self.figure($0, strand) } : printer.text(0)
        let end = isTotal(last) ? self.figure(last, strand) : printer.text(level)
        let most = isListed ? ChartDescription.mostListed : 5
        let largest = { (figures: [Strand.Figure]) -> [String] in
            isListed
                ? figures.map(item)
                : figures.sorted { ($1.value.magnitude, $0.index) < ($0.value.magnitude, $1.index) }
                    .map(item)
        }
        let between = totals.filter { $0.index != last.index }.dropFirst(starts ? 1 : 0)
        var sentences = [
            words.steps(
                from: start ?? printer.text(0), up: largest(ups), down: largest(downs), to: end,
                most: most)
        ]
        if !between.isEmpty {
            sentences.append(words.subtotals(between.map { self.figure($0, strand) }, most: most))
        }
        return sentences
    }

    private var waterfall: Layer? {
        chart.layers.first { $0.mark == .bar && $0.stacking == .waterfall && $0.count > 0 }
    }

    // MARK: - Points

    /// Points between two measures.
    var cloud: [String] {
        guard let places = reading.places else { return [] }
        var sentences = [words.points(reading.figureCount)]
        let known = reading.strands.flatMap(\.known)
        guard let printer = reading.strands.first?.printer, let low = known.map(\.value).min(),
            let high = known.map(\.value).max(), let left = known.map(\.place).min(),
            let right = known.map(\.place).max()
        else { return sentences }
        let isHorizontal = reading.data?.isHorizontal == true
        let layer = chart.layers.first { $0.mark == .point && $0.count > 0 }
        let across = layer?.label(of: isHorizontal ? .y : .x).spoken ?? ""
        let up = layer?.label(of: isHorizontal ? .x : .y).spoken ?? ""
        sentences.append(
            words.ranges(
                across, places(left), places(right), up, printer.text(low), printer.text(high)))
        if known.count >= Self.leastForCorrelation,
            let correlation = Correlation.linear(known.map(\.place), known.map(\.value))
        {
            var format = NumberFormat()
            format.kind = .fixed
            format.precision = 2
            sentences.append(
                words.correlation(format.text(correlation, locale: words.locale.number)))
        }
        guard isListed else { return sentences }
        let items = reading.strands.flatMap { strand in
            strand.known.map { figure in
                let own = layer?.detail(figure.index).text?.spoken ?? ""
                let pair = words.pair(places(figure.place), strand.printer.text(figure.value))
                let head = [strand.name, own].filter { !$0.isEmpty }.joined(separator: ", ")
                return head.isEmpty ? pair : "\(head) (\(pair))"
            }
        }
        return sentences + [words.coordinates(items)]
    }

    /// Fewer points correlate by chance.
    private static let leastForCorrelation = 10
}
