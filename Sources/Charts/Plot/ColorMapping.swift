import Graphics
import Layout
import Scales

/// Amounts to colours.
struct ColorMapping {
    /// A colour and the amounts that have it, for legends of classes.
    struct Class {
        var color: Color
        var lower: Double?
        var upper: Double?
    }

    private enum Form {
        case sequential(SequentialScale)
        case diverging(low: Double, middle: Double, high: Double, ColorRamp, ColorRamp)
        case threshold(ThresholdScale<Color>)
        case quantile(QuantileScale<Color>)
    }

    private let form: Form
    /// The amounts between which colours differ.
    let domain: Extent

    /// Colours for `values` as the options want them; what is wrong with the options is noted.
    init?(_ values: [Double], _ options: ColorOptions, _ style: ChartStyle, on canvas: inout Canvas)
    {
        guard let extent = Extent(around: values) else { return nil }
        let numbers = options.numbers
        let colors = options.range
        switch options.kind {
        case .diverging:
            if let numbers,
                numbers.count != 3 || numbers[0] >= numbers[1] || numbers[1] >= numbers[2]
            {
                canvas.error(
                    "diverging colours run from low over a middle to high",
                    hint: "as in domain: [-10, 0, 10]")
                return nil
            }
            let middle = numbers.flatMap { $0.count == 3 ? $0[1] : nil } ?? 0
            let reach = max(abs(extent.lower - middle), abs(extent.upper - middle))
            let low = numbers?.first ?? middle - reach
            let high = numbers?.last ?? middle + reach
            guard low < middle, middle < high else {
                // All amounts are the middle.
                form = .sequential(
                    SequentialScale(
                        domain: Extent(middle - 1, middle + 1),
                        ramp: ColorRamp(from: style.track, to: style.track)))
                domain = Extent(middle, middle)
                return
            }
            let three =
                colors.count == 3 ? colors : [style.negative, style.track, style.key]
            form = .diverging(
                low: low, middle: middle, high: high, ColorRamp(from: three[0], to: three[1]),
                ColorRamp(from: three[1], to: three[2]))
            domain = Extent(low, high)
        case .threshold:
            let thresholds = numbers ?? Ticks.values(in: extent, count: 4)
            let range = colors.isEmpty ? style.ramp.colors(thresholds.count + 1) : colors
            guard let scale = ThresholdScale(thresholds: thresholds, values: range) else {
                canvas.error(
                    "the thresholds of the colours do not fit them",
                    hint: "thresholds ascend, and there is one colour more than thresholds")
                return nil
            }
            form = .threshold(scale)
            domain = extent
        case .quantile:
            let range = colors.isEmpty ? style.ramp.colors(4) : colors
            guard let scale = QuantileScale(sample: values, values: range) else { return nil }
            form = .quantile(scale)
            domain = extent
        case .sequential, .ordinal, nil:
            let ends = numbers.flatMap { $0.count == 2 ? Extent($0[0], $0[1]) : nil } ?? extent
            if extent.lower < ends.lower || extent.upper > ends.upper {
                canvas.warning(
                    "figures lie outside of the colours’ domain, and have the colour of its end",
                    hint: "widen “scale: {domain: …}”")
            }
            let ramp = (colors.count > 1 ? ColorRamp(stops: colors) : nil) ?? style.ramp
            form = .sequential(SequentialScale(domain: ends, ramp: ramp))
            domain = ends
        }
    }

    /// The colour of an amount.
    func color(_ value: Double) -> Color? {
        switch form {
        case .sequential(let scale): return scale(value)
        case .diverging(let low, let middle, let high, let below, let above):
            return value < middle
                ? below(Extent(low, middle).fraction(at: max(low, value)))
                : above(Extent(middle, high).fraction(at: min(high, value)))
        case .threshold(let scale): return scale(value)
        case .quantile(let scale): return scale(value)
        }
    }

    /// The classes of amounts with one colour each; none where colours run.
    var classes: [Class] {
        switch form {
        case .sequential, .diverging: return []
        case .threshold(let scale):
            return scale.classes.map { Class(color: $0.value, lower: $0.lower, upper: $0.upper) }
        case .quantile(let scale):
            let ends = [nil] + scale.thresholds.map { Optional($0) } + [nil]
            return zip(scale.values, zip(ends, ends.dropFirst())).map {
                Class(color: $0, lower: $1.0, upper: $1.1)
            }
        }
    }
}
