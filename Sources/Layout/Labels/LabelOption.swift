import Graphics

/// A candidate that can be taken as far as other labels do not matter.
struct LabelOption {
    var candidate: LabelCandidate
    /// Which of the request's candidates it is, or was before a nudge.
    var index: Int
    /// Everything the letters may cover.
    var letters: Rect
    /// The letters and the leaders.
    var reach: Rect
    /// The candidate's own cost and that of what lies under it.
    var cost: Double
    /// Whether it is the preferred place moved by the request's nudge.
    var isNudged = false
}

/// All that one request could take, and what became of its nudge.
struct LabelOptions {
    /// The nudged place first, then candidates by cost.
    var options: [LabelOption] = []
    /// Why the nudge cannot be kept whatever other labels do.
    var loss: LabelNudge.Loss?

    /// The options of a request among obstacles.
    init(_ request: LabelRequest, on map: inout ObstacleMap) {
        let candidates = request.candidates
        for (index, candidate) in candidates.enumerated() {
            guard case .success(let option) = Self.option(candidate, index, request.text, on: &map)
            else { continue }
            options.append(option)
        }
        // By their numbers: options are large, and sorting moves things about.
        let order = options.indices.sorted {
            (options[$0].cost, options[$0].index) < (options[$1].cost, options[$1].index)
        }
        options = order.map { options[$0] }
        guard let nudge = request.nudge else { return }
        let preferred = candidates.indices.filter { !candidates[$0].cost.isNaN }.min {
            (max(0, candidates[$0].cost), $0) < (max(0, candidates[$1].cost), $1)
        }
        guard let preferred else {
            loss = .leavesBounds
            return
        }
        var nudged = candidates[preferred].nudged(by: nudge)
        nudged.allowsShapes = true
        switch Self.option(nudged, preferred, request.text, on: &map) {
        case .success(var option):
            option.isNudged = true
            options.insert(option, at: 0)
        case .failure(let reason): loss = reason
        }
    }

    private static func option(
        _ candidate: LabelCandidate, _ index: Int, _ text: LabelText, on map: inout ObstacleMap
    ) -> Result<LabelOption, LabelNudge.Loss> {
        let letters = text.letters(in: candidate.box, candidate.alignment)
        // Infinite and missing numbers are on no page.
        guard letters.isOnPaper, candidate.box.isOnPaper, !candidate.cost.isNaN,
            candidate.cost < .infinity
        else { return .failure(.leavesBounds) }
        if candidate.leadersCross { return .failure(.crossesItself) }
        switch map.judge(candidate, letters: letters) {
        case .leavesBounds: return .failure(.leavesBounds)
        case .leavesContainer: return .failure(.leavesContainer)
        case .meetsObstacle: return .failure(.meetsObstacle)
        case .possible(let cost):
            let leaders = Rect(around: candidate.leaders.lazy.flatMap(\.points))
            let reach = candidate.dots.reduce(leaders.map { letters.union($0) } ?? letters) {
                $0.union(Rect(around: $1.center, radius: $1.radius))
            }
            return .success(
                LabelOption(
                    candidate: candidate, index: index, letters: letters, reach: reach,
                    cost: min(max(0, candidate.cost) + cost, LabelPlacer.greatestCost)))
        }
    }
}

extension LabelCandidate {
    /// Whether two of its leaders meet, other than where they begin.
    fileprivate var leadersCross: Bool {
        leaders.indices.contains { index in
            leaders.dropFirst(index + 1).contains { leaders[index].crosses($0) }
        }
    }
}
