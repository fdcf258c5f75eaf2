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
        // Digits alone are the same in all notations; most figures are.
        if self == .standard || text.allSatisfy(isDigit) { return text }
        let decimalMark: UInt8 = decimal == .comma ? comma : point
        let whole = text.prefix { $0 != decimalMark }
        let fraction = text.dropFirst(whole.count)
        guard var plain = joined(whole) else { return nil }
        // A point that is no mark here would pass for one once the comma is a point.
        guard decimal == .point || !plain.contains(point), !fraction.dropFirst().contains(point)
        else { return nil }
        if !fraction.isEmpty { plain += [point] + fraction.dropFirst() }
        return plain[...]
    }

    /// The digits without their marks; `nil` where a group is not of three digits, the first of up
    /// to three.
    private func joined(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        guard let thousands else { return Array(text) }
        let mark = Array(thousands.rawValue.utf8)
        var plain: [UInt8] = []
        plain.reserveCapacity(text.count + 8)
        // How many digits the group at hand has, and whether a mark stands before it.
        var (count, isGrouped, isSound) = (0, false, true)
        var rest = text
        while let byte = rest.first {
            if byte == mark[0], rest.starts(with: mark) {
                guard isGrouped ? count == 3 : (1...3).contains(count) else { return nil }
                (count, isGrouped) = (0, true)
                rest = rest.dropFirst(mark.count)
                continue
            }
            if isDigit(byte) {
                count += 1
            } else if byte != minus || !plain.isEmpty {
                isSound = false
            }
            plain.append(byte)
            rest = rest.dropFirst()
        }
        return isGrouped && (count != 3 || !isSound) ? nil : plain
    }

    /// A number as an example, for hints.
    var example: String { "1\(thousands?.rawValue ?? "")234\(decimal.rawValue)5" }
}

private let point = UInt8(ascii: ".")
private let comma = UInt8(ascii: ",")
private let minus = UInt8(ascii: "-")

private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}
