/// What a reader must know of single figures: which are missing, and which are not firm.
struct Remarks {
    let reading: ChartReading

    private var words: Phrasebook { reading.words }

    /// So many figures are named one by one.
    private static let mostNamed = 6

    /// The remarks on a chart.
    init(_ reading: ChartReading) { self.reading = reading }

    private var strands: [Strand] {
        reading.strands + [reading.sectors, reading.cells].compactMap { $0 }
    }

    /// How many figures are not known.
    var missingCount: Int {
        strands.reduce(0) { $0 + $1.figures.count { !$0.isKnown } }
    }

    /// The names of the figures that are not known.
    var missingNames: [String] { names { _, figure in !figure.isKnown } }

    /// A sentence for each kind of remark that there is a figure for.
    var sentences: [String] {
        let known = reading.figureCount - missingCount
        var sentences: [String] = []
        if missingCount > 0, known > 0 {
            let names = missingNames
            sentences.append(
                names.count > Self.mostNamed || names.contains("")
                    ? words.missing(missingCount, of: reading.figureCount)
                    : words.missing(names))
        }
        for remark in Remark.allCases {
            let count = strands.reduce(0) { sum, strand in
                sum + strand.known.count { remark.holds(for: strand.layer.detail($0.index)) }
            }
            let total = remark.total(of: reading.chart)
            guard count > 0 || total != nil else { continue }
            var names = names { strand, figure in
                figure.isKnown && remark.holds(for: strand.layer.detail(figure.index))
            }
            if count == known, known > 1 {
                sentences.append(words.all(are: remark))
                continue
            }
            if let total { names.append(total) }
            sentences.append(
                names.count > Self.mostNamed || names.contains("")
                    ? words.are(count, of: reading.figureCount, remark)
                    : words.are(names, remark, isOne: count + (total == nil ? 0 : 1) == 1))
        }
        return sentences
    }

    /// The names of figures; three and more in a row as a stretch.
    private func names(_ isMeant: (Strand, Strand.Figure) -> Bool) -> [String] {
        var names: [String] = []
        for strand in strands {
            var run: [Strand.Figure] = []
            let flush = { (run: [Strand.Figure]) -> [String] in
                guard run.count > 2, let first = run.first, let last = run.last, strand.isCourse,
                    reading.places?.isOrdered == true
                else { return run.map { reading.name($0, of: strand) } }
                var stretch = first
                stretch.name = words.stretch(reading.name(first), reading.name(last))
                return [reading.name(stretch, of: strand)]
            }
            for figure in strand.figures {
                if isMeant(strand, figure) {
                    run.append(figure)
                } else if !run.isEmpty {
                    names += flush(run)
                    run = []
                }
            }
            names += flush(run)
        }
        return names
    }
}

/// What may be said of a figure that is known.
enum Remark: CaseIterable {
    case preliminary
    case estimated
    case derived
    case rounded

    /// Whether it is to be said of a mark.
    func holds(for detail: Detail) -> Bool {
        switch self {
        case .preliminary: detail.standing == .preliminary
        case .estimated: detail.standing == .estimated
        case .derived: detail.standing == .derived
        case .rounded: detail.isRounded
        }
    }

    /// The name of the chart's total where it is to be said of that.
    func total(of chart: Chart) -> String? {
        guard let total = chart.total, !total.label.isEmpty,
            holds(for: Detail(standing: total.standing))
        else { return nil }
        return total.label.spoken
    }
}
