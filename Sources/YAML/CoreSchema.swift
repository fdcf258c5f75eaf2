/// What plain text and standard tags stand for: the core schema of YAML 1.2.2, section 10.3.2.
enum CoreSchema {
    /// A standard tag that a scalar may carry.
    enum Tag: String {
        case null = "tag:yaml.org,2002:null"
        case bool = "tag:yaml.org,2002:bool"
        case int = "tag:yaml.org,2002:int"
        case float = "tag:yaml.org,2002:float"
        case string = "tag:yaml.org,2002:str"

        /// How authors write it.
        var shorthand: String { "!!" + rawValue.dropFirst("tag:yaml.org,2002:".count) }
    }

    /// What plain text without a tag stands for.
    static func value(of text: String) -> Scalar.Value {
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .bool(true)
        case "false", "False", "FALSE": return .bool(false)
        default: return number(text) ?? .string(text)
        }
    }

    /// What text under a tag stands for; `nil` where the one contradicts the other.
    static func value(of text: String, tagged tag: Tag) -> Scalar.Value? {
        let plain = value(of: text)
        switch (tag, plain) {
        case (.string, _): return .string(text)
        case (.null, .null), (.bool, .bool), (.int, .int), (.float, .float): return plain
        case (.float, .int(let number)): return .float(Double(number))
        // A whole number too large for `Int` is read as a double, here as elsewhere.
        case (.int, .float): return isWhole(text) ? plain : nil
        case (.null, _), (.bool, _), (.int, _), (.float, _): return nil
        }
    }

    private static func number(_ text: String) -> Scalar.Value? {
        switch text {
        case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .float(.infinity)
        case "-.inf", "-.Inf", "-.INF": return .float(-.infinity)
        case ".nan", ".NaN", ".NAN": return .float(.nan)
        default: break
        }
        if isWhole(text) {
            if text.hasPrefix("0x") { return whole(text.dropFirst(2), radix: 16) }
            if text.hasPrefix("0o") { return whole(text.dropFirst(2), radix: 8) }
            if let number = Int(text) { return .int(number) }
        } else if !isDecimal(text) {
            return nil
        }
        return Double(text).map(Scalar.Value.float)
    }

    private static func whole(_ digits: Substring, radix: Int) -> Scalar.Value {
        if let number = Int(digits, radix: radix) { return .int(number) }
        let large = digits.reduce(0.0) { sum, digit in
            sum * Double(radix) + Double(digit.hexDigitValue ?? 0)
        }
        return .float(large)
    }

    /// Whether it is `[-+]?[0-9]+`, `0o[0-7]+` or `0x[0-9a-fA-F]+`.
    private static func isWhole(_ text: String) -> Bool {
        var rest = text.utf8[...]
        if text.hasPrefix("0x") {
            let digits = rest.dropFirst(2)
            return !digits.isEmpty && digits.allSatisfy(isHexadecimal)
        }
        if text.hasPrefix("0o") {
            let digits = rest.dropFirst(2)
            return !digits.isEmpty && digits.allSatisfy { (0x30...0x37).contains($0) }
        }
        rest = rest.dropFirst(startsWithSign(rest) ? 1 : 0)
        return !rest.isEmpty && rest.allSatisfy(isDigit)
    }

    /// Whether it is `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`.
    private static func isDecimal(_ text: String) -> Bool {
        var rest = text.utf8[...]
        rest = rest.dropFirst(startsWithSign(rest) ? 1 : 0)
        var digits = rest.prefix(while: isDigit).count
        rest = rest.dropFirst(digits)
        if rest.first == UInt8(ascii: ".") {
            let fraction = rest.dropFirst().prefix(while: isDigit).count
            digits += fraction
            rest = rest.dropFirst(fraction + 1)
        }
        guard digits > 0 else { return false }
        guard let exponent = rest.first else { return true }
        guard exponent | 0x20 == UInt8(ascii: "e") else { return false }
        rest = rest.dropFirst()
        rest = rest.dropFirst(startsWithSign(rest) ? 1 : 0)
        return !rest.isEmpty && rest.allSatisfy(isDigit)
    }

    private static func startsWithSign(_ text: Substring.UTF8View) -> Bool {
        text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+")
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
    }
}
