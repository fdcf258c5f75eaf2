import Glibc

/// Round numbers between two ends: multiples of 1, 2 or 5 times a power of ten.
///
/// The results are those of d3-array 3.2.4 (`ticks`, `tickIncrement`, `tickStep`, `nice`).
public enum Ticks {
    /// More ticks than any axis can show; a greater count is treated as this one.
    static let greatestCount = 10_000.0

    /// About `count` round numbers in `extent`, ends included, in its direction.
    ///
    /// Empty where the count is not positive; the one number where both ends are equal.
    public static func values(in extent: Extent, count: Double = 10) -> [Double] {
        guard count > 0, extent.start.isFinite, extent.end.isFinite else { return [] }
        if extent.start == extent.end { return [extent.start] }
        let spec = spec(from: extent.lower, to: extent.upper, count: min(count, greatestCount))
        guard spec.last >= spec.first, spec.increment.isFinite else { return [] }
        let length = spec.last - spec.first + 1
        guard length <= 10 * greatestCount else { return [] }
        let increment = spec.increment
        return (0..<Int(length)).map { index in
            let step =
                extent.isDescending ? spec.last - Double(index) : spec.first + Double(index)
            return increment < 0 ? step / -increment : step * increment
        }
    }

    /// The distance between ticks where it is at least one, else minus its reciprocal.
    ///
    /// Dividing by the whole number that a reciprocal is keeps 0.3 from becoming
    /// 0.30000000000000004. For ascending ends only; NaN or infinite where there is no step.
    public static func increment(from start: Double, to stop: Double, count: Double) -> Double {
        spec(from: start, to: stop, count: count).increment
    }

    /// The distance between ticks, negative in a descending extent.
    public static func step(in extent: Extent, count: Double = 10) -> Double {
        // Ends in order hide a NaN.
        guard !extent.start.isNaN, !extent.end.isNaN else { return .nan }
        let increment = increment(from: extent.lower, to: extent.upper, count: count)
        let step = increment < 0 ? 1 / -increment : increment
        return extent.isDescending ? -step : step
    }

    /// The extent widened until both ends are ticks.
    ///
    /// Unchanged where there is no step: equal ends, or a count that is not positive.
    public static func nice(_ extent: Extent, count: Double = 10) -> Extent {
        var (start, stop) = (extent.lower, extent.upper)
        var previous = Double.nan
        // The step may grow as the ends move; d3 gives up after ten rounds.
        for _ in 0..<10 {
            let step = increment(from: start, to: stop, count: count)
            if step == previous {
                return extent.isDescending ? Extent(stop, start) : Extent(start, stop)
            }
            guard step.isFinite, step != 0 else { return extent }
            if step > 0 {
                start = (start / step).rounded(.down) * step
                stop = (stop / step).rounded(.up) * step
            } else {
                start = (start * step).rounded(.up) / step
                stop = (stop * step).rounded(.down) / step
            }
            guard start.isFinite, stop.isFinite else { return extent }
            previous = step
        }
        return extent
    }

    /// Ticks as whole multiples, from `first` to `last`, of an increment.
    private struct Spec {
        var first: Double
        var last: Double
        var increment: Double
    }

    private static func spec(from start: Double, to stop: Double, count: Double) -> Spec {
        // Swift's `max` would turn NaN into 0.
        let step = (stop - start) / (count.isNaN ? count : max(0, count))
        let power = log10(step).rounded(.down)
        let error = step / pow(10, power)
        let factor =
            error >= 50.0.squareRoot()
            ? 10.0 : error >= 10.0.squareRoot() ? 5 : error >= 2.0.squareRoot() ? 2 : 1
        var spec: Spec
        if power < 0 {
            let perUnit = pow(10, -power) / factor
            spec = Spec(
                first: roundedHalfUp(start * perUnit), last: roundedHalfUp(stop * perUnit),
                increment: -perUnit)
            if spec.first / perUnit < start { spec.first += 1 }
            if spec.last / perUnit > stop { spec.last -= 1 }
        } else {
            let distance = pow(10, power) * factor
            spec = Spec(
                first: roundedHalfUp(start / distance), last: roundedHalfUp(stop / distance),
                increment: distance)
            if spec.first * distance < start { spec.first += 1 }
            if spec.last * distance > stop { spec.last -= 1 }
        }
        // One tick was asked for and no round number lies inside: look for two.
        if spec.last < spec.first, count >= 0.5, count < 2 {
            return self.spec(from: start, to: stop, count: count * 2)
        }
        return spec
    }
}

/// The nearest whole number, halves upward, as JavaScript's `Math.round` has it.
func roundedHalfUp(_ value: Double) -> Double {
    let below = value.rounded(.down)
    return value - below >= 0.5 ? below + 1 : below
}
