/// Numbers to classes between given thresholds, as d3's `scaleThreshold`.
public struct ThresholdScale<Value: Hashable & Sendable>: Hashable, Sendable {
    /// Where one class ends and the next begins, ascending.
    public let thresholds: [Double]
    /// What the classes are given: one more than there are thresholds.
    public let values: [Value]

    /// Classes between `thresholds`; `nil` where they do not ascend or are not finite, or where
    /// the values are not one more than the thresholds.
    public init?(thresholds: [Double], values: [Value]) {
        guard values.count == thresholds.count + 1, thresholds.allSatisfy(\.isFinite),
            zip(thresholds, thresholds.dropFirst()).allSatisfy({ $0 <= $1 })
        else { return nil }
        self.thresholds = thresholds
        self.values = values
    }

    /// The value of the class of a number; a number on a threshold is in the class above it.
    ///
    /// `nil` for NaN.
    public func callAsFunction(_ value: Double) -> Value? {
        value.isNaN ? nil : values[countOfSorted(thresholds, upTo: value)]
    }

    /// The lower and upper ends of each class; `nil` where a class has no end.
    public var classes: [(lower: Double?, upper: Double?, value: Value)] {
        values.enumerated().map { index, value in
            (
                index > 0 ? thresholds[index - 1] : nil,
                index < thresholds.count ? thresholds[index] : nil, value
            )
        }
    }
}

/// How many numbers of an ascending list are at most `value`: d3's `bisectRight`.
func countOfSorted(_ numbers: [Double], upTo value: Double) -> Int {
    var (low, high) = (0, numbers.count)
    while low < high {
        let middle = (low + high) / 2
        if numbers[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low
}
