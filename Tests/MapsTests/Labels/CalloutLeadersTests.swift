import Graphics
import TestSupport
import Testing

@testable import Maps

@Test func leadersToAColumnNeverCross() {
    var random = SplitMix64(seed: 6)
    for _ in 0..<300 {
        let count = Int.random(in: 1...8, using: &random)
        let isRight = Bool.random(using: &random)
        let anchors = (0..<count).map { _ in
            Point(.random(in: 0...80, using: &random), .random(in: 0...100, using: &random))
        }
        let levels = (0..<count).map { Double($0) * 13.5 + 10 }
        let (lines, order) = CalloutLeaders.leaders(
            from: anchors, to: levels, edge: isRight ? 110 : -30, isRight: isRight)
        #expect(order.sorted() == Array(0..<count))
        for (line, leader) in lines.enumerated() {
            #expect(leader.points.first == anchors[order[line]])
            #expect(leader.points.last == Point(isRight ? 107 : -27, levels[line]))
            for other in lines.dropFirst(line + 1) { #expect(!leader.crosses(other)) }
        }
    }
}

@Test func theOrderWishedForIsKeptWhereNothingCrosses() {
    let anchors = [Point(0, 0), Point(10, 20), Point(0, 40)]
    let (_, order) = CalloutLeaders.leaders(
        from: anchors, to: [5, 20, 35], edge: 60, isRight: true)
    #expect(order == [0, 1, 2])
    let (_, turned) = CalloutLeaders.leaders(
        from: anchors.reversed(), to: [5, 20, 35], edge: 60, isRight: true)
    #expect(turned == [2, 1, 0])
}

@Test func leadersOfOnePlaceKeepTheOrderOfTheRows() {
    let (lines, order) = CalloutLeaders.leaders(
        from: [Point(5, 5), Point(5, 5)], to: [20, 33], edge: 60, isRight: true)
    #expect(order == [0, 1])
    #expect(!lines[0].crosses(lines[1]))
}

@Test func noLabelHasNoLeaders() {
    #expect(CalloutLeaders.leaders(from: [], to: [], edge: 0, isRight: true).lines.isEmpty)
}
