import Diagnostics
import Graphics
import Layout
import TestSupport
import Testing

@testable import Maps

private let frame = Rect(x: 10, y: 20, width: 500, height: 260)

/// Four squares with some labels and insets, in a frame with room at both sides.
private func promises(_ insets: [MapInset], _ labels: [MapLabel]) throws -> PlanPromises {
    var chart = try Quarters.chart()
    chart.insets = insets
    chart.labels = labels
    chart.margins = Insets(horizontal: 120, vertical: 10)
    return try #require(PlanPromises(chart, in: frame))
}

private func label(_ name: String, _ longitude: Double, _ latitude: Double) -> MapLabel {
    MapLabel(rows: [CityScene.row(name, name, place(longitude, latitude))], pitch: 13)
}

private let crowd = [
    label("uno", 4, 4), label("dos", 4.4, 4.1), label("tres", 4.2, 4.5), label("cuatro", 4.6, 4.6),
]

// MARK: - What is shown

@Test func anInsetShowsItsPlacesLarger() throws {
    let inset = MapInset(
        name: "1", .places(crowd.compactMap { $0.rows[0].place }), magnification: 9)
    let plan = try promises([inset], crowd + [label("lejos", -5, -5)])
    #expect(plan.broken == [] && plan.messages == [])
    let placed = try #require(plan.plan.insets.first)
    let map = try #require(placed.map)
    for label in crowd {
        let point = try #require(label.rows[0].place.flatMap { plan.map.point($0) })
        #expect(placed.locator.contains(point))
        // Magnified about the locator's middle, into the frame.
        let shown = try #require(label.rows[0].place.flatMap { map.point($0) })
        let expected =
            placed.frame.center + (point - placed.locator.center) * 9
        #expect(shown.distance(to: expected) < 1e-6)
        let labelled = try #require(plan.plan.labels.first { $0.name == label.name })
        #expect(labelled.leaders.first?.points.first.map { $0.distance(to: shown) < 1e-6 } == true)
    }
    #expect(abs(placed.frame.width - placed.locator.width * 9) < 1e-6)
}

@Test func anInsetWithoutLabelsIsPlacedToo() throws {
    let plan = try promises([MapInset(name: "1", .around(place(0, 0), Size(80, 60)))], [])
    #expect(plan.broken == [] && plan.messages == [])
    #expect(plan.plan.insets.count == 1)
    #expect(plan.plan.insets[0].frame.size == Size(80, 60))
    #expect(!plan.plan.insets[0].frame.intersects(plan.plan.insets[0].locator))
}

@Test func twoInsetsStandApart() throws {
    let plan = try promises(
        [
            MapInset(name: "1", .around(place(4.3, 4.3), Size(70, 60)), magnification: 6),
            MapInset(name: "2", .around(place(-5, -5), Size(60, 60)), magnification: 4),
        ], crowd + [label("cinco", -5, -5), label("seis", -5.4, -5.2)])
    #expect(plan.broken == [] && plan.messages == [])
    #expect(plan.plan.insets.count == 2)
    #expect(!plan.plan.insets[0].frame.intersects(plan.plan.insets[1].frame))
}

@Test func anInsetAtTheEdgeOfTheMapIsMovedInside() throws {
    var chart = try Quarters.chart()
    chart.insets = [MapInset(name: "1", .around(place(9.9, 9.9), Size(60, 60)), magnification: 2)]
    let room = Rect(x: 0, y: 0, width: 300, height: 200)
    let plan = try #require(PlanPromises(chart, in: room))
    #expect(plan.messages == [] && plan.broken == [])
    #expect(room.contains(try #require(plan.plan.insets.first).locator, tolerance: 1e-6))
}

@Test func labelsOfInterleavedPlacesInAnInsetStandOneByOne() throws {
    // Two labels whose places alternate from north to south: as blocks, their leaders would cross.
    let odd = [4.0, 4.4, 4.8], even = [4.2, 4.6, 5.0]
    let labels = [odd, even].enumerated().map { number, heights in
        MapLabel(
            heading: [TextRun("grupo", CityScene.style)],
            rows: heights.map { height in
                CityScene.row("\(number) en \(height)", "en \(height)", place(4, height))
            }, pitch: 13)
    }
    let places = labels.flatMap(\.rows).compactMap(\.place)
    let plan = try promises([MapInset(name: "1", .places(places), magnification: 10)], labels)
    #expect(plan.broken == [])
    #expect(plan.plan.labels.flatMap(\.leaders).count == 6)
    // What the labels lose by that is told.
    #expect(plan.messages.count == 2)
    #expect(plan.messages.allSatisfy { $0.contains("without their heading “grupo”") })
}

@Test func whatIsWrongWithAnInsetIsToldWhereItIsWritten() throws {
    let line = SourceLocation(file: "deck.yaml", line: 7, column: 3)
    var chart = try Quarters.chart()
    chart.insets = [
        MapInset(name: "1", .around(place(50, 95), Size(60, 60)), location: line),
        // Larger than the page.
        MapInset(name: "2", .around(place(0, 0), Size(900, 900)), location: line),
    ]
    let findings = drawn(chart, in: frame).findings.all
    #expect(findings.count == 2 && findings.allSatisfy { $0.location == line })
}

// MARK: - What cannot be shown

@Test func anInsetWithoutRoomIsAnErrorAndItsLabelsStandOnTheMap() throws {
    // Places all over the map, enlarged: a frame larger than the page.
    let corners = [label("so", -9, -9), label("ne", 9, 9)]
    let plan = try promises(
        [
            MapInset(
                name: "todo", .places(corners.compactMap { $0.rows[0].place }), magnification: 5)
        ],
        corners)
    #expect(plan.plan.insets.isEmpty)
    #expect(plan.plan.labels.map(\.name) == ["so", "ne"])
    #expect(plan.messages.count == 1 && plan.messages[0].contains("the inset “todo”"))
}

@Test func anInsetOfNoPlaceIsAnError() throws {
    for extent in [
        MapInset.Extent.places([]), .places([place(.nan, 0)]),
        .around(place(.infinity, 0), Size(50, 50)), .around(place(0, 0), Size(0, 50)),
        .around(place(0, 0), Size(.nan, 50)), .around(place(0, 0), Size(.infinity, 50)),
    ] {
        let plan = try promises([MapInset(name: "1", extent)], crowd)
        #expect(plan.plan.insets.isEmpty)
        #expect(plan.messages.contains { $0.contains("the inset “1” looks at a place") })
        #expect(plan.plan.labels.count == 4)
    }
}

@Test func magnificationsStayWithinReason() throws {
    for (magnification, used) in [
        (1e300, 50.0), (-.infinity, 1.2), (.nan, 1.2), (0, 1.2), (7, 7),
    ] {
        let plan = try promises(
            [
                MapInset(
                    name: "1", .around(place(4, 4), Size(60, 60)), magnification: magnification)
            ], [])
        let inset = try #require(plan.plan.insets.first)
        #expect(abs(inset.frame.width / inset.locator.width - used) < 1e-9)
    }
}

// MARK: - Nudges

@Test func anInsetStandsWhereItsNudgeWantsIt() throws {
    var inset = MapInset(name: "1", .around(place(4.3, 4.3), Size(70, 60)), magnification: 6)
    inset.nudge = Point(0.5, 0)
    let first = try #require(try promises([inset], crowd).plan.insets.first)
    inset.nudge = Point(2.5, -6)
    let plan = try promises([inset], crowd)
    let second = try #require(plan.plan.insets.first)
    #expect(plan.messages == [])
    #expect(plan.broken == [])
    #expect(second.frame.origin.distance(to: first.frame.origin + Point(2, -6)) < 1e-9)
}

@Test func aNudgeOfALabelBesideAnInsetIsSaidToBeLost() throws {
    var labels = crowd
    labels[0].nudge = Point(5, 5)
    let plan = try promises(
        [MapInset(name: "1", .around(place(4.3, 4.3), Size(70, 60)), magnification: 6)], labels)
    #expect(
        plan.messages == [
            "the nudge of uno cannot be kept: it stands beside the inset “1”"
        ])
    #expect(plan.plan.labels.count == 4)
}

// MARK: - Rays

@Test func raysJoinTheSidesThatFaceEachOther() {
    let locator = Rect(x: 100, y: 100, width: 10, height: 10)
    for (x, y) in [(200.0, 90.0), (0, 95), (95, 200), (90, 0), (200, 180)] {
        let frame = Rect(x: x, y: y, width: 40, height: 30)
        let (one, other) = MapInset.rays(from: locator, to: frame)
        #expect(!one.crosses(other))
        for ray in [one, other] {
            #expect(!ray.intersects(locator) && !ray.intersects(frame))
        }
    }
}
