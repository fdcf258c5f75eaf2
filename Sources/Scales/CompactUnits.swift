/// The units of a language's compact figures: `12.3 mil`, `1.4 M`, `1.4 millones`.
public struct CompactUnits: Hashable, Sendable {
    /// A power of ten with its name, the space before it included.
    public struct Unit: Hashable, Sendable {
        /// The power of ten, from 0 to 308.
        public let power: Int
        /// The name behind exactly one.
        public var one: String
        /// The name behind any other number.
        public var other: String

        /// A unit; its name is the same for one where no other is given.
        public init(power: Int, _ other: String, one: String? = nil) {
            self.power = min(max(power, 0), 308)
            self.one = one ?? other
            self.other = other
        }
    }

    /// Abbreviations, from the smallest power up: for the type `k`.
    public var short: [Unit]
    /// Words, from the smallest power up: for the type `K`.
    public var words: [Unit]

    /// Units with powers that ascend.
    public init(short: [Unit], words: [Unit]) {
        self.short = short
        self.words = words
    }

    /// 12.3K, 1.4M, 3.4B, 1.2T; 1.4 million.
    public static let english = CompactUnits(
        short: [
            Unit(power: 3, "K"), Unit(power: 6, "M"), Unit(power: 9, "B"), Unit(power: 12, "T"),
        ],
        words: [
            Unit(power: 3, "\u{A0}thousand"), Unit(power: 6, "\u{A0}million"),
            Unit(power: 9, "\u{A0}billion"), Unit(power: 12, "\u{A0}trillion"),
        ])

    /// 12.3 mil, 1.4 M, 3,400 M; 1.4 millones, 1 millón, 3,400 millones, 1.2 billones.
    ///
    /// There is no abbreviation above the million: a Spanish billón has twelve zeros, and `B` would
    /// be read as the English one with nine.
    public static let spanish = CompactUnits(
        short: [Unit(power: 3, "\u{A0}mil"), Unit(power: 6, "\u{A0}M")],
        words: [
            Unit(power: 3, "\u{A0}mil"),
            Unit(power: 6, "\u{A0}millones", one: "\u{A0}millón"),
            Unit(power: 12, "\u{A0}billones", one: "\u{A0}billón"),
        ])
}

extension WrittenNumber {
    /// The magnitude of a number in the unit that suits it, or in the one that all ticks share.
    ///
    /// Decimal digits are rounded, not a binary quotient, so that 1,450,000 becomes 1.5 M.
    init(compact value: Double, as format: NumberFormat, units: CompactUnits) {
        guard value.isFinite else {
            self.init(whole: "", tail: scriptText(value.magnitude))
            return
        }
        let number = DecimalDigits(exactly: value.magnitude)
        // A zero on an axis of millions is no number of millions.
        if number.digits.isEmpty, format.sharedUnit != nil {
            self.init(whole: "0")
            return
        }
        let units = format.kind == .compact ? units.short : units.words
        var places = min(max(format.precision ?? 1, 0), 20)
        let unit: CompactUnits.Unit?
        if let exponent = format.sharedUnit {
            unit = units.last { $0.power <= exponent }
            if format.precision == nil, let step = format.sharedStep {
                places = min(max((unit?.power ?? 0) - step, 0), 20)
            }
        } else {
            // Rounding may carry a number into the next unit: 999,960 is 1 M.
            unit = units.last { unit in
                let smaller = units.last { $0.power < unit.power }?.power ?? 0
                let rounded = number.divided(byTens: smaller)
                let digits = rounded.rounded(to: rounded.exponent + 1 + places)
                return !digits.digits.isEmpty && digits.exponent + smaller >= unit.power
            }
        }
        let text = number.divided(byTens: unit?.power ?? 0).fixed(places)
        let parts = text.split(separator: ".", maxSplits: 1)
        self.init(
            whole: parts.first.map(String.init) ?? "0",
            decimals: parts.count > 1 ? String(parts[1]) : nil)
        let hasOwnDecimals = format.precision != nil || format.sharedUnit != nil
        if format.isTrimmed || !hasOwnDecimals || unit == nil && format.sharedUnit == nil { trim() }
        tail = unit.map { whole == "1" && decimals == nil ? $0.one : $0.other } ?? ""
    }
}
