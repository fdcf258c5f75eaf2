/// How a file writes days, in the words of `strptime` (POSIX) as far as tables need them.
public struct DateFormat: Hashable, Sendable {
    /// What stands at a place of the format.
    private enum Part: Hashable {
        /// Bytes that stand there as they are.
        case literal(UInt8)
        /// `%d`: one or two digits.
        case day
        /// `%m`: one or two digits.
        case month
        /// `%b`: the month's name cut to three letters, in Spanish or English.
        case monthName
        /// `%Y`: four digits.
        case year
        /// `%y`: two digits, 69 to 99 of the twentieth century, the others of the next.
        case shortYear
    }

    /// The format as it is written.
    public let pattern: String
    private let parts: [Part]
    /// How many digits days and months have.
    private let twoDigits: ClosedRange<Int>

    /// `2024-06-30` (ISO 8601).
    public static let iso = DateFormat(
        pattern: "%Y-%m-%d",
        parts: [
            .year, .literal(UInt8(ascii: "-")), .month, .literal(UInt8(ascii: "-")), .day,
        ])

    /// Reads a format; `nil` where it has other words than `%d %m %b %Y %y`, or does not name a day,
    /// a month and a year once each.
    public init?(_ pattern: String) {
        var parts: [Part] = []
        var bytes = pattern.utf8[...]
        while let byte = bytes.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                parts.append(.literal(byte))
                continue
            }
            switch bytes.popFirst() {
            case UInt8(ascii: "d"): parts.append(.day)
            case UInt8(ascii: "m"): parts.append(.month)
            case UInt8(ascii: "b"): parts.append(.monthName)
            case UInt8(ascii: "Y"): parts.append(.year)
            case UInt8(ascii: "y"): parts.append(.shortYear)
            default: return nil
            }
        }
        guard parts.count(where: { $0 == .day }) == 1,
            parts.count(where: { $0 == .month || $0 == .monthName }) == 1,
            parts.count(where: { $0 == .year || $0 == .shortYear }) == 1
        else { return nil }
        self.init(pattern: pattern, parts: parts)
    }

    private init(pattern: String, parts: [Part]) {
        self.pattern = pattern
        self.parts = parts
        // ISO 8601 has two always.
        twoDigits = pattern == "%Y-%m-%d" ? 2...2 : 1...2
    }
}

extension DateFormat {
    /// The day that a text names; `nil` where it is written otherwise or there is no such day.
    func day(_ text: ArraySlice<UInt8>) -> CalendarDay? {
        var rest = text
        var (day, month, year) = (0, 0, 0)
        for part in parts {
            switch part {
            case .literal(let byte):
                guard rest.popFirst() == byte else { return nil }
            case .day:
                guard let number = digits(&rest, twoDigits) else { return nil }
                day = number
            case .month:
                guard let number = digits(&rest, twoDigits) else { return nil }
                month = number
            case .monthName:
                guard let number = monthName(&rest) else { return nil }
                month = number
            case .year:
                guard let number = digits(&rest, 4...4) else { return nil }
                year = number
            case .shortYear:
                guard let number = digits(&rest, 2...2) else { return nil }
                year = number + (number < 69 ? 2000 : 1900)
            }
        }
        return rest.isEmpty ? CalendarDay(year: year, month: month, day: day) : nil
    }

    /// 30 June 2024 as the format writes it, for hints.
    var example: String {
        parts.map { part in
            switch part {
            case .literal(let byte): String(decoding: [byte], as: UTF8.self)
            case .day: "30"
            case .month: "06"
            case .monthName: "jun"
            case .year: "2024"
            case .shortYear: "24"
            }
        }.joined()
    }

    private func digits(_ rest: inout ArraySlice<UInt8>, _ counts: ClosedRange<Int>) -> Int? {
        let found = rest.prefix(counts.upperBound).prefix {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
        guard counts.contains(found.count) else { return nil }
        rest = rest.dropFirst(found.count)
        return decimal(found)
    }

    private func monthName(_ rest: inout ArraySlice<UInt8>) -> Int? {
        let name = String(decoding: rest.prefix(3), as: UTF8.self).asciiLowercased
        guard let index = monthNames.firstIndex(where: { $0.contains(name) }) else { return nil }
        rest = rest.dropFirst(3)
        return index + 1
    }
}

/// The months' names cut to three letters; no name means two months.
private let monthNames = [
    ["ene", "jan"], ["feb"], ["mar"], ["abr", "apr"], ["may"], ["jun"], ["jul"], ["ago", "aug"],
    ["sep"], ["oct"], ["nov"], ["dic", "dec"],
]
