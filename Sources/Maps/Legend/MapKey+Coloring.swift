public import Diagnostics
import Graphics
public import Scales

extension MapKey.Part {
    /// What a colouring's colours mean, printed in a format.
    ///
    /// A ramp has the ends of the domain as its figures, and about `ticks` round ones between them;
    /// diverging colours always have their pivot. Classes have their ranges.
    ///
    /// - Parameter values: the figures of the map: the outermost of classes without ends run from
    ///   the least to the greatest of them.
    /// - Returns: the part, `nil` where there is nothing to explain, and a warning where the format
    ///   prints too few digits for the classes.
    public static func colors(
        of coloring: MapColoring, format: NumberFormat, locale: DeckLocale,
        values: some Sequence<Double> = [], ticks: Int = 0
    ) -> (part: MapKey.Part?, warning: Diagnostic?) {
        let print = { (value: Double) in format.text(value, locale: locale.number) }
        switch coloring.form {
        case .linear(let scale):
            let wanted = Double(min(max(ticks, 0), 100))
            let inner = scale.ticks(wanted).map {
                MapKey.Ramp.Tick(at: scale.domain.fraction(at: $0), print($0))
            }
            let ramp = MapKey.Ramp(
                scale.ramp, low: print(scale.domain.start), high: print(scale.domain.end),
                ticks: inner)
            return (.ramp(ramp), nil)
        case .diverging(let scale):
            let pivot = MapKey.Ramp.Tick(at: scale.fraction(at: scale.pivot), print(scale.pivot))
            let ramp = MapKey.Ramp(
                scale.ramp, low: print(scale.start), high: print(scale.end), ticks: [pivot])
            return (.ramp(ramp), nil)
        case .classes(let classes):
            guard !classes.isEmpty else { return (nil, nil) }
            let ranges = ClassRanges(of: classes, format: format, locale: locale, values: values)
            let entries = zip(ranges.texts, classes).map { MapKey.Entry($0, .color($1.color)) }
            return (.classes(entries), ranges.warning)
        case .categories(let categories):
            guard !categories.isEmpty else { return (nil, nil) }
            return (
                .categories(categories.map { MapKey.Entry($0.name, .color($0.color)) }), nil
            )
        }
    }
}
