import Graphics
import Layout
import TestSupport
import Testing

private func near(_ one: Double, _ other: Double) -> Bool { abs(one - other) < 1e-9 }

private let page = Rect(x: -500, y: -500, width: 1000, height: 1000)

/// The candidates that are possible by themselves.
private func possible(
    _ candidates: [LabelCandidate], _ text: LabelText, _ obstacles: LabelObstacles
) -> [LabelCandidate] {
    candidates.filter { candidate in
        let request = LabelRequest(name: "a", text: text, candidates: [candidate])
        return LabelPlacer.place([request], among: obstacles, in: page).unplaced.isEmpty
    }
}

// MARK: - Around a point

@Test func noPlaceAroundAPointMeetsItsMarker() {
    for text in ["1,234", "Ágñ", "107", "a"].map({ labelText($0) }) {
        for radius in [0.0, 1, 3, 8, 20] {
            for gap in [0.0, 1, 3.2, 6] {
                var obstacles = LabelObstacles()
                obstacles.add(circle: Point(7, -3), radius: radius, .hard)
                let candidates = LabelCandidate.around(
                    Point(7, -3), text: text, radius: radius, gap: gap, distances: [6, 20])
                #expect(candidates.count == (5 + 5 + 3 + 3 + 4) * 3)
                #expect(possible(candidates, text, obstacles) == candidates)
            }
        }
    }
}

@Test func theOrderOfSidesIsTheOrderOfCosts() {
    let text = labelText("12")
    for order in [LabelSide.chart, LabelSide.valley, LabelSide.map] {
        #expect(Set(order) == Set(LabelSide.allCases))
        let candidates = LabelCandidate.around(
            .zero, text: text, order: order, allowsSliding: false)
        #expect(candidates.map(\.cost) == [0, 1, 2, 3, 4, 5, 6, 7])
    }
    let only = LabelCandidate.around(.zero, text: text, order: [.below])
    #expect(only.allSatisfy { $0.box.minY > 0 && $0.cost < 1 })
    let above = LabelCandidate.around(Point(50, 50), text: text, radius: 3)[0].box
    #expect(above.midX == 50 && near(above.maxY, 43.8))
    #expect(LabelCandidate.around(.zero, text: text, order: []).isEmpty)
}

@Test func leadersEndBesideTheLettersTheyBelongTo() throws {
    let text = labelText("1,2")
    let far = LabelCandidate.around(Point(50, 50), text: text, radius: 4, distances: [20])
        .filter { !$0.leaders.isEmpty }
    #expect(far.count == 20)
    for candidate in far {
        let leader = try #require(candidate.leaders.first)
        #expect(near(leader.points[0].distance(to: Point(50, 50)), 5))
        #expect(!leader.intersects(candidate.box))
        #expect(candidate.cost >= 12)
    }
}

// MARK: - Bars

private let colors = LabelColors(ink: Color(0x222222))
private let navy = Color(0x14508C)

private func boxes(
    _ bar: Rect, _ direction: BarDirection, _ text: LabelText, fill: Color = navy
) -> [BarPlace: LabelCandidate] {
    let candidates = LabelCandidate.bar(
        bar, growing: direction, text: text, fill: fill, colors: colors, places: BarPlace.allCases)
    return Dictionary(uniqueKeysWithValues: zip(BarPlace.allCases, candidates))
}

@Test func labelsStandAtTheEndsOfLyingBars() throws {
    let text = labelText("12")  // 12 by 7.3 pt
    let right = boxes(Rect(x: 100, y: 10, width: 60, height: 20), .right, text)
    #expect(right[.insideEnd]?.box.maxX == 155 && right[.outsideEnd]?.box.minX == 164)
    #expect(right[.insideBase]?.box.minX == 105 && right[.center]?.box.midX == 130)
    #expect(right.values.allSatisfy { near($0.box.midY, 20) })
    let left = boxes(Rect(x: 40, y: 10, width: 60, height: 20), .left, text)
    #expect(left[.insideEnd]?.box.minX == 45 && left[.outsideEnd]?.box.maxX == 36)
    #expect(left[.insideBase]?.box.maxX == 95)
}

@Test func labelsStandAtTheEndsOfStandingBars() {
    let text = labelText("1,2")
    let up = boxes(Rect(x: 10, y: 100, width: 40, height: 60), .up, text)
    #expect(near(up[.insideEnd]?.box.minY ?? 0, 105))
    // The comma hangs 2.1 pt below the baseline, and keeps clear of the bar.
    #expect(near(up[.outsideEnd]?.box.maxY ?? 0, 96))
    #expect(near(up[.insideBase]?.box.maxY ?? 0, 155))
    let down = boxes(Rect(x: 10, y: 100, width: 40, height: 60), .down, text)
    #expect(near(down[.insideEnd]?.box.maxY ?? 0, 155))
    #expect(near(down[.outsideEnd]?.box.minY ?? 0, 164))
    #expect(up.values.allSatisfy { $0.box.midX == 30 && $0.alignment == .center })
}

@Test func labelsThatDoNotFitInsideStandOutside() {
    let place = { (width: Double, fill: Color) -> LabelPlacement.Label in
        let bar = Rect(x: 0, y: 0, width: width, height: 20)
        var obstacles = LabelObstacles()
        obstacles.add(bar, .soft(5), fill: fill)
        let text = labelText("1,234")  // 30 pt wide
        let request = LabelRequest(
            name: "a", text: text,
            candidates: LabelCandidate.bar(
                bar, growing: .right, text: text, fill: fill, colors: colors))
        return LabelPlacer.place([request], among: obstacles, in: page).labels[0]
    }
    #expect(place(60, navy).choice == 0 && place(60, navy).candidate?.color == .white)
    #expect(place(30, navy).choice == 1 && place(30, navy).candidate?.color == colors.ink)
    #expect(place(0, navy).choice == 1)
    #expect(place(60, navy).halo == nil && place(30, navy).halo == nil)
    // Neither white nor ink reads well on it.
    #expect(place(60, Color(0x7F7F7F)).choice == 1)
    #expect(place(60, Color(0xDDEEFF)).candidate?.color == colors.ink)
}

@Test func aBarOfAnySizeGivesFinitePlaces() {
    for bar in [
        Rect(x: 0, y: 0, width: 0, height: 0), Rect(x: 5, y: 5, width: 1e8, height: 0.001),
    ] {
        for direction in BarDirection.allCases {
            for (place, candidate) in boxes(bar, direction, labelText("1,2")) {
                #expect(candidate.box.minX.isFinite && candidate.box.maxY.isFinite)
                #expect((candidate.container == nil) == (place == .outsideEnd))
            }
        }
    }
}

// MARK: - Cells and rules

@Test func aCellHasItsLabelInTheMiddleOrNone() {
    let text = labelText("1,234")
    let cell = Rect(x: 10, y: 10, width: 40, height: 16)
    let candidate = LabelCandidate.cell(cell, text: text, fill: navy, colors: colors)
    #expect(candidate.map(\.box.center) == [cell.center])
    #expect(candidate.map(\.color) == [.white])
    #expect(possible(candidate, text, LabelObstacles()) == candidate)
    let narrow = Rect(x: 10, y: 10, width: 31, height: 16)
    let none = LabelCandidate.cell(narrow, text: text, fill: navy, colors: colors)
    #expect(possible(none, text, LabelObstacles()).isEmpty)
}

@Test func labelsOfRulesStandBesideThemInsideThePlot() {
    let plot = Rect(x: 20, y: 30, width: 200, height: 100)
    for text in ["meta 2025", "Ñ"].map({ labelText($0) }) {
        let level = LabelCandidate.rule(atY: 80, in: plot, text: text)
        let upright = LabelCandidate.rule(atX: 120, in: plot, text: text)
        #expect(level.count == 12 && upright.count == 12)
        var rules = LabelObstacles()
        rules.add(Polyline([Point(20, 80), Point(220, 80)]), .hard)
        #expect(possible(level, text, rules) == level)
        rules = LabelObstacles()
        rules.add(Polyline([Point(120, 30), Point(120, 130)]), .hard)
        #expect(possible(upright, text, rules) == upright)
        for candidate in level + upright {
            let letters = Rect(
                left: candidate.box.minX, top: candidate.box.minY - text.overhang.top,
                right: candidate.box.maxX, bottom: candidate.box.maxY + text.overhang.bottom)
            #expect(plot.contains(letters, tolerance: 1e-9))
        }
        #expect(level[0].box.maxX == 220 && level[0].box.maxY < 80 && level[0].cost == 0)
        #expect(upright[0].box.minX == 124 && near(upright[0].box.minY, 30 + text.overhang.top))
    }
    let wide = labelText(String(repeating: "a", count: 40))
    #expect(LabelCandidate.rule(atY: 80, in: plot, text: wide).isEmpty)
}

// MARK: - Containers

@Test func aSectorHoldsWhatLiesInsideItsArcs() {
    let small = { (x: Double, y: Double) in
        LabelCandidate(
            Rect(x: x - 4, y: y - 4, width: 8, height: 8),
            container: .sector(
                center: .zero, inner: 40, outer: 100, fromDegrees: 0, toDegrees: 90))
    }
    let text = LabelText(size: Size(8, 8))
    let holds = { (x: Double, y: Double) in
        !possible([small(x, y)], text, LabelObstacles()).isEmpty
    }
    #expect(holds(50, -50) && holds(5, -70) && holds(93, -5))
    #expect(!holds(20, -20) && !holds(-20, -70) && !holds(80, -80) && !holds(0, -70))
    for (start, end) in [(0.0, 0.0), (90, 0), (.nan, 90), (0, .nan)] {
        let none = LabelContainer.sector(
            center: .zero, inner: 0, outer: 100, fromDegrees: start, toDegrees: end)
        #expect(none == .polygon([]))
    }
    var whole = small(0, 0)
    whole.container = .sector(
        center: .zero, inner: 0, outer: 100, fromDegrees: 0, toDegrees: 360)
    #expect(!possible([whole], text, LabelObstacles()).isEmpty)
}
