import Graphics
import Layout
import Scales

/// The labelled values of a direction of numbers or days: those that the axis names, or as many round
/// ones as have room.
struct ValueTicks {
    /// A value with its words.
    struct Tick: Hashable {
        var value: Double
        var label: String
    }

    /// Values that share an outer label, as the months of a year.
    struct Group: Hashable {
        var span: Extent
        var label: String
    }

    private(set) var ticks: [Tick] = []
    /// The words of values that the axis names and its domain does not hold.
    private(set) var outside: [String] = []
    private(set) var groups: [Group] = []

    private static let millisecondsPerDay = 86_400_000.0
    /// As many labels as an axis of numbers is given at most, and one of days.
    private static let (mostNumbers, mostDays) = (6.0, 12.0)

    /// The ticks of a direction whose axis is `length` points long.
    ///
    /// - Parameters:
    ///   - gap: the least distance between two labels, in points.
    ///   - extent: how long a label is along the axis, in points.
    init(
        _ dimension: Dimension, _ axis: AxisOptions, locale: DeckLocale, length: Double,
        isShare: Bool, gap: Double, extent: (String) -> Double
    ) {
        var dimension = dimension
        dimension.setRange(Extent(0, length))
        switch dimension.kind {
        case .slots: break
        case .numbers:
            setNumbers(
                dimension, axis, locale.number, isShare: isShare, gap: gap, extent: extent)
        case .days: setDays(dimension, axis, locale.date, gap: gap, extent: extent)
        }
    }

    // MARK: - Numbers

    private mutating func setNumbers(
        _ dimension: Dimension, _ axis: AxisOptions, _ locale: NumberLocale, isShare: Bool,
        gap: Double, extent: (String) -> Double
    ) {
        if case .numbers(let values)? = axis.values {
            let format = axis.format ?? (isShare ? Self.percent : .plain)
            for value in values {
                let label = format.text(value, locale: locale)
                if dimension.domain.contains(value) {
                    ticks.append(Tick(value: value, label: label))
                } else {
                    outside.append(label)
                }
            }
            return
        }
        var count = Self.mostNumbers
        if case .count(let wish)? = axis.values { count = Double(max(2, wish)) }
        ticks = dimension.ticks(
            format: Self.tickFormat(axis.format, isShare: isShare), locale: locale,
            count: count, gap: gap, extent: extent
        ).ticks.map { Tick(value: $0.value, label: $0.label) }
    }

    /// A format that says nothing of digits gets as many as ticks need, and no exponent.
    private static func tickFormat(_ format: NumberFormat?, isShare: Bool) -> NumberFormat {
        guard var format else { return isShare ? percent : .grouped }
        if format.kind == .none, format.precision == nil { format.kind = .fixed }
        return format
    }

    private static var percent: NumberFormat {
        var format = NumberFormat()
        format.kind = .percent
        format.precision = 0
        return format
    }

    // MARK: - Days

    private mutating func setDays(
        _ dimension: Dimension, _ axis: AxisOptions, _ locale: DateLocale, gap: Double,
        extent: (String) -> Double
    ) {
        if case .dates(let dates)? = axis.values {
            let format = axis.dateFormat
            for date in dates {
                let label = format?.text(date, locale: locale) ?? date.description
                if dimension.domain.contains(Double(date.dayNumber)) {
                    ticks.append(Tick(value: Double(date.dayNumber), label: label))
                } else {
                    outside.append(label)
                }
            }
            return
        }
        var count = Self.mostDays
        if case .count(let wish)? = axis.values { count = Double(max(2, wish)) }
        let scale = DateTimeScale(
            from: CivilDateTime(Self.day(dimension.domain.start)),
            to: CivilDateTime(Self.day(dimension.domain.end)), range: dimension.range)
        let found =
            axis.dateFormat.map {
                AxisTicks(
                    scale, format: MultiScaleDateFormat($0), locale: locale, count: count, gap: gap,
                    extent: extent)
            } ?? AxisTicks(nested: scale, locale: locale, count: count, gap: gap, extent: extent)
        ticks = found.ticks.map {
            Tick(value: $0.value / Self.millisecondsPerDay, label: $0.label)
        }
        groups = found.groups.map { Group(span: $0.span, label: $0.label) }
    }

    private static func day(_ number: Double) -> CivilDate {
        CivilDate(dayNumber: Int(max(-1e7, min(1e7, number.rounded()))))
    }
}
