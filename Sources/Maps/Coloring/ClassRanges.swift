public import Diagnostics
public import Scales

/// What a key says of classes: ranges that neither overlap nor leave out a printable number.
///
/// A number on a break belongs to the class above it, so that breaks 100 and 500 read `up to 99`,
/// `100 to 499`, `500 or more`; with the format `.1%` one tenth of a percent lies between classes.
/// Breaks that the format cannot print move up to the next number it can, which changes nothing for
/// figures that it prints in full.
public struct ClassRanges: Hashable, Sendable {
    /// What each class is called, in their order.
    public let texts: [String]
    /// Says that the format prints too few digits for the classes; the texts have more then.
    public let warning: Diagnostic?

    /// The ranges of classes that ascend.
    ///
    /// - Parameters:
    ///   - values: the figures that the classes hold, from the least to the greatest of which the
    ///     outermost classes run; without them classes without an end say so.
    public init(
        of classes: [ColorClass], format: NumberFormat, locale: DeckLocale,
        values: some Sequence<Double> = []
    ) {
        let values = values.filter(\.isFinite)
        let reader = RangeReader(classes: classes, locale: locale, values: values)
        // Figures of a column are padded; a range is not.
        var format = format
        format.width = 0
        var wider: NumberFormat? = format
        for attempt in 0...Self.mostDigitsAdded {
            guard let trial = wider else { break }
            if let texts = reader.texts(trial) {
                self.texts = texts
                warning = attempt == 0 ? nil : Self.warning(format)
                return
            }
            wider = trial.withOneDigitMore
        }
        texts = reader.exactTexts
        warning = Self.warning(format)
    }

    /// Tries before the exact breaks are printed.
    private static let mostDigitsAdded = 8

    private static func warning(_ format: NumberFormat) -> Diagnostic {
        .warning(
            "the format “\(format.specifier)” prints too few digits for the classes of the colours",
            hint: "print more digits, or choose breaks that lie further apart")
    }
}

/// Reads classes in one format after the other.
private struct RangeReader {
    let classes: [ColorClass]
    let locale: DeckLocale
    let values: [Double]
    private let words: MapWords

    init(classes: [ColorClass], locale: DeckLocale, values: [Double]) {
        self.classes = classes
        self.locale = locale
        self.values = values
        words = MapWords(locale)
    }

    /// The texts of all classes; `nil` where a class would be empty, or two be alike.
    func texts(_ format: NumberFormat) -> [String]? {
        let grid = PrintGrid(format, locale: locale.number, breaks: breaks, values: values)
        let print = { (value: Double, hasSuffix: Bool) -> String in
            var format = format
            if !hasSuffix { format.suffix = "" }
            return format.text(value, locale: locale.number)
        }
        var texts: [String] = []
        var end: Double?
        for (index, one) in classes.enumerated() {
            let starts = index > 0 && classes[index - 1].isFollowed
            var low = one.lower.map { starts ? grid.upward($0) : grid.nearest($0) }
            var high = one.upper.map {
                one.isFollowed ? grid.below(grid.upward($0)) : grid.nearest($0)
            }
            guard isAbove(low, end, print), !isReversed(low, high) else { return nil }
            end = high ?? low
            if low == nil, let least = values.min().map(grid.nearest), one.contains(least),
                high.map({ least <= $0 }) ?? true
            {
                low = least
            }
            if high == nil, let greatest = values.max().map(grid.nearest), one.contains(greatest),
                low.map({ $0 <= greatest }) ?? true
            {
                high = greatest
            }
            let text = words.range(from: low, to: high, print)
            guard !texts.contains(text) else { return nil }
            texts.append(text)
        }
        return zip(classes, texts).map { $0.name ?? $1 }
    }

    private func isReversed(_ low: Double?, _ high: Double?) -> Bool {
        guard let low, let high else { return false }
        return low > high
    }

    /// Whether a class begins above the end of the one before, also in print.
    private func isAbove(
        _ low: Double?, _ end: Double?, _ print: (Double, Bool) -> String
    ) -> Bool {
        guard let low, let end else { return true }
        return low > end && print(low, true) != print(end, true)
    }

    /// The texts with every digit of the breaks, for classes that no rounded figure tells apart.
    var exactTexts: [String] {
        var format = NumberFormat.plain
        format.precision = 17
        return classes.map { one in
            one.name
                ?? words.exactRange(
                    from: one.lower.map { format.text($0, locale: locale.number) },
                    to: one.upper.map { format.text($0, locale: locale.number) },
                    isOpen: one.isFollowed)
        }
    }

    private var breaks: [Double] {
        classes.flatMap { [$0.lower, $0.upper].compactMap { $0 } }
    }
}

extension NumberFormat {
    /// The format with one digit more; `nil` where it has no more of them.
    fileprivate var withOneDigitMore: NumberFormat? {
        var copy = self
        switch kind {
        case .integer:
            copy.kind = .fixed
            copy.precision = 1
        case .compact, .compactWords: copy.precision = (precision ?? 1) + 1
        case .fixed, .percent, .exponent, .general, .rounded, .roundedPercent, .prefixed, .number:
            copy.precision = (precision ?? 6) + 1
        case .none: copy.precision = (precision ?? 12) + 1
        case .binary, .octal, .hex, .upperHex, .character: return nil
        }
        return copy.precision.map { $0 <= 17 } ?? true ? copy : nil
    }
}
