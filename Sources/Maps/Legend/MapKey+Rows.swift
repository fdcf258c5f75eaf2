import Graphics
import Layout

extension MapKey {
    static let swatchSize = Size(18, 10)
    static let rowHeight = 15.0
    private static let signSize = 9.0
    /// From a swatch to its name, in points.
    static let nameGap = 7.0
    /// From a name to the next swatch beside it, in points.
    static let entryGap = 16.0
    /// From the least to no data, which is no class, in points.
    static let noDataGap = 6.0

    /// How far below the middle of a row its baseline lies: half a capital's height.
    static func drop(_ line: TextLine) -> Double {
        0.365 * (line.runs.first?.style.size ?? 0)
    }

    func labelLine(_ text: String, on canvas: inout Canvas) -> TextLine {
        canvas.line(text, style.readable(style.label))
    }

    // MARK: - Names beside signs

    /// Draws swatches with their names.
    func draw(
        swatches entries: [Entry], at origin: Point, _ width: Double, on canvas: inout Canvas
    ) -> Rect {
        let hasOutline = entries.contains { !$0.paint.isHatch && style.needsOutline($0.paint) }
        return draw(
            names: entries.map(\.name), head: Self.swatchSize.width, at: origin, width, on: &canvas
        ) { index, corner, canvas in
            let entry = entries[index]
            let box = Rect(
                x: corner.x, y: corner.y + (Self.rowHeight - Self.swatchSize.height) / 2,
                width: Self.swatchSize.width, height: Self.swatchSize.height)
            draw(entry.paint, in: box, isOutlined: hasOutline || entry.paint.isHatch, on: &canvas)
        }
    }

    /// Draws signs with their names.
    func draw(
        signs: [Sign], at origin: Point, _ width: Double, on canvas: inout Canvas
    ) -> Rect {
        // Names stand below those of swatches.
        let head = room.isUpright && parts.contains(where: \.hasFills) ? Self.swatchSize.width : 10
        return draw(
            names: signs.map(\.name), head: head, at: origin, width, on: &canvas
        ) { index, corner, canvas in
            let center = Point(corner.x + head / 2, corner.y + Self.rowHeight / 2)
            signs[index].glyph.draw(center: center, size: Self.signSize, on: &canvas)
        }
    }

    func draw(_ paint: Paint, in box: Rect, isOutlined: Bool, on canvas: inout Canvas) {
        canvas.add(.path(.rect(box), fill: paint, stroke: isOutlined ? style.outline : nil))
    }

    /// Draws names with what stands before them: in one row, or in columns as many as have room.
    private func draw(
        names: [String], head: Double, at origin: Point, _ width: Double,
        on canvas: inout Canvas, _ drawHead: (Int, Point, inout Canvas) -> Void
    ) -> Rect {
        if names.isEmpty { return Rect(origin: origin, size: .zero) }
        let lines = names.map { labelLine($0, on: &canvas) }
        let widths = lines.map { head + Self.nameGap + $0.width }
        let corners = corners(widths, width)
        var box = Rect(origin: origin, size: .zero)
        for (index, offset) in corners.enumerated() {
            let corner = origin + offset
            drawHead(index, corner, &canvas)
            let line = lines[index]
            canvas.text(
                line, x: corner.x + head + Self.nameGap,
                baseline: corner.y + Self.rowHeight / 2 + Self.drop(line))
            box = box.union(
                Rect(x: corner.x, y: corner.y, width: widths[index], height: Self.rowHeight))
        }
        return box
    }

    /// Where entries of these widths stand, from the first one's corner.
    private func corners(_ widths: [Double], _ width: Double) -> [Point] {
        let inOneRow = widths.reduce(-Self.entryGap) { $0 + $1 + Self.entryGap }
        if !room.isUpright, inOneRow <= width {
            var x = 0.0
            return widths.map { own in
                defer { x += own + Self.entryGap }
                return Point(x, 0)
            }
        }
        let pitch = (widths.max() ?? 0) + Self.entryGap
        let columns =
            room.isUpright ? 1 : Int(max(1, min((width + Self.entryGap) / pitch, 1000)))
        // Filled column by column, so that edges align and neighbours stay neighbours.
        let rows = (widths.count + columns - 1) / columns
        return widths.indices.map { index in
            Point(Double(index / rows) * pitch, Double(index % rows) * Self.rowHeight)
        }
    }

    // MARK: - Classes

    /// Draws classes as a strip with their ranges below where that has room, else as a list.
    func draw(
        classes entries: [Entry], _ noData: Entry?, at origin: Point, _ width: Double,
        on canvas: inout Canvas
    ) -> Rect {
        if room.isUpright { return draw(list: entries, noData, at: origin, on: &canvas) }
        return draw(strip: entries, noData, at: origin, width, on: &canvas)
            ?? draw(list: entries, noData, at: origin, on: &canvas)
    }

    private static let stripHeight = 9.0
    private static let leastCell = 30.0
    /// From one range to the next one in a strip, in points.
    private static let rangeGap = 9.0

    /// A strip of classes that touch, the least at the left; `nil` where it has no room.
    private func draw(
        strip entries: [Entry], _ noData: Entry?, at origin: Point, _ width: Double,
        on canvas: inout Canvas
    ) -> Rect? {
        let lines = entries.map { labelLine($0.name, on: &canvas) }
        let widest = lines.map(\.width).max() ?? 0
        let cell = max(Self.leastCell, widest + Self.rangeGap)
        // The last range needs no gap behind it.
        let needed = Double(entries.count) * cell - Self.rangeGap
        guard !entries.isEmpty, needed <= width else { return nil }
        let strip = Rect(
            x: origin.x, y: origin.y + 1, width: needed, height: Self.stripHeight)
        var box = Rect(origin: origin, size: .zero)
        let step = strip.width / Double(entries.count)
        for (index, entry) in entries.enumerated() {
            let left = strip.minX + Double(index) * step
            canvas.add(
                .path(
                    .rect(Rect(x: left, y: strip.minY, width: step, height: strip.height)),
                    fill: entry.paint,
                    stroke: Stroke(style.ground, width: 0.5)))
            box = box.union(
                canvas.text(lines[index], x: left, baseline: strip.maxY + lines[index].ascent + 1))
        }
        if entries.contains(where: { style.needsOutline($0.paint) }) {
            canvas.stroke(.rect(strip), style.outline)
        }
        box = box.union(strip)
        guard let noData else { return box }
        let besides = Point(box.maxX + Self.entryGap, strip.midY - Self.rowHeight / 2)
        let own = Self.swatchSize.width + Self.nameGap + labelLine(noData.name, on: &canvas).width
        let hasRoom = besides.x + own <= origin.x + width
        let corner = hasRoom ? besides : Point(origin.x, box.maxY + Self.noDataGap)
        return box.union(draw(swatches: [noData], at: corner, width, on: &canvas))
    }

    /// A column of classes that touch, the most at the top as on a ramp that stands.
    private func draw(
        list entries: [Entry], _ noData: Entry?, at origin: Point, on canvas: inout Canvas
    ) -> Rect {
        var box = Rect(origin: origin, size: .zero)
        let column = Rect(
            x: origin.x, y: origin.y, width: Self.swatchSize.width,
            height: Double(entries.count) * Self.rowHeight)
        for (index, entry) in entries.reversed().enumerated() {
            let top = origin.y + Double(index) * Self.rowHeight
            let swatch = Rect(
                x: origin.x, y: top, width: Self.swatchSize.width, height: Self.rowHeight)
            canvas.add(
                .path(
                    .rect(swatch), fill: entry.paint, stroke: Stroke(style.ground, width: 0.5)))
            let line = labelLine(entry.name, on: &canvas)
            let text = canvas.text(
                line, x: swatch.maxX + Self.nameGap,
                baseline: swatch.midY + Self.drop(line))
            box = box.union(Rect(x: origin.x, y: top, width: text.maxX - origin.x, height: 0))
        }
        box = box.union(column)
        if entries.contains(where: { style.needsOutline($0.paint) }) {
            canvas.stroke(.rect(column), style.outline)
        }
        guard let noData else { return box }
        let gap = entries.isEmpty ? 0 : Self.noDataGap
        let corner = Point(origin.x, box.maxY + gap)
        return box.union(
            draw(swatches: [noData], at: corner, .greatestFiniteMagnitude, on: &canvas))
    }
}

extension Paint {
    /// Whether it is the sign for no data.
    fileprivate var isHatch: Bool {
        switch self {
        case .hatch: true
        case .color: false
        }
    }
}
