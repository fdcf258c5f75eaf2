public import Scales

/// Something that is drawn along an axis.
public protocol AxisMark {
    /// Says in an axis's options what is drawn.
    func apply(to axis: inout AxisOptions)
}

/// Lines across the plot at the labelled values.
public struct AxisGridLine: AxisMark, Hashable, Sendable {
    /// Lines across the plot.
    public init() {}
    /// Lets lines run across the plot.
    public func apply(to axis: inout AxisOptions) { axis.hasGrid = true }
}

/// Short lines at the labelled values, which axes have where they suit the marks.
public struct AxisTick: AxisMark, Hashable, Sendable {
    /// Short lines.
    public init() {}
    /// Leaves the axis as it is.
    public func apply(to axis: inout AxisOptions) {}
}

/// The labels of an axis.
public struct AxisValueLabel: AxisMark, Hashable, Sendable {
    private var number: NumberFormat?
    private var date: DateFormat?
    private var groups: DateFormat?

    /// Labels of numbers.
    ///
    /// - Parameter format: how they are printed; `nil` for as many digits as tell them apart.
    public init(format: NumberFormat? = nil) { number = format }

    /// Labels of dates.
    ///
    /// - Parameters:
    ///   - format: how they are printed.
    ///   - groups: how the groups of dates are printed, once below: years under months.
    public init(format: DateFormat, groups: DateFormat? = nil) {
        date = format
        self.groups = groups
    }

    /// Labels in a format by its specifier: `,.1f` for numbers, `%b %Y` for dates.
    ///
    /// No specifier is both, as in one of numbers nothing but a text in quotes follows a `%`.
    ///
    /// - Throws: `NumberFormatError` or `DateFormatError` where the specifier is none.
    public init(format: String) throws {
        do {
            number = try NumberFormat(format)
        } catch {
            guard let sign = format.firstIndex(of: "%"), format[sign...].count > 1 else {
                throw error
            }
            date = try DateFormat(format)
        }
    }

    /// Says how labels are printed; what is not said stays.
    public func apply(to axis: inout AxisOptions) {
        if let number { axis.format = number }
        if let date { axis.dateFormat = date }
        if let groups { axis.groupFormat = groups }
    }
}

/// Gathers what is drawn along an axis.
@resultBuilder
public enum AxisMarkBuilder {
    /// One thing.
    public static func buildExpression(_ mark: some AxisMark) -> [any AxisMark] { [mark] }
    /// Several things.
    public static func buildExpression(_ marks: [any AxisMark]) -> [any AxisMark] { marks }
    /// One thing after the other.
    public static func buildBlock(_ marks: [any AxisMark]...) -> [any AxisMark] {
        marks.flatMap { $0 }
    }
    /// What stands in an `if` without `else`.
    public static func buildOptional(_ marks: [any AxisMark]?) -> [any AxisMark] { marks ?? [] }
    /// What stands in the first of two branches.
    public static func buildEither(first marks: [any AxisMark]) -> [any AxisMark] { marks }
    /// What stands in the second of two branches.
    public static func buildEither(second marks: [any AxisMark]) -> [any AxisMark] { marks }
}

/// The values of an axis that may be labelled: an array of them, or about so many.
public protocol AxisMarkValueSet {
    /// The values.
    var axisMarkValues: AxisMarkValues { get }
}

/// The values of an axis that are labelled.
public struct AxisMarkValues: AxisMarkValueSet, Hashable, Sendable {
    /// Which; `nil` for as many round ones as have room.
    let values: AxisOptions.Values?

    /// Itself.
    public var axisMarkValues: AxisMarkValues { self }
}

extension AxisMarkValueSet where Self == AxisMarkValues {
    /// As many round values as have room.
    public static var automatic: AxisMarkValues { AxisMarkValues(values: nil) }

    /// About so many round values; at least two.
    public static func automatic(desiredCount: Int) -> AxisMarkValues {
        AxisMarkValues(values: .count(max(2, desiredCount)))
    }
}

extension Array: AxisMarkValueSet where Element: Plottable {
    /// These values.
    public var axisMarkValues: AxisMarkValues {
        switch spanned.values {
        case .numbers(let values): AxisMarkValues(values: .numbers(values.compactMap { $0 }))
        case .dates(let values): AxisMarkValues(values: .dates(values.compactMap { $0 }))
        case .names(let values): AxisMarkValues(values: .names(values))
        case nil: AxisMarkValues(values: nil)
        }
    }
}
