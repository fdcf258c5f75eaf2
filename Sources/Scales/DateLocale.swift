/// How a language writes dates: names of months and days, and its usual formats.
///
/// A closed set, so that the formats within are known to be sound.
public struct DateLocale: Hashable, Sendable {
    /// Month names from January.
    public let months: [String]
    /// Short month names from January.
    public let shortMonths: [String]
    /// Day names from Sunday.
    public let days: [String]
    /// Short day names from Sunday.
    public let shortDays: [String]
    /// The words for morning and afternoon.
    public let periods: [String]
    /// The specifier behind `%c`.
    public let dateTime: String
    /// The specifier behind `%x`.
    public let date: String
    /// The specifier behind `%X`.
    public let time: String
    /// The specifier of a day within a year, as short as an axis wants it.
    public let monthDay: String
    /// The specifier of a full hour on an axis.
    public let hour: String
    /// The specifier of an hour and minute on an axis.
    public let hourMinute: String

    /// English of the United States: Jan, January.
    public static let enUS = DateLocale(
        months: [
            "January", "February", "March", "April", "May", "June", "July", "August", "September",
            "October", "November", "December",
        ],
        shortMonths: [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ],
        days: [
            "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
        ],
        shortDays: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
        periods: ["AM", "PM"], dateTime: "%x, %X", date: "%-m/%-d/%Y", time: "%-I:%M:%S %p",
        monthDay: "%b %-d", hour: "%-I %p", hourMinute: "%-I:%M")

    /// Spanish of Mexico: ene, enero.
    public static let esMX = DateLocale(
        months: spanishMonths,
        shortMonths: [
            "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic",
        ],
        days: spanishDays, shortDays: spanishShortDays, periods: ["AM", "PM"],
        dateTime: "%x, %X", date: "%d/%m/%Y", time: "%-I:%M:%S %p",
        monthDay: "%-d %b", hour: "%H:%M", hourMinute: "%H:%M")

    /// Spanish of Spain: ene., enero.
    ///
    /// Short months are those of Unicode's CLDR with their dots, where d3 has none.
    public static let esES = DateLocale(
        months: spanishMonths,
        shortMonths: [
            "ene.", "feb.", "mar.", "abr.", "may.", "jun.", "jul.", "ago.", "sept.", "oct.",
            "nov.", "dic.",
        ],
        days: spanishDays, shortDays: spanishShortDays, periods: ["AM", "PM"],
        dateTime: "%A, %e de %B de %Y, %X", date: "%d/%m/%Y", time: "%H:%M:%S",
        monthDay: "%-d %b", hour: "%H:%M", hourMinute: "%H:%M")

    private static let spanishMonths = [
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
        "octubre", "noviembre", "diciembre",
    ]
    private static let spanishDays = [
        "domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado",
    ]
    private static let spanishShortDays = ["dom", "lun", "mar", "mié", "jue", "vie", "sáb"]
}
