import Charts
import Graphics
import TestSupport
import Testing

@Suite struct GrowthBubbleTests {
    private let bars = [60.0, 80, 50, 20].enumerated().map { index, top in
        Rect(x: Double(index) * 60, y: top, width: 40, height: 200 - top)
    }

    @Test func aLevelArrowHasItsPillInTheMiddleAndLegsToBothEnds() throws {
        let bubble = try #require(GrowthBubble(over: bars, pillSize: Size(70, 16)))
        #expect(bubble.pill == Rect(x: 75, y: -8, width: 70, height: 16))
        #expect(bubble.head.tip == Point(200, 17))
        #expect(bubble.head.base == Point(200, 11))
        #expect(
            bubble.lines == [
                .polyline([Point(20, 57), Point(20, 0), Point(75, 0)]),
                .polyline([Point(200, 11), Point(200, 0), Point(145, 0)]),
            ])
        #expect(bubble.pillPath.controlBounds == bubble.pill)
    }

    @Test func aWidePillStandsOnItsLegs() throws {
        let near = [bars[0], bars[1]]
        let bubble = try #require(GrowthBubble(over: near, pillSize: Size(90, 16)))
        #expect(bubble.lines.allSatisfy { $0.corners.count == 2 })
        for line in bubble.lines {
            #expect(line.corners.allSatisfy { $0.y > bubble.pill.midY })
        }
    }

    @Test(arguments: GrowthBubble.Course.allCases)
    func nothingTouchesABar(_ course: GrowthBubble.Course) throws {
        var random = SplitMix64(seed: 1)
        for _ in 0..<500 {
            let frames = (0..<Int.random(in: 2...12, using: &random)).map { index in
                let top = Double.random(in: 0...300, using: &random)
                return Rect(x: Double(index) * 40, y: top, width: 30, height: 400 - top)
            }
            let size = Size(Double.random(in: 10...120, using: &random), 16)
            let bubble = try #require(
                GrowthBubble(over: frames, pillSize: size, course: course, clearance: 5))
            let head = try #require(bubble.head.path.controlBounds)
            for frame in frames {
                #expect(!frame.intersects(bubble.pill.outset(by: 4.9)))
                for line in bubble.lines {
                    #expect(!Polyline(line.corners).intersects(frame))
                }
                if course == .level { #expect(!frame.intersects(head)) }
            }
            for line in bubble.lines {
                // Lines meet the pill, and do not run into it.
                let last = line.corners.map { $0.distance(to: bubble.pill.center) }.min() ?? 0
                #expect(last >= bubble.pill.height / 2 - 1e-9)
                #expect(last <= bubble.pill.width / 2 + 1e-9)
            }
            #expect(bubble.bounds.contains(bubble.pill, tolerance: 1e-9))
        }
    }

    @Test func aSlantedArrowRunsAcrossTheTops() throws {
        let bubble = try #require(
            GrowthBubble(over: bars, pillSize: Size(50, 16), course: .slanted, clearance: 6))
        // Parallel to the line from the first top to the last.
        let line = try #require(bubble.lines.first?.corners)
        #expect(abs((line[1].y - line[0].y) / (line[1].x - line[0].x) - -40.0 / 180) < 1e-9)
        #expect(bubble.lines.count == 2)
        #expect(bubble.head.tip.x == 200)
        #expect(bubble.pill.midX == 110)
    }

    @Test func aSlantedArrowTooShortForItsPillIsLevel() {
        let near = [bars[0], bars[1]]
        let slanted = GrowthBubble(over: near, pillSize: Size(60, 16), course: .slanted)
        #expect(slanted == GrowthBubble(over: near, pillSize: Size(60, 16), course: .level))
    }

    @Test func barsFromRightToLeftAreFineToo() throws {
        let bubble = try #require(
            GrowthBubble(over: bars.reversed(), pillSize: Size(70, 16), course: .slanted))
        #expect(bubble.head.tip.x == 20)
    }

    @Test func thereIsNoGrowthWithoutTwoBars() {
        #expect(GrowthBubble(over: [], pillSize: Size(50, 16)) == nil)
        #expect(GrowthBubble(over: [bars[0]], pillSize: Size(50, 16)) == nil)
        #expect(GrowthBubble(over: [bars[0], bars[0]], pillSize: Size(50, 16)) == nil)
        #expect(GrowthBubble(over: bars, pillSize: Size(.nan, 16)) == nil)
        #expect(GrowthBubble(over: bars, pillSize: Size(50, 16), clearance: .infinity) == nil)
        let odd = Rect(x: .nan, y: 0, width: 1, height: 1)
        #expect(GrowthBubble(over: [odd, bars[0]], pillSize: Size(50, 16)) == nil)
    }
}
