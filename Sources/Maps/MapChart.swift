public import Diagnostics
public import Graphics
public import Layout

/// A map: filled areas, insets, and labels that find their own places.
public struct MapChart: Element, Hashable {
    /// Areas from the bottom up.
    public var regions: [MapRegion]
    /// The features that fill the frame; others may reach beyond it.
    public var fitted: [GeoFeature]
    /// How the globe is laid flat.
    public var projection: Projection
    /// Borders between areas.
    public var border: Stroke
    /// Lines around areas, over all fills and borders.
    public var outlines: [Outline]
    /// Lines of longitude and latitude below the land; `nil` for none.
    public var grid: Grid?
    /// The colour of the earth below the land; `nil` for none.
    public var water: Color?
    /// Whether the whole earth fills the frame, rather than `fitted`.
    public var showsEarth: Bool
    /// Room kept free around the map inside its rectangle.
    public var margins: Insets
    /// Where the map stands in its rectangle.
    public var alignment: HorizontalAlignment
    /// Whether what reaches beyond the rectangle is cut off.
    public var isClipped: Bool
    /// Circles whose areas are amounts.
    public var symbols: [Symbol]
    /// Signs at places, by their kinds.
    public var pins: [Pin]
    /// Parts drawn larger.
    public var insets: [MapInset]
    /// What is written on the map.
    public var labels: [MapLabel]
    /// What the colours and signs mean.
    public var key: MapKey?
    /// How far from its best place someone wants the key, in points.
    public var keyNudge: Point?
    /// Where the key is written in the deck file, if not where the map is.
    public var keyLocation: SourceLocation?
    /// Text, leaders and the rings of anchors.
    public var ink: Color
    /// The colour under the map.
    public var ground: Color

    /// Lines of longitude and latitude.
    public struct Grid: Hashable, Sendable {
        /// Which lines.
        public var lines: Graticule
        /// How they are drawn.
        public var stroke: Stroke

        /// Lines in a stroke.
        public init(_ lines: Graticule, _ stroke: Stroke) {
            self.lines = lines
            self.stroke = stroke
        }
    }

    /// A line around an area of one feature, or of several that share borders.
    public struct Outline: Hashable, Sendable {
        /// The features that make the area.
        public var features: [GeoFeature]
        /// How the line is drawn.
        public var stroke: Stroke

        /// A line around features.
        public init(_ features: [GeoFeature], _ stroke: Stroke) {
            self.features = features
            self.stroke = stroke
        }
    }

    /// A circle at a place, or in the middle of a region.
    public struct Symbol: Hashable, Sendable {
        /// What a message calls it.
        public var name: String
        /// Where it stands; `nil` for the best inner point of its region.
        public var place: GeoPoint?
        /// The number of the region that it stands for; `nil` for a place.
        public var region: Int?
        /// Its radius in points; `nil` where the amount is not known.
        public var radius: Double?
        /// Its colour.
        public var color: Color

        /// A circle.
        public init(
            name: String = "", place: GeoPoint?, region: Int? = nil, radius: Double?, color: Color
        ) {
            self.name = name
            self.place = place
            self.region = region
            self.radius = radius
            self.color = color
        }
    }

    /// A sign at a place.
    public struct Pin: Hashable, Sendable {
        /// What a message calls it.
        public var name: String
        /// Where it stands.
        public var place: GeoPoint
        /// Its shape and colour.
        public var glyph: PinGlyph
        /// Where it is written in the deck file, if not where the map is.
        public var location: SourceLocation?

        /// How large it is drawn, in points.
        public static let size = 8.0

        /// How far labels keep away from the middle of a sign, in points.
        public static func clearance(of glyph: PinGlyph) -> Double {
            glyph.shape.radius(size: size) + 1
        }

        /// A sign.
        public init(
            name: String = "", place: GeoPoint, glyph: PinGlyph, location: SourceLocation? = nil
        ) {
            self.name = name
            self.place = place
            self.glyph = glyph
            self.location = location
        }
    }

    /// A map, part by part.
    public init(
        regions: [MapRegion], fitted: [GeoFeature], projection: Projection, border: Stroke,
        outlines: [Outline] = [], grid: Grid? = nil, water: Color? = nil, showsEarth: Bool = false,
        margins: Insets = .zero, alignment: HorizontalAlignment = .center, isClipped: Bool = false,
        symbols: [Symbol] = [], pins: [Pin] = [], insets: [MapInset] = [], labels: [MapLabel] = [],
        key: MapKey? = nil,
        keyNudge: Point? = nil, keyLocation: SourceLocation? = nil, ink: Color, ground: Color
    ) {
        self.regions = regions
        self.fitted = fitted
        self.projection = projection
        self.border = border
        self.outlines = outlines
        self.grid = grid
        self.water = water
        self.showsEarth = showsEarth
        self.margins = margins
        self.alignment = alignment
        self.isClipped = isClipped
        self.symbols = symbols
        self.pins = pins
        self.insets = insets
        self.labels = labels
        self.key = key
        self.keyNudge = keyNudge
        self.keyLocation = keyLocation
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
        let drawing = MapDrawing(self, map, in: rect)
        for symbol in symbols where drawing.point(of: symbol) == nil {
            canvas.error(
                "the place of the symbol “\(symbol.name)” is not on the map",
                hint: "its longitude and latitude, in this order, lie outside of the frame")
        }
        for pin in pins where drawing.point(of: pin) == nil {
            canvas.located(pin.location) { canvas in
                canvas.error(
                    "the place of the pin “\(pin.name)” is not on the map",
                    hint: "its longitude and latitude, in this order, lie outside of the frame")
            }
        }
        if drawing.isEmpty {
            canvas.error(
                "the map shows no land in its frame",
                hint: "check “rest”, “regions”, “fit” and the projection's centre")
        }
        let plan = MapLabelPlan(self, drawing, on: &canvas)
        canvas.tagged(Tag(.artifact)) { canvas in
            canvas.group(clip: isClipped ? .rect(rect) : nil) { canvas in
                draw(
                    drawing, drawing.paths, on: map, within: isClipped ? rect : nil,
                    canvas: &canvas)
            }
            for inset in plan.insets { drawWedge(of: inset, on: &canvas) }
            drawSymbols(drawing, on: map, in: rect, canvas: &canvas)
            for inset in plan.insets { draw(inset, of: drawing, on: &canvas) }
            drawLeaders(of: plan, on: &canvas)
            // What an inset shows is there, larger.
            drawPins(
                on: map, in: rect, &canvas, except: plan.insets.flatMap { [$0.frame, $0.locator] })
            for inset in plan.insets {
                if let map = inset.map { drawPins(on: map, in: inset.frame, &canvas) }
            }
        }
        // A key explains the hatch; without one the page's note does.
        if key?.explainsNoData != true, regions.contains(where: { $0.fill.isHatch }) {
            canvas.footnotes.insert(.missing)
        }
        for label in plan.labels {
            label.block.draw(
                in: label.box, label.alignment, order: label.order, color: label.color,
                on: &canvas)
        }
        if let box = plan.key { key?.draw(in: box, on: &canvas) }
    }

    /// Where labels stand when the map is drawn into a rectangle; `nil` without anything to show.
    public func plan(in rect: Rect, measuring measurer: any TextMeasurer) -> MapLabelPlan? {
        var canvas = Canvas(measurer: measurer)
        return placed(in: rect).map { map in
            MapLabelPlan(self, MapDrawing(self, map, in: rect), on: &canvas)
        }
    }

    /// The projection that lays the fitted features into the rectangle.
    public func placed(in rect: Rect) -> FittedProjection? {
        let room = rect.inset(by: margins)
        guard room.width > 1, room.height > 1 else { return nil }
        if showsEarth { return FittedProjection(projection, fittingEarthIn: room) }
        let map = FittedProjection(projection, fitting: fitted, in: room, alignment: alignment)
        // Circles and signs at the edge need some of the room themselves.
        guard let over = map.map({ overshoot(on: $0, beyond: rect) }), over != .zero else {
            return map
        }
        let smaller = room.inset(by: over)
        guard smaller.width > room.width / 2, smaller.height > room.height / 2 else { return map }
        return FittedProjection(projection, fitting: fitted, in: smaller, alignment: alignment)
    }

    /// How far circles and signs whose middles lie in a rectangle reach beyond it.
    private func overshoot(on map: FittedProjection, beyond rect: Rect) -> Insets {
        let circles =
            symbols.map { ($0.place, $0.radius ?? Self.unknownSize / 2) }
            + pins.map { ($0.place, $0.glyph.shape.radius(size: Pin.size)) }
        var over = Insets.zero
        for (place, radius) in circles {
            guard let point = place.flatMap({ map.point($0) }), rect.contains(point) else {
                continue
            }
            over.left = max(over.left, rect.minX - point.x + radius)
            over.right = max(over.right, point.x + radius - rect.maxX)
            over.top = max(over.top, rect.minY - point.y + radius)
            over.bottom = max(over.bottom, point.y + radius - rect.maxY)
        }
        return over
    }

    // MARK: - Areas

    /// Draws areas, then borders over all of them.
    private func draw(
        _ drawing: MapDrawing, _ paths: [Path], on map: FittedProjection, within frame: Rect?,
        canvas: inout Canvas
    ) {
        if let water, let outline = Graticule.outline(on: map, within: frame) {
            canvas.fill(outline, water)
        }
        if let grid {
            let lines = grid.lines.path(on: map, within: frame)
            if !lines.isEmpty { canvas.stroke(lines, grid.stroke) }
        }
        var specks: [(Point, Paint)] = []
        for region in drawing.order {
            let path = paths[region]
            guard let extent = path.controlBounds else { continue }
            canvas.add(.path(path, fill: regions[region].fill, stroke: nil))
            if regions[region].isLit, max(extent.width, extent.height) < 2 * Self.speck {
                specks.append((extent.center, regions[region].fill))
            }
        }
        for border in drawing.borders {
            let path = map.path(ofLines: border.lines, within: frame)
            if !path.isEmpty { canvas.stroke(path, border.stroke) }
        }
        for outline in outlines {
            let mesh = BorderMesh(outline.features, groups: outline.features.map { _ in 0 })
            let path = map.path(ofLines: mesh.outer, within: frame)
            if !path.isEmpty { canvas.stroke(path, outline.stroke) }
        }
        for (center, fill) in specks where frame?.contains(center) ?? true {
            canvas.add(
                .path(
                    .circle(center: center, radius: Self.speck), fill: fill,
                    stroke: Stroke(ink, width: 0.5)))
        }
        // Lines that end at the edge of the earth would stick out by a hair.
        if let grid, let outline = Graticule.outline(on: map, within: frame) {
            canvas.stroke(outline, Stroke(grid.stroke.color, width: 0.75, join: .round))
        }
    }

    /// The radius, in points, of the circle that stands for a region too small to be seen.
    private static let speck = 2.4

    // MARK: - Insets

    private func drawWedge(of inset: MapLabelPlan.Inset, on canvas: inout Canvas) {
        let corners = inset.rays.flatMap(\.points)
        guard corners.count == 4 else { return }
        // The second ray runs from the locator too; the shape goes back along it.
        canvas.fill(
            .polygon([corners[0], corners[1], corners[3], corners[2]]), ink.opacity(0.08))
    }

    private func draw(
        _ inset: MapLabelPlan.Inset, of drawing: MapDrawing, on canvas: inout Canvas
    ) {
        let frame = Stroke(ink, width: 1)
        for ray in inset.rays {
            canvas.stroke(.polyline(ray.points), Stroke(ink.opacity(0.45), width: 0.5))
        }
        canvas.stroke(.rect(inset.locator), frame)
        canvas.fill(inset.frame, ground)
        if let map = inset.map {
            canvas.group(clip: .rect(inset.frame)) { canvas in
                defer { drawSymbols(drawing, on: map, in: inset.frame, canvas: &canvas) }
                draw(
                    drawing, regions.map { $0.path(on: map, within: inset.frame) }, on: map,
                    within: inset.frame, canvas: &canvas)
            }
        }
        canvas.stroke(.rect(inset.frame), frame)
    }

    // MARK: - Symbols

    /// Draws the circles whose middles lie in a frame; dashed rings where an amount is not known.
    private func drawSymbols(
        _ drawing: MapDrawing, on map: FittedProjection, in frame: Rect, canvas: inout Canvas
    ) {
        let placed = symbols.compactMap { symbol -> (Symbol, Point)? in
            let point = drawing.point(of: symbol, on: map)
            return point.flatMap { frame.contains($0) ? (symbol, $0) : nil }
        }
        let circles = placed.compactMap { symbol, point in
            symbol.radius.map { MapSymbol(center: point, radius: $0, color: symbol.color) }
        }
        MapSymbol.draw(circles, ground: ground, on: &canvas)
        for (symbol, point) in placed where symbol.radius == nil {
            PinGlyph(shape: .unknown, color: symbol.color, ground: ground).draw(
                center: point, size: Self.unknownSize, on: &canvas)
        }
    }

    /// Draws the signs whose places lie in a frame, and not below others.
    private func drawPins(
        on map: FittedProjection, in frame: Rect, _ canvas: inout Canvas, except others: [Rect] = []
    ) {
        for pin in pins {
            guard let point = map.point(pin.place), frame.contains(point),
                !others.contains(where: { $0.contains(point) })
            else { continue }
            // A rim of the ground parts signs that lie over each other, and from dark land.
            let outline = pin.glyph.shape.outline(center: point, size: Pin.size)
            canvas.stroke(outline, Stroke(ground, width: 1.5, join: .round))
            pin.glyph.draw(center: point, size: Pin.size, on: &canvas)
        }
    }

    /// The size of the sign for an amount that is not known, in points.
    private static let unknownSize = 9.0

    // MARK: - Labels

    private func drawLeaders(of plan: MapLabelPlan, on canvas: inout Canvas) {
        let leaders = plan.labels.flatMap(\.leaders).map { Path.polyline($0.points) }
        // Light casings set lines off from land on which they are hard to see.
        for leader in regions.contains(where: isBusy) ? leaders : [] {
            canvas.stroke(leader, Stroke(ground.opacity(0.5), width: 2, cap: .butt, join: .round))
        }
        for leader in leaders { canvas.stroke(leader, Stroke(ink, width: 0.75, join: .round)) }
        var dotted: Set<Point> = []
        for label in plan.labels {
            guard let fill = label.smallFill else { continue }
            // A white dot would hide the colour that is meant.
            for dot in label.dots where dotted.insert(dot).inserted {
                canvas.add(
                    .path(
                        .circle(center: dot, radius: MapLabelPlan.dot), fill: fill,
                        stroke: Stroke(ground, width: 0.6)))
            }
        }
        for dot in plan.labels.flatMap(\.dots) + plan.bareDots where dotted.insert(dot).inserted {
            canvas.add(
                .path(
                    .circle(center: dot, radius: MapLabelPlan.dot), fill: .color(.white),
                    stroke: Stroke(ink, width: 1.1)))
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
