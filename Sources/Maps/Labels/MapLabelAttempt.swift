import Graphics
import Layout

/// One go at giving all that a map's task holds its place.
struct MapLabelAttempt {
    let task: MapLabelTask
    let placement: LabelPlacement
    private let subjects: [Subject]

    /// What a request for a place is about.
    private enum Subject {
        case label(Int)
        case inset(Int, isRight: [Bool])
        case key
    }

    /// Keys and insets come before labels, and their lack is an error.
    private static let priority = 1

    /// Places everything, with insets on given sides.
    init(_ task: MapLabelTask, _ sides: InsetSides) {
        self.task = task
        var subjects: [Subject] = []
        var requests: [LabelRequest] = []
        for (number, item) in task.insets.enumerated() {
            let candidates = item.candidates.filter { sides.allows($0.isRight, number) }
            subjects.append(.inset(number, isRight: candidates.map(\.isRight)))
            requests.append(
                LabelRequest(
                    name: "the inset “\(item.inset.name)”",
                    text: LabelText(size: item.block.size),
                    candidates: candidates.map(\.candidate), priority: Self.priority,
                    isRequired: true, nudge: item.inset.nudge,
                    location: item.inset.location))
        }
        if let key = task.key {
            subjects.append(.key)
            requests.append(
                LabelRequest(
                    name: "the key", text: LabelText(size: key.size), candidates: key.candidates,
                    priority: Self.priority, isRequired: true, nudge: key.nudge,
                    location: key.location))
        }
        for (index, item) in task.items.enumerated() where item.home == nil {
            let label = item.block.label
            subjects.append(.label(index))
            requests.append(
                LabelRequest(
                    name: label.name, text: LabelText(size: item.block.size),
                    candidates: item.callouts.map(\.candidate), priority: label.priority,
                    nudge: label.nudge, location: label.location))
        }
        self.subjects = subjects
        placement = LabelPlacer.place(
            requests, among: task.obstacles, in: task.frame, effort: .thorough)
    }

    /// The best of attempts with insets on either side of what they show.
    static func best(of task: MapLabelTask) -> MapLabelAttempt {
        let isOpen = task.insets.map { inset in
            // A nudge is measured from the best of all places.
            inset.inset.nudge == nil && inset.candidates.contains(where: \.isRight)
                && inset.candidates.contains { !$0.isRight }
        }
        let choices = InsetSides.choices(isOpen)
        let first = MapLabelAttempt(task, choices[0])
        return choices.dropFirst().reduce(first) { best, sides in
            let attempt = MapLabelAttempt(task, sides)
            return attempt.isBetter(than: best) ? attempt : best
        }
    }

    /// Whether fewer rows go without a place, those of high priority first, or all have better ones.
    func isBetter(than other: MapLabelAttempt) -> Bool {
        let (own, others) = (rowsWithoutPlace, other.rowsWithoutPlace)
        for priority in Set(own.keys).union(others.keys).sorted(by: >) {
            let (lost, othersLost) = (own[priority] ?? 0, others[priority] ?? 0)
            if lost != othersLost { return lost < othersLost }
        }
        return placement.cost < other.placement.cost
    }

    // MARK: - What has no place

    /// Whether an inset has no place, and so its labels have none.
    var lacksInset: Bool {
        zip(subjects, placement.labels).contains { subject, label in
            if case .inset = subject { label.candidate == nil } else { false }
        }
    }

    /// The numbers of labels without a place.
    var lost: [Int] {
        zip(subjects, placement.labels).compactMap { subject, label in
            if case .label(let index) = subject, label.candidate == nil { index } else { nil }
        }
    }

    /// How many rows have no place, by their priority; insets and the key have the highest.
    private var rowsWithoutPlace: [Int: Int] {
        var rows: [Int: Int] = [:]
        for (subject, placed) in zip(subjects, placement.labels) where placed.candidate == nil {
            switch subject {
            case .label(let index):
                rows[placed.request.priority, default: 0] +=
                    task.items[index].block.label.rows.count
            case .inset, .key: rows[.max, default: 0] += 1
            }
        }
        return rows
    }

    /// Says which insets have no place.
    func reportInsets(on canvas: inout Canvas, hint: String) {
        let insets = zip(subjects, placement.labels).compactMap { subject, label in
            if case .inset = subject { label } else { LabelPlacement.Label?.none }
        }
        LabelPlacement(labels: insets).report(on: &canvas, hint: hint)
    }

    // MARK: - The plan

    /// Puts everything that has a place into the plan.
    func finish(_ plan: inout MapLabelPlan, _ drawing: MapDrawing) {
        plan.cost = placement.cost
        for (subject, placed) in zip(subjects, placement.labels) {
            guard let candidate = placed.candidate, let choice = placed.choice else {
                if case .label(let index) = subject {
                    plan.unplaced.append(placed.request.name)
                    // A place without its name is still a place.
                    if task.items[index].block.isOfPlaces {
                        plan.bareDots += task.items[index].dots
                    }
                }
                continue
            }
            switch subject {
            case .label(let index):
                plan.labels.append(label(task.items[index], choice, candidate))
            case .inset(let number, let isRight):
                add(task.insets[number].block, isRight[choice], candidate.box, &plan, drawing)
            case .key: plan.key = candidate.box
            }
        }
    }

    private func label(
        _ item: MapLabelTask.Item, _ choice: Int, _ candidate: LabelCandidate
    ) -> MapLabelPlan.Label {
        let isMarked = item.block.isOfPlaces || !candidate.leaders.isEmpty
        return MapLabelPlan.Label(
            block: item.block, order: item.callouts[choice].order,
            alignment: candidate.alignment ?? .left, color: candidate.color,
            box: item.block.box(in: candidate.box), leaders: candidate.leaders,
            dots: isMarked ? item.dots : [], smallFill: item.smallFill)
    }

    private func add(
        _ block: InsetBlock, _ isRight: Bool, _ box: Rect, _ plan: inout MapLabelPlan,
        _ drawing: MapDrawing
    ) {
        let arrangement = isRight ? block.right : block.left
        let frame = arrangement.frame.offset(by: box.origin)
        let rays = MapInset.rays(from: block.view.locator, to: frame)
        plan.insets.append(
            MapLabelPlan.Inset(
                locator: block.view.locator, frame: frame,
                map: block.view.map(drawing.map, in: frame), rays: [rays.0, rays.1]))
        for part in arrangement.parts {
            let leaders = part.leaders.map { $0.offset(by: box.origin) }
            let label = task.items[part.label].block
            let rows = label.label.rows
            plan.labels.append(
                MapLabelPlan.Label(
                    block: label, order: part.order,
                    alignment: arrangement.alignment, color: nil,
                    box: part.box.offset(by: box.origin), leaders: leaders,
                    dots: zip(part.order, leaders).compactMap { row, leader in
                        rows[row].clearance == nil ? leader.points.first : nil
                    }, smallFill: nil))
        }
    }
}
