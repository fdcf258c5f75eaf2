import Diagnostics
public import Graphics
public import Layout

/// Where all that is written on a map stands: labels with their leaders, insets, the key.
///
/// Everything is placed at once by the placer of charts, so nothing lies over anything else and no
/// leaders cross. What finds no room is said on the canvas.
public struct MapLabelPlan: Sendable {
    /// A label with its place.
    public struct Label: Sendable {
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
        /// The fill of its region where that is hardly larger than a dot.
        let smallFill: Paint?

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
    public internal(set) var labels: [Label] = []
    /// The names of labels without one.
    public internal(set) var unplaced: [String] = []
    /// The places whose labels have none.
    public internal(set) var bareDots: [Point] = []
    var insets: [Inset] = []
    /// Where the key stands.
    var key: Rect?
    /// How far all places together are from the best ones.
    var cost = 0.0

    /// The radius of a place's dot, and of what leaders and labels keep clear of around it.
    static let dot = 2.3
    static let clearDot = 3.4
    /// Where more labels find no room, more places would not help them.
    private static let mostDeep = 40
    /// How often labels without room are split into their rows.
    private static let mostSplits = 3
    private static let hint = "give the map more room, show part of it in an inset, or label less"

    /// Finds the places of all labels, insets and the key of a chart in its frame.
    ///
    /// Where some find none, more places are looked at for those. Labels that have no room together
    /// may then have some row by row, and those of an inset without room may have some on the map.
    init(_ chart: MapChart, _ drawing: MapDrawing, on canvas: inout Canvas) {
        var task = MapLabelTask(chart, drawing, on: &canvas)
        var attempt = MapLabelAttempt.best(of: task)
        if attempt.lacksInset {
            attempt.reportInsets(on: &canvas, hint: Self.hint)
            task = task.withoutInsets(chart, drawing)
            attempt = MapLabelAttempt.best(of: task)
        }
        if (1...Self.mostDeep).contains(attempt.lost.count) {
            task.lookFurther(for: attempt.lost, chart, drawing)
            let further = MapLabelAttempt.best(of: task)
            if further.isBetter(than: attempt) { attempt = further }
        }
        // Parts may find room where others had it, which are then split in turn.
        var (last, trial) = (attempt, Canvas(measurer: canvas.measurer, at: canvas.location))
        for _ in 0..<Self.mostSplits {
            let scattered = last.lost.filter { last.task.items[$0].block.label.rows.count > 1 }
            if scattered.isEmpty { break }
            var task = last.task
            task.split(scattered, chart, drawing, on: &trial)
            last = MapLabelAttempt.best(of: task)
            if last.isBetter(than: attempt) {
                canvas.findings.add(trial.findings)
                attempt = last
                trial.findings = Diagnostics()
            }
        }
        attempt.finish(&self, drawing)
        report(attempt.placement, on: &canvas)
    }

    /// Says which labels have no place: each by itself, or many in one line.
    private func report(_ placement: LabelPlacement, on canvas: inout Canvas) {
        guard unplaced.count > Self.mostNamed else {
            return placement.report(on: &canvas, hint: Self.hint)
        }
        let isTold = { (label: LabelPlacement.Label) in
            label.candidate == nil && !label.request.isRequired && label.nudge == .absent
        }
        var rest = placement
        rest.labels.removeAll(where: isTold)
        rest.report(on: &canvas, hint: Self.hint)
        let lost = placement.labels.filter(isTold)
        let names = lost.map(\.request.name).joined(separator: "; ")
        canvas.located(lost.first?.request.location) { canvas in
            canvas.warning(
                "no room for the labels of \(names)", hint: Self.hint)
        }
    }

    /// How many labels without a place are told one by one; more are told in one line.
    private static let mostNamed = 6
}
