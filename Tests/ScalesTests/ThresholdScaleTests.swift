import Scales
import Testing

@Test func aNumberOnAThresholdIsInTheClassAbove() throws {
    let scale = try #require(ThresholdScale(thresholds: [0, 10], values: ["low", "mid", "high"]))
    #expect(scale(-0.1) == "low")
    #expect(scale(0) == "mid")
    #expect(scale(9.99) == "mid")
    #expect(scale(10) == "high")
    #expect(scale(.infinity) == "high")
    #expect(scale(.nan) == nil)
}

@Test func classesKnowTheirEnds() throws {
    let scale = try #require(ThresholdScale(thresholds: [0, 10], values: [1, 2, 3]))
    #expect(scale.classes.map(\.lower) == [nil, 0, 10])
    #expect(scale.classes.map(\.upper) == [0, 10, nil])
    #expect(scale.classes.map(\.value) == [1, 2, 3])
    #expect(ThresholdScale(thresholds: [], values: ["all"])?(3) == "all")
}

@Test func thresholdsThatMakeNoSenseAreRefused() {
    #expect(ThresholdScale(thresholds: [1, 0], values: [1, 2, 3]) == nil)
    #expect(ThresholdScale(thresholds: [.nan], values: [1, 2]) == nil)
    #expect(ThresholdScale(thresholds: [1], values: [1]) == nil)
    #expect(ThresholdScale(thresholds: [], values: [Int]()) == nil)
}

@Test func quantilesSplitTheSampleEvenly() throws {
    let sample = (0..<100).map(Double.init).reversed()
    let scale = try #require(QuantileScale(sample: Array(sample), values: [0, 1, 2, 3]))
    for value in 0..<4 {
        #expect(scale.sample.filter { scale($0) == value }.count == 25)
    }
}

@Test func quantilesAreThoseOfD3() throws {
    let sample: [Double] = [3, 6, 7, 8, 8, 10, 13, 15, 16, 20]
    let scale = try #require(QuantileScale(sample: sample, values: [0, 1, 2, 3]))
    #expect(scale.thresholds == [7.25, 9, 14.5])
    #expect([3, 6, 6.9, 7, 7.1].map { scale($0) } == [0, 0, 0, 0, 0])
    #expect([8, 8.9].map { scale($0) } == [1, 1])
    #expect([9, 9.1, 10, 13].map { scale($0) } == [2, 2, 2, 2])
    #expect([14.9, 15, 16, 20].map { scale($0) } == [3, 3, 3, 3])
    #expect(scale(.nan) == nil)
}

@Test func samplesWithoutNumbersAreRefused() throws {
    #expect(QuantileScale(sample: [], values: [1]) == nil)
    #expect(QuantileScale(sample: [.nan, .infinity], values: [1]) == nil)
    #expect(QuantileScale(sample: [1], values: [Int]()) == nil)
    #expect(try #require(QuantileScale(sample: [.nan, 1], values: [1, 2])).thresholds == [1])
    let wide = try #require(QuantileScale(sample: [-1.7e308, 1.7e308], values: [1, 2]))
    #expect(wide.thresholds == [0])
}
