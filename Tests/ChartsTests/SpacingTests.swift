import TestSupport
import Testing

@testable import Charts

/// Random wishes in order, and heights, with more or less room than they need.
private func anyThings(_ random: inout SplitMix64) -> (wishes: [Double], heights: [Double]) {
    let count = Int.random(in: 0...12, using: &random)
    return (
        (0..<count).map { _ in Double.random(in: -50...250, using: &random) }.sorted(),
        (0..<count).map { _ in Double.random(in: 0...40, using: &random) }
    )
}

private func apart(_ wishes: [Double], _ heights: [Double]) -> [Double] {
    Spacing.apart(wishes, heights: heights, lead: 10, low: 0, high: 200)
}

@Test func thingsDoNotOverlapAndKeepTheirOrder() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<500 {
        let (wishes, heights) = anyThings(&random)
        let positions = apart(wishes, heights)
        #expect(positions.count == wishes.count)
        for index in positions.indices.dropLast() {
            #expect(positions[index] + heights[index] <= positions[index + 1] + 1e-9)
        }
    }
}

@Test func thingsStayInTheirRoomWhereItHoldsThem() {
    var random = SplitMix64(seed: 2)
    for _ in 0..<500 {
        let (wishes, heights) = anyThings(&random)
        let positions = apart(wishes, heights)
        let isRoomy = heights.reduce(0, +) <= 200
        for (position, height) in zip(positions, heights) {
            #expect(position - 10 + height <= 200 + 1e-9)
            if isRoomy { #expect(position - 10 >= -1e-9) }
        }
        // Where they need more, it shows at the top: that is how callers tell.
        if !isRoomy { #expect(positions[0] - 10 < 0) }
    }
}

@Test func thingsThatAreApartStayWhereTheyWishToBe() {
    #expect(apart([20, 60, 150], [20, 20, 20]) == [20, 60, 150])
    #expect(apart([], []) == [])
}

@Test func thingsThatTouchArePushedDownThenUp() {
    #expect(apart([20, 25, 30], [20, 20, 20]) == [20, 40, 60])
    #expect(apart([180, 185, 190], [20, 20, 20]) == [150, 170, 190])
    #expect(apart([-30, -20, 100], [20, 20, 20]) == [10, 30, 100])
}
