/// A magnitude as decimal digits, `d.ddd… × 10^exponent`, to be rounded and written.
///
/// The texts are those of JavaScript's `toFixed`, `toExponential`, `toPrecision` and `String`
/// (ECMA-262, section 21.1.3), which round the exact binary value, halves away from zero.
struct DecimalDigits {
    /// From the most significant one, none above 9; empty for zero, else the first is not 0.
    private(set) var digits: [UInt8]
    /// The power of ten that the first digit stands for; 0 for zero.
    private(set) var exponent: Int

    /// How many digits there are, one for zero.
    var count: Int { max(1, digits.count) }

    /// All digits of a finite magnitude: `m · 2^e` is a whole number, or one over a power of ten.
    init(exactly magnitude: Double) {
        let power = Int(magnitude.exponentBitPattern)
        let fraction = magnitude.significandBitPattern
        let significand = power == 0 ? fraction : fraction | 1 << 52
        let twos = max(power, 1) - 1075
        var number = BigNumber(significand)
        if twos >= 0 {
            number.multiply(by: 2, times: twos)
        } else {
            // m / 2^k = m · 5^k / 10^k
            number.multiply(by: 5, times: -twos)
        }
        self.init(decimal: number.digits, tens: min(twos, 0))
    }

    /// The fewest digits that read back as the same finite magnitude.
    init(shortest magnitude: Double) {
        // Swift's description has the fewest digits too, in a notation of its own.
        let parts = magnitude.magnitude.description.split(separator: "e")
        let mantissa = parts.first.map { Array($0.utf8) } ?? []
        let point = mantissa.firstIndex(of: UInt8(ascii: ".")) ?? mantissa.count
        let digits = mantissa.compactMap { byte in
            byte == UInt8(ascii: ".") ? nil : byte - UInt8(ascii: "0")
        }
        let scale = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        self.init(decimal: digits, tens: scale - (digits.count - point))
    }

    /// The whole number written by `decimal`, times ten to the power of `tens`.
    private init(decimal: [UInt8], tens: Int) {
        guard let first = decimal.firstIndex(where: { $0 != 0 }),
            let last = decimal.lastIndex(where: { $0 != 0 })
        else {
            digits = []
            exponent = 0
            return
        }
        digits = Array(decimal[first...last])
        exponent = decimal.count - 1 - first + tens
    }

    /// The number rounded to its first `count` digits, halves up; `count` may be zero or less.
    func rounded(to count: Int) -> DecimalDigits {
        guard count < digits.count else { return self }
        guard count >= 0 else { return DecimalDigits(decimal: [], tens: 0) }
        // A leading zero takes the carry of 9.99.
        var kept = [0] + digits.prefix(count)
        if digits[count] >= 5 {
            var index = kept.count - 1
            while kept[index] == 9 {
                kept[index] = 0
                index -= 1
            }
            kept[index] += 1
        }
        return DecimalDigits(decimal: kept, tens: exponent + 1 - count)
    }

    /// The number divided by ten to the power of `tens`.
    func divided(byTens tens: Int) -> DecimalDigits {
        var copy = self
        if !digits.isEmpty { copy.exponent -= tens }
        return copy
    }

    // MARK: - Texts

    /// With `places` digits after the point: `toFixed`, for magnitudes below 10^21.
    func fixed(_ places: Int) -> String {
        rounded(to: exponent + 1 + places).plain(places: places)
    }

    /// With one digit before the point and `places` after it: `toExponential`.
    func exponential(_ places: Int) -> String {
        let number = rounded(to: places + 1)
        let sign = number.exponent < 0 ? "-" : "+"
        return number.significand(places + 1) + "e\(sign)\(number.exponent.magnitude)"
    }

    /// With `count` significant digits, in whichever notation is shorter: `toPrecision`.
    func precise(_ count: Int) -> String {
        let number = rounded(to: count)
        return number.exponent < -6 || number.exponent >= count
            ? exponential(count - 1)
            : number.plain(places: count - 1 - number.exponent)
    }

    /// With the digits there are: `String(x)`.
    var text: String {
        exponent >= 21 || exponent < -6
            ? exponential(count - 1)
            : plain(places: max(0, count - 1 - exponent))
    }

    /// The first `count` digits, filled up with zeros.
    func coefficient(_ count: Int) -> String {
        String(decoding: (0..<count).map { digit(at: $0) + UInt8(ascii: "0") }, as: UTF8.self)
    }

    /// `d.ddd` with `count` digits in all.
    private func significand(_ count: Int) -> String {
        let digits = coefficient(count)
        return count > 1 ? "\(digits.prefix(1)).\(digits.dropFirst())" : digits
    }

    /// Without an exponent; digits beyond `places` after the point are left out.
    func plain(places: Int) -> String {
        let whole = max(exponent, 0) + 1
        // Places before the first digit are zeros, as are those behind the last.
        let bytes = (0..<whole + places).map { place in
            digit(at: place - (whole - 1 - exponent)) + UInt8(ascii: "0")
        }
        let text = String(decoding: bytes, as: UTF8.self)
        return places > 0 ? "\(text.prefix(whole)).\(text.suffix(places))" : text
    }

    private func digit(at index: Int) -> UInt8 {
        digits.indices.contains(index) ? digits[index] : 0
    }
}

/// A whole number of any size, for the digits of `m · 2^e` alone.
private struct BigNumber {
    /// Base 10^9, the least significant first.
    private var limbs: [UInt64]
    private static let base: UInt64 = 1_000_000_000

    init(_ value: UInt64) {
        limbs = [
            value % Self.base, value / Self.base % Self.base, value / Self.base / Self.base,
        ]
    }

    /// Multiplies by a small factor, `times` times.
    mutating func multiply(by factor: UInt64, times: Int) {
        // Twelve factors of 5 at once: 5^12 · 10^9 is far below 2^64.
        var left = times
        while left > 0 {
            let chunk = min(left, 12)
            multiply(by: (0..<chunk).reduce(1) { product, _ in product * factor })
            left -= chunk
        }
    }

    private mutating func multiply(by factor: UInt64) {
        var carry: UInt64 = 0
        for index in limbs.indices {
            let product = limbs[index] * factor + carry
            limbs[index] = product % Self.base
            carry = product / Self.base
        }
        if carry > 0 { limbs.append(carry) }
    }

    /// The decimal digits from the most significant one, with leading zeros.
    var digits: [UInt8] {
        limbs.reversed().flatMap { limb in
            var (rest, digits) = (limb, [UInt8](repeating: 0, count: 9))
            for index in digits.indices.reversed() {
                digits[index] = UInt8(rest % 10)
                rest /= 10
            }
            return digits
        }
    }
}
