import Diagnostics
public import Graphics
public import Layout

/// Where all that is written on a map stands: labels with their leaders, insets, the key.
///
/// Everything is placed at once by the placer of charts, so nothing lies over anything else and no
/// leaders cross. What finds no room is said on the canvas.
public struct MapLabelPlan {
    /// A label with its place.
    public struct Label {
        let block: LabelBlock
        let order: [Int]
        /// Where its lines stand in its box.
        public let alignment: HorizontalAlignment
        /// The colour of its letters where its place asks for one.
        let color: Color?
        /// From the top of its first line's capitals to what hangs below its last line.
        public let box: Rect
        /// The lines from its places to its rows; none for a label beside its place.
        public let leaders: [Polyline]
        /// The places to be marked with a dot.
        public let dots: [Point]

        /// What messages call it.
        public var name: String { block.label.name }
    }

    /// An inset with its place.
    struct Inset {
        let locator: Rect
        let frame: Rect
        let map: FittedProjection?
        /// The lines from the locator's corners to the frame's.
        let rays: [Polyline]
    }

    /// The labels that have a place.
    public private(set) var labels: [Label] = []
    /// The names of labels without one.
    public private(set) var unplaced: [String] = []
    private(set) var insets: [Inset] = []
    /// Where the key stands.
    private(set) var key: Rect?

    /// The radius of a place's dot, and of what leaders and labels keep clear of around it.
    static let dot = 2.3
    private static let clearDot = 3.4
    /// What a label over a symbol costs.
    private static let overSymbol = 15.0
    private static let hint = "give the map more room, show part of it in an inset, or label less"

    /// Finds the places of all labels, insets and the key of a chart in its frame.
    init(_ chart: MapChart, _ drawing: MapDrawing, on canvas: inout Canvas) {
        var attempt = Self.best(chart, chart.labels, drawing, on: &canvas)
        let lost = attempt.lost
        if !lost.isEmpty {
            // Labels that have no room together may have some one by one.
            let labels = chart.labels.enumerated().flatMap { index, label in
                lost.contains(index) ? label.parts : [label]
            }
            attempt = Self.best(chart, labels, drawing, on: &canvas)
        }
        canvas.findings.add(attempt.findings)
        attempt.placement.report(on: &canvas, hint: Self.hint)
        attempt.finish(&self, drawing)
    }

    /// The best of attempts with insets on either side of what they show.
    ///
    /// An inset decides the places of many labels; a search that moves one label after another
    /// does not find its way from one of its sides to the other.
    private static func best(
        _ chart: MapChart, _ labels: [MapLabel], _ drawing: MapDrawing, on canvas: inout Canvas
    ) -> Attempt {
        let plain = Canvas(measurer: canvas.measurer, at: canvas.location)
        var best: Attempt?
        for sides in InsetSides.choices(chart.insets.count) {
            var trial = plain
            var attempt = Attempt(chart, labels, drawing, sides, on: &trial)
            attempt.findings = trial.findings

            if best.map({ attempt.isBetter(than: $0) }) ?? true { best = attempt }
        }
        return best ?? Attempt(chart, labels, drawing, InsetSides(), on: &canvas)
    }

    /// On which side of what they show insets must stand; nothing said is either.
    private struct InsetSides {
        var areRight: [Bool]?

        func allows(_ isRight: Bool, _ inset: Int) -> Bool {
            areRight.map { $0.indices.contains(inset) && $0[inset] == isRight } ?? true
        }

        /// All choices of up to three insets.
        static func choices(_ count: Int) -> [InsetSides] {
            guard (1...3).contains(count) else { return [InsetSides()] }
            return (0..<(1 << count)).map { bits in
                InsetSides(areRight: (0..<count).map { bits & (1 << $0) == 0 })
            }
        }
    }

    fileprivate mutating func add(_ label: Label) { labels.append(label) }
    fileprivate mutating func add(_ inset: Inset) { insets.append(inset) }
    fileprivate mutating func lose(_ name: String) { unplaced.append(name) }
    fileprivate mutating func setKey(_ box: Rect) { key = box }

    // MARK: - An attempt

    /// What a request for a place is about.
    private enum Subject {
        case label(Int, [Callout])
        case inset(Int, isRight: [Bool])
        case key
    }

    /// One go at placing everything.
    private struct Attempt {
        var blocks: [LabelBlock] = []
        /// The places of each label's rows on the page.
        var anchors: [[Point]] = []
        var insets: [MapInset] = []
        var views: [MapInset.View] = []
        var insetBlocks: [InsetBlock] = []
        var subjects: [Subject] = []
        var placement = LabelPlacement(labels: [])
        var findings = Diagnostics()

        init(
            _ chart: MapChart, _ labels: [MapLabel], _ drawing: MapDrawing, _ sides: InsetSides,
            on canvas: inout Canvas
        ) {
            let places = CalloutPlaces(frame: drawing.frame, grid: drawing.grid)
            for label in labels {
                guard let points = drawing.points(of: label, chart, on: &canvas) else { continue }
                blocks.append(LabelBlock(label, on: &canvas))
                anchors.append(points)
            }
            for inset in chart.insets {
                guard let view = inset.view(on: drawing.map) else {
                    canvas.error(
                        "the inset “\(inset.name)” looks at a place that is not on the map")
                    continue
                }
                insets.append(inset)
                views.append(view)
            }
            let homes = blocks.indices.map { index in
                views.firstIndex { view in anchors[index].allSatisfy(view.locator.contains) }
            }
            var obstacles = LabelObstacles(ground: chart.ground)
            drawing.addMarks(to: &obstacles, chart)
            for view in views { obstacles.add(view.locator, .hard) }
            for index in blocks.indices where homes[index] == nil && blocks[index].isOfPlaces {
                for anchor in anchors[index] {
                    obstacles.add(circle: anchor, radius: MapLabelPlan.clearDot, .hard)
                }
            }
            var requests: [LabelRequest] = []
            for (number, view) in views.enumerated() {
                let (block, request) = inset(
                    number, view, insets[number], homes, places, sides)
                insetBlocks.append(block)
                subjects.append(request.subject)
                requests.append(request.request)
            }
            if let key = chart.key {
                subjects.append(.key)
                requests.append(
                    LabelRequest(
                        name: "the key",
                        text: LabelText(size: key.size(measuring: canvas.measurer)),
                        candidates: places.corners(key.size(measuring: canvas.measurer)),
                        priority: 1, isRequired: true, nudge: chart.keyNudge))
            }
            for (index, block) in blocks.enumerated() where homes[index] == nil {
                let callouts = callouts(block, anchors[index], drawing, chart, places)
                subjects.append(.label(index, callouts))
                requests.append(
                    LabelRequest(
                        name: block.label.name, text: LabelText(size: block.size),
                        candidates: callouts.map(\.candidate), priority: block.label.priority,
                        nudge: block.label.nudge, location: block.label.location))
            }
            placement = LabelPlacer.place(
                requests, among: obstacles, in: drawing.frame, effort: .thorough)
        }

        private func inset(
            _ number: Int, _ view: MapInset.View, _ inset: MapInset, _ homes: [Int?],
            _ places: CalloutPlaces, _ sides: InsetSides
        ) -> (InsetBlock, (request: LabelRequest, subject: Subject)) {
            let labels = blocks.indices.filter { homes[$0] == number }.map { index in
                (
                    label: index, block: blocks[index],
                    anchors: anchors[index].map { anchor in
                        // A point of the map, as the frame at the origin shows it.
                        (anchor - view.middle) * view.magnification
                            + Point(view.size.width / 2, view.size.height / 2)
                    }
                )
            }
            let block = InsetBlock(view, labels: labels)
            let candidates = block.candidates(among: places).filter {
                sides.allows($0.isRight, number)
            }
            let request = LabelRequest(
                name: "the inset “\(inset.name)”", text: LabelText(size: block.right.size),
                candidates: candidates.map(\.candidate), priority: 1, isRequired: true,
                nudge: inset.nudge)
            return (block, (request, .inset(number, isRight: candidates.map(\.isRight))))
        }

        private func callouts(
            _ block: LabelBlock, _ anchors: [Point], _ drawing: MapDrawing, _ chart: MapChart,
            _ places: CalloutPlaces
        ) -> [Callout] {
            guard let first = anchors.first else { return [] }
            var callouts: [Callout] = []
            if let region = block.label.region {
                callouts += drawing.inside(block, region, around: first, chart, places)
            } else if anchors.allSatisfy({ $0 == first }) {
                callouts += places.beside(block, first, radius: MapLabelPlan.dot + 0.6)
            }
            return callouts + places.apart(block, from: anchors)
        }

        /// Whether more has a place here, or all of it a better one.
        func isBetter(than other: Attempt) -> Bool {
            let own = (placement.unplaced.count, placement.cost)
            return own < (other.placement.unplaced.count, other.placement.cost)
        }

        /// The numbers of labels of several places that found no room.
        var lost: Set<Int> {
            var lost: Set<Int> = []
            for (subject, label) in zip(subjects, placement.labels) where label.candidate == nil {
                if case .label(let index, _) = subject, blocks[index].label.rows.count > 1 {
                    lost.insert(index)
                }
            }
            return lost
        }

        /// Puts everything that has a place into the plan.
        func finish(_ plan: inout MapLabelPlan, _ drawing: MapDrawing) {
            for (subject, placed) in zip(subjects, placement.labels) {
                guard let candidate = placed.candidate, let choice = placed.choice else {
                    plan.lose(placed.request.name)
                    continue
                }
                switch subject {
                case .label(let index, let callouts):
                    let block = blocks[index]
                    let isMarked = block.isOfPlaces || !candidate.leaders.isEmpty
                    plan.add(
                        Label(
                            block: block, order: callouts[choice].order,
                            alignment: candidate.alignment ?? .left, color: candidate.color,
                            box: block.box(in: candidate.box), leaders: candidate.leaders,
                            dots: isMarked ? anchors[index] : []))
                case .inset(let number, let isRight):
                    let block = insetBlocks[number]
                    let arrangement = isRight[choice] ? block.right : block.left
                    let frame = arrangement.frame.offset(by: candidate.box.origin)
                    let rays = MapInset.rays(from: block.view.locator, to: frame)
                    plan.add(
                        Inset(
                            locator: block.view.locator, frame: frame,
                            map: block.view.map(drawing.map, in: frame), rays: [rays.0, rays.1]))
                    for part in arrangement.parts {
                        let leaders = part.leaders.map { $0.offset(by: candidate.box.origin) }
                        plan.add(
                            Label(
                                block: blocks[part.label], order: part.order,
                                alignment: arrangement.alignment, color: nil,
                                box: part.box.offset(by: candidate.box.origin), leaders: leaders,
                                dots: leaders.compactMap { $0.points.first }))
                    }
                case .key: plan.setKey(candidate.box)
                }
            }
        }
    }
}

extension LabelBlock {
    /// Whether it names places, which have dots, rather than an area.
    fileprivate var isOfPlaces: Bool { label.region == nil }
}
