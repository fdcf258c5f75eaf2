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

private func label(_ name: String, _ place: GeoPoint?) -> MapLabel {
    MapLabel(rows: [.init(name: name, runs: [TextRun(name, look)], place: place)], pitch: 14)
}

/// How leaders are drawn.
private let leader = Stroke(Ink.ink, width: 0.75, join: .round)

// MARK: - Pins

@Test func signsStandAtTheirPlacesAndTheirNamesBesideThem() throws {
    var chart = try Quarters.chart()
    let glyph = PinGlyph(shape: .square, color: .black, ground: .white)
    chart.pins = [
        MapChart.Pin(name: "a", place: place(5, 5), glyph: glyph),
        MapChart.Pin(name: "b", place: place(-5, -5), glyph: glyph),
    ]
    chart.labels = [label("a", place(5, 5))]
    chart.labels[0].rows[0].clearance = MapChart.Pin.clearance(of: glyph)
    let map = try #require(chart.placed(in: page))
    let canvas = drawn(chart, in: page)
    #expect(canvas.findings.all.isEmpty)
    let middles = canvas.items.fills(.black).compactMap { $0.controlBounds?.center }
    for (pin, middle) in zip(chart.pins, middles) {
        #expect(middle.distance(to: try #require(map.point(pin.place))) < 1e-6)
    }
    #expect(middles.count == 2)
    // A place with a sign gets no dot, and its name keeps clear of the sign.
    let plan = try #require(chart.plan(in: page, measuring: FixedMeasurer()))
    #expect(plan.labels.count == 1 && plan.labels[0].dots.isEmpty)
    #expect(!plan.labels[0].box.intersects(Rect(around: middles[0], radius: 4)))
}

@Test func aSignBesideTheMapIsAnError() throws {
    var chart = try Quarters.chart()
    let glyph = PinGlyph(shape: .star, color: .black, ground: .white)
    let line = SourceLocation(file: "deck.yaml", line: 9, column: 1)
    chart.pins = [MapChart.Pin(name: "a", place: place(80, 50), glyph: glyph, location: line)]
    let findings = drawn(chart, in: page).findings.all
    #expect(findings.map(\.location) == [line])
    #expect(findings[0].message == "the place of the pin “a” is not on the map")
}

@Test func whatStandsAtTheEdgeHasRoomInTheFrame() throws {
    var chart = try Quarters.chart()
    let glyph = PinGlyph(shape: .circle, color: .black, ground: .white)
    chart.pins = [MapChart.Pin(place: place(0, 10), glyph: glyph)]
    chart.symbols = [
        MapChart.Symbol(place: place(0, -10), radius: 20, color: .black)
    ]
    let map = try #require(chart.placed(in: page))
    let (top, bottom) = (
        try #require(map.point(place(0, 10))), try #require(map.point(place(0, -10)))
    )
    #expect(top.y >= page.minY + 4 - 0.01 && bottom.y <= page.maxY - 20 + 0.01)
    #expect(bottom.y > page.maxY - 30)
}

@Test func leadersHaveCasingsOnDarkLandOnly() throws {
    func strokes(_ fill: Color) throws -> [Stroke] {
        var chart = try Quarters.chart()
        for index in chart.regions.indices { chart.regions[index].fill = .color(fill) }
        chart.labels = [
            MapLabel(
                rows: [
                    .init(name: "a", runs: [TextRun("a", look)], place: place(5, 5)),
                    .init(name: "b", runs: [TextRun("b", look)], place: place(-5, 5)),
                ], pitch: 14)
        ]
        return drawn(chart, in: page).items.leaves.compactMap { item -> Stroke? in
            guard case .path(_, nil, let stroke) = item else { return nil }
            return stroke
        }
    }
    #expect(try strokes(Ink.land).contains(leader))
    #expect(try !strokes(Ink.land).contains { $0.width == 2 })
    let dark = try strokes(Ink.lit)
    let (casing, line) = (
        try #require(dark.lastIndex { $0.width == 2 }), try #require(dark.firstIndex(of: leader))
    )
    #expect(casing < line)
}

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
    // All other borders are one path.
    #expect(strokes.filter { $0 == Ink.border }.count == 1)
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
    chart.labels = [label("a", place(-5, 5))]
    chart.insets = [MapInset(name: "1", .around(place(5, 5), Size(60, 60)), magnification: 3)]
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

@Test func aBorderBetweenTwoAreasIsDrawnOnce() throws {
    // Eight sides of the four squares lie outside, four between two of them; each is 100 pt long. Coasts
    // in the colour of the page would only make islands smaller.
    for (color, expected) in [(Color.white, 400.0), (.black, 1200)] {
        var chart = try Quarters.chart()
        chart.border = Stroke(color, width: 0.75)
        let borders = drawn(chart, in: page).items.strokes(chart.border)
        #expect(borders.count == 1)
        var length = 0.0
        var last = Point.zero
        for element in borders.flatMap(\.elements) {
            switch element {
            case .move(let point): last = point
            case .line(let point), .curve(_, _, let point):
                length += last.distance(to: point)
                last = point
            case .close: break
            }
        }
        #expect(abs(length - expected) < 0.01)
    }
}

@Test func aRegionTooSmallToBeSeenIsACircleOfItsColour() throws {
    var chart = try Quarters.chart()
    let islet = square("i", 14, 0, side: 0.1)
    chart.regions.append(MapRegion(features: [islet], fill: .color(.black), isLit: true))
    let fills = drawn(chart, in: page).items.fills(.black)
    #expect(fills.count == 2)
    #expect(abs(try #require(fills.last?.controlBounds).width - 4.8) < 0.01)
    chart.regions[4].isLit = false
    #expect(drawn(chart, in: page).items.fills(.black).count == 1)
}

@Test func aDotDoesNotHideASmallRegion() throws {
    var chart = try Quarters.chart()
    let islet = square("i", 5, 5, side: 1)
    chart.regions.append(MapRegion(features: [islet], fill: .color(.black), isLit: true))
    chart.labels = [
        MapLabel(
            rows: [.init(name: "isla", runs: [TextRun("isla", look)], place: nil)], pitch: 14,
            region: 4)
    ]
    let plan = try #require(chart.plan(in: page, measuring: FixedMeasurer()))
    let dot = try #require(plan.labels.first?.dots.first)
    #expect(plan.labels[0].leaders.count == 1)
    let dots = drawn(chart, in: page).items.fills(.black).compactMap(\.controlBounds)
    #expect(dots.contains { $0.center.distance(to: dot) < 0.01 && abs($0.width - 4.6) < 0.01 })
}

@Test func anOutlineRunsAroundItsAreasOverAllBorders() throws {
    var chart = try Quarters.chart()
    let stroke = Stroke(.black, width: 2)
    chart.outlines = [.init(Quarters.all, stroke)]
    let leaves = drawn(chart, in: page).items.leaves
    guard case .path(let path, nil, stroke)? = leaves.last else {
        Issue.record("the outline lies on top")
        return
    }
    let middle = try #require(chart.placed(in: page)?.point(place(0, 0)))
    #expect(!path.corners.contains { $0.distance(to: middle) < 1 })
}

@Test func waterAndGraticuleLieUnderTheLand() throws {
    var chart = try Quarters.chart()
    chart.water = .black
    chart.showsEarth = true
    chart.grid = .init(try Graticule(every: 30), Stroke(.black, width: 0.5))
    let leaves = drawn(chart, in: page).items.leaves
    #expect(leaves.isFinite)
    let kinds = leaves.map { item -> String in
        guard case .path(_, let fill, let stroke) = item else { return "?" }
        if fill == .color(.black) { return "water" }
        if stroke?.width == 0.5 { return "grid" }
        return stroke == nil ? "land" : "border"
    }
    #expect(kinds == ["water", "grid", "land", "land", "land", "land", "border", "border"])
    // The edge of the earth, over where lines end at it.
    let map = try #require(chart.placed(in: page))
    let edge = try #require(Graticule.outline(on: map))
    let rim = Stroke(.black, width: 0.75, join: .round)
    #expect(leaves.last == .path(edge, fill: nil, stroke: rim))
}

// MARK: - Labels

@Test func leadersBeginInDotsAndLieUnderTheText() throws {
    var chart = try Quarters.chart()
    // On dark areas no name can be read: both stand apart.
    chart.regions = chart.regions.map { region in
        var dark = region
        dark.fill = .color(Ink.lit)
        return dark
    }
    chart.labels = [label("Este", place(8, 5)), label("Oeste", place(-8, -5))]
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
    chart.labels = [label("uno", place(8, 5)), label("dos", place(8, 5))]
    let canvas = drawn(chart, in: page)
    #expect(canvas.findings.all.isEmpty)
    #expect(canvas.items.texts.count == 2 && canvas.items.fills(.white).count == 1)
}

@Test func aPlaceThatIsNotOnTheMapIsNamed() throws {
    var chart = try Quarters.chart()
    chart.labels = [label("Atlantis", place(.nan, 5))]
    let canvas = drawn(chart, in: page)
    #expect(canvas.messages == ["the place of “Atlantis” is not on the map"])
    #expect(canvas.items.isFinite)
}

@Test func aRegionsLabelStandsInsideInLettersThatCanBeRead() throws {
    var chart = try Quarters.chart()
    for region in chart.regions.indices {
        chart.labels.append(
            MapLabel(
                rows: [.init(name: "\(region)", runs: [TextRun("\(region)", look)], place: nil)],
                pitch: 14, region: region))
    }
    let canvas = drawn(chart, in: page)
    #expect(canvas.findings.all.isEmpty && canvas.items.strokes(leader).isEmpty)
    for item in canvas.items.leaves {
        guard case .text(let line, _) = item, let region = Int(line.text),
            case .color(let fill) = chart.regions[region].fill
        else { continue }
        let color = line.runs.first?.style.color ?? fill
        #expect(color.contrast(with: fill) >= Color.readableContrast)
    }
}

// MARK: - Insets

@Test func anInsetShowsItsPartLargerInItsFrame() throws {
    var chart = try Quarters.chart()
    chart.insets = [MapInset(name: "1", .around(place(5, 5), Size(60, 50)), magnification: 4)]
    chart.labels = [label("Silao", place(5, 5))]
    let canvas = drawn(chart, in: page)
    #expect(canvas.findings.all.isEmpty)
    let frames = canvas.items.strokes(Stroke(Ink.ink, width: 1)).compactMap(\.controlBounds)
    #expect(frames.map(\.size) == [Size(15, 12.5), Size(60, 50)])
    // What the inset shows is labelled there.
    let start = try #require(canvas.items.strokes(leader).first?.corners.first)
    #expect(start.distance(to: frames[1].center) < 1e-6)
    #expect(!frames[0].intersects(frames[1]))
    let clips = canvas.items.flatMap { item -> [Path] in
        guard case .tagged(_, let items) = item else { return [] }
        return items.compactMap { if case .group(_, _, let clip) = $0 { clip } else { nil } }
    }
    #expect(clips == [.rect(frames[1])])
}

@Test func anInsetOfAPlaceThatIsNotOnTheMapIsAnError() throws {
    var chart = try Quarters.chart()
    chart.insets = [MapInset(name: "1", .around(place(.nan, 0), Size(80, 80)))]
    #expect(
        drawn(chart, in: page).messages
            == ["the inset “1” looks at a place that is not on the map"])
}

// MARK: - Symbols

@Test func symbolsStandAtPlacesAndInTheMiddleOfRegions() throws {
    var chart = try Quarters.chart()
    chart.symbols = [
        .init(place: place(5, 5), radius: 9, color: .black),
        .init(place: nil, region: 0, radius: 12, color: .black),
    ]
    let canvas = drawn(chart, in: page)
    #expect(canvas.findings.all.isEmpty)
    let circles = canvas.items.fills(Color.black.opacity(MapSymbol.opacity))
    // The large one lies below.
    #expect(circles.compactMap { $0.controlBounds?.width.rounded() } == [24, 18])
    let middle = try #require(chart.placed(in: page)?.point(place(-5, -5)))
    let bounds = try #require(circles[0].controlBounds)
    #expect(bounds.center.distance(to: middle) < 2)
}

@Test func aSymbolWithoutAPlaceIsTold() throws {
    var chart = try Quarters.chart()
    chart.symbols = [.init(name: "Roma", place: nil, region: 99, radius: 9, color: .black)]
    #expect(
        drawn(chart, in: page).messages == ["the place of the symbol “Roma” is not on the map"])
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
        MapLabel(
            heading: [TextRun("Este", style)],
            rows: [
                .init(
                    name: "Silao",
                    signs: [PinGlyph(shape: .circle, color: Ink.lit, ground: .white)],
                    runs: [TextRun("Silao", style)], place: place(6, 6)),
                .init(name: "Celaya", runs: [TextRun("Celaya", style)], place: place(8, 2)),
            ], pitch: 14)
    ]
    chart.insets = [MapInset(name: "1", .around(place(5, -5), Size(80, 60)), magnification: 2)]
    let canvas = drawn(chart, in: Rect(x: 0, y: 0, width: 400, height: 200))
    expectText(Scene(size: Size(400, 200), items: canvas.items).dump, matches: "maps-chart")
}
