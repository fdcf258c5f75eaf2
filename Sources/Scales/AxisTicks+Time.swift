extension AxisTicks {
    /// At most about `count` ticks of a scale of time, each written by the largest unit it begins.
    ///
    /// - Parameters:
    ///   - format: How moments are written; without one, briefly in the locale's own order. A
    ///     format that cannot tell neighbours apart makes for fewer ticks; where even two would
    ///     read the same, it is given up.
    ///   - gap: The least distance between two labels, in points.
    ///   - extent: How long a label is along the axis, in points.
    public init(
        _ scale: DateTimeScale, format: MultiScaleDateFormat? = nil, locale: DateLocale,
        count: Double = 10, gap: Double = 6, extent: (String) -> Double
    ) {
        self = withoutActuallyEscaping(extent) { extent in
            let axis = TimeAxis(
                scale: scale, locale: locale, count: count,
                room: LabelRoom(gap: gap, extent: extent), isWholeDays: false)
            return AxisTicks(ticks: axis.ticks(format ?? .brief(locale)))
        }
    }

    /// At most about `count` ticks of a scale of whole days; the parameters are those of a scale of
    /// time.
    public init(
        _ scale: TimeScale, format: MultiScaleDateFormat? = nil, locale: DateLocale,
        count: Double = 10, gap: Double = 6, extent: (String) -> Double
    ) {
        self = withoutActuallyEscaping(extent) { extent in
            let axis = TimeAxis(
                scale: scale.moments, locale: locale, count: count,
                room: LabelRoom(gap: gap, extent: extent), isWholeDays: true)
            return AxisTicks(ticks: axis.ticks(format ?? .brief(locale)))
        }
    }

    /// Ticks of a scale of time in two levels, as months under the years they lie in.
    ///
    /// Days have their months, hours their days; years have no groups. Every group has its span,
    /// also one that the domain cuts off; its label is given in the longest form that fits into the
    /// span.
    ///
    /// - Parameters:
    ///   - gap: The least distance between two labels of a level, in points.
    ///   - extent: How long an inner label is along the axis, in points.
    ///   - groupExtent: How long a group's label is; that of an inner one where not given.
    public init(
        nested scale: DateTimeScale, locale: DateLocale, count: Double = 12, gap: Double = 6,
        extent: (String) -> Double, groupExtent: ((String) -> Double)? = nil
    ) {
        self = withoutActuallyEscaping(extent) { extent in
            let axis = TimeAxis(
                scale: scale, locale: locale, count: count,
                room: LabelRoom(gap: gap, extent: extent), isWholeDays: false)
            return axis.nested(groupRoom: LabelRoom(gap: gap, extent: groupExtent ?? extent))
        }
    }

    /// Ticks of a scale of whole days in two levels; the parameters are those of a scale of time.
    public init(
        nested scale: TimeScale, locale: DateLocale, count: Double = 12, gap: Double = 6,
        extent: (String) -> Double, groupExtent: ((String) -> Double)? = nil
    ) {
        self = withoutActuallyEscaping(extent) { extent in
            let axis = TimeAxis(
                scale: scale.moments, locale: locale, count: count,
                room: LabelRoom(gap: gap, extent: extent), isWholeDays: true)
            return axis.nested(groupRoom: LabelRoom(gap: gap, extent: groupExtent ?? extent))
        }
    }
}

/// The choice of ticks on an axis of time.
private struct TimeAxis {
    let scale: DateTimeScale
    let locale: DateLocale
    let count: Double
    let room: LabelRoom
    let isWholeDays: Bool

    private var first: CivilDateTime { min(scale.start, scale.end) }
    private var last: CivilDateTime { max(scale.start, scale.end) }

    func ticks(_ format: MultiScaleDateFormat) -> [AxisTicks.Tick] {
        guard first < last else { return [tick(first, endFormat)].filter(\.place.isFinite) }
        let write = { (moment: CivilDateTime) in format.text(at: moment, locale: locale) }
        let asked = sets(write)
        let brief = MultiScaleDateFormat.brief(locale)
        let free = sets { brief.text(at: $0, locale: locale) }
        let exact = DateFormat(known: "%Y-%m-%dT%H:%M:%S.%L")
        return room.choice(
            from: asked + free,
            sparse: asked.reversed() + free.reversed()
                + [endFormat, DateFormat(known: "%x"), exact].map {
                    [tick(scale.start, $0), tick(scale.end, $0)]
                })
    }

    func nested(groupRoom: LabelRoom) -> AxisTicks {
        guard first < last else { return AxisTicks(ticks: ticks(.brief(locale))) }
        for interval in intervals {
            let format = innerFormat(of: interval)
            let ticks = interval.starts(from: first, to: last, limit: LabelRoom.greatestCount)
                .map { tick($0, format) }
            guard ticks.count >= 2, room.holds(ticks) else { continue }
            return AxisTicks(
                ticks: directed(ticks), groups: groups(outside: interval, groupRoom))
        }
        return AxisTicks(ticks: ticks(.brief(locale)))
    }

    // MARK: - Intervals

    /// The intervals to try, from the one d3 would choose to ever longer ones.
    private var intervals: [CalendarInterval] {
        let all = Self.ladder.filter { interval in
            !isWholeDays || interval.nominalLength >= CalendarInterval.days(1).nominalLength
        }
        let count = min(max(count.isNaN ? 10 : count, 1), LabelRoom.greatestWish)
        // The one whose number of ticks is nearest to the count, in proportion.
        let length = Double(last.milliseconds - first.milliseconds) / count
        let start = all.indices.first { index in
            index + 1 == all.count
                || length * length < all[index].nominalLength * all[index + 1].nominalLength
        }
        return Array(all[(start ?? 0)...])
    }

    /// d3's intervals, half years among them, and round numbers of milliseconds and years.
    private static let ladder: [CalendarInterval] =
        [1, 2, 5, 10, 20, 50, 100, 200, 500].map { .milliseconds($0) }
        + CalendarInterval.common.dropLast() + [.months(6)]
        + [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].map { .years($0) }

    private func sets(_ write: (CivilDateTime) -> String) -> [[AxisTicks.Tick]] {
        intervals.map { interval in
            directed(
                interval.starts(from: first, to: last, limit: LabelRoom.greatestCount).map {
                    tick($0, label: write($0))
                })
        }
    }

    private func directed(_ ticks: [AxisTicks.Tick]) -> [AxisTicks.Tick] {
        scale.end < scale.start ? ticks.reversed() : ticks
    }

    private func tick(_ moment: CivilDateTime, _ format: DateFormat) -> AxisTicks.Tick {
        tick(moment, label: format.text(at: moment, locale: locale))
    }

    private func tick(_ moment: CivilDateTime, label: String) -> AxisTicks.Tick {
        AxisTicks.Tick(
            value: Double(moment.milliseconds), place: scale(moment), label: label)
    }

    /// For ends of the domain, which begin no round stretch.
    private var endFormat: DateFormat {
        let length = Double(last.milliseconds - first.milliseconds)
        if length >= CalendarInterval.years(1).nominalLength {
            return DateFormat(known: "%b %Y")
        }
        if isWholeDays || length >= CalendarInterval.days(2).nominalLength {
            return DateFormat(known: locale.monthDay)
        }
        if length >= CalendarInterval.minutes(2).nominalLength {
            return DateFormat(known: locale.hourMinute)
        }
        return DateFormat(known: "%H:%M:%S.%L")
    }

    // MARK: - Levels

    /// How a tick is written where its group says the rest.
    private func innerFormat(of interval: CalendarInterval) -> DateFormat {
        switch interval {
        case .milliseconds: DateFormat(known: "%S.%L")
        case .seconds: DateFormat(known: "%M:%S")
        case .minutes: DateFormat(known: locale.hourMinute)
        case .hours: DateFormat(known: locale.hour)
        case .days, .weeks: DateFormat(known: "%-d")
        case .months: DateFormat(known: "%b")
        case .years: DateFormat(known: "%Y")
        }
    }

    /// The stretches of the next larger unit, with the ways to write them from long to short.
    private func outerLevel(
        of interval: CalendarInterval
    ) -> (interval: CalendarInterval, formats: [String])? {
        switch interval {
        case .milliseconds, .seconds: (.hours(1), ["\(locale.monthDay), \(locale.hour)"])
        case .minutes, .hours: (.days(1), ["%A, \(locale.monthDay)", locale.monthDay, "%-d"])
        case .days, .weeks: (.months(1), ["%B %Y", "%b %Y", "%b"])
        case .months: (.years(1), ["%Y", "’%y"])
        case .years: nil
        }
    }

    private func groups(
        outside interval: CalendarInterval, _ room: LabelRoom
    ) -> [AxisTicks.Group] {
        guard let (outer, formats) = outerLevel(of: interval) else { return [] }
        var groups: [AxisTicks.Group] = []
        var start = outer.floor(first)
        while start < last, groups.count < LabelRoom.greatestCount {
            let next = outer.next(after: start)
            let span = Extent(scale(max(start, first)), scale(min(next, last)))
            let labels = formats.map { DateFormat(known: $0).text(at: start, locale: locale) }
            let label = labels.first { room.extent($0) + room.gap <= abs(span.end - span.start) }
            groups.append(
                AxisTicks.Group(
                    span: scale.end < scale.start ? span.reversed : span, label: label ?? ""))
            if next <= start { break }
            start = next
        }
        return scale.end < scale.start ? groups.reversed() : groups
    }
}
