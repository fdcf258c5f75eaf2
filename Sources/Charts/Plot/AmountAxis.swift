import Graphics
import Layout
import Scales

/// An axis of numbers or days: hairlines across the plot, labels at its edge.
struct AmountAxis {
    /// The edges of a plot that an axis may stand at.
    enum Edge {
        case left, right, bottom
    }

    let dimension: Dimension
    let ticks: [ValueTicks.Tick]
    private let groups: [ValueTicks.Group]
    private let outside: [String]
    let edge: Edge
    let hasGrid: Bool
    let style: ChartStyle
    /// The colour of labels.
    let color: Color

    private static let labelSize = 10.5

    /// An axis at an edge, with as many ticks as have room.
    init(
        _ dimension: Dimension, _ options: AxisOptions, at edge: Edge, length: Double,
        isShare: Bool, hasGrid: Bool, locale: DeckLocale, style: ChartStyle, color: Color? = nil,
        on canvas: inout Canvas
    ) {
        self.dimension = dimension
        self.edge = edge
        self.style = style
        self.hasGrid = options.hasGrid ?? hasGrid
        self.color = color ?? style.muted
        let look = style.text(Self.labelSize, .medium, style.muted, tabular: true)
        let measurer = canvas.measurer
        let isBelow = edge == .bottom
        let found = ValueTicks(
            dimension, options, locale: locale, length: length, isShare: isShare,
            gap: isBelow ? 14 : 16
        ) { label in
            isBelow ? measurer.line(label, look).width : Self.labelSize * 0.73
        }
        ticks = found.ticks
        groups = found.groups
        outside = found.outside
    }

    private func look(_ size: Double = Self.labelSize) -> TextStyle {
        style.text(size, .medium, color, tabular: true)
    }

    private var hasGroups: Bool { !groups.isEmpty }

    /// The room for its labels beside or below the plot, in points.
    func extent(on canvas: inout Canvas) -> Double {
        if edge == .bottom { return hasGroups ? 40 : 20 }
        return (ticks.map { canvas.line($0.label, look()).width }.max() ?? 0) + 8
    }

    // MARK: - Drawing

    /// Draws the hairlines behind the marks.
    func drawGrid(in plot: Rect, on canvas: inout Canvas) {
        guard hasGrid else { return }
        let stroke = Stroke(style.hairline, width: 0.75)
        let pitch = pitch
        for (index, tick) in ticks.enumerated() {
            let place = dimension(tick.value)
            // Dense ticks have a hairline for every second one only: a grid, not a wall.
            guard pitch >= 14 || (ticks.count - 1 - index) % 2 == 0 else { continue }
            if edge == .bottom {
                guard place > plot.minX + 0.5, place <= plot.maxX + 0.5 else { continue }
                canvas.line(from: Point(place, plot.minY), to: Point(place, plot.maxY), stroke)
            } else {
                guard place < plot.maxY - 0.5, place >= plot.minY - 0.5 else { continue }
                canvas.line(from: Point(plot.minX, place), to: Point(plot.maxX, place), stroke)
            }
        }
    }

    /// The least distance between two ticks, in points.
    private var pitch: Double {
        let places = ticks.map { dimension($0.value) }.sorted()
        return zip(places, places.dropFirst()).map { $1 - $0 }.min() ?? .infinity
    }

    /// Draws the labels, and gives back their boxes.
    func drawLabels(in plot: Rect, within rect: Rect, on canvas: inout Canvas) -> [Rect] {
        for label in outside {
            canvas.warning("the axis has a tick at \(label) outside of its domain")
        }
        return edge == .bottom
            ? drawBelow(plot, within: rect, on: &canvas) : drawBeside(plot, on: &canvas)
    }

    /// Labels that would touch are set a little smaller; then every second one, third one … is
    /// printed, counted from the lowest.
    private func drawBeside(_ plot: Rect, on canvas: inout Canvas) -> [Rect] {
        let pitch = pitch
        let size = pitch < Self.labelSize * 1.1 ? max(9, pitch / 1.1) : Self.labelSize
        let needed = size * 0.95
        let every = pitch >= needed ? 1 : Int((needed / max(pitch, 1e-6)).rounded(.up))
        var boxes: [Rect] = []
        for (index, tick) in ticks.enumerated() where index % every == 0 {
            let y = dimension(tick.value)
            let box = canvas.text(
                tick.label, look(size), x: edge == .left ? plot.minX - 8 : plot.maxX + 8,
                baseline: y + size * 0.365, edge == .left ? .right : .left)
            boxes.append(
                Rect(
                    left: box.minX, top: y - size * 0.365, right: box.maxX,
                    bottom: y + size * 0.365))
        }
        return boxes
    }

    private func drawBelow(_ plot: Rect, within rect: Rect, on canvas: inout Canvas) -> [Rect] {
        var boxes: [Rect] = []
        var lastEnd = -Double.infinity
        for tick in ticks {
            let x = dimension(tick.value)
            let line = canvas.line(tick.label, look())
            // The first and the last label may lean inward rather than leave the chart.
            let left = max(rect.minX, min(x - line.width / 2, rect.maxX - line.width))
            guard left >= lastEnd + 4, left + line.width <= rect.maxX + 0.5 else {
                canvas.warning(
                    "no room for the label “\(tick.label)” of the axis",
                    hint: "label fewer values, or give the chart more width")
                continue
            }
            lastEnd = left + line.width
            canvas.line(
                from: Point(x, plot.maxY), to: Point(x, plot.maxY + 3),
                Stroke(style.ink, width: 0.75))
            boxes.append(canvas.text(line, x: left, baseline: plot.maxY + 15))
        }
        drawGroups(plot, on: &canvas)
        return boxes
    }

    private func drawGroups(_ plot: Rect, on canvas: inout Canvas) {
        for group in groups {
            // Spans are measured along the axis, and were laid out at its length.
            let left = plot.minX + group.span.lower
            let right = plot.minX + group.span.upper
            guard right - left > 6 else { continue }
            GroupBracket(label: group.label, style: style).draw(
                from: left + (group.span.lower > 0.5 ? 3 : 0),
                to: right - (right < plot.maxX - 0.5 ? 3 : 0), at: plot.maxY + 20.5, on: &canvas)
        }
    }
}
