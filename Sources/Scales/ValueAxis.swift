public import Graphics
public import Layout

/// A vertical axis of figures: labels at the left, hairlines across.
public struct ValueAxis: Hashable, Sendable {
    /// A labelled value.
    public struct Tick: Hashable, Sendable {
        /// The value.
        public var value: Double
        /// The value as it is printed.
        public var label: String

        /// A value with its words.
        public init(value: Double, label: String) {
            self.value = value
            self.label = label
        }
    }

    /// The values it spans, from the bottom to the top.
    public var domain: Extent
    /// The labelled values.
    public var ticks: [Tick]
    /// How labels look.
    public var labelStyle: TextStyle
    /// How hairlines look.
    public var grid: Stroke

    /// An axis over a domain.
    public init(domain: Extent, ticks: [Tick], labelStyle: TextStyle, grid: Stroke) {
        self.domain = domain
        self.ticks = ticks
        self.labelStyle = labelStyle
        self.grid = grid
    }

    /// The room its labels need at the left of the plot, in points.
    public func labelWidth(on canvas: inout Canvas) -> Double {
        var width = 0.0
        for tick in ticks { width = max(width, canvas.line(tick.label, labelStyle).width) }
        return width
    }

    /// Draws hairlines across `plot` and labels left of it; the lowest value has no hairline, since
    /// the base line is drawn with the horizontal axis.
    ///
    /// Where labels would touch each other, every second one, third one … is printed, counted from
    /// the lowest.
    public func draw(in plot: Rect, on canvas: inout Canvas) {
        let scale = LinearScale(domain: domain, range: Extent(plot.maxY, plot.minY))
        let places = ticks.map { scale($0.value) }
        let pitch = zip(places, places.dropFirst()).map { abs($0 - $1) }.min() ?? .infinity
        // Digits are 0.73 em high; a dense axis is set a little smaller before labels are left out.
        let style = labelStyle.with {
            $0.size = pitch < $0.size * 1.1 ? max(9, pitch / 1.1) : $0.size
        }
        let needed = style.size * 0.95
        let every = pitch >= needed ? 1 : Int((needed / max(pitch, 1e-6)).rounded(.up))
        for (index, (tick, y)) in zip(ticks, places).enumerated() {
            guard y >= plot.minY - 0.5, y <= plot.maxY + 0.5 else {
                canvas.warning("the axis has a tick at \(tick.label) outside of its domain")
                continue
            }
            // Dense ticks have a hairline for every second one only: a grid, not a wall.
            if y < plot.maxY - 0.5, pitch >= 14 || (ticks.count - 1 - index) % 2 == 0 {
                canvas.line(from: Point(plot.minX, y), to: Point(plot.maxX, y), grid)
            }
            if index % every == 0 {
                canvas.text(
                    tick.label, style, x: plot.minX - 8, baseline: y + style.size * 0.365, .right)
            }
        }
    }
}
