import Graphics
import TestSupport
import Testing

@testable import Charts

private let bounds = Rect(x: 0, y: 0, width: 300, height: 200)

private func label(_ text: String, at anchor: Point, below: Bool = false) -> PointLabel {
    let look = TextStyle(family: "Inter", size: 10)
    return PointLabel(
        line: FixedMeasurer().line(text, look), anchor: anchor, prefersBelow: below, name: text,
        radius: 3.4)
}

private func placed(
    _ labels: [PointLabel], among obstacles: Obstacles = Obstacles(bounds: bounds)
) -> [Rect?] {
    var obstacles = obstacles
    return PointLabel.place(labels, among: &obstacles).map { label, place in
        place.map { label.box(at: $0) }
    }
}

// MARK: - Any labels

@Test func labelsTouchNothingThatWasThereBefore() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<200 {
        let point = { (random: inout SplitMix64) in
            Point(
                Double.random(in: 0...300, using: &random),
                Double.random(in: 0...200, using: &random))
        }
        var obstacles = Obstacles(bounds: bounds)
        let boxes = (0..<5).map { _ in
            Rect(origin: point(&random), size: Size(30, 10))
        }
        let segments = (0..<5).map { _ in Segment(point(&random), point(&random)) }
        for box in boxes { obstacles.add(box) }
        for segment in segments { obstacles.add(segment) }
        let labels = (0..<20).map { index in
            label("\(index * 97)", at: point(&random), below: Bool.random(using: &random))
        }
        let places = placed(labels, among: obstacles)
        #expect(places.count == labels.count)
        #expect(places == placed(labels, among: obstacles))
        for (index, place) in places.enumerated() {
            guard let place else { continue }
            #expect(bounds.contains(place, tolerance: 1))
            #expect(!boxes.contains { $0.intersects(place) })
            #expect(!segments.contains { $0.intersects(place) })
            #expect(!places[..<index].contains { $0?.intersects(place) == true })
        }
    }
}

@Test func labelsStandNearTheirPoints() {
    var random = SplitMix64(seed: 2)
    for _ in 0..<200 {
        let anchor = Point(
            Double.random(in: 0...300, using: &random), Double.random(in: 0...200, using: &random))
        for place in placed([label("12.5", at: anchor)]).compactMap({ $0 }) {
            #expect(place.outset(by: 14).contains(anchor) && !place.contains(anchor))
        }
    }
}

// MARK: - Examples

@Test func theWantedSideComesFirst() throws {
    let anchor = Point(150, 100)
    let above = try #require(placed([label("12.5", at: anchor)]).first ?? nil)
    #expect(above.midX == 150 && above.maxY < 100 && abs(above.height - 7.3) < 1e-9)
    let below = try #require(placed([label("12.5", at: anchor, below: true)]).first ?? nil)
    #expect(below.midX == 150 && below.minY > 100)
}

@Test func aLabelGivesWay() throws {
    let anchor = Point(150, 100)
    var obstacles = Obstacles(bounds: bounds)
    obstacles.add(Rect(x: 100, y: 0, width: 100, height: 99))
    let place = try #require(placed([label("12.5", at: anchor)], among: obstacles).first ?? nil)
    #expect(place.minY > 100 || place.minX > 200 || place.maxX < 100)
}

@Test func aLabelWithoutAFreePlaceHasNone() {
    var obstacles = Obstacles(bounds: bounds)
    obstacles.add(bounds)
    #expect(placed([label("12.5", at: Point(150, 100))], among: obstacles) == [nil])
    #expect(placed([label("12.5", at: Point(900, 900))]) == [nil])
    #expect(placed([label("12.5", at: Point(.nan, .infinity))]) == [nil])
    #expect(placed([]).isEmpty)
}
