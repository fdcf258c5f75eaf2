import Scales

/// Prints the amounts of one layer as its labels do, and the changes between them.
struct FigurePrinter {
    /// What the figures are.
    enum Kind: Hashable {
        /// Counted in a unit.
        case amounts
        /// Shares that are printed as percentages: 0.5 is 50 %.
        case shares
        /// Percentages: 50 is 50 %.
        case percentages
        /// Days, counted.
        case days
    }

    let kind: Kind
    private let format: NumberFormat
    private let suffix: String
    private let words: Phrasebook

    /// A printer for a layer's amounts.
    ///
    /// - Parameters:
    ///   - unit: what the chart says its amounts are counted in.
    ///   - areDays: whether amounts are days.
    init(_ layer: Layer, unit: String, areDays: Bool = false, words: Phrasebook) {
        self.words = words
        // Figures at the ends of lines may be others, in another unit.
        let ends = layer.channels[.end] == nil ? layer.ends?.format : nil
        var format = layer.labels.format ?? ends ?? .plain
        // Columns of figures are padded, and changes have signs: neither belongs into a sentence.
        format.width = 0
        if format.sign == .plus || format.sign == .space { format.sign = .minus }
        self.format = format
        let isPercent = Self.isPercent(unit)
        kind =
            areDays
            ? .days
            : format.kind == .percent || format.kind == .roundedPercent
                ? .shares : isPercent || format.suffix.contains("%") ? .percentages : .amounts
        let isSaid = format.suffix.contains("%") || kind != .percentages
        suffix = isSaid ? "" : words.locale.number.percent
    }

    /// Whether a unit says that figures are percentages.
    static func isPercent(_ unit: String) -> Bool {
        ["%", "porcentaje", "porcentajes", "por ciento", "percent", "per cent", "percentage"]
            .contains(unit.lowercased())
    }

    /// A figure as text.
    func text(_ value: Double) -> String {
        if kind == .days {
            let number = Int(max(-1e7, min(1e7, value.rounded())))
            return PlaceNames.text(CivilDate(dayNumber: number), .days, words)
        }
        return format.text(value, locale: words.locale.number).trimmed + suffix
    }

    /// A distance between two figures as text, without a sign: in percentage points where figures
    /// are percentages.
    func distance(_ value: Double) -> String {
        let value = value.magnitude
        switch kind {
        case .amounts:
            return format.text(value, locale: words.locale.number).trimmed
        case .days: return words.count(Int(min(1e7, value.rounded())), of: .days)
        case .shares, .percentages:
            var points = NumberFormat()
            points.kind = .fixed
            points.isGrouped = true
            points.isTrimmed = true
            let own = kind == .shares || format.kind == .fixed ? format.precision : nil
            points.precision = own.map { max($0, 1) } ?? 1
            let text = points.text(
                kind == .shares ? value * 100 : value, locale: words.locale.number)
            return text == "1"
                ? words.say("1 punto porcentual", "1 percentage point")
                : words.say("\(text) puntos porcentuales", "\(text) percentage points")
        }
    }

    /// The change from one figure to another, where `greatest` is the greatest magnitude around.
    func change(from first: Double, to last: Double, greatest: Double) -> FigureChange {
        let distance = last - first
        guard distance != 0, distance.isFinite else { return distance == 0 ? .none : .unknown }
        if text(first) == text(last) { return .tiny }
        guard kind == .amounts,
            let rate = PercentChange(from: first, to: last, greatest: greatest).rate
        else {
            return .absolute(isUp: distance > 0, self.distance(distance))
        }
        // Less than a twentieth of a per cent would be printed as none.
        guard rate.magnitude >= 0.0005 else { return .tiny }
        return .relative(isUp: rate > 0, words.percent(rate.magnitude))
    }
}

/// The change from one figure to another in words.
enum FigureChange: Hashable {
    /// There is none.
    case none
    /// It is too small to be printed.
    case tiny
    /// In per cent of the first figure.
    case relative(isUp: Bool, String)
    /// As the difference, where a percentage would mislead.
    case absolute(isUp: Bool, String)
    /// It cannot be told.
    case unknown
}

extension String {
    /// Without spaces at its ends.
    var trimmed: String {
        var text = Substring(self)
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }

    /// On one line, as it is read aloud: line breaks are spaces, and there are never two of them.
    var spoken: String {
        split { $0 == " " || $0.isNewline || $0 == "\t" }.joined(separator: " ")
            .filter { $0 != "\u{AD}" && $0 != "\u{200B}" }
    }
}
