import Diagnostics
import Graphics
import TestSupport
import Testing

@testable import Layout

/// The scenes of charts, placed with all effort; made once for all the tests that look at them.
private let thorough: [(scene: LabelScene, usual: LabelPlacement, placement: LabelPlacement)] =
    labelScenes.prefix(80).map { scene, usual in (scene, usual, scene.placed(.thorough)) }

extension LabelScene {
    fileprivate func placed(_ effort: LabelPlacer.Effort) -> LabelPlacement {
        LabelPlacer.place(requests, among: obstacles, in: bounds, effort: effort)
    }
}

// MARK: - The placer's promises

@Test func thoroughLabelsNeverOverlapOrLeave() {
    for (seed, (scene, _, placement)) in thorough.enumerated() {
        let labels = placement.placed
        for (index, one) in labels.enumerated() {
            guard let letters = one.letters, let candidate = one.candidate else { continue }
            #expect(scene.bounds.contains(letters, tolerance: 1e-6))
            if case .rect(let container)? = candidate.container {
                #expect(container.contains(letters, tolerance: 1e-6))
            }
            for other in labels[(index + 1)...] {
                guard let others = other.letters else { continue }
                #expect(!areTooClose(letters, others), "seed \(seed): \(one.request.name)")
            }
        }
    }
}

@Test func thoroughLeadersMeetNothing() {
    var leaders = 0
    for (_, _, placement) in thorough {
        let labels = placement.placed
        for one in labels {
            guard let leader = one.candidate?.leaders.first else { continue }
            leaders += 1
            for other in labels where other.request.name != one.request.name {
                if let letters = other.letters {
                    #expect(!leader.intersects(letters.outset(by: 2.5 - 1e-6)))
                }
                if let another = other.candidate?.leaders.first {
                    #expect(!leader.crosses(another))
                }
            }
        }
    }
    #expect(leaders > 20)
}

@Test func thoroughLabelsAreEachInThePlacement() {
    for (scene, _, placement) in thorough {
        #expect(placement.labels.map(\.request) == scene.requests)
        for label in placement.labels {
            #expect((label.candidate == nil) == (label.letters == nil))
            #expect((label.nudge == .absent) == (label.request.nudge == nil))
            // What is nudged stands there exactly, or it is said why not.
            guard label.nudge == .kept, let nudge = label.request.nudge,
                let choice = label.choice, let candidate = label.candidate
            else { continue }
            let preferred = label.request.candidates[choice]
            #expect(candidate.box.origin == preferred.box.origin + nudge)
        }
    }
}

@Test func allEffortLeavesNoMoreLabelsOutButWhereLeadersKeepFurtherOff() {
    var (usual, all) = (0, 0)
    for (scene, before, placement) in thorough {
        usual += before.unplaced.count
        all += placement.unplaced.count
        // Leaders keep 2.5 pt to letters rather than 1, so scenes with leaders may lose one.
        let hasLeaders = scene.requests.contains { request in
            request.candidates.contains { !$0.leaders.isEmpty }
        }
        #expect(placement.unplaced.count <= before.unplaced.count + (hasLeaders ? 1 : 0))
    }
    #expect(all <= usual)
}

@Test func theOrderOfTheRequestsDoesNotMatterToAllEffort() {
    var random = SplitMix64(seed: 3)
    for (scene, _, placement) in thorough.prefix(25) {
        var shuffled = scene
        shuffled.requests.shuffle(using: &random)
        for label in shuffled.placed(.thorough).labels {
            #expect(label.candidate == placement.candidate(label.request.name))
        }
        #expect(scene.placed(.thorough) == placement)
    }
}

@Test func noThoroughLabelGoesWithoutForOnesOfLowerPriority() {
    var unplaced = 0
    for (seed, (scene, _, placement)) in thorough.prefix(30).enumerated() {
        for request in placement.unplaced {
            unplaced += 1
            let rank = { (request: LabelRequest) in
                request.isRequired ? Int.max : request.priority
            }
            let rivals = placement.placed.filter { rank($0.request) >= rank(request) }
            var alone = request
            alone.nudge = nil
            for candidate in request.candidates {
                alone.candidates = [candidate]
                let only = LabelPlacer.place(
                    [alone] + rivals.map(\.fixed), among: scene.obstacles, in: scene.bounds,
                    effort: .thorough)
                // The rivals hold their places: then there must be none for it.
                let rest = only.labels.dropFirst()
                if rest.allSatisfy({ $0.candidate != nil }) {
                    #expect(only.labels[0].candidate == nil, "seed \(seed): \(request.name)")
                }
            }
        }
    }
    #expect(unplaced > 10)
}

extension LabelPlacement.Label {
    /// The request with its place as the only one.
    fileprivate var fixed: LabelRequest {
        var copy = request
        copy.candidates = candidate.map { [$0] } ?? []
        copy.nudge = nil
        copy.isRequired = true
        return copy
    }
}

// MARK: - How good it is

@Test func largeLabelsAreBetterPlacedWithAllEffort() {
    var random = SplitMix64(seed: 12)
    var (usual, all) = (0.0, 0.0)
    for _ in 0..<4 {
        let requests = (0..<12).map { index in
            let text = LabelText(size: Size(.random(in: 30...90, using: &random), 18))
            let point = Point(
                .random(in: 60...240, using: &random), .random(in: 40...160, using: &random))
            return LabelRequest(
                name: "\(index)", text: text,
                candidates: LabelCandidate.around(point, text: text, distances: [10, 25, 50, 80]))
        }
        let bounds = Rect(x: 0, y: 0, width: 300, height: 200)
        let obstacles = LabelObstacles()
        // An unplaced label costs more than any place.
        func cost(_ effort: LabelPlacer.Effort) -> Double {
            let placement = LabelPlacer.place(
                requests, among: obstacles, in: bounds, effort: effort)
            return placement.cost + 50 * Double(placement.unplaced.count)
        }
        usual += cost(.usual)
        all += cost(.thorough)
    }
    #expect(all < usual, "\(all) against \(usual)")
}

@Test func twoRowsOfLabelsThatMustAllMoveFindTheirPlaces() {
    // Eight labels, each of which prefers its neighbour's place: greedy moves end after three.
    let text = LabelText(size: Size(40, 8))
    let requests = (0..<8).map { index in
        LabelRequest(
            name: "\(index)", text: text,
            candidates: [0, 1].map { step in
                LabelCandidate(
                    Rect(x: Double(index + step) * 50, y: 0, width: 40, height: 8),
                    cost: Double(step))
            })
    }
    let first = LabelRequest(
        name: "fixed", text: text,
        candidates: [LabelCandidate(Rect(x: 0, y: 0, width: 40, height: 8))])
    let placement = LabelPlacer.place(
        requests + [first], among: LabelObstacles(), in: Rect(x: 0, y: 0, width: 440, height: 8),
        effort: .thorough)
    #expect(placement.unplaced.isEmpty)
}

@Test func whatIsNudgedIsNotMovedByHigherPriorities() {
    let text = LabelText(size: Size(40, 8))
    let box = { (x: Double, cost: Double) in
        LabelCandidate(Rect(x: x, y: 0, width: 40, height: 8), cost: cost)
    }
    let placement = LabelPlacer.place(
        [
            LabelRequest(
                name: "high", text: text, candidates: [box(60, 0), box(120, 5)], priority: 9),
            LabelRequest(
                name: "nudged", text: text, candidates: [box(0, 0)], nudge: Point(55, 0)),
        ], among: LabelObstacles(), in: Rect(x: 0, y: 0, width: 200, height: 8),
        effort: .thorough)
    #expect(placement.labels[1].nudge == .kept)
    #expect(placement.labels[0].choice == 1)
}

@Test func aNudgeThatMakesLeadersCrossIsLost() {
    let text = LabelText(size: Size(40, 30))
    let request = LabelRequest(
        name: "two", text: text,
        candidates: [
            LabelCandidate(
                Rect(x: 53, y: 5, width: 40, height: 30),
                leaders: [
                    Polyline([Point(10, 10), Point(50, 10)]),
                    Polyline([Point(30, 12), Point(50, 30)]),
                ])
        ], nudge: Point(-5, 15))
    let label = LabelPlacer.place(
        [request], among: LabelObstacles(), in: Rect(x: 0, y: 0, width: 200, height: 100)
    ).labels[0]
    #expect(label.nudge == .lost(.crossesItself))
    #expect(label.candidate == request.candidates[0])
}

// MARK: - Strange input

@Test func allEffortEndsWithManyLabelsOfOnePlace() {
    let text = labelText("a long label")
    let requests = (0..<20).map { index in
        LabelRequest(
            name: "\(index)", text: text,
            candidates: LabelCandidate.around(Point(100, 50), text: text, distances: [10, 20]))
    }
    let placement = LabelPlacer.place(
        requests, among: LabelObstacles(), in: Rect(x: 0, y: 0, width: 200, height: 100),
        effort: .thorough)
    #expect(placement.placed.count > 2 && placement.unplaced.count > 8)
}

@Test func allEffortWithNothingToPlace() {
    let page = Rect(x: 0, y: 0, width: 200, height: 100)
    let none = LabelRequest(name: "none", text: labelText("a"), candidates: [])
    #expect(
        LabelPlacer.place([], among: LabelObstacles(), in: page, effort: .thorough).labels.isEmpty)
    #expect(
        LabelPlacer.place([none, none], among: LabelObstacles(), in: page, effort: .thorough)
            .unplaced.count == 2)
}
