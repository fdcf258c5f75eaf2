/// How a language writes numbers: marks, groups and affixes.
public struct NumberLocale: Hashable, Sendable {
    /// Between the whole part and the decimals.
    public var decimal: String
    /// Between groups of digits.
    public var thousands: String
    /// The sizes of the groups from the right, used in turn; empty for no groups.
    public var grouping: [Int]
    /// Before an amount of money.
    public var currencyPrefix: String
    /// After an amount of money.
    public var currencySuffix: String
    /// After a percentage.
    public var percent: String
    /// Before a negative number: U+2212, as d3 has it.
    public var minus: String
    /// The units of compact figures.
    public var compactUnits: CompactUnits

    /// A way of writing numbers.
    public init(
        decimal: String, thousands: String, grouping: [Int] = [3], currencyPrefix: String = "",
        currencySuffix: String = "", percent: String = "%", minus: String = "\u{2212}",
        compactUnits: CompactUnits = .english
    ) {
        self.decimal = decimal
        self.thousands = thousands
        self.grouping = grouping
        self.currencyPrefix = currencyPrefix
        self.currencySuffix = currencySuffix
        self.percent = percent
        self.minus = minus
        self.compactUnits = compactUnits
    }

    /// English of the United States: 1,234.5 and 14.2%.
    public static let enUS = NumberLocale(decimal: ".", thousands: ",", currencyPrefix: "$")
    /// Spanish of Mexico: 1,234.5 and 14.2%.
    public static let esMX = NumberLocale(
        decimal: ".", thousands: ",", currencyPrefix: "$", compactUnits: .spanish)
    /// Spanish of Spain: 1.234,5 and 14,2 %, with spaces that do not break.
    ///
    /// Numbers of four digits are grouped too, as in d3's `es-ES`, though the Real Academia Española
    /// leaves them whole: figures of one table or axis must look alike. The space before the percent
    /// sign is the Academia's; d3 has none.
    public static let esES = NumberLocale(
        decimal: ",", thousands: ".", currencySuffix: "\u{A0}€", percent: "\u{A0}%",
        compactUnits: .spanish)

    /// The digits in groups, at most `width` characters wide where that allows a whole group.
    ///
    /// Follows d3-format, whose zero-padded numbers never begin with a thousands mark.
    func grouped(_ digits: String, width: Int = .max) -> String {
        guard let first = grouping.first, first > 0 else { return digits }
        let greatest = digits.utf8.count + 1
        var size = min(first, greatest)
        var rest = Substring(digits)
        var groups: [Substring] = []
        var (length, index) = (0, 0)
        while !rest.isEmpty {
            // The rest stays whole where the locale names no size for it.
            if size <= 0 { size = rest.count }
            if width < .max, length + size + 1 > width { size = max(1, width - length) }
            groups.append(rest.suffix(size))
            rest = rest.dropLast(size)
            length += size + 1
            if length > width { break }
            index = (index + 1) % grouping.count
            size = min(grouping[index], greatest)
        }
        return groups.reversed().joined(separator: thousands)
    }
}
