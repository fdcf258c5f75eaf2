import Scales

/// Where at most `count` classes of about as many values part, such that none of them is empty.
///
/// - Parameter sample: finite values, ascending, at least one.
func quantileBreaks(_ count: Int, ofSorted sample: [Double]) -> [Double] {
    guard let least = sample.first, let greatest = sample.last, least < greatest,
        let scale = QuantileScale(sample: sample, values: Array(0..<max(1, count)))
    else { return [] }
    var breaks: [Double] = []
    for threshold in scale.thresholds {
        // A break at the least value moves up to the next one there is, so that the many equal
        // ones have a class of their own: zeros, often.
        let wanted =
            threshold > least ? threshold : sample.first { $0 > least } ?? threshold
        let below = firstIndex(inSorted: sample, from: wanted)
        let start = breaks.last.map { firstIndex(inSorted: sample, from: $0) } ?? 0
        // A class without a value is none, also behind the last break.
        if below > start, below < sample.count { breaks.append(wanted) }
    }
    return breaks
}

/// The place of the first number of an ascending list that is at least `value`.
private func firstIndex(inSorted numbers: [Double], from value: Double) -> Int {
    var (low, high) = (0, numbers.count)
    while low < high {
        let middle = (low + high) / 2
        if numbers[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
}
