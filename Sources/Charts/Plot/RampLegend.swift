import Graphics
import Layout
import Scales

/// The colours of amounts with the amounts at their ends.
struct RampLegend {
    let mapping: ColorMapping
    let format: NumberFormat
    let locale: DeckLocale
    let style: ChartStyle

    /// The room it takes with air below, in points.
    static let height = 30.0
    private static let barHeight = 8.0
    private static let mostWidth = 200.0

    /// From one label to the next, in points.
    private static let gap = 6.0

    /// Draws it from the top left corner, no wider than `width`.
    func draw(at origin: Point, width: Double, on canvas: inout Canvas) -> [Rect] {
        let classes = mapping.classes
        let look = style.text(10, .medium, style.muted, tabular: true)
        let text = { (value: Double) in format.text(value, locale: locale.number) }
        let labels =
            classes.isEmpty
            ? [mapping.domain.lower, mapping.domain.upper].map { canvas.line(text($0), look) }
            : classes.dropFirst().compactMap { $0.lower.map { canvas.line(text($0), look) } }
        // Colours that run are cut into as many strips as the eye takes for a ramp.
        let count = classes.isEmpty ? 40 : classes.count
        let widest = labels.map(\.width).max() ?? 0
        // Wide enough for its labels, where the chart is.
        let needed =
            classes.isEmpty
            ? labels.reduce(Self.gap) { $0 + $1.width } : (widest + Self.gap) * Double(count)
        let width = min(width, max(min(width * 0.5, Self.mostWidth), needed))
        let step = width / Double(count)
        for index in 0..<count {
            let value = mapping.domain.value(at: (Double(index) + 0.5) / Double(count))
            guard let color = classes.isEmpty ? mapping.color(value) : classes[index].color else {
                continue
            }
            // Strips lie under their right neighbours, so that no ground shines through.
            let reach = index == count - 1 ? step : step + 0.3
            canvas.fill(
                Rect(
                    x: origin.x + Double(index) * step, y: origin.y + 1, width: reach,
                    height: Self.barHeight), color)
        }
        let baseline = origin.y + 1 + Self.barHeight + 12
        var boxes: [Rect] = []
        var end = origin.x - Self.gap
        for (index, line) in labels.enumerated() {
            let left =
                classes.isEmpty
                ? origin.x + (index == 0 ? 0 : width - line.width)
                : origin.x + Double(index + 1) * step - line.width / 2
            guard left >= end + Self.gap - 0.5, left + line.width <= origin.x + width + 0.5 else {
                canvas.warning(
                    "no room for “\(line.text)” below the colours",
                    hint: "print it shorter, or give the chart more width")
                continue
            }
            boxes.append(canvas.text(line, x: left, baseline: baseline))
            end = left + line.width
        }
        return boxes
    }
}
