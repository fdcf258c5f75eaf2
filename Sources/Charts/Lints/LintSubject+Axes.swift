import Scales

extension LintSubject {
    // MARK: - Zero

    var barsNotFromZero: [ChartLint] {
        aboveZero(.bar).map { layer, end in
            ChartLint(
                .barsNotFromZero,
                "the bars start at \(end), not at zero: their lengths do not show their figures",
                hint: scale(layer).kind == .log
                    ? "draw points, or let the axis be linear"
                    : "let the axis start at zero, or draw a line",
                mark: .bar)
        }
    }

    var areaNotFromZero: [ChartLint] {
        aboveZero(.area).filter { $0.0.stacking != .center }.map { layer, end in
            ChartLint(
                .areaNotFromZero,
                "the area starts at \(end), not at zero: what is filled does not show its figures",
                hint: "let the axis start at zero, or draw a line", mark: .area)
        }
    }

    var truncatedAxis: [ChartLint] {
        let lines = aboveZero(.line)
        // Two measures against each other need no zero, and a logarithm has none.
        let points = aboveZero(.point).filter { layer, _ in places(layer)?.isNumbers != true }
        return (lines + points).filter { scale($0.0).kind != .log }.map { layer, end in
            ChartLint(
                .truncatedAxis,
                "\(axisName(layer)) starts at \(end), not at zero: changes look larger than they "
                    + "are",
                hint: "let the axis start at zero, or waive the rule and say so on the page",
                mark: layer.mark)
        }.uniqued
    }

    /// The layers of a mark whose axis leaves out zero, and the end of the axis next to it.
    private func aboveZero(_ mark: Layer.Mark) -> [(Layer, String)] {
        var told: [Bool: Void] = [:]
        return chart.layers.filter { $0.mark == mark && $0.count > 0 && !isRanged($0) }
            .compactMap { layer in
                guard told[layer.isOnSecondAxis] == nil, let domain = domain(layer),
                    !domain.contains(0)
                else { return nil }
                told[layer.isOnSecondAxis] = ()
                let end = domain.lower > 0 ? domain.lower : domain.upper
                return (layer, printer(layer).text(end))
            }
    }

    // MARK: - Directions

    var reversedAxis: [ChartLint] {
        var lints: [ChartLint] = []
        if let layer = chart.layers.first(where: { isMeasured($0) && scale($0).isReversed }) {
            lints.append(
                ChartLint(
                    .reversedAxis,
                    "\(axisName(layer)) is reversed: more looks like less",
                    hint: "let amounts grow \(isHorizontal ? "to the right" : "upward")",
                    mark: layer.mark))
        }
        if !isHorizontal, chart.xScale.isReversed,
            let layer = chart.layers.first(where: { isMeasured($0) && isTime(places($0)) })
        {
            lints.append(
                ChartLint(
                    .reversedAxis, "time runs from right to left",
                    hint: "let the horizontal axis run its usual way", mark: layer.mark))
        }
        return lints
    }

    /// Whether a layer has figures along an axis.
    private func isMeasured(_ layer: Layer) -> Bool {
        switch layer.mark {
        case .bar, .line, .area, .point: layer.count > 0 && amounts(layer)?.isNumbers == true
        case .rule, .rectangle, .sector: false
        }
    }

    private func isTime(_ channel: Channel?) -> Bool {
        guard let channel else { return false }
        if channel.isDates { return true }
        return channel.isNames && channel.values.count > 1
            && channel.names.allSatisfy { PlaceNames.year($0) != nil }
    }

    // MARK: - Measures

    var twoAxes: [ChartLint] {
        let measured = chart.layers.filter(isMeasured)
        guard let second = measured.first(where: \.isOnSecondAxis),
            let first = measured.first(where: { !$0.isOnSecondAxis })
        else { return [] }
        let names = [first, second].compactMap { amounts($0)?.label.spoken }
            .filter { !$0.isEmpty }.map { "“\($0)”" }
        let what = names.count == 2 ? names.joined(separator: " and ") : "its layers"
        return [
            ChartLint(
                .twoAxes,
                "\(what) are read from two axes: where they cross and how far they are apart is "
                    + "chance",
                hint: "draw two charts, or show both as an index", mark: second.mark)
        ]
    }

    var dualUnit: [ChartLint] {
        [false, true].compactMap { isSecond in
            var units: [String] = []
            var mark: Layer.Mark?
            for layer in chart.layers where isMeasured(layer) && layer.isOnSecondAxis == isSecond {
                guard let unit = unit(layer), !units.contains(unit) else { continue }
                units.append(unit)
                mark = layer.mark
            }
            guard units.count > 1 else { return nil }
            return ChartLint(
                .dualUnit,
                "one axis measures "
                    + units.map { "“\($0)”" }.joined(separator: " and ")
                    + ": lengths of different units cannot be compared",
                hint: "draw two charts, or bring the figures to one unit", mark: mark)
        }
    }

    /// The unit that a layer's labels print; `nil` where they print none.
    private func unit(_ layer: Layer) -> String? {
        var units = [layer.labels.unit, layer.labels.format?.suffix ?? ""]
        // Figures of their own at the ends of lines are not read from the axis.
        if layer.channels[.end] == nil {
            units += [layer.ends?.unit ?? "", layer.ends?.format?.suffix ?? ""]
        }
        return units.lazy.map(\.spoken).first { !$0.isEmpty }
    }

    // MARK: - Lines

    var unevenTime: [ChartLint] {
        guard let data, data.placeDimension.kind == .slots,
            let layer = chart.layers.first(where: {
                ($0.mark == .line || $0.mark == .area) && $0.count > 0
            })
        else { return [] }
        let slots = data.placeDimension.slots
        let times = slots.compactMap { Self.time($0.key) }
        guard times.count == slots.count, times.count > 2 else { return [] }
        let steps = zip(times, times.dropFirst()).map { $1 - $0 }
        guard let usual = steps.first,
            let odd = steps.firstIndex(where: { $0 != usual })
        else { return [] }
        let name = "“\(slots[odd].label)” and “\(slots[odd + 1].label)”"
        return [
            ChartLint(
                .unevenTime,
                "\(name) are as far apart as “\(slots[0].label)” and “\(slots[1].label)”, but "
                    + "not in time: slopes are wrong",
                hint: "let the axis be of the type “time”, or draw bars", mark: layer.mark,
                place: slots[odd + 1].label)
        ]
    }

    /// The time that the name of a slot tells, in months; `nil` for none, or one within a month.
    private static func time(_ key: String) -> Int? {
        guard let date = CivilDate(iso: key), date.day == 1, (1500..<2200).contains(date.year)
        else {
            return nil
        }
        return date.monthIndex
    }

    var smoothedLine: [ChartLint] {
        chart.layers.compactMap { layer in
            guard layer.mark == .line || layer.mark == .area, layer.count > 2 else { return nil }
            switch layer.interpolation {
            case .linear, .monotone, .stepStart, .stepCenter, .stepEnd: return nil
            case .natural, .cardinal, .catmullRom, .basis: break
            }
            return ChartLint(
                .smoothedLine,
                "the curve “\(layer.interpolation.rawValue)” "
                    + (layer.interpolation == .basis
                        ? "misses the figures it is drawn from"
                        : "rises above and falls below the figures it is drawn from"),
                hint: "join figures by straight lines, or by “monotone”", mark: layer.mark)
        }.uniqued
    }
}

extension [ChartLint] {
    /// Each finding once.
    var uniqued: [ChartLint] {
        var seen: Set<ChartLint> = []
        return filter { seen.insert($0).inserted }
    }
}
