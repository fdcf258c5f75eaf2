import Diagnostics
import Graphics
import Layout
import Maps
import Scales
import TestSupport
import Testing

import struct Graphics.Tag

private let page = Rect(x: 10, y: 20, width: 400, height: 200)
private let look = TextStyle(family: "Inter", size: 10)

private func label(
    _ name: String, _ anchor: GeoPoint?, at place: Point,
    _ alignment: HorizontalAlignment = .left
) -> MapLabelStack {
    MapLabelStack(
        heading: [], rows: [.init(name: name, runs: [TextRun(name, look)], anchor: anchor)],
        place: place, alignment: alignment, pitch: 14)
}

/// How leaders are drawn.
private let leader = Stroke(Ink.ink, width: 0.75, join: .round)

// MARK: - Regions

@Test func theMapStandsInItsPlace() throws {
    for (alignment, left) in [(HorizontalAlignment.left, 30.0), (.center, 110), (.right, 190)] {
        var chart = try Quarters.chart()
        chart.margins = Insets(horizontal: 20, vertical: 0)
        chart.alignment = alignment
        let map = try #require(chart.placed(in: page))
        let corner = try #require(map.point(place(-10, 10)))
        #expect(corner.distance(to: Point(left, 20)) < 1e-6)
        let opposite = try #require(map.point(place(10, -10)))
        #expect(opposite.distance(to: Point(left + 200, 220)) < 1e-6)
    }
}

@Test func litRegionsLieOverTheOthers() throws {
    let canvas = drawn(try Quarters.chart(), in: page)
    #expect(canvas.findings.all.isEmpty)
    let colors = canvas.items.leaves.compactMap { item -> Color? in
        guard case .path(_, .color(let color)?, _) = item else { return nil }
        return color
    }
    #expect(colors == [Ink.land, Ink.land, Ink.lit, Ink.lit])
}

@Test func aRegionsOwnOutlineReplacesTheBorder() throws {
    var chart = try Quarters.chart()
    let outline = Stroke(.black, width: 2)
    chart.regions[0].outline = outline
    let strokes = drawn(chart, in: page).items.leaves.compactMap { item -> Stroke? in
        guard case .path(_, _, let stroke) = item else { return nil }
        return stroke
    }
    #expect(strokes.filter { $0 == outline }.count == 1)
    #expect(strokes.filter { $0 == Ink.border }.count == 3)
}

@Test func whatReachesBeyondIsCutOffWhereThatIsAskedFor() throws {
    var chart = try Quarters.chart()
    chart.fitted = [Quarters.all[3]]
    let clips = { (chart: MapChart) in
        drawn(chart, in: page).items.flatMap { item -> [Path?] in
            guard case .tagged(_, let items) = item else { return [] }
            return items.map { if case .group(_, _, let clip) = $0 { clip } else { nil } }
        }.compactMap { $0 }
    }
    #expect(clips(chart).isEmpty)
    chart.isClipped = true
    #expect(clips(chart) == [.rect(page)])
}

@Test func theSameMapMakesTheSameScene() throws {
    var chart = try Quarters.chart()
    chart.labels = [label("a", place(5, 5), at: Point(350, 60))]
    chart.lenses = [
        MapLens(
            center: place(5, 5), magnification: 3,
            frame: Rect(x: 320, y: 120, width: 80, height: 80))
    ]
    let (one, other) = (drawn(chart, in: page), drawn(chart, in: page))
    #expect(one.items == other.items && one.findings == other.findings)
}

@Test func theMapsWeShipAreDrawnFinite() {
    for (projection, features) in [
        (Projection.mexico, MapFiles.mexico.features), (.world, MapFiles.world.features),
    ] {
        let chart = MapChart(
            regions: features.map {
                MapRegion(features: [$0], fill: .color(Ink.land), isLit: false)
            },
            fitted: features, projection: projection, border: Ink.border, ink: Ink.ink,
            ground: .white)
        let canvas = drawn(chart, in: page)
        #expect(canvas.findings.all.isEmpty && canvas.items.isFinite)
        #expect(canvas.items.fills(Ink.land).count > features.count / 2)
    }
}

// MARK: - Labels

@Test func leadersEndInDotsAndLieUnderTheText() throws {
    var chart = try Quarters.chart()
    chart.labels = [
        label("Este", place(8, 5), at: Point(350, 60)),
        label("Oeste", place(-8, -5), at: Point(60, 180), .right),
    ]
    let canvas = drawn(chart, in: page)
    #expect(canvas.findings.all.isEmpty)
    let map = try #require(chart.placed(in: page))
    let leaders = canvas.items.strokes(leader)
    #expect(
        leaders.compactMap(\.corners.first)
            == [place(8, 5), place(-8, -5)].compactMap { map.point($0) })
    #expect(canvas.items.fills(.white).count == 2)
    #expect(canvas.items.texts.map(\.text) == ["Este", "Oeste"])
    guard case .text? = canvas.items.last else {
        Issue.record("text lies on top")
        return
    }
}

@Test func labelsOfOnePlaceShareItsDot() throws {
    var chart = try Quarters.chart()
    chart.labels = [
        label("uno", place(8, 5), at: Point(350, 40)),
        label("dos", place(8, 5), at: Point(350, 90)),
    ]
    let canvas = drawn(chart, in: page)
    #expect(canvas.findings.all.isEmpty)
    #expect(canvas.items.strokes(leader).count == 2 && canvas.items.fills(.white).count == 1)
}

@Test func leadersThatCrossAreNamed() throws {
    var chart = try Quarters.chart()
    // Both labels stand to the right, the upper one for the lower place.
    chart.labels = [
        label("alto", place(8, -8), at: Point(350, 40)),
        label("bajo", place(8, 8), at: Point(350, 200)),
    ]
    #expect(drawn(chart, in: page).messages == ["the leaders of “alto” and “bajo” cross"])
}

@Test func labelsThatOverlapAreNamed() throws {
    var chart = try Quarters.chart()
    chart.labels = [
        label("Celaya", nil, at: Point(300, 60)), label("Irapuato", nil, at: Point(310, 63)),
    ]
    #expect(drawn(chart, in: page).messages == ["the labels “Irapuato” and “Celaya” overlap"])
    chart.labels[1].place.y = 90
    #expect(drawn(chart, in: page).findings.all.isEmpty)
}

@Test func rowsOfAStackThatOverlapAreNamedEachByItsName() throws {
    var chart = try Quarters.chart()
    chart.labels = [label("Celaya", nil, at: Point(300, 60))]
    chart.labels[0].rows.append(
        .init(name: "Silao", runs: [TextRun("Silao", look)], anchor: nil))
    chart.labels[0].pitch = 3
    #expect(drawn(chart, in: page).messages == ["the labels “Silao” and “Celaya” overlap"])
}

@Test func aPlaceThatIsNotOnTheMapIsNamed() throws {
    var chart = try Quarters.chart()
    chart.labels = [label("Atlantis", place(.nan, 5), at: Point(300, 60))]
    let canvas = drawn(chart, in: page)
    #expect(canvas.messages == ["the place of “Atlantis” is not on the map"])
    #expect(canvas.items.isFinite)
}

// MARK: - Lenses

@Test func aLensShowsItsPartLargerInItsFrame() throws {
    var chart = try Quarters.chart()
    let frame = Rect(x: 320, y: 120, width: 80, height: 80)
    chart.lenses = [MapLens(center: place(5, 5), magnification: 4, frame: frame)]
    chart.labels = [label("Silao", place(5, 5), at: Point(300, 60), .right)]
    let canvas = drawn(chart, in: page)
    #expect(!canvas.findings.hasErrors)
    #expect(
        canvas.items.strokes(Stroke(Ink.ink, width: 1)).compactMap(\.controlBounds).contains(frame))
    // What the lens shows is labelled in the lens.
    let start = try #require(canvas.items.strokes(leader).first?.corners.first)
    #expect(start.distance(to: frame.center) < 1e-6)
    let clips = canvas.items.flatMap { item -> [Path] in
        guard case .tagged(_, let items) = item else { return [] }
        return items.compactMap { if case .group(_, _, let clip) = $0 { clip } else { nil } }
    }
    #expect(clips == [.rect(frame)])
}

@Test func aLensOverAPlaceThatIsNotOnTheMapIsAnError() throws {
    var chart = try Quarters.chart()
    chart.lenses = [
        MapLens(
            center: place(.nan, 0), magnification: 3,
            frame: Rect(x: 320, y: 120, width: 80, height: 80))
    ]
    #expect(
        drawn(chart, in: page).messages == ["a lens looks at a place that is not on the map"])
}

// MARK: - Failures

@Test func aMapOfNothingAndAMapWithoutRoomAreErrors() throws {
    let message = "the map has nothing to show in its frame"
    var chart = try Quarters.chart()
    for rect in [Rect(x: 0, y: 0, width: 0, height: 0), Rect(x: 0, y: 0, width: 300, height: 1)] {
        let canvas = drawn(chart, in: rect)
        #expect(canvas.messages == [message] && canvas.items.isEmpty)
    }
    chart.fitted = []
    #expect(drawn(chart, in: page).messages == [message])
}

// MARK: - Scene

@Test func aMapReadsAsBefore() throws {
    let style = TextStyle(family: "Inter", size: 10)
    var chart = try Quarters.chart()
    chart.alignment = .left
    chart.labels = [
        MapLabelStack(
            heading: [TextRun("Este", style)],
            rows: [
                .init(
                    name: "Silao",
                    glyphs: [PinGlyph(shape: .circle, color: Ink.lit, ground: .white)],
                    runs: [TextRun("Silao", style)], anchor: place(6, 6)),
                .init(name: "Celaya", runs: [TextRun("Celaya", style)], anchor: place(8, 2)),
            ], place: Point(260, 60), alignment: .left, pitch: 14)
    ]
    chart.lenses = [
        MapLens(
            center: place(5, -5), magnification: 2,
            frame: Rect(x: 300, y: 130, width: 80, height: 60))
    ]
    let canvas = drawn(chart, in: Rect(x: 0, y: 0, width: 400, height: 200))
    expectText(Scene(size: Size(400, 200), items: canvas.items).dump, matches: "maps-chart")
}
