/// Numbers to classes that hold equally many numbers of a sample, as d3's `scaleQuantile`.
public struct QuantileScale<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The sample, ascending.
    public let sample: [Double]
    /// What the classes are given.
    public let values: [Value]
    /// Where one class ends and the next begins: one fewer than there are values.
    public let thresholds: [Double]

    /// Classes over the finite numbers of `sample`; `nil` without any, or without values.
    public init?(sample: [Double], values: [Value]) {
        let sorted = sample.filter(\.isFinite).sorted()
        guard !sorted.isEmpty, !values.isEmpty else { return nil }
        self.sample = sorted
        self.values = values
        thresholds = (1..<values.count).map { index in
            quantile(ofSorted: sorted, Double(index) / Double(values.count))
        }
    }

    /// The value of the class of a number; a number on a threshold is in the class above it.
    ///
    /// `nil` for NaN.
    public func callAsFunction(_ value: Double) -> Value? {
        value.isNaN ? nil : values[countOfSorted(thresholds, upTo: value)]
    }
}

/// The number below which `share` of an ascending sample lies, which is not empty.
///
/// Method R-7 of Hyndman and Fan, "Sample Quantiles in Statistical Packages" (1996), as in d3.
private func quantile(ofSorted sample: [Double], _ share: Double) -> Double {
    let place = Double(sample.count - 1) * share
    let index = min(Int(place), sample.count - 1)
    let (low, high) = (sample[index], sample[min(index + 1, sample.count - 1)])
    let between = low + (high - low) * (place - Double(index))
    return between.isFinite ? between : Extent(low, high).value(at: place - Double(index))
}
