import Graphics
import Layout
import TestSupport
import Testing

private let page = Rect(x: 0, y: 0, width: 200, height: 100)
private let text = LabelText(
    TextLine(runs: [TextRun("12", ten)], width: 20, ascent: 9.7, descent: 2.4))

/// One label of 20 by 7.3 pt at a place.
private func label(
    at x: Double, _ y: Double, allowsShapes: Bool = true, container: LabelContainer? = nil,
    color: Color? = nil, _ obstacles: LabelObstacles
) -> LabelPlacement.Label {
    let candidate = LabelCandidate(
        Rect(x: x, y: y, width: 20, height: 7.3), color: color, allowsShapes: allowsShapes,
        container: container)
    let request = LabelRequest(name: "a", text: text, candidates: [candidate])
    return LabelPlacer.place([request], among: obstacles, in: page).labels[0]
}

// MARK: - What is met

@Test func allKindsOfHardThingsKeepLabelsAway() {
    let add: [(inout LabelObstacles, LabelObstacles.Weight) -> Void] = [
        { $0.add(Rect(x: 60, y: 40, width: 10, height: 10), $1) },
        { $0.add(Polyline([Point(0, 45), Point(200, 46)]), $1) },
        { $0.add(circle: Point(60, 45), radius: 5, $1) },
        { $0.add(polygon: [Point(55, 35), Point(100, 45), Point(55, 60)], $1) },
        // Around the label, without an edge in it.
        { $0.add(polygon: [Point(0, 0), Point(200, 0), Point(200, 90), Point(0, 90)], $1) },
        { obstacles, _ in obstacles.add(text: Rect(x: 60, y: 45, width: 3, height: 3)) },
    ]
    for (kind, add) in add.enumerated() {
        var hard = LabelObstacles()
        add(&hard, .hard)
        #expect(label(at: 50, 42, hard).candidate == nil)
        #expect(label(at: 150, 92, hard).candidate != nil)
        var soft = LabelObstacles()
        add(&soft, .soft(3))
        let isText = kind == 5
        #expect((label(at: 50, 42, soft).candidate == nil) == isText)
        #expect(label(at: 50, 42, allowsShapes: false, soft).candidate == nil)
        var free = LabelObstacles()
        add(&free, .soft(0))
        #expect((label(at: 50, 42, allowsShapes: false, free).candidate == nil) == isText)
    }
}

@Test func lettersKeepTwoPointsSidewaysAndOneAndAHalfUpAndDown() {
    var obstacles = LabelObstacles()
    obstacles.add(text: Rect(x: 50, y: 40, width: 20, height: 10))
    #expect(label(at: 72, 40, obstacles).candidate != nil)
    #expect(label(at: 71.9, 40, obstacles).candidate == nil)
    #expect(label(at: 28, 40, obstacles).candidate != nil)
    #expect(label(at: 28.1, 40, obstacles).candidate == nil)
    #expect(label(at: 50, 51.5, obstacles).candidate != nil)
    #expect(label(at: 50, 51.4, obstacles).candidate == nil)
}

@Test func wideLinesReachAsFarAsTheirStroke() {
    var obstacles = LabelObstacles()
    obstacles.add(Polyline([Point(0, 20), Point(200, 20)]), width: 10, .hard)
    #expect(label(at: 50, 26.5, obstacles).candidate != nil)
    #expect(label(at: 50, 26.4, obstacles).candidate == nil)
}

@Test func aLineIsPaidForOnceHoweverOftenItCrosses() {
    var obstacles = LabelObstacles()
    obstacles.add(
        Polyline((0..<40).map { Point(50 + Double($0) / 2, $0 % 2 == 0 ? 30 : 60) }), .soft(3))
    let crossed = LabelCandidate(Rect(x: 50, y: 40, width: 20, height: 7.3))
    let beside = LabelCandidate(Rect(x: 120, y: 40, width: 20, height: 7.3), cost: 3.5)
    let request = LabelRequest(name: "a", text: text, candidates: [crossed, beside])
    #expect(LabelPlacer.place([request], among: obstacles, in: page).labels[0].choice == 0)
    obstacles.add(Polyline([Point(50, 40), Point(60, 50)]), .soft(1))
    #expect(LabelPlacer.place([request], among: obstacles, in: page).labels[0].choice == 1)
}

@Test func whatALabelIsInsideOfIsNotInItsWay() {
    let bar = Rect(x: 40, y: 30, width: 60, height: 20)
    var obstacles = LabelObstacles()
    obstacles.add(bar, .hard, fill: .black)
    let inside = label(at: 50, 35, container: .rect(bar), color: .white, obstacles)
    #expect(inside.candidate != nil && inside.halo == nil)
    #expect(label(at: 50, 35, obstacles).candidate == nil)
    // Text in the bar stays in its way.
    obstacles.add(text: Rect(x: 45, y: 30, width: 30, height: 20))
    #expect(label(at: 50, 35, container: .rect(bar), color: .white, obstacles).candidate == nil)
}

@Test func leadersRunAroundTextAndMarkers() {
    let box = Rect(x: 150, y: 40, width: 20, height: 7.3)
    let leader = Polyline([Point(20, 43), Point(149, 43)])
    let request = LabelRequest(
        name: "a", text: text, candidates: [LabelCandidate(box, leaders: [leader])])
    let isPlaced = { (add: (inout LabelObstacles) -> Void) in
        var obstacles = LabelObstacles()
        add(&obstacles)
        return LabelPlacer.place([request], among: obstacles, in: page).unplaced.isEmpty
    }
    let triangle = { (x: Double) in [Point(x, 30), Point(x + 30, 43), Point(x, 60)] }
    #expect(isPlaced { _ in })
    #expect(!isPlaced { $0.add(text: Rect(x: 80, y: 40, width: 10, height: 10)) })
    #expect(!isPlaced { $0.add(circle: Point(80, 44), radius: 3, .hard) })
    #expect(!isPlaced { $0.add(Rect(x: 80, y: 40, width: 10, height: 10), .hard) })
    #expect(!isPlaced { $0.add(polygon: triangle(80), .hard) })
    #expect(!isPlaced { $0.add(Polyline([Point(80, 20), Point(80, 60)]), .hard) })
    // Soft things may lie under a leader, and what it begins in must.
    #expect(isPlaced { $0.add(circle: Point(80, 44), radius: 3, .soft(9)) })
    #expect(isPlaced { $0.add(circle: Point(20, 43), radius: 3, .hard) })
    #expect(isPlaced { $0.add(Rect(x: 10, y: 40, width: 20, height: 10), .hard) })
    #expect(isPlaced { $0.add(polygon: triangle(15), .hard) })
    #expect(isPlaced { $0.add(Polyline([Point(20, 20), Point(20, 60)]), .hard) })
}

@Test func strangeThingsAreNotThere() {
    for number in [Double.nan, .infinity, -.infinity, 1e308] {
        var obstacles = LabelObstacles()
        obstacles.add(text: Rect(x: number, y: 0, width: 10, height: 10))
        obstacles.add(Rect(x: 0, y: 0, width: number, height: number), .hard)
        obstacles.add(
            Polyline([Point(number, 0), Point(50, number), Point(number, number)]), .hard)
        obstacles.add(circle: Point(50, 50), radius: number, .hard)
        obstacles.add(circle: Point(number, 50), radius: 5, .hard)
        obstacles.add(polygon: [Point(number, 0), Point(0, number), Point(50, 50)], .hard)
        obstacles.add(polygon: [Point(1, 1), Point(2, 2)], .hard)
        obstacles.add(Polyline([Point(0, 90), Point(200, 90)]), width: number, .soft(number))
        #expect(label(at: 50, 40, obstacles).candidate != nil)
    }
}

// MARK: - Halos

@Test func aHaloLiesBehindLettersThatALineCrosses() throws {
    var obstacles = LabelObstacles(ground: Color(0xFAFAFA))
    #expect(label(at: 50, 40, obstacles).halo == nil)
    obstacles.add(Polyline([Point(0, 44), Point(200, 44)]), width: 0.5, .soft(0))
    let halo = try #require(label(at: 50, 40, obstacles).halo)
    #expect(halo.color == Color(0xFAFAFA))
    #expect(halo.box == Rect(left: 48, top: 38.5, right: 72, bottom: 48.8))
    #expect(label(at: 50, 60, obstacles).halo == nil)
}

@Test func aHaloIsNeededWhereLettersReadBadlyOnOneSideOfAnEdge() {
    var obstacles = LabelObstacles()
    obstacles.add(Rect(x: 0, y: 30, width: 60, height: 40), .soft(1), fill: Color(0x444444))
    #expect(label(at: 50, 40, obstacles).halo != nil)
    // Over the edge of something pale they read well on both sides.
    var pale = LabelObstacles()
    pale.add(Rect(x: 0, y: 30, width: 60, height: 40), .soft(1), fill: Color(0xEEEEEE))
    #expect(label(at: 10, 40, pale).halo == nil)
    #expect(label(at: 50, 40, pale).halo == nil)
    // A shape over the edge makes it uniform again.
    obstacles.add(Rect(x: 40, y: 30, width: 60, height: 40), .soft(1), fill: Color(0xDDDDDD))
    #expect(label(at: 50, 40, obstacles).halo == nil)
    // So does a neighbour of the same colour, but not one of an unknown colour.
    var neighbours = LabelObstacles()
    neighbours.add(Rect(x: 0, y: 30, width: 90, height: 40), .soft(1), fill: .white)
    neighbours.add(Rect(x: 60, y: 30, width: 60, height: 40), .soft(1), fill: .white)
    #expect(label(at: 50, 40, neighbours).halo == nil)
    neighbours.add(circle: Point(55, 44), radius: 3, .soft(1))
    #expect(label(at: 50, 40, neighbours).halo != nil)
}

@Test func aHaloIsNeededWhereTheColourIsTooNearToTheLetters() {
    var obstacles = LabelObstacles()
    let bar = Rect(x: 0, y: 30, width: 90, height: 40)
    obstacles.add(bar, .soft(1), fill: Color(0x222222))
    #expect(label(at: 50, 40, obstacles).halo?.color == .white)
    #expect(label(at: 50, 40, color: .white, obstacles).halo == nil)
    // Inside a bar the halo has the bar's colour.
    obstacles.add(Polyline([Point(0, 44), Point(200, 44)]), .soft(1))
    let inside = label(at: 50, 40, container: .rect(bar), color: .white, obstacles)
    #expect(inside.halo?.color == Color(0x222222))
}
