import Diagnostics
import Graphics
import Layout
import TestSupport
import Testing

// MARK: - Any labels

@Test func placedLabelsNeverOverlap() {
    for (seed, (_, placement)) in labelScenes.enumerated() {
        let labels = placement.placed
        for (index, one) in labels.enumerated() {
            for other in labels[(index + 1)...] {
                guard let a = one.letters, let b = other.letters else { continue }
                #expect(!areTooClose(a, b), "seed \(seed): \(one.request.name)")
            }
        }
    }
}

@Test func placedLabelsStayInsideBoundsAndContainers() {
    for (scene, placement) in labelScenes {
        for label in placement.placed {
            guard let letters = label.letters, let candidate = label.candidate else { continue }
            #expect(scene.bounds.contains(letters, tolerance: 1e-6))
            if case .rect(let container)? = candidate.container {
                #expect(container.contains(letters, tolerance: 1e-6))
            }
            for point in candidate.leaders.flatMap(\.points) {
                #expect(scene.bounds.outset(by: 1e-6).contains(point))
            }
        }
    }
}

@Test func noLabelLiesOverWhatIsForbidden() {
    var random = SplitMix64(seed: 7)
    for seed in 0..<300 {
        var scene = LabelScene(seed: UInt64(seed))
        // Texts and hard shapes of our own, so that the test knows them.
        let walls = (0..<6).map { _ in
            Rect(
                x: .random(in: -50...250, using: &random),
                y: .random(in: -50...200, using: &random),
                width: .random(in: 1...40, using: &random),
                height: .random(in: 1...20, using: &random))
        }
        for (index, wall) in walls.enumerated() {
            index % 2 == 0 ? scene.obstacles.add(text: wall) : scene.obstacles.add(wall, .hard)
        }
        for label in scene.placement.placed {
            guard let letters = label.letters, let candidate = label.candidate else { continue }
            for (index, wall) in walls.enumerated() {
                let isInside = candidate.container != nil && wall.contains(letters)
                #expect(!areTooClose(letters, wall) || (isInside && index % 2 == 1))
                if let leader = candidate.leaders.first, let start = leader.points.first {
                    #expect(!leader.intersects(wall) || (wall.contains(start) && index % 2 == 1))
                }
            }
        }
    }
}

@Test func leadersMeetNoOtherLabelAndNoOtherLeader() {
    var leaders = 0
    for (_, placement) in labelScenes {
        let labels = placement.placed
        for one in labels {
            guard let leader = one.candidate?.leaders.first else { continue }
            leaders += 1
            for other in labels where other.request.name != one.request.name {
                if let letters = other.letters { #expect(!leader.intersects(letters)) }
                if let another = other.candidate?.leaders.first {
                    #expect(!leader.crosses(another))
                }
            }
        }
    }
    #expect(leaders > 300)
}

@Test func everyLabelIsEitherPlacedOrNamed() {
    for (scene, placement) in labelScenes {
        #expect(placement.labels.map(\.request) == scene.requests)
        var canvas = Canvas(measurer: FixedMeasurer())
        placement.draw(on: &canvas, leaders: Stroke(.black, width: 0.75))
        #expect(
            canvas.items.texts.count == placement.placed.reduce(0) { $0 + $1.lines.count })
        for label in placement.labels where label.candidate == nil {
            #expect(canvas.messages.contains { $0.hasSuffix("of \(label.request.name)") })
            #expect(label.letters == nil && label.halo == nil && label.origins.isEmpty)
        }
        for label in placement.labels {
            if case .lost = label.nudge {
                #expect(
                    canvas.messages.contains {
                        $0.contains("of \(label.request.name) cannot be kept")
                    })
            }
        }
    }
}

@Test func theSameLabelsGetTheSamePlaces() {
    for (scene, placement) in labelScenes.prefix(300) {
        #expect(scene.placement == placement)
    }
}

@Test func theOrderOfTheRequestsDoesNotMatter() {
    var random = SplitMix64(seed: 3)
    for (scene, placement) in labelScenes.prefix(400) {
        var shuffled = scene
        shuffled.requests.shuffle(using: &random)
        for label in shuffled.placement.labels {
            #expect(label.candidate == placement.candidate(label.request.name))
        }
    }
}

// MARK: - Priorities

/// Rank of a request: what must be there before everything else.
private func precedes(_ one: LabelRequest, _ other: LabelRequest) -> Bool {
    one.isRequired != other.isRequired ? one.isRequired : one.priority > other.priority
}

@Test func noLabelGoesWithoutForOnesOfLowerPriority() {
    var unplaced = 0
    for (seed, (scene, placement)) in labelScenes.prefix(250).enumerated() {
        for request in placement.unplaced {
            unplaced += 1
            // Alone with those of its own rank or higher, it could stand nowhere.
            let rivals = placement.placed.filter { !precedes(request, $0.request) }
            var alone = request
            alone.nudge = nil
            for candidate in request.candidates {
                alone.candidates = [candidate]
                let only = LabelPlacer.place([alone], among: scene.obstacles, in: scene.bounds)
                guard let mine = only.placed.first, let letters = mine.letters else { continue }
                let isBlocked = rivals.contains { rival in
                    guard let others = rival.letters, let place = rival.candidate else {
                        return false
                    }
                    let (leader, otherLeader) = (candidate.leaders.first, place.leaders.first)
                    return areTooClose(letters.outset(by: 1e-5), others)
                        || leader?.intersects(others.outset(by: 1.001)) ?? false
                        || otherLeader?.intersects(letters.outset(by: 1.001)) ?? false
                        || (leader.flatMap { one in otherLeader.map { one.crosses($0) } } ?? false)
                }
                #expect(isBlocked, "seed \(seed): \(request.name)")
            }
        }
    }
    #expect(unplaced > 200)
}

@Test func addingLabelsOfLowerPriorityCostsTheHighestNoPlace() {
    for (seed, (scene, all)) in labelScenes.prefix(500).enumerated() {
        guard let first = scene.requests.min(by: precedes) else { continue }
        var highest = scene
        highest.requests = scene.requests.filter { !precedes(first, $0) }
        for label in highest.placement.placed where label.nudge == .absent {
            #expect(all.candidate(label.request.name) != nil, "seed \(seed)")
        }
    }
}

@Test func aManyTieredSceneSettles() {
    var scene = LabelScene(seed: 11, most: 24)
    scene.requests = (0..<200).map { index in
        let text = labelText("label \(index)")
        let point = Point(Double(index * 37 % 200), Double(index * 53 % 100))
        return LabelRequest(
            name: "\(index)", text: text,
            candidates: LabelCandidate.around(point, text: text, distances: [10]),
            priority: index * 7 % 200)
    }
    scene.bounds = Rect(x: 0, y: 0, width: 200, height: 100)
    scene.obstacles = LabelObstacles()
    let placement = scene.placement
    #expect(placement.placed.count > 15)
    #expect(placement.labels[57].candidate != nil)  // 57 * 7 = 200 + 199: the highest
    #expect(placement.unplaced.allSatisfy { $0.priority < 199 })
}

// MARK: - How good it is

/// The most labels of a small scene that fit together, and the least cost of so many.
private func best(_ options: [[LabelPlacement.Label]]) -> (count: Int, cost: Double) {
    var best = (count: 0, cost: 0.0)
    func go(_ index: Int, _ chosen: [LabelPlacement.Label], _ cost: Double) {
        guard index < options.count else {
            if chosen.count > best.count || (chosen.count == best.count && cost < best.cost) {
                best = (chosen.count, cost)
            }
            return
        }
        guard chosen.count + options.count - index >= best.count else { return }
        for option in options[index] {
            let isFree = chosen.allSatisfy { other in
                guard let a = other.letters, let b = option.letters else { return false }
                return !areTooClose(a, b)
            }
            if isFree { go(index + 1, chosen + [option], cost + (option.candidate?.cost ?? 0)) }
        }
        go(index + 1, chosen, cost)
    }
    go(0, [], 0)
    return best
}

@Test func fewLabelsArePlacedNearlyAsWellAsCanBe() {
    var random = SplitMix64(seed: 5)
    var (asMany, all, cost, leastCost) = (0, 0, 0.0, 0.0)
    for _ in 0..<150 {
        let bounds = Rect(x: 0, y: 0, width: 90, height: 50)
        let requests = (0..<5).map { index in
            let text = labelText("label")
            let point = Point(
                .random(in: 10...80, using: &random), .random(in: 10...40, using: &random))
            return LabelRequest(
                name: "\(index)", text: text,
                candidates: LabelCandidate.around(point, text: text, allowsSliding: false))
        }
        let options = requests.map { request in
            request.candidates.compactMap { candidate in
                var alone = request
                alone.candidates = [candidate]
                return LabelPlacer.place([alone], among: LabelObstacles(), in: bounds).placed.first
            }
        }
        let optimum = best(options)
        let placement = LabelPlacer.place(requests, among: LabelObstacles(), in: bounds)
        all += 1
        #expect(placement.placed.count >= optimum.count - 1)
        guard placement.placed.count == optimum.count else { continue }
        asMany += 1
        cost += placement.cost
        leastCost += optimum.cost
    }
    // Nothing is proved by this; it keeps later changes from making the search worse.
    #expect(asMany * 100 >= all * 97, "\(asMany) of \(all)")
    #expect(cost <= leastCost * 1.1, "\(cost) against \(leastCost)")
}

@Test func aLabelInTheWayMoves() {
    // The first can stand left or right, the second only where the first would rather stand.
    let box = { (x: Double) in Rect(x: x, y: 10, width: 40, height: 8) }
    let text = LabelText(size: Size(40, 8))
    let placement = LabelPlacer.place(
        [
            LabelRequest(
                name: "flexible", text: text,
                candidates: [LabelCandidate(box(50)), LabelCandidate(box(5), cost: 3)], priority: 1),
            LabelRequest(name: "fixed", text: text, candidates: [LabelCandidate(box(60))]),
        ], among: LabelObstacles(), in: Rect(x: 0, y: 0, width: 120, height: 30))
    #expect(placement.labels.map(\.choice) == [1, 0])
    #expect(placement.unplaced.isEmpty)
}

@Test func aChainOfThreeMakesRoom() {
    // Each label's second place is the next one's first.
    let text = LabelText(size: Size(40, 8))
    let box = { (step: Int) in
        LabelCandidate(Rect(x: Double(step) * 50, y: 0, width: 40, height: 8))
    }
    let requests = [3, 2, 1].map { rank in
        LabelRequest(
            name: "\(rank)", text: text, candidates: [box(3 - rank), box(4 - rank)], priority: rank)
    }
    let last = LabelRequest(name: "0", text: text, candidates: [box(0)])
    let placement = LabelPlacer.place(
        requests + [last], among: LabelObstacles(), in: Rect(x: 0, y: 0, width: 200, height: 8))
    #expect(placement.labels.map(\.choice) == [1, 1, 1, 0])
}

@Test func whatCannotBePlacedWithoutDroppingAnEqualIsNamed() {
    let text = labelText("same")
    let candidate = LabelCandidate(Rect(x: 5, y: 5, width: 24, height: 7.3))
    let requests = ["a", "b"].map {
        LabelRequest(name: $0, text: text, candidates: [candidate])
    }
    let placement = LabelPlacer.place(
        requests, among: LabelObstacles(), in: Rect(x: 0, y: 0, width: 50, height: 20))
    #expect(placement.unplaced.map(\.name) == ["b"])
    var important = requests
    important[1].priority = 1
    #expect(
        LabelPlacer.place(
            important, among: LabelObstacles(), in: Rect(x: 0, y: 0, width: 50, height: 20)
        ).unplaced.map(\.name) == ["a"])
    important[0].isRequired = true
    #expect(
        LabelPlacer.place(
            important, among: LabelObstacles(), in: Rect(x: 0, y: 0, width: 50, height: 20)
        ).unplaced.map(\.name) == ["b"])
}

@Test func twoLabelsSwapForALowerCost() {
    let text = LabelText(size: Size(40, 8))
    let box = { (x: Double, cost: Double) in
        LabelCandidate(Rect(x: x, y: 0, width: 40, height: 8), cost: cost)
    }
    // Greedy gives the left place to the first; both together are better off the other way round.
    let placement = LabelPlacer.place(
        [
            LabelRequest(
                name: "a", text: text, candidates: [box(0, 1), box(50, 1.5)], priority: 1),
            LabelRequest(name: "b", text: text, candidates: [box(0, 0), box(50, 8)]),
        ], among: LabelObstacles(), in: Rect(x: 0, y: 0, width: 100, height: 8))
    #expect(placement.labels.map(\.choice) == [1, 0])
}

// MARK: - Nudges

private let plot = Rect(x: 0, y: 0, width: 200, height: 100)

private func request(
    _ name: String, at point: Point, nudge: Point? = nil, priority: Int = 0
) -> LabelRequest {
    let text = labelText("12")
    return LabelRequest(
        name: name, text: text, candidates: LabelCandidate.around(point, text: text),
        priority: priority, nudge: nudge)
}

@Test func aNudgeMovesTheLabelFromItsPreferredPlace() throws {
    let plain = request("a", at: Point(100, 50))
    let nudged = request("a", at: Point(100, 50), nudge: Point(-20, 13))
    let place = { LabelPlacer.place([$0], among: LabelObstacles(), in: plot).labels[0] }
    let (before, after) = (place(plain), place(nudged))
    let (from, to) = (try #require(before.candidate), try #require(after.candidate))
    #expect(to.box.origin == from.box.origin + Point(-20, 13))
    #expect(after.nudge == .kept && before.nudge == .absent && after.choice == 0)
}

@Test func aNudgeDoesNotDependOnOtherLabelsOrLines() {
    var obstacles = LabelObstacles()
    // The preferred place above is taken, and crossed by a line.
    obstacles.add(text: Rect(x: 90, y: 36, width: 20, height: 8))
    obstacles.add(Polyline([Point(0, 60), Point(200, 61)]), .soft(10))
    let nudged = request("a", at: Point(100, 50), nudge: Point(0, 18))
    let neighbour = request("b", at: Point(104, 52))
    let placement = LabelPlacer.place([neighbour, nudged], among: obstacles, in: plot)
    #expect(placement.labels[1].nudge == .kept)
    #expect(placement.labels[1].candidate?.box.minY == nudged.candidates[0].box.minY + 18)
    #expect(placement.labels[1].halo != nil)
    #expect(placement.labels[0].candidate != nil)
}

@Test func nudgesThatCannotBeKeptSayWhyAndTheLabelIsPlacedAllTheSame() {
    let outside = LabelPlacer.place(
        [request("a", at: Point(100, 50), nudge: Point(0, -60))], among: LabelObstacles(), in: plot)
    #expect(outside.labels[0].nudge == .lost(.leavesBounds))
    #expect(outside.labels[0].choice == 0)

    var wall = LabelObstacles()
    wall.add(Rect(x: 150, y: 0, width: 50, height: 100), .hard)
    let walled = LabelPlacer.place(
        [request("a", at: Point(100, 50), nudge: Point(60, 0))], among: wall, in: plot)
    #expect(walled.labels[0].nudge == .lost(.meetsObstacle))

    // Two labels nudged onto each other: the one of higher priority stays.
    let rivals = LabelPlacer.place(
        [
            request("low", at: Point(80, 50), nudge: Point(20, 0)),
            request("high", at: Point(120, 50), nudge: Point(-20, 0), priority: 1),
        ], among: LabelObstacles(), in: plot)
    #expect(rivals.labels.map(\.nudge) == [.lost(.meetsLabel("high")), .kept])
    #expect(rivals.unplaced.isEmpty)
    var canvas = Canvas(measurer: FixedMeasurer())
    rivals.draw(on: &canvas, leaders: Stroke(.black, width: 1))
    #expect(
        canvas.messages == [
            "the nudge of the label “12” of low cannot be kept: it would meet the label of high"
        ])

    let bar = Rect(x: 20, y: 20, width: 100, height: 14)
    let text = labelText("12")
    let inBar = LabelRequest(
        name: "bar", text: text,
        candidates: LabelCandidate.bar(
            bar, growing: .right, text: text, fill: .black, colors: LabelColors(ink: .black)),
        nudge: Point(0, 20))
    let contained = LabelPlacer.place([inBar], among: LabelObstacles(), in: plot)
    #expect(contained.labels[0].nudge == .lost(.leavesContainer))
}

@Test func aLabelInTheWayOfANudgeGivesWay() {
    let placement = LabelPlacer.place(
        [
            request("high", at: Point(100, 50), priority: 1),
            request("low", at: Point(60, 50), nudge: Point(40, 0)),
        ], among: LabelObstacles(), in: plot)
    #expect(placement.labels[1].nudge == .kept)
    #expect(placement.labels[0].candidate != nil)
    #expect(placement.labels[0].choice != 0)
}

// MARK: - Strange input

@Test func strangeNumbersAreNoPlaces() {
    let text = labelText("12")
    let good = Rect(x: 10, y: 10, width: 12, height: 7.3)
    let strange = [Double.nan, .infinity, -.infinity, 1e308, -1e308]
    var requests = strange.flatMap { number in
        [
            Rect(x: number, y: 0, width: 5, height: 5), Rect(x: 0, y: number, width: 5, height: 5),
            Rect(x: 0, y: 0, width: number, height: 5), Rect(x: 0, y: 0, width: 5, height: number),
        ].map {
            LabelRequest(name: "strange", text: text, candidates: [LabelCandidate($0)])
        } + [
            LabelRequest(
                name: "leader", text: text,
                candidates: [
                    LabelCandidate(good, leaders: [Polyline([Point(number, 0), Point(1, number)])])
                ])
        ]
    }
    requests.append(LabelRequest(name: "none", text: text, candidates: []))
    requests.append(
        LabelRequest(name: "cost", text: text, candidates: [LabelCandidate(good, cost: .nan)]))
    requests.append(
        LabelRequest(name: "cost", text: text, candidates: [LabelCandidate(good, cost: .infinity)]))
    requests.append(
        LabelRequest(
            name: "nudge", text: text, candidates: [LabelCandidate(good.offset(by: Point(40, 0)))],
            nudge: Point(.nan, .infinity)))
    requests.append(
        LabelRequest(
            name: "good", text: text, candidates: [LabelCandidate(good, cost: -.infinity)],
            priority: .min))
    requests.append(
        LabelRequest(
            name: "better", text: text,
            candidates: [LabelCandidate(good.offset(by: Point(80, 0)), cost: 1e308)],
            priority: .max))
    let placement = LabelPlacer.place(requests, among: LabelObstacles(), in: plot)
    #expect(placement.placed.map(\.request.name) == ["nudge", "good", "better"])
    #expect(placement.labels.first { $0.request.name == "nudge" }?.nudge == .lost(.leavesBounds))
}

@Test func strangeBoundsHoldNoLabels() {
    let requests = [
        request("a", at: Point(10, 10)), request("b", at: Point(50, 50), nudge: Point(1, 1)),
    ]
    for bounds in [
        Rect(x: .nan, y: 0, width: 10, height: 10), Rect(x: 0, y: 0, width: .infinity, height: 10),
        Rect(x: 0, y: 0, width: -50, height: 10), Rect(x: 0, y: 0, width: 0, height: 0),
        Rect(x: 1e300, y: 0, width: 1e300, height: 10), Rect(x: 0, y: 0, width: 3, height: 3),
    ] {
        let placement = LabelPlacer.place(requests, among: LabelObstacles(), in: bounds)
        #expect(placement.unplaced.map(\.name) == ["a", "b"])
        #expect(placement.labels[1].nudge == .lost(.leavesBounds))
    }
    #expect(LabelPlacer.place([], among: LabelObstacles(), in: plot).labels.isEmpty)
    let huge = Rect(x: -5e8, y: -5e8, width: 1e9, height: 1e9)
    #expect(LabelPlacer.place(requests, among: LabelObstacles(), in: huge).unplaced.isEmpty)
}

@Test func manyLabelsAmongManyLinesArePlaced() {
    var random = SplitMix64(seed: 9)
    let page = Rect(x: 0, y: 0, width: 960, height: 540)
    var obstacles = LabelObstacles()
    for line in 0..<10 {
        var height = 50 * Double(line) + 30
        obstacles.add(
            Polyline(
                (0..<1000).map { step in
                    height += .random(in: -2...2, using: &random)
                    return Point(Double(step) * 0.96, height)
                }), width: 1.5, .soft(10))
    }
    let requests = (0..<1000).map { index in
        let text = labelText("\(index)", size: 9)
        let point = Point(
            .random(in: 0...960, using: &random), .random(in: 0...540, using: &random))
        return LabelRequest(
            name: "\(index)", text: text,
            candidates: LabelCandidate.around(point, text: text, radius: 1), priority: index % 3)
    }
    let placement = LabelPlacer.place(requests, among: obstacles, in: page)
    #expect(placement.placed.count > 900)
}
