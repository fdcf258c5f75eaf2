import Diagnostics
import Graphics
import Layout
import Scales
import TestSupport
import Testing

@testable import Charts

private func mapping(
    _ values: [Double], _ change: (inout ColorOptions) -> Void = { _ in }
) -> (mapping: ColorMapping?, messages: [String]) {
    var options = ColorOptions()
    change(&options)
    var canvas = Canvas(measurer: FixedMeasurer())
    return (ColorMapping(values, options, style, on: &canvas), canvas.messages)
}

private let red = Color(0xFF0000)
private let white = Color(0xFFFFFF)
private let blue = Color(0x0000FF)

@Test func everyAmountHasAColour() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<200 {
        let values = (0..<Int.random(in: 1...30, using: &random)).map { _ in
            random.figure() * (random.once(in: 3) ? -1 : 1)
        }
        for kind in ColorOptions.Kind.allCases {
            let (found, messages) = mapping(values) { $0.kind = kind }
            #expect(messages.isEmpty && values.allSatisfy { found?.color($0) != nil }, "\(kind)")
        }
    }
}

@Test func runningColoursGoFromTheLeastToTheGreatest() {
    let found = mapping([3, 9, 5]) { $0.range = [white, blue] }.mapping
    #expect(found?.color(3) == white && found?.color(9) == blue)
    #expect(found?.domain == Extent(3, 9) && found?.classes.isEmpty == true)
    // Beyond given ends, colours stay what they are there.
    let given = mapping([3, 9]) { ($0.range, $0.numbers) = ([white, blue], [4, 8]) }.mapping
    #expect(given?.color(3) == white && given?.color(9) == blue)
}

@Test func divergingColoursHaveTheirMiddleAtZeroAndReachAsFarBothWays() {
    let found = mapping([-2, 10]) { ($0.kind, $0.range) = (.diverging, [red, white, blue]) }.mapping
    #expect(found?.domain == Extent(-10, 10))
    #expect(found?.color(0) == white && found?.color(10) == blue && found?.color(-10) == red)
    let equal = mapping([0, 0]) { $0.kind = .diverging }.mapping
    #expect(equal?.color(0) != nil)
}

@Test func thresholdsPartColours() {
    let found = mapping([0, 100]) {
        ($0.kind, $0.numbers, $0.range) = (.threshold, [10, 50], [red, white, blue])
    }.mapping
    #expect([9.9, 10, 49, 50].map { found?.color($0) } == [red, white, white, blue])
    #expect(found?.classes.map(\.lower) == [nil, 10, 50])
    #expect(found?.classes.map(\.upper) == [10, 50, nil])
}

@Test func quantilesHoldEquallyManyAmounts() {
    let values = (0..<12).map { Double($0 * $0) }
    let found = mapping(values) { ($0.kind, $0.range) = (.quantile, [red, white, blue]) }.mapping
    let colors = values.map { found?.color($0) }
    #expect([red, white, blue].map { color in colors.count { $0 == color } } == [4, 4, 4])
}

@Test func thresholdsThatDoNotFitTheirColoursAreAnError() {
    for numbers in [[50.0, 10], [10, 20, 30]] {
        let found = mapping([0, 100]) {
            ($0.kind, $0.numbers, $0.range) = (.threshold, numbers, [red, white, blue])
        }
        #expect(
            found.mapping == nil
                && found.messages == ["the thresholds of the colours do not fit them"])
    }
}

@Test func noAmountsHaveNoColours() { #expect(mapping([]).mapping == nil) }
