import Scales
import TestSupport
import Testing

@testable import Charts

/// Amounts of one category.
private func items(_ amounts: [Double?], totals: Set<Int> = []) -> [Stacking.Item] {
    amounts.enumerated().map { index, amount in
        .init(
            key: .init(place: 0, lane: 0), amount: amount ?? .nan,
            isTotal: totals.contains(index))
    }
}

private func spans(
    _ method: Layer.Stacking, _ amounts: [Double?], totals: Set<Int> = []
) throws(Stacking.Problem) -> [Extent] {
    try Stacking(method: method).spans(items(amounts, totals: totals), base: 0)
}

// MARK: - Any data

@Test func stacksOfPositiveAmountsAreTiledFromZeroToTheirSum() throws {
    var random = SplitMix64(seed: 1)
    for _ in 0..<200 {
        let amounts = (0..<Int.random(in: 1...20, using: &random)).map { _ in random.figure() }
        let sum = amounts.reduce(0, +)
        let stacked = try spans(.standard, amounts)
        #expect(stacked.first?.start == 0 && stacked.last?.end == sum)
        #expect(zip(stacked, stacked.dropFirst()).allSatisfy { $0.end == $1.start })
        let centered = try spans(.center, amounts)
        let slack = 1e-9 * max(1, sum)
        #expect(abs((centered.first?.start ?? 0) + sum / 2) <= slack)
        #expect(abs((centered.last?.end ?? 0) - sum / 2) <= slack)
        guard sum > 0 else { continue }
        let shares = try spans(.normalized, amounts)
        #expect(shares.first?.start == 0 && abs((shares.last?.end ?? 0) - 1) < 1e-12)
        #expect(shares.allSatisfy { $0.end <= 1 && $0.start <= $0.end })
    }
}

@Test func theOrderOfCategoriesDoesNotMatterToTheirStacks() throws {
    var random = SplitMix64(seed: 2)
    for _ in 0..<100 {
        // Rows of several categories, mixed so that each category keeps its own order.
        let rows = (0..<30).map { _ in
            Stacking.Item(
                key: .init(place: Double(Int.random(in: 0...3, using: &random)), lane: 0),
                amount: random.figure() - 1000)
        }
        let mixed = rows.enumerated().sorted {
            ($0.element.key.place, $0.offset) < ($1.element.key.place, $1.offset)
        }
        let one = try Stacking(method: .standard).spans(rows, base: 0)
        let other = try Stacking(method: .standard).spans(mixed.map(\.element), base: 0)
        #expect(zip(mixed, other).allSatisfy { one[$0.offset] == $1 })
    }
}

// MARK: - Examples

@Test func negativeAmountsAreStackedTheOtherWay() throws {
    let found = try spans(.standard, [3, -1, 2, -4])
    #expect(
        found
            == [Extent(0, 3), Extent(0, -1), Extent(3, 5), Extent(-1, -5)])
}

@Test func unknownAmountsFollowAllThatAreKnown() throws {
    let stacked = try spans(.standard, [nil, 3, nil, 2])
    #expect(stacked == [Extent(5, 5), Extent(0, 3), Extent(5, 5), Extent(3, 5)])
    let single = try spans(.unstacked, [nil, 3])
    #expect(single == [Extent(0, 0), Extent(0, 3)])
}

@Test func stepsStartWhereTheOnesBeforeEndedAndSumsStandOnZero() throws {
    let found = try spans(.waterfall, [10, 5, -8, nil, 1], totals: [0, 3])
    #expect(
        found == [Extent(0, 10), Extent(10, 15), Extent(15, 7), Extent(0, 7), Extent(7, 8)])
}

@Test func sumsThatTheStepsDoNotLeadToAreFound() {
    #expect(Stacking.wrongTotals(items([10, 5, 15], totals: [0, 2])).isEmpty)
    let wrong = Stacking.wrongTotals(items([10, 5, 16, 1, 17], totals: [0, 2, 4]))
    #expect(wrong.map(\.item) == [2] && wrong.map(\.level) == [15])
}

// MARK: - Failures

@Test func sharesOfWhatIsNoWholeAreRefused() {
    #expect(throws: Stacking.Problem.negativePart) { try spans(.normalized, [3, -1]) }
    #expect(throws: Stacking.Problem.missingPart) { try spans(.normalized, [3, nil]) }
    #expect(throws: Stacking.Problem.zeroWhole) { try spans(.normalized, [0, 0]) }
    let huge = Double.greatestFiniteMagnitude
    #expect(throws: Stacking.Problem.zeroWhole) { try spans(.normalized, [huge, huge]) }
}

@Test func anUnknownStepIsRefused() {
    #expect(throws: Stacking.Problem.missingPart) { try spans(.waterfall, [3, nil, 4]) }
}
