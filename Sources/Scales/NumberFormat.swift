/// How a number is written, by the specifiers of d3-format 3.
///
/// `[[fill]align][sign][symbol][0][width][,][.precision][~][type]['suffix']`, as in `,.1f`, `.1%`,
/// `$,.2f` or `.3~s`. Texts equal those of d3-format for the same specifier and locale.
///
/// Two types and the suffix are ours, in places where d3 has no meaning:
/// - `k` writes compact figures in the locale's short units, `K` in its words: `.1k` of 1,400,000
///   gives `1.4 M` in Spanish and `1.4M` in English, `K` gives `1.4 millones` and `1.4 million`.
///   The precision is a number of decimals; without it there is one, left out where it is zero.
///   Whole parts stand in groups (`3,400 M`), and figures without a unit have no zeros at their end.
/// - A text in single quotes follows the number, `''` being an apostrophe: `,d' MDD'` gives
///   `107,965 MDD`, and `k' MDD'` of 1200 gives `1.2 mil MDD`.
///
/// Where d3 writes nonsense (a prefix left over from an earlier number behind NaN, or `In,fin,ity`),
/// this writes `NaN` and `Infinity`.
public struct NumberFormat: Hashable, Sendable {
    /// Where a text stands within its width.
    public enum Align: String, Hashable, Sendable, CaseIterable {
        /// At the right end.
        case right = ">"
        /// At the left end.
        case left = "<"
        /// In the middle, the odd space to the right.
        case center = "^"
        /// At the right end, but sign and symbol at the left end.
        case afterSign = "="
    }

    /// How the sign is shown.
    public enum Sign: String, Hashable, Sendable, CaseIterable {
        /// A minus for negative numbers.
        case minus = "-"
        /// A minus for negative numbers, a plus for all others.
        case plus = "+"
        /// Parentheses around negative numbers.
        case parentheses = "("
        /// A minus for negative numbers, a space for all others.
        case space = " "
    }

    /// What stands before or after the digits.
    public enum Symbol: String, Hashable, Sendable, CaseIterable {
        /// Nothing.
        case none = ""
        /// The locale's currency.
        case currency = "$"
        /// `0b`, `0o` or `0x` for the types `b`, `o`, `x` and `X`.
        case base = "#"
    }

    /// The notation of the digits.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Like `general`, with 12 significant digits and without insignificant zeros.
        case none = ""
        /// Scientific: 1.5e+3.
        case exponent = "e"
        /// With a fixed number of decimals.
        case fixed = "f"
        /// Fixed or scientific, with a number of significant digits.
        case general = "g"
        /// With a number of significant digits, never scientific.
        case rounded = "r"
        /// With a number of significant digits and an SI prefix: 1.50k.
        case prefixed = "s"
        /// Times 100, fixed decimals, with the locale's percent sign.
        case percent = "%"
        /// Times 100, significant digits, with the locale's percent sign.
        case roundedPercent = "p"
        /// A whole number.
        case integer = "d"
        /// A whole number in base 2.
        case binary = "b"
        /// A whole number in base 8.
        case octal = "o"
        /// A whole number in base 16, lower-case.
        case hex = "x"
        /// A whole number in base 16, upper-case.
        case upperHex = "X"
        /// The number as JavaScript writes it, without sign or groups of its own.
        case character = "c"
        /// Like `general`, with groups of digits.
        case number = "n"
        /// With fixed decimals and the locale's short unit: 1.4 M.
        case compact = "k"
        /// With fixed decimals and the locale's unit in words: 1.4 millones.
        case compactWords = "K"
    }

    /// The character that fills up the width.
    public var fill: Character = " "
    /// Where the text stands within its width.
    public var align = Align.right
    /// How the sign is shown.
    public var sign = Sign.minus
    /// What stands before or after the digits.
    public var symbol = Symbol.none
    /// Whether zeros between sign and digits fill up the width.
    public var isZeroPadded = false
    /// The least number of characters, up to 1000.
    public var width = 0
    /// Whether digits stand in groups.
    public var isGrouped = false
    /// Decimals or significant digits, as the type has it; 6 where not given.
    public var precision: Int?
    /// Whether insignificant zeros are left out.
    public var isTrimmed = false
    /// The notation of the digits.
    public var kind = Kind.none
    /// What follows the number, as in ` MDD`.
    public var suffix = ""
    /// The power of ten of the SI prefix that all numbers share.
    private var sharedPrefix: Int?
    /// The power of ten of the greatest tick's first digit, whose compact unit all ticks share.
    var sharedUnit: Int?
    /// The power of ten of the first digit of the distance between ticks.
    var sharedStep: Int?

    /// The format of the empty specifier: up to 12 significant digits.
    public init() {}

    /// Groups and decimals as needed, `,f`: what ticks start from.
    public static var grouped: NumberFormat {
        var format = NumberFormat()
        format.isGrouped = true
        format.kind = .fixed
        return format
    }

    /// Groups and as many decimals as a figure has, `,`: how figures are printed by default.
    public static let plain: NumberFormat = {
        var format = NumberFormat()
        format.isGrouped = true
        return format
    }()

    /// The specifier that gives this format, without what it need not say.
    public var specifier: String {
        var text = ""
        if fill != " " { text.append(fill) }
        if fill != " " || align != .right { text += align.rawValue }
        if sign != .minus { text += sign.rawValue }
        text += symbol.rawValue
        if isZeroPadded { text += "0" }
        if width > 0 { text += "\(width)" }
        if isGrouped { text += "," }
        if let precision { text += ".\(max(0, precision))" }
        text += (isTrimmed ? "~" : "") + kind.rawValue
        if suffix.isEmpty { return text }
        // By scalars, as it is read: a quote with an accent on it is another character.
        text.unicodeScalars.append("'")
        for scalar in suffix.unicodeScalars {
            text.unicodeScalars.append(contentsOf: scalar == "'" ? ["'", "'"] : [scalar])
        }
        text.unicodeScalars.append("'")
        return text
    }

    /// The number as text.
    ///
    /// NaN and infinity become `NaN` and `Infinity`.
    public func text(_ value: Double, locale: NumberLocale) -> String {
        guard let power = sharedPrefix else { return plainText(value, locale: locale) }
        // The power is read from text, as `pow` is not exact below 10^0.
        let factor = Double("1e\(-power)") ?? 1
        var number = self
        number.suffix = ""
        return number.plainText(value * factor, locale: locale) + siPrefix(power) + suffix
    }

    /// The format that writes all numbers with the SI prefix that suits `value`.
    ///
    /// Precision means decimals then, as in d3's `formatPrefix`.
    public func sharingPrefix(of value: Double) -> NumberFormat {
        var copy = self
        copy.kind = .fixed
        copy.sharedPrefix = siExponent(Self.exponent(of: value) ?? 0)
        return copy
    }

    /// The power of ten of a number's first digit; `nil` for NaN and infinity, 0 for 0.
    static func exponent(of value: Double) -> Int? {
        value.isFinite ? DecimalDigits(shortest: value).exponent : nil
    }

    // MARK: - Writing

    private func plainText(_ value: Double, locale: NumberLocale) -> String {
        let padsWithZeros = isZeroPadded || fill == "0" && align == .afterSign
        let isGrouped = isGrouped || kind == .number || isCompact
        var prefix = symbol == .currency ? locale.currencyPrefix : basePrefix
        var suffix = symbol == .currency ? locale.currencySuffix : ""
        if symbol != .currency, kind == .percent || kind == .roundedPercent {
            suffix = locale.percent
        }
        var body = ""
        if kind == .character {
            suffix = scriptText(value) + suffix + self.suffix
        } else {
            let written =
                isCompact
                ? WrittenNumber(compact: value, as: self, units: locale.compactUnits)
                : WrittenNumber(value, as: self)
            body = written.whole
            // A number that rounds to zero has no sign, unless every number has one.
            let isNegative =
                value.sign == .minus && !value.isNaN
                && !(written.isZero && sign != .plus)
            prefix = (isNegative ? negativeSign(locale) : positiveSign) + prefix
            let decimals = written.decimals.map { locale.decimal + $0 } ?? ""
            suffix = decimals + written.tail + suffix + self.suffix
            if isNegative, sign == .parentheses { suffix += ")" }
        }
        if isGrouped, !padsWithZeros { body = locale.grouped(body) }
        // Counted as JavaScript does, in UTF-16.
        let length = prefix.utf16.count + body.utf16.count + suffix.utf16.count
        let width = min(max(width, 0), Self.greatestWidth)
        let missing = max(0, width - length)
        if padsWithZeros {
            body = String(repeating: "0", count: missing) + body
            if isGrouped {
                body = locale.grouped(
                    body, width: missing > 0 ? width - suffix.utf16.count : .max)
            }
            return prefix + body + suffix
        }
        let padding = { count in String(repeating: fill, count: count) }
        switch align {
        case .left: return prefix + body + suffix + padding(missing)
        case .afterSign: return prefix + padding(missing) + body + suffix
        case .center:
            return padding(missing / 2) + prefix + body + suffix + padding(missing - missing / 2)
        case .right: return padding(missing) + prefix + body + suffix
        }
    }

    /// Whether numbers have the locale's compact units.
    var isCompact: Bool { kind == .compact || kind == .compactWords }

    private var basePrefix: String {
        guard symbol == .base else { return "" }
        switch kind {
        case .binary, .octal, .hex: return "0" + kind.rawValue
        case .upperHex: return "0x"
        case .none, .exponent, .fixed, .general, .rounded, .prefixed, .percent, .roundedPercent,
            .integer, .character, .number, .compact, .compactWords:
            return ""
        }
    }

    private func negativeSign(_ locale: NumberLocale) -> String {
        sign == .parentheses ? "(" : locale.minus
    }

    private var positiveSign: String {
        switch sign {
        case .minus, .parentheses: ""
        case .plus, .space: sign.rawValue
        }
    }
}
