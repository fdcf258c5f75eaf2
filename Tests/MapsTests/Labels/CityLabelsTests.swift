import Diagnostics
import Graphics
import Layout
import TestSupport
import Testing

@testable import Maps

// MARK: - Any cities

/// Few scenes, as each takes half a second in a debug build; 2000 of them keep their promises too.
@Test(arguments: [1, 3, 5, 9, 10, 15, 17])
func everyLabelIsPlacedWellOrNamed(seed: UInt64) throws {
    let promises = try #require(PlanPromises(CityScene(seed: seed)))
    #expect(promises.broken == [])
}

@Test func fortyCitiesAllHaveTheirPlaces() throws {
    let promises = try #require(PlanPromises(CityScene(City.all)))
    #expect(promises.broken == [])
    #expect(promises.plan.labels.count == 40 && promises.messages == [])
    // Most names stand beside their places.
    #expect(promises.plan.labels.count { $0.leaders.isEmpty } > 25)
}

@Test func namesKeepOffDarkLand() throws {
    let cities = City.all.filter { $0.place.latitude > 24 }
    let scene = CityScene(cities, lit: Set(cities.map(\.state)))
    let promises = try #require(PlanPromises(scene))
    #expect(promises.broken == [] && promises.messages == [])
    let drawing = MapDrawing(scene.chart, promises.map, in: scene.frame)
    for label in promises.plan.labels {
        #expect(
            drawing.grid.areas(under: label.box).busy < 0.2 * label.box.width * label.box.height)
    }
}

@Test(arguments: [3, 10])
func theOrderOfLabelsDoesNotMatter(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let scene = CityScene(seed: seed)
    var shuffled = scene
    shuffled.chart.labels.shuffle(using: &random)
    let plans = try [scene, shuffled, scene].map { try #require(PlanPromises($0)).plan }
    let places = plans.map { plan in
        plan.labels.map { "\($0.name) \($0.box) \($0.leaders)" }.sorted()
    }
    #expect(places[0] == places[1])
    #expect(plans[0].labels.map(\.box) == plans[2].labels.map(\.box))
}

// MARK: - Priorities

@Test func aLabelGoesWithoutOnlyForOnesOfItsPriorityOrHigher() throws {
    // A dozen long names at three places, in too little room.
    var scene = CityScene(Array(City.all.filter { $0.state == "15" || $0.state == "09" }))
    scene.chart.labels = (0..<12).map { number in
        let place = scene.chart.labels[number % 3].rows[0].place
        return MapLabel(
            rows: [CityScene.row("n\(number).", String(repeating: "á", count: 30), place)],
            pitch: 13,
            priority: number % 4)
    }
    scene.frame = Rect(x: 0, y: 0, width: 260, height: 160)
    let promises = try #require(PlanPromises(scene))
    #expect(promises.broken == [])
    let unplaced = Set(promises.plan.unplaced)
    #expect(!unplaced.isEmpty && unplaced.count < 12)
    let lost = scene.chart.labels.filter { unplaced.contains($0.name) }.map(\.priority)
    let placed = scene.chart.labels.filter { !unplaced.contains($0.name) }.map(\.priority)
    #expect((lost.max() ?? 0) <= (placed.min() ?? 0) + 1)
}

@Test func theMostImportantCityHasItsNameBesideIt() throws {
    var scene = CityScene(City.all.filter { ["15", "09", "17", "13"].contains($0.state) })
    for index in scene.chart.labels.indices {
        scene.chart.labels[index].priority =
            scene.chart.labels[index].name == "Ciudad de México" ? 5 : 0
    }
    let plan = try #require(PlanPromises(scene)).plan
    #expect(plan.unplaced.isEmpty)
}

// MARK: - Nudges

@Test func aNudgedLabelStandsExactlyWhereItIsWanted() throws {
    let cities = City.all.filter { ["Chihuahua", "Durango", "Oaxaca"].contains($0.name) }
    let plain = try #require(PlanPromises(CityScene(cities))).plan
    for nudge in [Point(20, -12), Point(-90.5, 3), Point(0, 40)] {
        var scene = CityScene(cities)
        scene.chart.labels[1].nudge = nudge
        let promises = try #require(PlanPromises(scene))
        let before = try #require(plain.labels.first { $0.name == cities[1].name })
        let after = try #require(promises.plan.labels.first { $0.name == cities[1].name })
        #expect(after.box.origin.distance(to: before.box.origin + nudge) < 1e-9)
        #expect(promises.messages.isEmpty)
    }
}

@Test func aNudgeThatCannotBeKeptIsSaid() throws {
    var scene = CityScene(City.all.filter { ["Chihuahua", "Durango"].contains($0.name) })
    scene.chart.labels[0].nudge = Point(4000, 0)
    // Chihuahua's name would lie on Durango's place.
    let promises = try #require(PlanPromises(scene))
    #expect(promises.messages.count == 1 && promises.broken == [])
    #expect(promises.messages[0].contains("the nudge of the label of Chihuahua cannot be kept"))

    let map = promises.map
    let (from, to) = (
        try #require(map.point(City.all[7].place)), try #require(map.point(City.all[17].place))
    )
    scene.chart.labels[0].nudge = to - from - Point(20, 0)
    let over = try #require(PlanPromises(scene))
    #expect(over.messages.count == 1 && over.broken == [])
    #expect(over.plan.labels.count == 2)
}

// MARK: - Labels of several rows

@Test func rowsWithoutRoomTogetherStandApart() throws {
    // Two far corners of the country: no box of two rows has leaders to both in so little room.
    var scene = CityScene([])
    let far = ["Tijuana", "Mérida"].compactMap { name in City.all.first { $0.name == name } }
    scene.chart.labels = [
        MapLabel(
            heading: [TextRun("Lejos", CityScene.style)],
            rows: far.map { CityScene.row($0.name, $0.name, $0.place) }, pitch: 13)
    ]
    let promises = try #require(PlanPromises(scene))
    #expect(promises.broken == [])
    #expect(
        Set(promises.plan.labels.map(\.name)).isSubset(of: ["Tijuana", "Mérida", "Tijuana, Mérida"])
    )
}

@Test func leadersOfOneLabelExchangeRowsInsteadOfCrossing() throws {
    let cities = ["Saltillo", "Monterrey", "Reynosa", "Nuevo Laredo"].compactMap { name in
        City.all.first { $0.name == name }
    }
    // In both orders: from south to north, and from north to south.
    for rows in [cities, cities.reversed()] {
        var scene = CityScene([], lit: ["05", "19", "28"])
        scene.chart.labels = [
            MapLabel(
                heading: [TextRun("Norte", CityScene.style)],
                rows: rows.map { CityScene.row($0.name, $0.name, $0.place) }, pitch: 13)
        ]
        let promises = try #require(PlanPromises(scene))
        #expect(promises.broken == [] && promises.messages == [])
        #expect(promises.plan.labels.count == 1 && promises.plan.labels[0].leaders.count == 4)
    }
}

// MARK: - The plants of the AMIA deck

@Test func allPlantsAreLabelledBesideTheirPins() throws {
    let promises = try #require(PlanPromises(PlantMap.chart(), in: PlantMap.frame))
    #expect(promises.broken == [] && promises.messages == [])
    let plan = promises.plan
    #expect(plan.labels.flatMap(\.block.label.rows).count == 24)
    #expect(plan.labels.count == 12 && plan.insets.count == 1)
    // The Bajío's plants stand beside the inset that shows them.
    let inset = try #require(plan.insets.first)
    let silao = try #require(plan.labels.first { $0.name.contains("Silao") })
    #expect(silao.leaders.count == 6)
    #expect(silao.leaders.allSatisfy { inset.frame.contains($0.points[0]) })
}

@Test func twoPlantsOfOneCityShareItsPlaceAndHaveARowEach() throws {
    let promises = try #require(PlanPromises(PlantMap.chart(), in: PlantMap.frame))
    let toluca = try #require(promises.plan.labels.first { $0.name.contains("Toluca") })
    #expect(toluca.leaders.count == 3 && Set(toluca.dots).count == 2)
}

// MARK: - Regions

@Test func aRegionsNameStandsInsideOfItWhereItFits() throws {
    var scene = CityScene([])
    let names = ["08": "Chihuahua", "01": "Aguascalientes"]
    scene.chart.labels = MapFiles.mexico.features.enumerated().compactMap { number, feature in
        names[feature.key("inegi") ?? ""].map { name in
            MapLabel(rows: [CityScene.row(name, name, nil)], pitch: 13, region: number)
        }
    }
    let promises = try #require(PlanPromises(scene))
    #expect(promises.broken == [] && promises.messages == [])
    let (large, small) = (
        try #require(promises.plan.labels.first { $0.name == "Chihuahua" }),
        try #require(promises.plan.labels.first { $0.name == "Aguascalientes" })
    )
    #expect(large.leaders.isEmpty && large.dots.isEmpty)
    #expect(small.leaders.count == 1 && small.dots == [small.leaders[0].points[0]])
    let drawing = MapDrawing(scene.chart, promises.map, in: scene.frame)
    let land = drawing.grid.areas(under: large.box).land
    #expect(land >= large.box.width * large.box.height)
}

@Test func aWideNameFindsTheWidePartOfItsRegion() throws {
    // A tall tower on a wide, low plinth: its best inner point is in the tower.
    let tower: [GeoPoint] = [
        place(-10, -10), place(10, -10), place(10, -7), place(2, -7), place(2, 10), place(-2, 10),
        place(-2, -7), place(-10, -7),
    ]
    let feature = GeoFeature(id: "tower", polygons: [[tower]])
    var chart = try Quarters.chart()
    chart.regions = [MapRegion(features: [feature], fill: .color(Ink.land), isLit: false)]
    chart.fitted = [feature]
    chart.labels = [
        MapLabel(rows: [CityScene.row("wide", "a wide name", nil)], pitch: 13, region: 0)
    ]
    let promises = try #require(
        PlanPromises(chart, in: Rect(x: 0, y: 0, width: 240, height: 200)))
    let label = try #require(promises.plan.labels.first)
    #expect(label.leaders.isEmpty && promises.messages.isEmpty)
    #expect(label.box.minY > 165)
}

// MARK: - The key

@Test func theKeyStandsClearOfLabelsAndLand() throws {
    var scene = CityScene(City.all.filter { $0.place.latitude < 20 })
    scene.chart.key = MapKey(
        title: "Estados", parts: [.categories([.init("con planta", .color(Ink.lit))])],
        style: KeySamples.style)
    let promises = try #require(PlanPromises(scene))
    let key = try #require(promises.plan.key)
    #expect(promises.broken == [])
    let drawing = MapDrawing(scene.chart, promises.map, in: scene.frame)
    #expect(drawing.grid.areas(under: key).land == 0)
}

@Test func aKeyLargerThanTheMapIsAnError() throws {
    var scene = CityScene([])
    scene.frame = Rect(x: 0, y: 0, width: 60, height: 30)
    scene.chart.key = MapKey(
        title: String(repeating: "Estados ", count: 20),
        parts: [.categories([.init("con planta", .color(Ink.lit))])], style: KeySamples.style)
    let promises = try #require(PlanPromises(scene))
    #expect(promises.plan.key == nil)
    #expect(promises.messages.contains { $0.contains("the key") })
}

@Test func aNameStandsNearestToItsOwnDot() throws {
    // Puebla's best sides would have its name start below the dot of San José Chiapa.
    var scene = CityScene([])
    scene.chart.labels = [("Puebla", -98.21, 19.04), ("San José", -97.77, 19.23)].map {
        name, longitude, latitude in
        let place = GeoPoint(longitude: longitude, latitude: latitude)
        return MapLabel(rows: [CityScene.row(name, name, place)], pitch: 13)
    }
    let plan = try #require(PlanPromises(scene)).plan
    for label in plan.labels where label.leaders.isEmpty {
        func reach(_ dot: Point) -> Double {
            Point(
                min(max(dot.x, label.box.minX), label.box.maxX),
                min(max(dot.y, label.box.minY), label.box.maxY)
            ).distance(to: dot)
        }
        let own = try #require(label.dots.first)
        for other in plan.labels where other.name != label.name {
            #expect(reach(try #require(other.dots.first)) > 1.5 * reach(own))
        }
    }
}
