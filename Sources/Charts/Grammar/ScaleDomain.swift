import Scales

/// What a scale may span: a range of numbers or days, categories in order, or what suits the data.
public protocol ScaleDomain {
    /// What is spanned.
    var spanned: SpannedValues { get }
}

/// What a scale spans, and how.
public struct SpannedValues: Hashable, Sendable {
    /// Ends of a range, or categories in order; `nil` for all values of the data.
    var values: Channel.Values?
    /// Whether zero is on the scale.
    var includesZero: Bool?
    /// Whether the scale runs the other way.
    var isReversed: Bool?

    /// The values as channels have them, whatever type they came in.
    init(values: [PlottedValue]) {
        var columns: (numbers: [Double?], dates: [CivilDate?]) = ([], [])
        for value in values {
            switch value {
            case .number(let number): columns.numbers.append(number)
            case .date(let date): columns.dates.append(date)
            case .name: break
            }
        }
        if values.isEmpty {
            self.values = nil
        } else if columns.numbers.count == values.count {
            self.values = .numbers(columns.numbers)
        } else if columns.dates.count == values.count {
            self.values = .dates(columns.dates)
        } else {
            self.values = .names(values.map(\.name))
        }
    }

    /// All values of the data.
    init(includesZero: Bool?, isReversed: Bool?) {
        self.includesZero = includesZero
        self.isReversed = isReversed
    }
}

/// A domain that holds all values of the data.
public struct AutomaticScaleDomain: ScaleDomain, Hashable, Sendable {
    private let includesZero: Bool?
    private let isReversed: Bool?

    fileprivate init(includesZero: Bool? = nil, isReversed: Bool? = nil) {
        self.includesZero = includesZero
        self.isReversed = isReversed
    }

    /// All values of the data.
    public var spanned: SpannedValues {
        SpannedValues(includesZero: includesZero, isReversed: isReversed)
    }
}

extension ScaleDomain where Self == AutomaticScaleDomain {
    /// All values of the data.
    public static var automatic: AutomaticScaleDomain { AutomaticScaleDomain() }

    /// All values of the data, with or without zero, one way or the other.
    public static func automatic(
        includesZero: Bool? = nil, reversed: Bool? = nil
    ) -> AutomaticScaleDomain {
        AutomaticScaleDomain(includesZero: includesZero, isReversed: reversed)
    }
}

extension ClosedRange: ScaleDomain where Bound: Plottable {
    /// From one end to the other.
    public var spanned: SpannedValues {
        SpannedValues(values: [lowerBound.plotted, upperBound.plotted])
    }
}

extension Array: ScaleDomain where Element: Plottable {
    /// These categories in this order; two numbers or two days are the ends of a range.
    public var spanned: SpannedValues { SpannedValues(values: map(\.plotted)) }
}
