import Diagnostics
public import Graphics
public import Layout

/// A map: filled areas, lenses, and labels at the ends of leaders.
public struct MapChart: Element, Hashable {
    /// Areas from the bottom up.
    public var regions: [MapRegion]
    /// The features that fill the frame; others may reach beyond it.
    public var fitted: [GeoFeature]
    /// How the globe is laid flat.
    public var projection: Projection
    /// Borders between areas.
    public var border: Stroke
    /// Room kept free around the map inside its rectangle.
    public var margins: Insets
    /// Where the map stands in its rectangle.
    public var alignment: HorizontalAlignment
    /// Whether what reaches beyond the rectangle is cut off.
    public var isClipped: Bool
    /// Parts drawn larger.
    public var lenses: [MapLens]
    /// Labels with their places.
    public var labels: [MapLabelStack]
    /// What the colours mean.
    public var legend: MapLegend?
    /// Text, leaders and the rings of anchors.
    public var ink: Color
    /// The colour under the map.
    public var ground: Color

    /// A map, part by part.
    public init(
        regions: [MapRegion], fitted: [GeoFeature], projection: Projection, border: Stroke,
        margins: Insets = .zero, alignment: HorizontalAlignment = .center, isClipped: Bool = false,
        lenses: [MapLens] = [], labels: [MapLabelStack] = [], legend: MapLegend? = nil,
        ink: Color, ground: Color
    ) {
        self.regions = regions
        self.fitted = fitted
        self.projection = projection
        self.border = border
        self.margins = margins
        self.alignment = alignment
        self.isClipped = isClipped
        self.lenses = lenses
        self.labels = labels
        self.legend = legend
        self.ink = ink
        self.ground = ground
    }

    /// Fills whatever room it is given.
    public func size(in space: Size, measuring measurer: any TextMeasurer) -> Size { space }

    /// Draws itself into a rectangle of the page.
    public func draw(in rect: Rect, on canvas: inout Canvas) {
        guard let map = placed(in: rect) else {
            return canvas.error(
                "the map has nothing to show in its frame",
                hint: "check that “fit” names regions, and that the block has room")
        }
        canvas.tagged(Tag(.artifact)) { canvas in
            for lens in lenses {
                if let outline = lens.outline(on: map) {
                    canvas.fill(lens.wedge(from: outline), ink.opacity(0.08))
                }
            }
            canvas.group(clip: isClipped ? .rect(rect) : nil) { canvas in
                drawRegions(on: map, within: nil, canvas: &canvas)
            }
        }
        // A legend explains the hatch; without one the page's note does.
        if legend?.noData == nil, regions.contains(where: { $0.fill.isHatch }) {
            canvas.footnotes.insert(.missing)
        }
        let views = lenses.compactMap { draw($0, on: map, canvas: &canvas) }
        drawLabels(on: map, views, canvas: &canvas)
        legend?.draw(on: &canvas)
    }

    /// The projection that lays the fitted features into the rectangle.
    public func placed(in rect: Rect) -> FittedProjection? {
        let room = rect.inset(by: margins)
        guard room.width > 1, room.height > 1,
            let map = FittedProjection(projection, fitting: fitted, in: room)
        else { return nil }
        let bounds = fitted.compactMap { map.path(of: $0).controlBounds }
        guard alignment != .center, let first = bounds.first else { return map }
        let extent = bounds.reduce(first) { $0.union($1) }
        let left = room.minX + (room.width - extent.width) * alignment.fraction
        let frame = Rect(x: left, y: room.minY, width: extent.width, height: room.height)
        return FittedProjection(projection, fitting: fitted, in: frame)
    }

    // MARK: - Areas

    private func drawRegions(
        on map: FittedProjection, within frame: Rect?, canvas: inout Canvas
    ) {
        for isLit in [false, true] {
            for region in regions where region.isLit == isLit {
                let path = region.path(on: map)
                if let frame, let bounds = path.controlBounds, !bounds.intersects(frame) {
                    continue
                }
                if path.isEmpty { continue }
                canvas.add(.path(path, fill: region.fill, stroke: region.outline ?? border))
            }
        }
    }

    // MARK: - Lenses

    /// A lens on the page: what its outline covers on the map, and the map inside its frame.
    private struct View {
        let outline: Rect
        let frame: Rect
        let map: FittedProjection
    }

    private func draw(
        _ lens: MapLens, on map: FittedProjection, canvas: inout Canvas
    ) -> View? {
        guard let outline = lens.outline(on: map) else {
            canvas.error("a lens looks at a place that is not on the map")
            return nil
        }
        let inner = map.magnified(lens.magnification, about: lens.center, in: lens.frame)
        let frame = Stroke(ink, width: 1)
        canvas.tagged(Tag(.artifact)) { canvas in
            canvas.stroke(.rect(outline), frame)
            canvas.fill(lens.frame, ground)
            if let inner {
                canvas.group(clip: .rect(lens.frame)) { canvas in
                    drawRegions(on: inner, within: lens.frame, canvas: &canvas)
                }
            }
            canvas.stroke(.rect(lens.frame), frame)
        }
        return inner.map { View(outline: outline, frame: lens.frame, map: $0) }
    }

    // MARK: - Labels

    /// Where a place is drawn: inside a lens that shows it, else on the map.
    private func point(
        _ place: GeoPoint, _ map: FittedProjection, _ views: [View]
    ) -> Point? {
        for view in views {
            if let point = view.map.point(place), view.frame.contains(point) { return point }
        }
        return map.point(place)
    }

    private func drawLabels(on map: FittedProjection, _ views: [View], canvas: inout Canvas) {
        // Labels first, on a canvas of their own: leaders go below them, but around them.
        var above = Canvas(measurer: canvas.measurer, at: canvas.location)
        above.page = canvas.page
        let boxes = labels.map { $0.draw(on: &above) }
        let leaders = labels.enumerated().flatMap { index, stack in
            let others = boxes.enumerated().filter { $0.offset != index }.flatMap(\.element)
            let place = { (anchor: GeoPoint) in point(anchor, map, views) }
            let choices = stack.choices(place)
            let frames = views.map(\.frame)
            let clear = choices.first { leaders in
                areApart(leaders)
                    && !leaders.contains { leader in
                        others.contains { leader.line.intersects($0.outset(by: 4)) }
                            || frames.contains { touches(leader.line, frame: $0) }
                    }
            }
            return clear ?? choices.first { crossings(among: $0).isEmpty } ?? choices.last ?? []
        }
        for row in labels.flatMap(\.rows) {
            if let anchor = row.anchor, point(anchor, map, views) == nil {
                canvas.error("the place of “\(row.name)” is not on the map")
            }
        }
        for (one, other) in crossings(among: leaders) {
            canvas.warning(
                "the leaders of “\(one)” and “\(other)” cross", hint: "exchange the two labels")
        }
        canvas.tagged(Tag(.artifact)) { canvas in
            for leader in leaders {
                canvas.stroke(
                    .polyline(leader.line.points), Stroke(ink, width: 0.75, join: .round))
            }
            var dotted: Set<Point> = []
            for leader in leaders {
                guard let anchor = leader.line.points.first, dotted.insert(anchor).inserted
                else { continue }
                canvas.add(
                    .path(
                        .circle(center: anchor, radius: 2.3), fill: .color(.white),
                        stroke: Stroke(ink, width: 1.1)))
            }
        }
        for item in above.items { canvas.add(item) }
        canvas.findings.add(above.findings)
        reportOverlaps(boxes, on: &canvas)
    }

    /// Whether leaders of one stack neither cross nor seem to: each bend is clear of the others.
    private func areApart(_ leaders: [(row: MapLabelStack.Row, line: Polyline)]) -> Bool {
        guard crossings(among: leaders).isEmpty else { return false }
        return leaders.indices.allSatisfy { index in
            let bends = leaders[index].line.points.dropFirst()
            return leaders.indices.allSatisfy { other in
                other == index || leaders[other].row.anchor == leaders[index].row.anchor
                    || bends.allSatisfy { leaders[other].line.distance(to: $0) >= 4 }
            }
        }
    }

    /// Whether a leader bends on the edge of a lens, or runs over a lens in which its place is not.
    private func touches(_ leader: Polyline, frame: Rect) -> Bool {
        let bend = leader.points.dropFirst().dropLast()
        let halo = frame.outset(by: 4)
        let inside = frame.inset(by: Insets(all: 4))
        if bend.contains(where: { halo.contains($0) && !inside.contains($0) }) { return true }
        guard let anchor = leader.points.first, !frame.contains(anchor) else { return false }
        return leader.intersects(frame)
    }

    /// The names of labels whose leaders cross.
    ///
    /// Labels of one place share its dot; their leaders part there, which is no crossing.
    private func crossings(
        among leaders: [(row: MapLabelStack.Row, line: Polyline)]
    ) -> [(String, String)] {
        var found: [(String, String)] = []
        for (index, leader) in leaders.enumerated() {
            for other in leaders[(index + 1)...]
            where leader.row.anchor != other.row.anchor && leader.line.crosses(other.line) {
                found.append((leader.row.name, other.row.name))
            }
        }
        return found
    }

    private func reportOverlaps(_ boxes: [[Rect]], on canvas: inout Canvas) {
        var placed: [(Rect, String)] = []
        for (stack, own) in zip(labels, boxes) {
            // Boxes of a heading, if there is one, and of the rows.
            let heading = stack.heading.isEmpty ? [] : [stack.heading.map(\.text).joined()]
            for (box, name) in zip(own, heading + stack.rows.map(\.name)) {
                // Boxes of letters, without the air above and below that fonts add.
                let tight = box.inset(by: Insets(horizontal: 0, vertical: box.height * 0.2))
                if let hit = placed.first(where: { $0.0.intersects(tight) }) {
                    canvas.warning(
                        "the labels “\(name)” and “\(hit.1)” overlap", hint: "move one of them")
                }
                placed.append((tight, name))
            }
        }
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
