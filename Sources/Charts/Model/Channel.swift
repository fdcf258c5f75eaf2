public import Scales

/// What drives one visual quality of a layer's marks: a name, and a value for each mark.
public struct Channel: Hashable, Sendable {
    /// Values of one kind.
    public enum Values: Hashable, Sendable {
        /// Figures; `nil` where there is none.
        case numbers([Double?])
        /// Names of categories.
        case names([String])
        /// Days; `nil` where there is none.
        case dates([CivilDate?])

        /// How many there are.
        public var count: Int {
            switch self {
            case .numbers(let values): values.count
            case .names(let values): values.count
            case .dates(let values): values.count
            }
        }

        /// Adds the values of the same kind; gives back whether the kinds agree.
        mutating func append(_ other: Values) -> Bool {
            switch (self, other) {
            case (.numbers(let own), .numbers(let more)): self = .numbers(own + more)
            case (.names(let own), .names(let more)): self = .names(own + more)
            case (.dates(let own), .dates(let more)): self = .dates(own + more)
            default: return false
            }
            return true
        }
    }

    /// What the values are of, in words for axes, legends and alternative texts.
    public var label: String
    /// The values, one a mark.
    public var values: Values

    /// A channel by name and values.
    public init(_ label: String, _ values: Values) {
        self.label = label
        self.values = values
    }

    /// The values as numbers; dates count days, names have none.
    var numbers: [Double?]? {
        switch values {
        case .numbers(let values): values
        case .dates(let values): values.map { $0.map { Double($0.dayNumber) } }
        case .names: nil
        }
    }

    /// The values as names: dates as ISO 8601 writes them, numbers as Swift does.
    var names: [String] {
        switch values {
        case .names(let values): values
        case .dates(let values): values.map { $0?.description ?? "" }
        case .numbers(let values): values.map { $0.map(nameOfNumber) ?? "" }
        }
    }
}

/// `2024` rather than `2024.0`.
private func nameOfNumber(_ value: Double) -> String {
    Int(exactly: value).map { "\($0)" } ?? "\(value)"
}

/// The visual qualities that a channel may drive.
public enum ChannelName: String, Hashable, Sendable, CaseIterable {
    /// The place from left to right.
    case x
    /// Where a mark begins from left to right.
    case xStart
    /// Where a mark ends from left to right.
    case xEnd
    /// The place from bottom to top.
    case y
    /// Where a mark begins from bottom to top.
    case yStart
    /// Where a mark ends from bottom to top.
    case yEnd
    /// The share of a full turn.
    case angle
    /// The colour, and the series that it tells apart.
    case color
    /// The place among the marks of one category.
    case position
    /// The shape of points.
    case symbol
    /// The area of points.
    case size
    /// The series, without a look of its own.
    case series
    /// The figure that is printed large at the end of a line, where it is not the line's own.
    case end
}
