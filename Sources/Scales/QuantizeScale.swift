/// Numbers to classes of equal width, as d3's `scaleQuantize`.
public struct QuantizeScale<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The numbers at the start of the first and at the end of the last class.
    public let domain: Extent
    /// What the classes are given.
    public let values: [Value]
    /// Where one class ends and the next begins, ascending: one fewer than there are values.
    public let thresholds: [Double]

    /// Classes over `domain`; `nil` where it is not finite, or without values.
    ///
    /// In a descending domain the first value belongs to the greatest numbers.
    public init?(domain: Extent, values: [Value]) {
        guard domain.start.isFinite, domain.end.isFinite, !values.isEmpty else { return nil }
        self.domain = domain
        self.values = values
        let (low, high, count) = (domain.lower, domain.upper, Double(values.count))
        thresholds = (1..<values.count).map { index in
            let place = Double(index)
            let threshold = (place * high - (place - count) * low) / count
            return threshold.isFinite ? threshold : Extent(low, high).value(at: place / count)
        }
    }

    /// The value of the class of a number; a number on a threshold is in the class above it, one
    /// beyond the domain in the outermost class.
    ///
    /// `nil` for NaN.
    public func callAsFunction(_ value: Double) -> Value? {
        guard !value.isNaN else { return nil }
        let index = countOfSorted(thresholds, upTo: value)
        return values[domain.isDescending ? values.count - 1 - index : index]
    }
}
