/// The magnitude of a number in the notation of a format, in the parts that locales join.
struct WrittenNumber {
    /// What may be grouped.
    var whole: String
    /// What stands after the decimal mark.
    var decimals: String?
    /// An exponent or an SI prefix.
    var tail = ""

    /// Whether it shows nothing but zeros.
    var isZero: Bool {
        !whole.isEmpty && whole.utf8.allSatisfy { $0 == UInt8(ascii: "0") }
            && (decimals ?? "").utf8.allSatisfy { $0 == UInt8(ascii: "0") }
    }

    init(whole: String, decimals: String? = nil, tail: String = "") {
        self.whole = whole
        self.decimals = decimals
        self.tail = tail
    }

    init(_ value: Double, as format: NumberFormat) {
        let (text, prefix) =
            value.isFinite
            ? magnitudeText(value.magnitude, format) : (scriptText(value.magnitude), "")
        // A percentage may be infinite where the number was not.
        if text == "Infinity" || text == "NaN" {
            // JavaScript's `toLocaleString`, which d3 has for whole numbers, writes a sign.
            (whole, tail) = ("", format.kind == .integer && !value.isNaN ? "∞" : text)
            return
        }
        let isInBase: Bool
        switch format.kind {
        case .binary, .octal, .hex, .upperHex: isInBase = true
        case .none, .exponent, .fixed, .general, .rounded, .prefixed, .percent, .roundedPercent,
            .integer, .character, .number, .compact, .compactWords:
            isInBase = false
        }
        if isInBase {
            whole = text
            return
        }
        let parts = text.split(separator: "e", maxSplits: 1)
        let mantissa = (parts.first ?? "").split(separator: ".", maxSplits: 1)
        whole = mantissa.first.map(String.init) ?? ""
        decimals = mantissa.count > 1 ? String(mantissa[1]) : nil
        tail = (parts.count > 1 ? "e\(parts[1])" : "") + prefix
        if format.isTrimmed || format.kind == .none { trim() }
    }

    /// Leaves out the zeros that end the decimals.
    mutating func trim() {
        guard var kept = decimals else { return }
        while kept.hasSuffix("0") { kept.removeLast() }
        decimals = kept.isEmpty ? nil : kept
    }
}

/// A finite magnitude in the notation of a format, and the SI prefix behind it.
private func magnitudeText(_ value: Double, _ format: NumberFormat) -> (String, prefix: String) {
    // The limits of JavaScript's toFixed and toPrecision in d3-format.
    let decimals = min(max(format.precision ?? 6, 0), 20)
    let digits = min(max(format.precision ?? (format.kind == .none ? 12 : 6), 1), 21)
    switch format.kind {
    case .none, .general, .number:
        return (DecimalDigits(exactly: value).precise(digits), "")
    case .exponent: return (DecimalDigits(exactly: value).exponential(decimals), "")
    case .fixed: return (fixedText(value, decimals), "")
    case .percent: return (fixedText(value * 100, decimals), "")
    case .rounded: return (roundedText(value, digits), "")
    case .roundedPercent: return (roundedText(value * 100, digits), "")
    case .prefixed: return prefixedText(value, digits)
    case .integer: return (integerText(value), "")
    case .binary: return (baseText(value, bits: 1), "")
    case .octal: return (baseText(value, bits: 3), "")
    case .hex: return (baseText(value, bits: 4), "")
    case .upperHex: return (baseText(value, bits: 4).uppercased(), "")
    case .character: return (scriptText(value), "")
    case .compact, .compactWords: return (fixedText(value, decimals), "")
    }
}

/// JavaScript's `toFixed`: scientific, with the fewest digits, from 10^21 on.
private func fixedText(_ value: Double, _ decimals: Int) -> String {
    value < 1e21 ? DecimalDigits(exactly: value).fixed(decimals) : scriptText(value)
}

/// Significant digits without an exponent.
private func roundedText(_ value: Double, _ digits: Int) -> String {
    guard value.isFinite else { return scriptText(value) }
    let number = DecimalDigits(exactly: value).rounded(to: digits)
    return number.plain(places: max(0, digits - 1 - number.exponent))
}

/// Significant digits of a number brought to between 1 and 1000 by an SI prefix.
private func prefixedText(_ value: Double, _ digits: Int) -> (String, prefix: String) {
    let number = DecimalDigits(exactly: value).rounded(to: digits)
    let power = siExponent(number.exponent)
    let shift = number.exponent - power
    if shift >= 0 {
        let coefficient = number.coefficient(max(digits, shift + 1))
        let (whole, rest) = (coefficient.prefix(shift + 1), coefficient.dropFirst(shift + 1))
        return (rest.isEmpty ? "\(whole)" : "\(whole).\(rest)", siPrefix(power))
    }
    // Smaller than the smallest prefix: fewer significant digits, all of them where none is left.
    let left = digits + shift
    let small: String
    if left > 0 {
        small = DecimalDigits(exactly: value).rounded(to: left).coefficient(left)
    } else {
        let shortest = DecimalDigits(shortest: value)
        small = shortest.coefficient(shortest.count)
    }
    return ("0." + String(repeating: "0", count: -shift - 1) + small, siPrefix(power))
}

/// The nearest whole number without an exponent, as JavaScript's `toLocaleString` has it.
private func integerText(_ value: Double) -> String {
    DecimalDigits(shortest: roundedHalfUp(value)).plain(places: 0)
}

/// The nearest whole number in base 2, 8 or 16: all its bits, however large it is.
private func baseText(_ value: Double, bits: Int) -> String {
    var rest = roundedHalfUp(value)
    let base = Double(1 << bits)
    var digits: [UInt8] = []
    repeat {
        // Both steps are exact, as the base is a power of two.
        let digit = rest.truncatingRemainder(dividingBy: base)
        digits.append(UInt8(digit))
        rest = (rest - digit) / base
    } while rest > 0
    return digits.reversed().map { String($0, radix: 16) }.joined()
}

/// JavaScript's `String(x)`.
func scriptText(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    let sign = value < 0 ? "-" : ""
    return sign + (value.isFinite ? DecimalDigits(shortest: value).text : "Infinity")
}

/// The power of ten of the SI prefix for numbers whose first digit stands for 10^exponent.
func siExponent(_ exponent: Int) -> Int {
    let thirds = exponent >= 0 ? exponent / 3 : (exponent - 2) / 3
    return min(max(thirds, -8), 8) * 3
}

/// The SI prefix of a power of ten that is a multiple of three from -24 to 24.
func siPrefix(_ power: Int) -> String {
    let prefixes = [
        "y", "z", "a", "f", "p", "n", "µ", "m", "", "k", "M", "G", "T", "P", "E", "Z", "Y",
    ]
    return prefixes[min(max(power / 3 + 8, 0), prefixes.count - 1)]
}
