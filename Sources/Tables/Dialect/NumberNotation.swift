/// How a file writes numbers: its decimal mark, and the mark between groups of three digits.
public struct NumberNotation: Hashable, Sendable {
    /// What stands before the decimals.
    public enum DecimalMark: String, CaseIterable, Hashable, Sendable {
        /// `1234.5`
        case point = "."
        /// `1234,5`
        case comma = ","
    }

    /// What may stand between groups of three digits.
    public enum ThousandsMark: String, CaseIterable, Hashable, Sendable {
        /// `1,234`
        case comma = ","
        /// `1.234`
        case point = "."
        /// `1 234`
        case space = " "
        /// `1 234` with the space that does not break, U+00A0.
        case hardSpace = "\u{A0}"
        /// `1 234` with the narrow space that does not break, U+202F.
        case narrowSpace = "\u{202F}"
        /// `1'234`
        case apostrophe = "'"
    }

    /// What stands before the decimals.
    public let decimal: DecimalMark
    /// What may stand between groups of three digits; `nil` where nothing does.
    public let thousands: ThousandsMark?

    /// As JSON writes them: a point, no groups.
    public static let standard = NumberNotation(unchecked: .point, nil)

    /// A way of writing numbers; `nil` where one mark would mean two things.
    public init?(decimal: DecimalMark = .point, thousands: ThousandsMark? = nil) {
        guard decimal.rawValue != thousands?.rawValue else { return nil }
        self.init(unchecked: decimal, thousands)
    }

    private init(unchecked decimal: DecimalMark, _ thousands: ThousandsMark?) {
        self.decimal = decimal
        self.thousands = thousands
    }
}

extension NumberNotation {
    /// The number as JSON writes it; `nil` where a mark is not where it should be.
    ///
    /// Marks between digits are all there or none is, each before three digits. What else is wrong
    /// with the number is left to who reads it.
    func plain(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        if self == .standard { return text }
        let decimalMark = Array(decimal.rawValue.utf8)[0]
        let whole = text.prefix { $0 != decimalMark }
        let fraction = text.dropFirst(whole.count)
        guard
            var plain = thousands.map({ joined(whole, at: Array($0.rawValue.utf8)) })
                ?? Array(whole)
        else { return nil }
        // A point that is no mark here would pass for one once the comma is a point.
        guard decimal == .point || !plain.contains(point), !fraction.dropFirst().contains(point)
        else { return nil }
        if !fraction.isEmpty { plain += [point] + fraction.dropFirst() }
        return plain[...]
    }

    /// The digits of all groups; `nil` where a group is not of three digits, the first of up to three.
    private func joined(_ text: ArraySlice<UInt8>, at mark: [UInt8]) -> [UInt8]? {
        var groups: [[UInt8]] = [[]]
        var rest = text
        while let byte = rest.first {
            if rest.starts(with: mark) {
                groups.append([])
                rest = rest.dropFirst(mark.count)
            } else {
                groups[groups.count - 1].append(byte)
                rest = rest.dropFirst()
            }
        }
        guard groups.count > 1 else { return groups[0] }
        let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        let first = groups[0].first == UInt8(ascii: "-") ? groups[0].dropFirst() : groups[0][...]
        guard (1...3).contains(first.count), first.allSatisfy(isDigit),
            groups.dropFirst().allSatisfy({ $0.count == 3 && $0.allSatisfy(isDigit) })
        else { return nil }
        return Array(groups.joined())
    }

    /// A number as an example, for hints.
    var example: String { "1\(thousands?.rawValue ?? "")234\(decimal.rawValue)5" }
}

private let point = UInt8(ascii: ".")
