public import Graphics
public import Layout
import Scales

/// Charts of one form side by side, over the same scales, so that they can be compared.
public struct SmallMultiples: Element, Hashable {
    /// One of the charts.
    public struct Item: Hashable, Sendable {
        /// What tells it from the others.
        public var title: String
        /// The chart; its scale of amounts is set by all of them.
        public var chart: Chart

        /// A chart with its title.
        public init(title: String, chart: Chart) {
            self.title = title
            self.chart = chart
        }
    }

    /// The charts in reading order.
    public var items: [Item]
    /// How many stand side by side; `nil` for what suits the room.
    public var columns: Int?
    /// Whether all have one scale of amounts.
    public var sharesScale: Bool

    /// Charts side by side.
    public init(_ items: [Item], columns: Int? = nil, sharesScale: Bool = true) {
        self.items = items
        self.columns = columns
        self.sharesScale = sharesScale
    }

    /// Between charts, and from a title to its chart, in points.
    private static let gap = Size(20, 14)
    private static let titleHeight = 20.0
    /// The shape that charts are given where there is a choice: as wide as 1.7 times their height.
    private static let bestShape = 1.7
    /// A chart smaller than this shows nothing, in points.
    private static let least = Size(60, 44)

    /// Fills whatever room it is given.
    public func size(in space: Size, measuring measurer: any TextMeasurer) -> Size { space }

    /// Draws itself into a rectangle of the page.
    public func draw(in rect: Rect, on canvas: inout Canvas) {
        guard let style = items.first?.chart.style else {
            return canvas.error("there are no charts to draw")
        }
        let columns = max(1, min(items.count, columns ?? columnsThatSuit(rect)))
        let rows = (items.count + columns - 1) / columns
        let items = shared(on: &canvas)
        // Names stand below the lowest charts only: those above have the same.
        let axis = isUpright ? axisHeight(items, on: &canvas) : 0
        let size = Size(
            (rect.width - Self.gap.width * Double(columns - 1)) / Double(columns),
            (rect.height - axis - Self.gap.height * Double(rows - 1)) / Double(rows))
        guard size.width >= Self.least.width,
            size.height - Self.titleHeight >= Self.least.height
        else {
            return canvas.error(
                "no room for \(items.count) charts side by side",
                hint: "show fewer, or give them more room")
        }
        var places: [(chart: Chart, rect: Rect)] = []
        for (index, item) in items.enumerated() {
            let (row, column) = index.quotientAndRemainder(dividingBy: columns)
            let frame = Rect(
                x: rect.minX + Double(column) * (size.width + Self.gap.width),
                y: rect.minY + Double(row) * (size.height + Self.gap.height),
                width: size.width, height: size.height)
            let title = Rect(
                x: frame.minX, y: frame.minY, width: frame.width, height: Self.titleHeight - 4)
            Paragraph(item.title, style.text(12, .bold), leading: 15, mostLines: 1)
                .draw(in: title, on: &canvas)
            var chart = item.chart
            var place = frame.inset(by: Insets(top: Self.titleHeight))
            if axis > 0, index + columns < items.count {
                chart.xAxis.isShown = false
            } else {
                place.size.height += axis
            }
            places.append((chart, place))
        }
        // One scale asks for plots of one height.
        let heights = places.map { plotHeight($0.chart, in: $0.rect, on: canvas) }
        let least = heights.compactMap { $0 }.min() ?? 0
        for ((chart, rect), height) in zip(places, heights) {
            var rect = rect
            if sharesScale, let height { rect.size.height -= height - least }
            chart.draw(in: rect, on: &canvas)
        }
    }

    /// The height that a chart's plot would have in a rectangle; `nil` where it has none.
    private func plotHeight(_ chart: Chart, in rect: Rect, on canvas: Canvas) -> Double? {
        var trial = Canvas(measurer: canvas.measurer)
        guard !chart.layers.contains(where: { $0.mark == .sector }),
            let data = PlotData(chart, on: &trial)
        else { return nil }
        return PlotFrame(data, in: rect, on: &trial)?.plot.height
    }

    /// Whether amounts run upward in all charts, so that those above each other share their names.
    private var isUpright: Bool {
        items.allSatisfy { item in
            item.chart.layers.allSatisfy { layer in
                layer.mark != .sector && layer.channels[.x]?.isNumbers != true
            }
        }
    }

    /// The room that the names below a chart take, in points.
    private func axisHeight(_ items: [Item], on canvas: inout Canvas) -> Double {
        var trial = Canvas(measurer: canvas.measurer)
        let hasGroups = items.contains { item in
            guard let data = PlotData(item.chart, on: &trial) else { return false }
            return data.x.kind == .days || data.x.slots.contains { !$0.group.isEmpty }
        }
        return hasGroups ? 40 : 21
    }

    /// The number of columns that gives charts the best shape.
    private func columnsThatSuit(_ rect: Rect) -> Int {
        let shape = { (columns: Int) -> Double in
            let rows = (items.count + columns - 1) / columns
            let width = rect.width / Double(columns)
            let height = rect.height / Double(rows) - Self.titleHeight
            guard width > 0, height > 0 else { return .infinity }
            let ratio = width / height / Self.bestShape
            // Empty places at the end are worse than a shape that is a little off.
            let empty = Double(rows * columns - items.count) / Double(items.count)
            return max(ratio, 1 / ratio) + empty
        }
        return (1...max(items.count, 1)).min { shape($0) < shape($1) } ?? 1
    }

    /// The charts over one scale of amounts and the same categories.
    private func shared(on canvas: inout Canvas) -> [Item] {
        guard sharesScale else { return items }
        var trial = Canvas(measurer: canvas.measurer)
        var extent: Extent?
        var names: [String] = []
        var isHorizontal = false
        for item in items {
            guard let data = PlotData(item.chart, on: &trial) else { continue }
            isHorizontal = data.isHorizontal
            let amounts = data.isHorizontal ? data.x : data.y
            if amounts.kind == .numbers {
                extent = (extent ?? amounts.domain).including(amounts.domain.lower)
                    .including(amounts.domain.upper)
            }
            for slot in data.placeDimension.slots where !names.contains(slot.key) {
                names.append(slot.key)
            }
        }
        return items.map { item in
            var item = item
            let amount = extent.map { ScaleOptions.Domain.numbers($0.lower, $0.upper) }
            let hasNames = item.chart.layers.contains { layer in
                (layer.channels[isHorizontal ? .y : .x]?.isNames) ?? false
            }
            if isHorizontal {
                item.chart.xScale.domain = item.chart.xScale.domain ?? amount
                if hasNames { item.chart.yScale.domain = item.chart.yScale.domain ?? .names(names) }
            } else {
                item.chart.yScale.domain = item.chart.yScale.domain ?? amount
                if hasNames { item.chart.xScale.domain = item.chart.xScale.domain ?? .names(names) }
            }
            return item
        }
    }
}
