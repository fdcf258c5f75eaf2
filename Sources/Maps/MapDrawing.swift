import Graphics
import Layout

/// A map on its page: where its areas lie, before anything is written on it.
struct MapDrawing {
    let map: FittedProjection
    /// The room for map and labels.
    let frame: Rect
    /// The outline of each region, in the chart's order.
    let paths: [Path]
    /// The regions from the bottom up: those that are not spoken of first.
    let order: [Int]
    /// Borders and coasts by how they are drawn, from the bottom up.
    let borders: [Border]
    /// What lies under labels.
    let grid: GroundGrid

    /// The place of each region in the grid's order.
    private let places: [Int]
    /// The best inner points of the regions that are asked for.
    private let poles: [Int: Point]

    init(_ chart: MapChart, _ map: FittedProjection, in frame: Rect) {
        self.map = map
        self.frame = frame
        let paths = chart.regions.map {
            $0.path(on: map, within: chart.isClipped ? frame : nil)
        }
        self.paths = paths
        let order = [false, true].flatMap { isLit in
            chart.regions.indices.filter { chart.regions[$0].isLit == isLit }
        }
        self.order = order
        let wanted = Set(
            chart.symbols.filter { $0.place == nil }.compactMap(\.region)
                + chart.labels.compactMap(\.region))
        poles = wanted.reduce(into: [:]) { poles, region in
            guard chart.regions.indices.contains(region) else { return }
            poles[region] = Self.pole(of: chart.regions[region], on: map)
        }
        borders = Border.all(
            of: order.map { chart.regions[$0] }, otherwise: chart.border, ground: chart.ground)
        var places = [Int](repeating: 0, count: order.count)
        for (place, region) in order.enumerated() { places[region] = place }
        self.places = places
        let isWritten = !chart.labels.isEmpty || !chart.insets.isEmpty || chart.key != nil
        grid = GroundGrid(
            isWritten
                ? order.map { region in
                    GroundGrid.Area(
                        rings: paths[region].rings, isBusy: chart.isBusy(chart.regions[region]))
                } : [], in: frame)
    }

    /// Where a label's rows have their places on the page; `nil`, and an error, where one has none.
    func points(of label: MapLabel, _ chart: MapChart, on canvas: inout Canvas) -> [Point]? {
        var points: [Point] = []
        for row in label.rows {
            let point = row.place.map { map.point($0) } ?? label.region.flatMap { poles[$0] }
            guard let point, frame.contains(point) else {
                canvas.located(label.location) { canvas in
                    canvas.error("the place of “\(row.name)” is not on the map")
                }
                return nil
            }
            points.append(point)
        }
        return points.isEmpty ? nil : points
    }

    /// The best inner point of a region: the middle of the largest circle inside its largest part.
    private static func pole(of region: MapRegion, on map: FittedProjection) -> Point? {
        let parts = region.features.compactMap { map.polygons(of: $0).first }
        return parts.max { $0.area < $1.area }?.poleOfInaccessibility()?.center
    }

    /// The fill of a region in which a dot would hide most of what is to be seen; else `nil`.
    func fillOfSmall(_ region: Int, _ chart: MapChart) -> Paint? {
        guard paths.indices.contains(region), let extent = paths[region].controlBounds,
            min(extent.width, extent.height) < 5 * MapLabelPlan.dot
        else { return nil }
        return chart.regions[region].fill
    }

    /// The places inside of the region that a label names.
    func inside(
        _ block: LabelBlock, _ region: Int, around point: Point, _ chart: MapChart,
        _ places: CalloutPlaces
    ) -> [Callout] {
        guard chart.regions.indices.contains(region), let bounds = paths[region].controlBounds,
            case .color(let fill) = chart.regions[region].fill
        else { return [] }
        let letters = block.color
        let color = [letters, chart.ink, chart.ground, .white].first {
            $0.contrast(with: fill) >= Color.readableContrast
        }
        guard let color else { return [] }
        return places.inside(
            block, area: self.places[region], around: point, within: bounds,
            color: color == letters ? nil : color)
    }

    /// Adds what is drawn on the map and is no label.
    func addMarks(to obstacles: inout LabelObstacles, _ chart: MapChart) {
        for symbol in chart.symbols {
            guard let center = point(of: symbol) else { continue }
            obstacles.add(
                circle: center, radius: max(5, symbol.radius ?? 0), .soft(Self.overSymbol),
                fill: symbol.color)
        }
        for pin in chart.pins {
            guard let center = point(of: pin) else { continue }
            obstacles.add(
                circle: center, radius: MapChart.Pin.clearance(of: pin.glyph), .hard,
                fill: pin.glyph.color)
        }
    }

    /// Where a pin stands on the page; `nil` beside the frame.
    func point(of pin: MapChart.Pin) -> Point? {
        map.point(pin.place).flatMap { frame.contains($0) ? $0 : nil }
    }

    /// What a label over a symbol costs.
    private static let overSymbol = 15.0

    /// Where a symbol stands on the page; `nil` beside the frame.
    func point(of symbol: MapChart.Symbol) -> Point? {
        point(of: symbol, on: map).flatMap { frame.contains($0) ? $0 : nil }
    }

    /// Where a symbol stands on a map, which may be an inset's.
    func point(of symbol: MapChart.Symbol, on other: FittedProjection) -> Point? {
        if let place = symbol.place { return other.point(place) }
        // The pole is that of the map itself, so that a symbol names one place everywhere.
        guard let pole = symbol.region.flatMap({ poles[$0] }) else { return nil }
        return other == map ? pole : map.invert(pole).flatMap { other.point($0) }
    }

    /// Whether no area lies in the frame.
    var isEmpty: Bool {
        !paths.contains { $0.controlBounds.map { $0.intersects(frame) } ?? false }
    }
}

extension MapChart {
    /// Whether the map's ink cannot be read on a region: it is dark, or hatched.
    func isBusy(_ region: MapRegion) -> Bool {
        switch region.fill {
        case .color(let color): color.contrast(with: ink) < Color.readableContrast
        case .hatch: true
        }
    }
}

/// Lines between regions and along coasts that are drawn alike, each once.
///
/// Drawn region by region, a border between two of them would be drawn twice, and look heavier than
/// a coast.
struct Border {
    var stroke: Stroke
    var lines: [[GeoPoint]]

    /// The borders of regions from the bottom up: those of one look together, over those below.
    static func all(
        of regions: [MapRegion], otherwise border: Stroke, ground: Color
    ) -> [Border] {
        var strokes: [Stroke] = []
        var members: [Stroke: [Int]] = [:]
        for (number, region) in regions.enumerated() {
            let stroke = region.outline ?? border
            if members[stroke] == nil { strokes.append(stroke) }
            members[stroke, default: []].append(number)
        }
        return strokes.map { stroke in
            let numbers = members[stroke] ?? []
            let mesh = BorderMesh(
                numbers.flatMap { regions[$0].features },
                groups: numbers.flatMap { number in
                    regions[number].features.map { _ in number }
                })
            // A coast in the colour of the page would only eat its islands.
            let lines = stroke.color == ground ? mesh.inner : mesh.inner + mesh.outer
            return Border(stroke: stroke, lines: lines)
        }
    }
}

extension Path {
    /// The corners of its subpaths, which on maps are made of straight lines.
    fileprivate var rings: [[Point]] {
        var rings: [[Point]] = []
        var ring: [Point] = []
        for element in elements {
            switch element {
            case .move(let point):
                if !ring.isEmpty { rings.append(ring) }
                ring = [point]
            case .line(let point), .curve(_, _, let point): ring.append(point)
            case .close:
                rings.append(ring)
                ring = []
            }
        }
        if !ring.isEmpty { rings.append(ring) }
        return rings
    }
}
