import TestSupport
import Testing

@testable import Charts

@Suite struct TurningPointsTests {
    @Test func turnsAreFewInsideAndInOrder() {
        var random = SplitMix64(seed: 3)
        for _ in 0..<300 {
            let count = Int.random(in: 0...200, using: &random)
            let values = (0..<count).map { _ in Double.random(in: -8e307...8e307, using: &random) }
            let turns = TurningPoints.positions(in: values)
            #expect(turns.count <= 5)
            #expect(turns == turns.sorted())
            #expect(Set(turns).count == turns.count)
            #expect(turns.allSatisfy { $0 > 0 && $0 < count - 1 })
        }
    }

    @Test func peaksAndTroughsTakeTurns() {
        var random = SplitMix64(seed: 4)
        for _ in 0..<300 {
            var level = 0.0
            let values = (0..<100).map { _ -> Double in
                level += Double.random(in: -1...1, using: &random)
                return level
            }
            let turns = TurningPoints.positions(in: values).map { values[$0] }
            for (before, pair) in zip(turns, zip(turns.dropFirst(), turns.dropFirst(2))) {
                #expect((pair.0 > before) != (pair.1 > pair.0))
            }
        }
    }

    @Test func aLineThatOnlyRisesHasNone() {
        #expect(TurningPoints.positions(in: (0..<50).map(Double.init)).isEmpty)
        #expect(TurningPoints.positions(in: []).isEmpty)
        #expect(TurningPoints.positions(in: [1]).isEmpty)
        #expect(TurningPoints.positions(in: [2, 2, 2]).isEmpty)
    }

    @Test func aWaveTurnsAtItsPeakAndTrough() {
        #expect(TurningPoints.positions(in: [0, 5, 10, 5, 0, 5]) == [2, 4])
        // A ripple of less than a tenth of the range is none.
        #expect(TurningPoints.positions(in: [0, 50, 48, 100, 60]) == [3])
    }
}
