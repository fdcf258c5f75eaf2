public import Diagnostics
import Scales

/// Amounts to the radii of circles whose areas are in proportion to them.
///
/// Zero has no circle at all, and half the amount has half the area.
public struct SymbolScale: Hashable, Sendable {
    /// The amount of the largest circle; zero where there is none.
    public let greatest: Double
    /// The radius of the largest circle, in points.
    public let largestRadius: Double
    /// The least amount above zero that is shown.
    private let least: Double
    /// Whether all amounts are whole numbers.
    private let areWhole: Bool

    /// A scale on which the greatest of `values` has `largestRadius`, in points.
    ///
    /// - Throws: where a value is negative or not finite, or the radius is not above zero.
    public init(
        holding values: some Sequence<Double>, largestRadius: Double
    ) throws(Diagnostic) {
        guard largestRadius > 0, largestRadius.isFinite else {
            throw .error("the largest symbol of a map has a radius above zero")
        }
        var (greatest, least, areWhole) = (0.0, Double.infinity, true)
        for value in values {
            if let problem = Self.problem(with: value) { throw problem }
            greatest = max(greatest, value)
            if value > 0 { least = min(least, value) }
            areWhole = areWhole && value == value.rounded()
        }
        self.greatest = greatest
        self.largestRadius = largestRadius
        self.least = min(least, greatest)
        self.areWhole = areWhole
    }

    /// What forbids to show an amount as an area; `nil` where nothing does.
    ///
    /// An error without a place: the caller knows where the amount is written.
    public static func problem(with value: Double) -> Diagnostic? {
        if value.isNaN || value.isInfinite {
            return .error("the size of a symbol is not a finite number")
        }
        if value < 0 {
            let text = NumberFormat.plain.text(value, locale: .enUS)
            return .error(
                "a symbol cannot show \(text): no area is negative",
                hint: "show negative amounts by colour")
        }
        return nil
    }

    /// The radius of an amount, in points; zero for what is not above zero.
    public func radius(of value: Double) -> Double {
        guard value > 0, value.isFinite, greatest > 0 else { return 0 }
        // Roots first: their quotient neither overflows nor vanishes.
        return largestRadius * (value.squareRoot() / greatest.squareRoot())
    }

    // MARK: - Key

    /// A circle of a key is no smaller than this, in points.
    private static let leastKeyRadius = 1.5
    /// How far the largest amount of a key may lie above the greatest of the data.
    private static let mostBeyond = 1.1

    /// One to three round amounts that show in a key how large circles are, largest first.
    ///
    /// They are 1, 2 or 5 times a power of ten, each a quarter or a fifth of the one before, so that
    /// circles are about half as wide; the largest is at most a tenth above the greatest of the
    /// data. Small ones that no data need are left out. Empty where all amounts are zero.
    public var keyValues: [Double] {
        guard greatest > 0, var place = Self.place(ofRound: greatest * Self.mostBeyond) else {
            return []
        }
        var values: [Double] = []
        while values.count < 3 {
            let value = Self.round(at: place)
            guard value > 0, value.isFinite, !areWhole || value >= 1 else { break }
            let isNeeded = values.isEmpty || value >= least / 2
            guard isNeeded || values.count < 2 else { break }
            guard values.isEmpty || radius(of: value) >= Self.leastKeyRadius else { break }
            values.append(value)
            place -= 2
        }
        return values
    }

    /// The place of the greatest round number up to `limit` among 1, 2, 5, 10, 20 and so on, which
    /// has the place 0, 1, 2, 3, 4.
    private static func place(ofRound limit: Double) -> Int? {
        guard limit > 0, limit.isFinite else { return nil }
        var place = 3 * PrintGrid.exponent(limit) + 2
        while round(at: place) > limit { place -= 1 }
        return place
    }

    private static func round(at place: Int) -> Double {
        let index = ((place % 3) + 3) % 3
        let power = (place - index) / 3
        return Double("\([1, 2, 5][index])e\(power)") ?? 0
    }
}
