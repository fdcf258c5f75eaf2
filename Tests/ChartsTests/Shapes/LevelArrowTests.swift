import Charts
import Graphics
import TestSupport
import Testing

@Suite struct LevelArrowTests {
    private let arrow = LevelArrow(from: Point(40, 100), to: Point(90, 30), x: 120)

    @Test func headsTouchBothLevelsAndTheShaftJoinsThem() {
        #expect(arrow.heads.map(\.tip) == [Point(120, 100), Point(120, 30)])
        #expect(arrow.heads.map(\.base) == [Point(120, 94), Point(120, 36)])
        #expect(arrow.shaft == .line(from: Point(120, 94), to: Point(120, 36)))
        #expect(
            arrow.levelLines == [
                .line(from: Point(40, 100), to: Point(125, 100)),
                .line(from: Point(90, 30), to: Point(125, 30)),
            ])
    }

    @Test func aSingleHeadPointsToTheSecondLevel() {
        var arrow = arrow
        arrow.isDoubleHeaded = false
        #expect(arrow.heads.map(\.tip) == [Point(120, 30)])
        #expect(arrow.shaft == .line(from: Point(120, 100), to: Point(120, 36)))
    }

    @Test func headsOfNearLevelsStandOutsideAndPointInwards() {
        let near = LevelArrow(from: Point(40, 100), to: Point(90, 95), x: 120)
        #expect(near.heads.map(\.tip.y) == [100, 95])
        #expect(near.heads.map(\.base.y) == [106, 89])
        #expect(near.shaft.corners.map(\.y) == [106, 112, 89, 83])
        let equal = LevelArrow(from: Point(40, 100), to: Point(90, 100), x: 20)
        #expect(equal.heads.map(\.base.y) == [94, 106])
        #expect(equal.levelLines[0] == .line(from: Point(40, 100), to: Point(15, 100)))
    }

    @Test func theLabelStandsOnALongShaftAndBesideAShortOne() {
        #expect(
            arrow.labelFrame(of: Size(30, 14)) == Rect(x: 105, y: 58, width: 30, height: 14))
        let short = LevelArrow(from: Point(40, 100), to: Point(90, 80), x: 120)
        #expect(
            short.labelFrame(of: Size(30, 14)) == Rect(x: 129, y: 83, width: 30, height: 14))
    }

    @Test func theLabelNeverCoversAHead() {
        var random = SplitMix64(seed: 1)
        for _ in 0..<500 {
            let arrow = LevelArrow(
                from: Point(0, Double.random(in: 0...200, using: &random)),
                to: Point(10, Double.random(in: 0...200, using: &random)), x: 40,
                isDoubleHeaded: Bool.random(using: &random))
            let label = arrow.labelFrame(of: Size(30, 14))
            for head in arrow.heads.compactMap(\.path.controlBounds) {
                #expect(!head.intersects(label))
            }
        }
    }
}
