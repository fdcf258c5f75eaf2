import Scales

/// The short text of a chart: kind, subject and main finding, in at most 125 characters.
///
/// Clauses are tried in the order of their worth, each in its longest form that still has room;
/// what has none is left out as a whole.
struct ShortDescription {
    private let reading: ChartReading
    private var words: Phrasebook { reading.words }

    /// The short text of a chart.
    init(_ reading: ChartReading) { self.reading = reading }

    /// A place in the text: the first three stand in one clause, the others are sentences.
    private enum Slot: Int, CaseIterable {
        case subject
        case extent
        case unit
        case finding
        case more
        case missing
    }

    /// The text.
    var text: String {
        let kind = words.name(of: reading.form, isSingle: reading.lineCount < 2)
        var chosen: [Slot: String] = [:]
        let findings = findings
        let subject = reading.subject
        let offers: [(Slot, [String])] = [
            (.subject, [subject, ChartDescription.cut(subject, to: Self.mostOfSubject)]),
            (.finding, findings.main),
            (.missing, missing),
            (.extent, extent),
            (.unit, reading.spokenUnit.map { [words.counted(in: $0)] } ?? []),
            (.more, findings.more),
        ]
        for (slot, forms) in offers {
            for form in forms where !form.isEmpty {
                var trial = chosen
                trial[slot] = form
                guard Self.joined(kind, trial).utf16.count <= ChartDescription.mostShort else {
                    continue
                }
                chosen = trial
                break
            }
        }
        return Self.joined(kind, chosen)
    }

    /// A subject that leaves no room for itself is cut to this, so that a finding has some.
    private static let mostOfSubject = 64

    private static func joined(_ kind: String, _ chosen: [Slot: String]) -> String {
        let head = [chosen[.subject], chosen[.extent], chosen[.unit]].compactMap { $0 }
        let first = head.isEmpty ? kind : "\(kind): \(head.joined(separator: ", "))"
        let rest = [chosen[.finding], chosen[.more], chosen[.missing]].compactMap { $0 }
        return ([first] + rest).map(\.closed).joined(separator: " ")
    }

    // MARK: - Clauses

    private var extent: [String] {
        guard let places = reading.places, reading.form != .scatter, reading.form != .bubbles,
            reading.cells == nil, !reading.strands.isEmpty, reading.form != .waterfall
        else { return [] }
        if let count = places.count {
            guard count > 1, let first = places.slots.first, let last = places.slots.last else {
                return []
            }
            return places.isOrdered
                ? [words.stretch(first, last)] : [words.count(count, of: places.noun)]
        }
        let all = reading.strands.flatMap { strand in
            [strand.figures.first, strand.figures.last].compactMap { $0?.place }
        }
        guard let least = all.min(), let greatest = all.max() else { return [] }
        return [words.stretch(places(least), places(greatest))]
    }

    private var missing: [String] {
        let remarks = Remarks(reading)
        let count = remarks.missingCount
        guard count > 0, reading.figureCount > 0 else { return [] }
        if count == reading.figureCount { return [words.nothingKnown(of: "")] }
        let names = remarks.missingNames
        let named = names.count < 4 && !names.contains("") ? [words.missing(names)] : []
        return named + [words.missing(count, of: reading.figureCount)]
    }

    /// What the chart shows above all, and what it shows besides: each from long to short.
    private var findings: (main: [String], more: [String]) {
        guard reading.figureCount > 0 else { return ([], []) }
        if let sectors = reading.sectors { return (parts(sectors), []) }
        if let cells = reading.cells { return (extremes(cells), []) }
        let strands = reading.strands
        switch reading.form {
        case .waterfall: return (steps, [])
        case .stackedBars, .stackedAreas, .sharedBars, .sharedAreas:
            if let stacks = Stacks(reading) {
                return (self.stacks(stacks), stacks.areShares ? [] : shares(stacks))
            }
        case .scatter, .bubbles: return ([words.points(reading.figureCount)], [])
        case .bars, .groupedBars, .rangedBars, .lines, .areas, .dots, .pie, .donut, .heatMap,
            .cells, .barsAndLines, .linesAndPoints, .mixed, .other:
            break
        }
        guard strands.count == 1, let strand = strands.first else { return (several(strands), []) }
        if strand.isRanged { return (ranges(strand), []) }
        guard strand.known.count > 1 else {
            return (strand.known.first.map { [words.only("", figure($0, strand))] } ?? [], [])
        }
        if strand.isCourse { return (course(strand), innerExtremes(strand)) }
        guard let key = strand.key, key.value != strand.greatest?.value else {
            return (extremes(strand), [])
        }
        let name = reading.name(key)
        let text = strand.printer.text(key.value)
        return (
            [name.isEmpty ? "" : words.shortKey(name, text), words.shortKey("", text)],
            extremes(strand)
        )
    }

    private func figure(_ figure: Strand.Figure, _ strand: Strand) -> String {
        let name = reading.name(figure)
        let text = strand.printer.text(figure.value)
        return name.isEmpty ? text : "\(text) (\(name))"
    }

    private func course(_ strand: Strand, of name: String = "") -> [String] {
        let known = strand.known
        guard let first = known.first, let last = known.last, known.count > 1 else { return [] }
        let printer = strand.printer
        let change = printer.change(
            from: first.value, to: last.value, greatest: strand.greatestMagnitude)
        // Where the whole stretch is known, the extent tells where it begins and ends.
        let isWhole = strand.figures.first?.isKnown == true && strand.figures.last?.isKnown == true
        let bare = (printer.text(first.value), printer.text(last.value))
        let placed = (figure(first, strand), figure(last, strand))
        let forms = (isWhole ? [bare] : [placed, bare]).map { first, last in
            words.course(name, from: first, to: last, change)
        }
        return forms
    }

    private func extremes(_ strand: Strand) -> [String] {
        guard let greatest = strand.greatest, let least = strand.least, strand.known.count > 1
        else { return [] }
        let printer = strand.printer
        if greatest.value == least.value {
            return [words.allEqual("", printer.text(greatest.value))]
        }
        return [
            words.shortExtremes(named(greatest, strand), named(least, strand)),
            words.shortExtremes(named(greatest, strand), printer.text(least.value)),
            words.shortMaximum(named(greatest, strand)),
            words.shortExtremes(printer.text(greatest.value), printer.text(least.value)),
        ]
    }

    private func ranges(_ strand: Strand) -> [String] {
        let known = strand.known
        guard let low = known.map({ min($0.value, $0.end) }).min(),
            let high = known.map({ max($0.value, $0.end) }).max()
        else { return [] }
        return [words.together("", strand.printer.text(low), strand.printer.text(high))]
    }

    /// The extremes of a course that are neither where it begins nor where it ends.
    private func innerExtremes(_ strand: Strand) -> [String] {
        guard let greatest = strand.greatest, let least = strand.least,
            let first = strand.known.first?.value, let last = strand.known.last?.value
        else { return [] }
        let ends = [first, last]
        switch (ends.contains(greatest.value), ends.contains(least.value)) {
        case (false, false): return extremes(strand)
        case (false, true): return [words.shortMaximum(named(greatest, strand))]
        case (true, false): return [words.shortMinimum(named(least, strand))]
        case (true, true): return []
        }
    }

    /// An extreme with the first place where it occurs, and how many others there are.
    private func named(
        _ extreme: (value: Double, figures: [Strand.Figure]), _ strand: Strand
    ) -> String {
        let names = extreme.figures.map { reading.name($0) }.filter { !$0.isEmpty }
        let text = strand.printer.text(extreme.value)
        return names.isEmpty ? text : "\(text) (\(words.list(names, most: 1)))"
    }

    /// What several series do: each of few, or the one that ends highest.
    private func several(_ strands: [Strand]) -> [String] {
        let units = Set(strands.map(\.printer.kind))
        let clauses = strands.compactMap { strand -> String? in
            let known = strand.known
            guard strand.isCourse, !strand.isRanged, let first = known.first,
                let last = known.last, known.count > 1, !strand.name.isEmpty
            else { return nil }
            return words.trend(
                strand.name,
                strand.printer.change(
                    from: first.value, to: last.value, greatest: strand.greatestMagnitude))
        }
        var forms: [String] = []
        if clauses.count == strands.count, strands.count <= 4 {
            forms.append(words.say("Cambio: ", "Change: ") + words.list(clauses).closed)
        }
        let names = strands.map(\.name).filter { !$0.isEmpty }
        if units.count == 1, !strands.contains(where: \.isOnSecondAxis),
            names.count == strands.count,
            let top = strands.filter({ $0.greatest != nil && !$0.isRanged })
                .max(by: { ($0.greatest?.value ?? 0) < ($1.greatest?.value ?? 0) }),
            let greatest = top.greatest
        {
            let places = greatest.figures.map { reading.name($0) }.filter { !$0.isEmpty }
            let place = places.count == 1 ? ", \(places[0])" : ""
            forms.append(
                words.shortMaximum("\(top.printer.text(greatest.value)) (\(top.name)\(place))"))
        }
        if names.count == strands.count {
            forms.append(words.compares(names))
        }
        return forms
    }

    // MARK: - Wholes

    private func parts(_ strand: Strand) -> [String] {
        guard let shares = PartShares(strand, reading.chart, words) else { return [] }
        return largest(shares)
    }

    /// As many parts as have room, the largest first.
    private func largest(_ shares: PartShares, of name: String = "") -> [String] {
        let items = shares.ordered.map { "\($0.figure.name) \($0.text)" }
        let head = name.isEmpty ? "" : "\(name): "
        // More than a dozen never have room.
        let counts = [items.count] + stride(from: min(items.count - 2, 12), through: 1, by: -1)
        return counts.map { head + words.list(items, most: $0) + "." }
    }

    private func stacks(_ stacks: Stacks) -> [String] {
        let strand = stacks.totals
        let total = words.say("El total", "The total")
        if !stacks.areShares {
            if strand.isCourse, strand.known.count > 1 { return course(strand, of: total) }
            guard let greatest = strand.greatest, strand.known.count > 1 else {
                return strand.known.first.map { only in
                    let text = strand.printer.text(only.value)
                    return [words.shortTotal(of: reading.name(only), text)]
                } ?? []
            }
            let text = strand.printer.text(greatest.value)
            let names = greatest.figures.map { reading.name($0) }.filter { !$0.isEmpty }
            return [
                words.shortTotal("\(text) (\(words.list(names, most: 1)))"), words.shortTotal(text),
            ]
        }
        return shares(stacks)
    }

    /// The shares of the last stack in time, or of the first one.
    private func shares(_ stacks: Stacks) -> [String] {
        let strand = stacks.totals
        guard let last = strand.isCourse ? stacks.stacks.last : stacks.stacks.first,
            last.parts.count > 1
        else { return [] }
        let figures = last.parts.map { part in
            var figure = part.figure
            figure.name = part.series
            return figure
        }
        let own = strand.printer.kind == .shares ? strand.layer.labels.format?.precision : nil
        let decimals = stacks.areShares ? own ?? 0 : 1
        guard
            let shares = PartShares(
                figures, decimals: decimals,
                roundsToHundred: stacks.areShares && reading.chart.roundsToHundred,
                hasFigures: false, words)
        else { return [] }
        return largest(shares, of: reading.places?(last.place) ?? "")
    }

    private var steps: [String] {
        guard let strand = reading.strands.first else { return [] }
        let known = strand.known
        guard let first = known.first, let last = known.last,
            strand.layer.detail(first.index).isTotal, strand.layer.detail(last.index).isTotal,
            known.count > 1
        else { return [] }
        let printer = strand.printer
        let change = printer.change(
            from: first.value, to: last.value, greatest: strand.greatestMagnitude)
        return [
            words.course("", from: figure(first, strand), to: figure(last, strand), change),
            words.course("", from: printer.text(first.value), to: printer.text(last.value), change),
        ]
    }
}
