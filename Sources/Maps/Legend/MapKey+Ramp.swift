import Graphics
import Layout
public import Scales

extension MapKey {
    /// Colours that run, with what stands at their ends and between.
    public struct Ramp: Hashable, Sendable {
        /// A figure between the ends.
        public struct Tick: Hashable, Sendable {
            /// How far along the ramp it stands, from 0 to 1.
            public var fraction: Double
            /// The figure.
            public var text: String

            /// A figure at a place.
            public init(at fraction: Double, _ text: String) {
                self.fraction = fraction
                self.text = text
            }
        }

        /// The colours from low to high.
        public var colors: ColorRamp
        /// What stands at the first colour.
        public var low: String
        /// What stands at the last colour.
        public var high: String
        /// Figures between, from low to high; those without room are left out.
        public var ticks: [Tick]

        /// A ramp with its figures.
        public init(_ colors: ColorRamp, low: String, high: String, ticks: [Tick] = []) {
            self.colors = colors
            self.low = low
            self.high = high
            self.ticks = ticks
        }
    }

    private static let rampHeight = 9.0
    private static let leastRamp = 120.0
    private static let mostRamp = 240.0
    private static let standingRamp = 84.0
    /// From one figure to the next, and from the bar to figures, in points.
    private static let figureGap = 8.0
    private static let tickLength = 3.0

    /// Draws a ramp, upright in a vertical key, with the sign for no data where it has room.
    func draw(
        _ ramp: Ramp, _ noData: Entry?, at origin: Point, _ width: Double,
        on canvas: inout Canvas
    ) -> Rect {
        let look = style.readable(style.figure)
        let low = canvas.line(ramp.low, look)
        let high = canvas.line(ramp.high, look)
        let ticks = ramp.ticks.filter { $0.fraction > 0 && $0.fraction < 1 }
            .map { ($0.fraction, canvas.line($0.text, look)) }
        if room.isUpright {
            let box = drawUpright(ramp, (low, high), ticks, at: origin, on: &canvas)
            guard let noData else { return box }
            let corner = Point(origin.x, box.maxY + Self.noDataGap)
            return box.union(draw(swatches: [noData], at: corner, width, on: &canvas))
        }
        let needed = max(low.width + Self.figureGap + high.width, min(Self.leastRamp, width))
        let own = noData.map {
            Self.swatchSize.width + Self.nameGap + labelLine($0.name, on: &canvas).width
        }
        let rest = width - (own ?? 0) - (own == nil ? 0 : Self.entryGap)
        // Beside a ramp that is long enough, else below it.
        let isBeside = own != nil && rest >= max(needed, Self.leastRamp)
        let length = max(needed, min(isBeside ? rest : width, Self.mostRamp))
        let bar = Rect(
            x: origin.x, y: origin.y + 1, width: length, height: Self.rampHeight)
        drawSlices(ramp.colors, in: bar, isUpright: false, on: &canvas)
        let baseline = bar.maxY + Self.tickLength + max(low.ascent, high.ascent)
        var box = bar.union(canvas.text(low, x: bar.minX, baseline: baseline))
        let end = canvas.text(high, x: bar.maxX, baseline: baseline, .right)
        box = box.union(end).union(Rect(origin: origin, size: .zero))
        var last = bar.minX + low.width
        for (fraction, line) in ticks {
            let x = bar.minX + fraction * bar.width
            let left = x - line.width / 2
            guard left >= last + Self.figureGap, left + line.width + Self.figureGap <= end.minX
            else { continue }
            canvas.line(
                from: Point(x, bar.maxY), to: Point(x, bar.maxY + Self.tickLength),
                Stroke(look.color, width: 0.75))
            canvas.text(line, x: left, baseline: baseline)
            last = left + line.width
        }
        guard let noData else { return box }
        let corner =
            isBeside
            ? Point(bar.maxX + Self.entryGap, bar.midY - Self.rowHeight / 2)
            : Point(origin.x, box.maxY + Self.noDataGap)
        return box.union(draw(swatches: [noData], at: corner, width, on: &canvas))
    }

    /// A ramp that stands, the most at its top.
    private func drawUpright(
        _ ramp: Ramp, _ ends: (low: TextLine, high: TextLine), _ ticks: [(Double, TextLine)],
        at origin: Point, on canvas: inout Canvas
    ) -> Rect {
        let bar = Rect(
            x: origin.x, y: origin.y, width: Self.rampHeight + 1, height: Self.standingRamp)
        drawSlices(ramp.colors, in: bar, isUpright: true, on: &canvas)
        let x = bar.maxX + Self.nameGap
        let drop = Self.drop(ends.high)
        // Figures at the ends stand inside of the bar's height: capitals reach its edges.
        let high = canvas.text(ends.high, x: x, baseline: bar.minY + 2 * drop)
        let low = canvas.text(ends.low, x: x, baseline: bar.maxY)
        var box = bar
        for end in [low, high] {
            box = box.union(Rect(left: x, top: bar.minY, right: end.maxX, bottom: bar.maxY))
        }
        let color = style.readable(style.figure).color
        var bottom = bar.maxY - 2 * drop
        for (fraction, line) in ticks {
            let y = bar.maxY - fraction * bar.height
            guard y + drop + Self.figureGap / 2 <= bottom,
                y - drop >= bar.minY + 2 * drop + Self.figureGap / 2
            else { continue }
            canvas.line(
                from: Point(bar.maxX, y), to: Point(bar.maxX + Self.tickLength, y),
                Stroke(color, width: 0.75))
            let text = canvas.text(line, x: x, baseline: y + drop)
            box = box.union(Rect(left: x, top: y, right: text.maxX, bottom: y))
            bottom = y - drop
        }
        return box
    }

    /// A bar of thin slices, each of which reaches under the next one, so that no seam shows.
    private func drawSlices(
        _ colors: ColorRamp, in bar: Rect, isUpright: Bool, on canvas: inout Canvas
    ) {
        let length = isUpright ? bar.height : bar.width
        // As many as look smooth at every density in use.
        let count = Int(min(max(length / 2.5, 48), 160))
        let slice = length / Double(count)
        for index in 0..<count {
            let color = colors((Double(index) + 0.5) / Double(count))
            let start = Double(index) * slice
            let reach = index == count - 1 ? slice : slice * 1.6
            canvas.fill(
                isUpright
                    ? Rect(
                        x: bar.minX, y: max(bar.minY, bar.maxY - start - reach),
                        width: bar.width, height: reach)
                    : Rect(x: bar.minX + start, y: bar.minY, width: reach, height: bar.height),
                color)
        }
        if colors.stops.contains(where: { style.needsOutline(.color($0)) }) {
            canvas.stroke(.rect(bar), style.outline)
        }
    }
}
