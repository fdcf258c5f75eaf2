/// What the cells of a column are.
public enum ColumnType: String, CaseIterable, Hashable, Sendable {
    /// Any text; what an undeclared column is.
    case text
    /// Whole numbers from -2⁶³ to 2⁶³-1, written as digits with perhaps a minus before them.
    case integer
    /// Finite numbers as JSON writes them: `12`, `-0.5`, `1e6`.
    case number
    /// Days, stored as texts such as `2024-06-30`, which sort and compare as days do.
    case date

    /// Whether the cells are figures.
    var isFigure: Bool { self == .integer || self == .number }

    /// What a cell is expected to be, for messages.
    var expectation: String {
        switch self {
        case .text: "a text"
        case .integer: "a whole number"
        case .number: "a number"
        case .date: "a day"
        }
    }

    /// Reads `-?[0-9]+`; `nil` for anything else, and beyond 64 bits.
    static func integer(_ bytes: ArraySlice<UInt8>) -> Int? {
        let isNegative = bytes.first == minus
        let digits = isNegative ? bytes.dropFirst() : bytes
        guard !digits.isEmpty else { return nil }
        // Counts below zero, where there is room for one more.
        var value = 0
        for byte in digits {
            guard isDigit(byte) else { return nil }
            let (shifted, overflowed) = value.multipliedReportingOverflow(by: 10)
            let (next, overflowedToo) = shifted.subtractingReportingOverflow(Int(byte - zero))
            guard !overflowed, !overflowedToo else { return nil }
            value = next
        }
        if isNegative { return value }
        return value == .min ? nil : -value
    }

    /// Reads a number of JSON (RFC 8259, section 6); `nil` for anything else, and where it is
    /// too large for a `Double`.
    static func number(_ bytes: ArraySlice<UInt8>) -> Double? {
        guard isJSONNumber(bytes) else { return nil }
        guard let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite else {
            return nil
        }
        return value
    }

    static func isJSONNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        if rest.first == minus { rest.removeFirst() }
        let whole = rest.prefix(while: isDigit)
        guard !whole.isEmpty, whole.count == 1 || whole.first != zero else { return false }
        rest = rest.dropFirst(whole.count)
        if rest.first == UInt8(ascii: ".") {
            let fraction = rest.dropFirst().prefix(while: isDigit)
            guard !fraction.isEmpty else { return false }
            rest = rest.dropFirst(1 + fraction.count)
        }
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest.removeFirst()
            if rest.first == minus || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
            let exponent = rest.prefix(while: isDigit)
            guard !exponent.isEmpty else { return false }
            rest = rest.dropFirst(exponent.count)
        }
        return rest.isEmpty
    }
}

extension ColumnType {
    /// What would make a number of `bytes`, which are none of this type.
    func hint(for bytes: ArraySlice<UInt8>) -> String? {
        guard isFigure else { return nil }
        let blank = UInt8(ascii: " ")
        if bytes.isEmpty { return "leave a missing cell empty, without quotes" }
        if bytes.first == blank || bytes.last == blank { return "remove the spaces around it" }
        if bytes.last == UInt8(ascii: "%") { return "write it without the percent sign" }
        if !bytes.contains(where: ColumnType.isDigit) {
            return "leave the cell empty where there is no number"
        }
        if bytes.contains(UInt8(ascii: ",")) { return commaHint(for: bytes) }
        // Digits alone, however many, are a whole number but for their size.
        let isWhole = (bytes.first == minus ? bytes.dropFirst() : bytes)
            .allSatisfy(ColumnType.isDigit)
        switch self {
        case .integer where isWhole: return "it is too large"
        case .integer where ColumnType.number(bytes) != nil: return "declare the column as number"
        case .number where ColumnType.isJSONNumber(bytes): return "it is too large"
        case .text, .integer, .number, .date: break
        }
        return "write numbers as 1234 or -0.5, with nothing before or after"
    }

    private func commaHint(for bytes: ArraySlice<UInt8>) -> String {
        let groups = bytes.split(
            separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        let isGrouped = groups.dropFirst().enumerated().allSatisfy { offset, group in
            let whole = group.prefix(while: ColumnType.isDigit)
            // Only the last group may go on, with decimals.
            return whole.count == 3 && (whole.count == group.count || offset == groups.count - 2)
        }
        let shown = String(decoding: bytes.prefix(40), as: UTF8.self)
        let plain = Array(groups.joined())
        if isGrouped, ColumnType.isJSONNumber(plain[...]) {
            let written = String(decoding: plain.prefix(40), as: UTF8.self)
            return "write \(written) instead of \(shown), without thousands separators"
        }
        return "write a decimal point and no thousands separators, as in 1234.5"
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (zero...zero + 9).contains(byte)
    }
}

private let minus = UInt8(ascii: "-")
private let zero = UInt8(ascii: "0")
