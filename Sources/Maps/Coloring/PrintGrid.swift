import Glibc
import Scales

/// The numbers that a format can print, to say where one class ends when another begins at 100: at
/// 99, or at 99.9.
struct PrintGrid {
    private let format: NumberFormat
    private let units: [CompactUnits.Unit]
    /// Where the format prints as many decimals as a figure has: the power of ten of the last one
    /// that the figures of this map need.
    private let needed: Int?
    /// The power of ten of the first digit of the number nearest to zero.
    private let smallest: Int

    /// The grid of a format for classes between `breaks`.
    ///
    /// - Parameter values: the figures that classes hold; empty where they are not known.
    init(_ format: NumberFormat, locale: NumberLocale, breaks: [Double], values: [Double]) {
        self.format = format
        units = format.kind == .compactWords ? locale.compactUnits.words : locale.compactUnits.short
        let figures = values.isEmpty ? breaks : values
        smallest = breaks.filter { $0 != 0 }.map { Self.exponent($0.magnitude) }.min() ?? 0
        guard format.printsWhatItNeeds else {
            needed = nil
            return
        }
        // Units, and percents where those are printed, are never coarser.
        let start = format.isPercentage ? -2 : 0
        let fitting = stride(from: start, through: start - 3, by: -1).first { power in
            figures.allSatisfy { Self.isOnGrid($0, power) }
        }
        let sorted = breaks.sorted()
        let gaps = zip(sorted.dropFirst(), sorted).map { $0 - $1 }.filter { $0 > 0 }
        let narrowest = gaps.min() ?? sorted.first?.magnitude ?? 1
        // Two digits more than the narrowest class is wide.
        needed = fitting ?? min(start, Self.exponent(narrowest) - 2)
    }

    // MARK: - Neighbours

    /// The number on the grid nearest to `value`.
    func nearest(_ value: Double) -> Double { moved(value) { $0.rounded() } }

    /// The least number on the grid that is at least `value`.
    func upward(_ value: Double) -> Double { moved(value) { $0.rounded(.up) } }

    /// The greatest number on the grid below one that is on it.
    func below(_ value: Double) -> Double {
        // Below a power of ten the digits of a format reach further.
        let power = resolution(at: value.nextDown)
        let place = Self.place(of: value, power)
        guard place.isFinite else { return value.nextDown }
        let step = Self.isOnGrid(value, power) ? place.rounded() - 1 : place.rounded(.down)
        return Self.number(at: step, power)
    }

    private func moved(_ value: Double, _ round: (Double) -> Double) -> Double {
        let power = resolution(at: value)
        let place = Self.place(of: value, power)
        guard place.isFinite else { return value }
        return Self.number(at: Self.isOnGrid(value, power) ? place.rounded() : round(place), power)
    }

    // MARK: - Steps

    /// The power of ten of the last digit that a number is printed with.
    private func resolution(at value: Double) -> Int {
        var exponent = Self.exponent(value.magnitude)
        // The digits of a number next to zero are without end.
        if exponent < smallest - 6 { exponent = smallest }
        let own: Int
        switch format.kind {
        case .fixed: own = -decimals
        case .percent: own = -decimals - 2
        case .integer, .binary, .octal, .hex, .upperHex: own = 0
        case .exponent: own = exponent - decimals
        case .general, .rounded, .roundedPercent, .prefixed, .number:
            own = exponent - max(1, format.precision ?? 6) + 1
        case .none: own = exponent - max(1, format.precision ?? 12) + 1
        case .character: own = exponent - 15
        case .compact, .compactWords:
            let unit = units.last { $0.power <= exponent }?.power ?? 0
            own = unit - min(max(format.precision ?? 1, 0), 20)
        }
        return needed.map { max(own, $0) } ?? own
    }

    private var decimals: Int { min(max(format.precision ?? 6, 0), 20) }

    // MARK: - Powers of ten

    /// The power of ten of the first digit of a magnitude; 0 for 0 and what is not finite.
    static func exponent(_ magnitude: Double) -> Int {
        guard magnitude > 0, magnitude.isFinite else { return 0 }
        let guess = Int(log10(magnitude).rounded(.down))
        // The logarithm of 999.9999999999999 is that of 1000.
        return powerOfTen(guess) > magnitude ? guess - 1 : guess
    }

    /// Ten to a power, read from text, as `pow` is not exact below 1.
    static func powerOfTen(_ power: Int) -> Double { Double("1e\(power)") ?? .infinity }

    private static func place(of value: Double, _ power: Int) -> Double {
        power < 0 ? value * powerOfTen(-power) : value / powerOfTen(power)
    }

    private static func number(at place: Double, _ power: Int) -> Double {
        power < 0 ? place / powerOfTen(-power) : place * powerOfTen(power)
    }

    private static func isOnGrid(_ value: Double, _ power: Int) -> Bool {
        let place = place(of: value, power)
        return (place - place.rounded()).magnitude <= max(1e-9, 4 * place.ulp)
    }
}

extension NumberFormat {
    /// Whether figures have as many decimals as they need, rather than a fixed number.
    fileprivate var printsWhatItNeeds: Bool {
        switch kind {
        case .none, .character: true
        case .compact, .compactWords: isTrimmed || precision == nil
        case .general, .number, .rounded, .roundedPercent, .prefixed, .fixed, .percent, .exponent:
            isTrimmed
        case .integer, .binary, .octal, .hex, .upperHex: false
        }
    }

    /// Whether it prints hundred times the figure.
    fileprivate var isPercentage: Bool { kind == .percent || kind == .roundedPercent }
}
