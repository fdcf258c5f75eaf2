import Scales

/// The stacks of a chart: what each category amounts to, and of what parts.
struct Stacks {
    /// One stack.
    struct Stack {
        var place: Double
        /// The parts by series, in the order of the series.
        var parts: [Part]

        /// The sum of all parts; not a number where one is not known.
        var total: Double { parts.reduce(0) { $0 + $1.figure.value } }
    }

    /// A part of a stack.
    struct Part {
        var series: String
        var figure: Strand.Figure
    }

    /// The stacks in the order of their places.
    let stacks: [Stack]
    /// Their sums as a series.
    let totals: Strand
    /// Whether they are stretched to the whole.
    let areShares: Bool

    /// The stacks of a chart; `nil` where several stand side by side in a category.
    init?(_ reading: ChartReading) {
        guard let data = reading.data else { return nil }
        let stacked = data.marks.filter { marks in
            marks.layer.mark == .bar || marks.layer.mark == .area
        }
        let strands = reading.strands.filter {
            $0.layer.mark == .bar || $0.layer.mark == .area
        }
        guard stacked.count == 1, stacked[0].laneCount == 1, let first = strands.first,
            strands.allSatisfy({ !$0.isRanged })
        else { return nil }
        var numbers: [Double: Int] = [:]
        var stacks: [Stack] = []
        for strand in strands {
            for figure in strand.figures where figure.index >= 0 {
                let number = numbers[figure.place] ?? stacks.count
                if numbers[figure.place] == nil {
                    numbers[figure.place] = number
                    stacks.append(Stack(place: figure.place, parts: []))
                }
                stacks[number].parts.append(Part(series: strand.name, figure: figure))
            }
        }
        stacks.sort { $0.place < $1.place }
        self.stacks = stacks
        areShares = stacked[0].layer.stacking == .normalized
        totals = Strand(
            name: "", layer: first.layer, printer: first.printer,
            figures: stacks.enumerated().map { index, stack in
                .init(index: index, place: stack.place, value: stack.total)
            }, isCourse: first.isCourse)
    }

    /// Whether a series is part of the stacks.
    func holds(_ strand: Strand) -> Bool {
        strand.layer.mark == .bar || strand.layer.mark == .area
    }
}

extension LongDescription {
    /// What stacks amount to and what they are made of.
    func describe(_ stacks: Stacks) -> [String] {
        var sentences: [String] = []
        let strand = stacks.totals
        if !stacks.areShares, strand.known.count > 1, let greatest = strand.greatest,
            let least = strand.least, let first = strand.known.first, let last = strand.known.last
        {
            let total = words.say("El total", "The total")
            if greatest.value == least.value {
                sentences.append(words.allTotals(strand.printer.text(greatest.value)))
            } else {
                if strand.isCourse {
                    let change = strand.printer.change(
                        from: first.value, to: last.value, greatest: strand.greatestMagnitude)
                    sentences.append(
                        words.goes(
                            total, from: figure(first, strand), to: figure(last, strand), change))
                }
                sentences.append(
                    words.extremeTotals(
                        greatest: extreme(greatest, strand), least: extreme(least, strand)))
            }
        }
        if isListed { return sentences + stacks.stacks.compactMap { composition($0, stacks) } }
        var shown: [Stacks.Stack] = []
        if strand.isCourse {
            shown = [stacks.stacks.first, stacks.stacks.last].compactMap { $0 }
        } else if let greatest = strand.greatest?.figures.first, !stacks.areShares {
            shown = [stacks.stacks[greatest.index]]
        } else {
            shown = [stacks.stacks.first].compactMap { $0 }
        }
        return sentences + shown.compactMap { composition($0, stacks) }
    }

    /// The parts of one stack, largest first; `nil` where none is known.
    private func composition(_ stack: Stacks.Stack, _ stacks: Stacks) -> String? {
        guard stack.parts.contains(where: \.figure.isKnown) else { return nil }
        let name = reading.places?(stack.place) ?? ""
        let printer = stacks.totals.printer
        let figures = stack.parts.map { part in
            var figure = part.figure
            figure.name = part.series
            return figure
        }
        let decimals =
            stacks.areShares
            ? printer.kind == .shares ? stacks.totals.layer.labels.format?.precision ?? 0 : 0 : 1
        guard stack.parts.count > 1,
            let shares = PartShares(
                figures, decimals: decimals,
                roundsToHundred: chart.roundsToHundred && stacks.areShares,
                hasFigures: !stacks.areShares, words)
        else {
            if figures.count == 1, let only = figures.first {
                let text = printer.text(only.value)
                return words.figure(
                    of: name, only.name.isEmpty ? text : "\(text) (\(only.name))")
            }
            let items = figures.map { figure in
                let text = figure.isKnown ? printer.text(figure.value) : words.missing
                return figure.name.isEmpty ? text : "\(figure.name) (\(text))"
            }
            return words.values(of: name, items, most: isListed ? .max : 5)
        }
        let items = shares.ordered.map { part in
            words.part(
                part.figure.name,
                shares.hasFigures && isListed ? printer.text(part.figure.value) : nil, part.text)
        }
        let total = stacks.areShares || !stack.total.isFinite ? nil : printer.text(stack.total)
        return words.stack(name, total: total, items, most: isListed ? .max : 5)
    }
}
