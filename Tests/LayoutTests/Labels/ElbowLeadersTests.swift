import Graphics
import Layout
import Testing

private func leaders(_ anchors: [Point], _ side: LabelStack.Side = .right) -> [Polyline?] {
    let stack = LabelStack(
        anchors.enumerated().map {
            LabelStack.Item(name: "\($0)", wish: $1.y, height: 10, anchor: $1)
        }, side: side, low: 0, high: 100, gap: 2)
    let elbows =
        side == .right
        ? ElbowLeaders(start: 50, finish: 60, end: 64)
        : ElbowLeaders(start: 50, finish: 40, end: 36)
    return elbows.leaders(of: stack, stack.arranged())
}

@Test func aLeaderIsLevelThenSlantsThenIsLevel() {
    #expect(
        leaders([Point(40, 20), Point(50, 22)]) == [
            Polyline([Point(40, 20), Point(50, 20), Point(60, 15), Point(64, 15)]),
            Polyline([Point(50, 22), Point(60, 27), Point(64, 27)]),
        ])
    #expect(
        leaders([Point(60, 20)], .left) == [
            Polyline([Point(60, 20), Point(50, 20), Point(40, 20), Point(36, 20)])
        ])
}

@Test func leadersOfAnchorsAtOneHeightPart() throws {
    let lines = leaders([Point(50, 40), Point(20, 40), Point(30, 40)]).compactMap { $0 }
    #expect(lines.count == 3)
    // The farthest passes above the next, and the nearest comes last.
    #expect(lines.map { $0.points[$0.points.count - 1].y } == [52, 28, 40])
    #expect(!lines[0].crosses(lines[1]) && !lines[1].crosses(lines[2]))
    #expect(!lines[0].crosses(lines[2]))
}

@Test func labelsOfOnePlaceHaveLeadersThatFanOut() {
    let lines = leaders([Point(20, 40), Point(20, 40)]).compactMap { $0 }
    #expect(lines.map { $0.points[0] } == [Point(20, 40), Point(20, 40)])
    #expect(!lines[0].crosses(lines[1]))
}

@Test func anchorsBeyondTheSlantsHaveNoLeader() {
    #expect(leaders([Point(51, 20)]) == [nil])
    #expect(leaders([Point(49, 20)], .left) == [nil])
}

@Test func bendsOutOfOrderGiveNoLeaders() {
    let stack = LabelStack(
        [.init(name: "a", wish: 20, height: 10, anchor: Point(0, 20))], low: 0, high: 100)
    let arrangement = stack.arranged()
    for (start, finish, end) in [
        (50.0, 40.0, 60.0), (50, 50, 60), (50, 60, 55), (.nan, 60, 70), (50, .infinity, .infinity),
        (50, 60, .nan),
    ] {
        let elbows = ElbowLeaders(start: start, finish: finish, end: end)
        #expect(elbows.leaders(of: stack, arrangement) == [nil])
    }
}
