import Diagnostics
import Graphics
import Layout

/// All that wants a place on a map, measured, with the places that each may take.
struct MapLabelTask {
    /// A label.
    struct Item {
        var block: LabelBlock
        /// The places of its rows on the page.
        var anchors: [Point]
        /// The inset that shows all of them, which then has the label beside it.
        var home: Int?
        /// Where it may stand; none for a label that an inset has.
        var callouts: [Callout]
        /// The fill of its region where that is hardly larger than a dot.
        var smallFill: Paint?

        /// The places that it marks itself, as no sign of the map stands there.
        var dots: [Point] {
            zip(anchors, block.label.rows).filter { $1.clearance == nil }.map(\.0)
        }
    }

    /// An inset with the labels of what it shows.
    struct Inset {
        var inset: MapInset
        var block: InsetBlock
        var candidates: [(candidate: LabelCandidate, isRight: Bool)]
    }

    private(set) var items: [Item] = []
    private(set) var insets: [Inset] = []
    /// The key's size and where it may stand.
    private(set) var key:
        (size: Size, candidates: [LabelCandidate], nudge: Point?, location: SourceLocation?)?
    private(set) var obstacles: LabelObstacles
    let frame: Rect
    /// Finds places over the ground of the map.
    private let places: CalloutPlaces
    /// What is drawn on the map before its labels.
    private let marks: LabelObstacles

    /// Labels of more rows than this have no room for most of them, wherever they look.
    private static let mostDeep = 40
    /// From a place's ring to a name beside it at least, in points.
    private static let ring = 0.6

    /// The labels, insets and the key of a chart, measured; what has no place on the map is said.
    init(_ chart: MapChart, _ drawing: MapDrawing, on canvas: inout Canvas) {
        frame = drawing.frame
        places = CalloutPlaces(
            frame: drawing.frame, grid: drawing.grid, labels: chart.labels.count)
        var marks = LabelObstacles(ground: chart.ground)
        drawing.addMarks(to: &marks, chart)
        (self.marks, obstacles) = (marks, marks)
        for label in chart.labels {
            guard let points = drawing.points(of: label, chart, on: &canvas) else { continue }
            items.append(
                Item(
                    block: LabelBlock(label, on: &canvas), anchors: points, callouts: [],
                    smallFill: label.region.flatMap { drawing.fillOfSmall($0, chart) }))
        }
        if let key = chart.key {
            let size = key.size(measuring: canvas.measurer)
            self.key = (size, places.corners(size), chart.keyNudge, chart.keyLocation)
        }
        var views: [(MapInset, MapInset.View)] = []
        for inset in chart.insets {
            if let view = inset.view(on: drawing.map, in: frame) {
                views.append((inset, view))
            } else {
                canvas.located(inset.location) { canvas in
                    canvas.error(
                        "the inset “\(inset.name)” looks at a place that is not on the map")
                }
            }
        }
        for index in items.indices {
            items[index].home = views.firstIndex { _, view in
                items[index].anchors.allSatisfy(view.locator.contains)
            }
        }
        insets = views.enumerated().map { number, view in
            arranged(view.0, view.1, number, on: &canvas)
        }
        for (item, inset) in items.compactMap({ item in item.home.map { (item, $0) } })
        where item.block.label.nudge != nil {
            canvas.located(item.block.label.location) { canvas in
                canvas.warning(
                    "the nudge of \(item.block.label.name) cannot be kept: it stands beside the "
                        + "inset “\(insets[inset].inset.name)”",
                    hint: "nudge the inset, or leave the nudge out")
            }
        }
        findPlaces(items.indices.filter { items[$0].home == nil }, chart, drawing)
    }

    /// An inset with its labels beside it, one by one where leaders would cross otherwise.
    private mutating func arranged(
        _ inset: MapInset, _ view: MapInset.View, _ number: Int, on canvas: inout Canvas
    ) -> Inset {
        var block = block(view, number)
        if block.hasCrossings {
            for index in items.indices where items[index].home == number {
                replace(index, with: items[index].parts(on: &canvas))
            }
            block = self.block(view, number)
        }
        return Inset(inset: inset, block: block, candidates: block.candidates(among: places))
    }

    /// Puts the parts of a label in its place; insets know the others by their numbers, which stay.
    private mutating func replace(_ index: Int, with parts: [Item]) {
        guard let first = parts.first else { return }
        items[index] = first
        items += parts.dropFirst()
    }

    private func block(_ view: MapInset.View, _ number: Int) -> InsetBlock {
        let members = items.indices.filter { items[$0].home == number }
        return InsetBlock(
            view,
            labels: members.map { index in
                let anchors = items[index].anchors.map { anchor in
                    // A point of the map, as the frame at the origin shows it.
                    (anchor - view.middle) * view.magnification
                        + Point(view.size.width / 2, view.size.height / 2)
                }
                return (index, items[index].block, anchors)
            })
    }

    // MARK: - Places

    /// Finds the places of labels, and gathers what they keep clear of.
    private mutating func findPlaces(_ labels: [Int], _ chart: MapChart, _ drawing: MapDrawing) {
        for label in labels {
            items[label].callouts = callouts(items[label], chart, drawing)
        }
        obstacles = marks
        for inset in insets { obstacles.add(inset.block.view.locator, .hard) }
        for item in items where item.home == nil && item.block.isOfPlaces {
            for anchor in item.dots {
                obstacles.add(circle: anchor, radius: MapLabelPlan.clearDot, .hard)
            }
        }
    }

    private func callouts(
        _ item: Item, _ chart: MapChart, _ drawing: MapDrawing, isDeep: Bool = false
    ) -> [Callout] {
        guard let first = item.anchors.first else { return [] }
        var callouts: [Callout] = []
        if let region = item.block.label.region {
            callouts += drawing.inside(item.block, region, around: first, chart, places)
        } else if item.anchors.allSatisfy({ $0 == first }) {
            let radius = item.block.label.rows.map { $0.clearance ?? MapLabelPlan.dot + Self.ring }
            callouts += places.beside(
                item.block, first, radius: radius.max() ?? 0, among: otherPoints(than: first))
        }
        return callouts
            + places.apart(item.block, from: item.anchors, isDeep: isDeep).map { callout in
                // The dots of places are there in any case, and so are obstacles.
                guard !item.block.isOfPlaces else { return callout }
                var dotted = callout
                dotted.candidate.dots = item.anchors.map {
                    LabelCandidate.Dot(center: $0, radius: MapLabelPlan.clearDot)
                }
                return dotted
            }
    }

    /// The places of all labels of places but those at a point.
    private func otherPoints(than point: Point) -> [Point] {
        items.filter { $0.home == nil && $0.block.isOfPlaces }.flatMap(\.anchors)
            .filter { $0 != point }
    }

    // MARK: - Where room is short

    /// Looks at more places for labels that found none.
    mutating func lookFurther(for labels: [Int], _ chart: MapChart, _ drawing: MapDrawing) {
        for label in labels {
            items[label].callouts = callouts(items[label], chart, drawing, isDeep: true)
        }
    }

    /// Makes labels of their own of the rows of labels.
    mutating func split(
        _ labels: [Int], _ chart: MapChart, _ drawing: MapDrawing, on canvas: inout Canvas
    ) {
        for index in labels {
            let label = items[index].block.label
            if label.nudge != nil {
                canvas.located(label.location) { canvas in
                    canvas.warning(
                        "the nudge of \(label.name) cannot be kept: its rows do not fit together",
                        hint: "give the map more room, or leave the nudge out")
                }
            }
            var parts = items[index].parts(on: &canvas)
            for part in parts.indices {
                parts[part].callouts = callouts(
                    parts[part], chart, drawing, isDeep: parts.count <= Self.mostDeep)
            }
            replace(index, with: parts)
        }
    }

    /// The same labels on a map without insets.
    func withoutInsets(_ chart: MapChart, _ drawing: MapDrawing) -> MapLabelTask {
        var copy = self
        copy.insets = []
        let homeless = items.indices.filter { items[$0].home != nil }
        for label in homeless { copy.items[label].home = nil }
        copy.findPlaces(homeless, chart, drawing)
        return copy
    }
}

extension MapLabelTask.Item {
    /// Each row as a label of its own.
    fileprivate func parts(on canvas: inout Canvas) -> [MapLabelTask.Item] {
        guard block.label.rows.count > 1 else { return [self] }
        if !block.label.heading.isEmpty {
            let heading = block.label.heading.map(\.text).joined()
            canvas.located(block.label.location) { canvas in
                canvas.warning(
                    "no room for \(block.label.name) together: they stand apart, without their "
                        + "heading “\(heading)”",
                    hint: "give the map more room, or show them in an inset")
            }
        }
        return zip(block.label.parts, anchors).map { label, anchor in
            MapLabelTask.Item(
                block: LabelBlock(label, on: &canvas), anchors: [anchor], home: home, callouts: [])
        }
    }
}

extension LabelBlock {
    /// Whether it names places, which have dots, rather than an area.
    var isOfPlaces: Bool { label.region == nil }
}
