public import Scales

/// A value with the words for what it is, as in `.value("Unidades", row.units)`.
public struct PlottableValue<Value: Plottable> {
    /// What the value is of, in words for axes, legends and alternative texts.
    let label: String
    /// The value as charts keep it: of one size whatever its type, which spares a million rows the
    /// asking for it.
    let value: PlottedValue

    private init(_ label: String, _ value: PlottedValue) {
        self.label = label
        self.value = value
    }

    /// A value with the words for what it is.
    public static func value(_ label: String, _ value: Value) -> PlottableValue {
        PlottableValue(label, value.plotted)
    }

    /// The value of a visual quality.
    func plotted(as name: ChannelName) -> PlottedChannel {
        PlottedChannel(name: name, label: label, value: value)
    }
}

/// The periods that days can stand for.
public enum PlottableDateUnit: Hashable, Sendable, CaseIterable {
    /// The day itself.
    case day
    /// The month that holds it.
    case month
    /// The quarter that holds it.
    case quarter
    /// The year that holds it.
    case year

    /// The first day of the period that holds a day.
    func start(of date: CivilDate) -> CivilDate {
        switch self {
        case .day: date
        case .month: CivilDate(monthIndex: date.monthIndex)
        case .quarter: CivilDate(monthIndex: date.monthIndex / 3 * 3)
        case .year: CivilDate(monthIndex: date.monthIndex / 12 * 12)
        }
    }
}

extension PlottableValue where Value == CivilDate {
    /// A day, as the period that holds it: its first day stands for it.
    public static func value(
        _ label: String, _ value: CivilDate, unit: PlottableDateUnit
    ) -> PlottableValue {
        PlottableValue(label, .date(unit.start(of: value)))
    }
}

/// One visual quality of one mark.
struct PlottedChannel {
    let name: ChannelName
    let label: String
    let value: PlottedValue
}
