/// A cell as its file has it, before its column's type is looked at.
enum RawCell {
    /// Nothing, or a word that the dialect takes for nothing.
    case missing
    /// A text of a file that has only texts, as UTF-8: figures and days are written in it.
    case written(ArraySlice<UInt8>)
    /// A text of a file that also has numbers.
    case text(String)
    /// A number as JSON writes it.
    case digits(ArraySlice<UInt8>)
    /// A number of a workbook.
    case number(Double)
    /// A number of a workbook that is shown in percent: 0.142 as 14.2%.
    case share(Double)
    /// True or false.
    case flag(Bool)
    /// A day of a workbook.
    case day(CalendarDay)
    /// A time of a workbook, perhaps with a day before it.
    case time(String)

    /// The cell as a text, for columns of text and for messages; empty for nothing.
    var shown: String {
        switch self {
        case .missing: ""
        case .written(let bytes), .digits(let bytes): String(decoding: bytes, as: UTF8.self)
        case .text(let text), .time(let text): text
        case .number(let number), .share(let number):
            RawCell.whole(number).map { "\($0)" } ?? "\(number)"
        case .flag(let flag): flag ? "true" : "false"
        case .day(let day): day.description
        }
    }

    /// The number as a whole one; `nil` where it has decimals, or is beyond 2⁵³ and perhaps rounded.
    static func whole(_ number: Double) -> Int? {
        number.magnitude <= 0x1p53 ? Int(exactly: number) : nil
    }
}
