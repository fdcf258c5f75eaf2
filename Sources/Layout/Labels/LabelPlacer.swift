public import Graphics

/// Gives labels their places: the one way in which charts and maps do so.
///
/// The same requests, obstacles and bounds give the same placement: there is no chance in it, and the
/// order of the requests matters only between labels that are alike in everything.
///
/// It promises, of every label that it places:
/// - its letters (with what hangs below and stands above) lie within the bounds and the container;
/// - they keep 2 pt sideways or 1.5 pt vertically to the letters of every other label;
/// - they meet no hard obstacle, no text and no leader;
/// - leaders meet neither text nor each other, nor hard obstacles other than what they begin in.
///
/// And of those that it does not place:
/// - each is in the placement, without a place, and named when the placement is drawn;
/// - none could be placed by dropping labels of lower priority: each of its possible places meets a
///   placed label of its own priority or a higher one.
///
/// It does not promise that more room, or fewer labels, never cost one its place: finding the most
/// labels that fit is NP-hard (Formann and Wagner 1991), and this is a search with bounds.
public enum LabelPlacer {
    /// Points between letters side by side.
    public static let clearanceAcross = 2.0
    /// Points between letters above each other.
    public static let clearanceDown = 1.5
    /// Points between a leader and letters that are not its own.
    public static let clearanceLeader = 1.0
    /// A cost beyond this counts as this, so that sums stay exact enough to compare.
    static let greatestCost = 1e9

    /// How hard the search tries.
    public enum Effort: Hashable, Sendable {
        /// Enough for the many small labels of charts.
        case usual
        /// For dozens of labels that are large for their room, as on maps.
        ///
        /// All up to 200 labels are searched together before each is looked at for itself, and
        /// leaders keep further off from letters; the promises are the same. A nudge is kept before
        /// anything else is placed, whatever its priority, unless a label of higher priority
        /// then has no place at all. Forty labels take some 15 ms, a chart's usual search one.
        case thorough

        /// Points between a leader and letters that are not its own; long leaders that pass close
        /// by seem to belong to them.
        var clearanceLeader: Double {
            switch self {
            case .usual: LabelPlacer.clearanceLeader
            case .thorough: 2.5
            }
        }
    }

    /// Places labels within `bounds`; the placement has them in the order of the requests.
    ///
    /// Takes time in proportion to labels, their candidates and what lies near them.
    public static func place(
        _ requests: [LabelRequest], among obstacles: LabelObstacles, in bounds: Rect,
        effort: Effort = .usual
    ) -> LabelPlacement {
        guard bounds.isOnPaper else {
            return LabelPlacement(
                labels: requests.map { request in
                    let nudge: LabelNudge = request.nudge == nil ? .absent : .lost(.leavesBounds)
                    return LabelPlacement.Label(request: request, nudge: nudge)
                })
        }
        var map = ObstacleMap(obstacles, in: bounds)
        let options = requests.map { LabelOptions($0, on: &map) }
        var search = LabelSearch(requests, options, in: bounds, effort: effort)
        search.run()
        var labels = [Int](repeating: 0, count: requests.count)
        for (label, request) in search.order.enumerated() { labels[request] = label }
        return LabelPlacement(
            labels: requests.indices.map { index in
                let (request, label) = (requests[index], labels[index])
                let nudge: LabelNudge
                if request.nudge == nil {
                    nudge = .absent
                } else if search.board.isNudged(label) {
                    nudge = .kept
                } else {
                    nudge = .lost(options[index].loss ?? search.losses[label] ?? .leavesBounds)
                }
                guard let option = search.board.option(of: label) else {
                    return LabelPlacement.Label(request: request, nudge: nudge)
                }
                let color =
                    option.candidate.color ?? request.text.lines.first?.runs.first?.style.color
                return LabelPlacement.Label(
                    request: request, candidate: option.candidate, choice: option.index,
                    letters: option.letters,
                    halo: map.halo(
                        behind: option.letters, of: color, in: option.candidate.container),
                    nudge: nudge)
            })
    }
}
