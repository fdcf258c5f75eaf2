import Graphics
import Layout
import TestSupport
import Testing

@testable import Maps

/// A label of one row somewhere.
private func label(_ name: String, _ text: String, _ place: GeoPoint?) -> MapLabel {
    MapLabel(rows: [CityScene.row(name, text, place)], pitch: 13)
}

private func promises(
    _ labels: [MapLabel], _ frame: Rect = Rect(x: 0, y: 0, width: 300, height: 200)
) throws -> PlanPromises? {
    var chart = try Quarters.chart()
    chart.labels = labels
    return PlanPromises(chart, in: frame)
}

@Test func withoutRoomThereIsNoPlan() throws {
    for frame in [
        Rect(x: 0, y: 0, width: 0, height: 0), Rect(x: 0, y: 0, width: .nan, height: 10),
        Rect(x: .infinity, y: 0, width: 10, height: 10), Rect(x: 0, y: 0, width: 300, height: 0.5),
    ] {
        #expect(try promises([label("a", "a", place(1, 1))], frame) == nil)
    }
}

@Test func inTooLittleRoomEachLabelIsNamed() throws {
    let labels = (0..<6).map { label("n\($0).", "a name", place(Double($0), 1)) }
    let plan = try #require(try promises(labels, Rect(x: 0, y: 0, width: 20, height: 9)))
    #expect(plan.plan.labels.isEmpty && plan.plan.unplaced.count == 6)
    #expect(plan.broken == [])
}

@Test func labelsLargerThanTheFrameAreNamed() throws {
    var high = label("high", "x", place(2, 2))
    high.rows = (0..<16).map { CityScene.row("row \($0).", "x", place(2, 2)) }
    let labels = [label("wide", String(repeating: "wide ", count: 30), place(1, 1)), high]
    let plan = try #require(try promises(labels))
    #expect(plan.plan.unplaced.contains("wide"))
    #expect(plan.broken == [])
}

@Test func placesThatAreNoneAreErrors() throws {
    let strange = [Double.nan, .infinity, -.infinity, 1e300, 500]
    let labels = strange.flatMap { number in
        [label("x \(number)", "x", place(number, 1)), label("y \(number)", "y", place(1, number))]
    }
    let plan = try #require(try promises(labels + [label("good", "good", place(1, 1))]))
    let unplaced = labels.count { label in !plan.plan.labels.contains { $0.name == label.name } }
    #expect(plan.messages.count { $0.contains("is not on the map") } == unplaced)
    #expect(plan.plan.labels.contains { $0.name == "good" })
}

@Test func strangeNumbersOfLabelsDoNoHarm() throws {
    for number in [Double.nan, .infinity, -1e308, 1e308, -5, 0] {
        var one = label("a", "a", place(1, 1))
        one.pitch = number
        one.rows.append(CityScene.row("b", "b", place(2, 2)))
        var other = label("c", "c", place(-3, 3))
        other.nudge = Point(number, number)
        let plan = try #require(try promises([one, other]))
        for label in plan.plan.labels {
            #expect(label.box.minX.isFinite && label.box.maxY.isFinite)
        }
        #expect(plan.plan.labels.contains { $0.name == "c" })
    }
}

@Test func emptyTextsAndRowsDoNoHarm() throws {
    let empty = MapLabel(rows: [], pitch: 13)
    let blank = MapLabel(
        rows: [.init(name: "blank", runs: [], place: place(1, 1))], pitch: 13)
    let plan = try #require(try promises([empty, blank, label("none", "", place(2, 3))]))
    #expect(plan.plan.unplaced.isEmpty && plan.messages.isEmpty)
}

@Test func manyLabelsOfOnePlaceFanOut() throws {
    let labels = (0..<14).map { label("n\($0).", "name \($0)", place(0, 0)) }
    let plan = try #require(try promises(labels))
    #expect(plan.broken == [])
    #expect(plan.plan.labels.count > 8)
    #expect(plan.plan.labels.count + plan.plan.unplaced.count == 14)
}

@Test func aRegionThatDoesNotExistIsAnError() throws {
    var lost = label("lost", "lost", nil)
    lost.region = 99
    let plan = try #require(try promises([lost]))
    #expect(plan.messages == ["the place of “lost” is not on the map"])
}

@Test func hundredsOfLabelsEnd() throws {
    // In a release build 500 of them take a second.
    var random = SplitMix64(seed: 4)
    let labels = (0..<70).map { number in
        label(
            "n\(number).", "name \(number)",
            place(.random(in: -9...9, using: &random), .random(in: -9...9, using: &random)))
    }
    let plan = try #require(try promises(labels, Rect(x: 0, y: 0, width: 200, height: 120)))
    #expect(plan.broken == [])
    #expect(plan.plan.labels.count > 10 && plan.plan.unplaced.count > 10)
}
