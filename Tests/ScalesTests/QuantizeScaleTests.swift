import Scales
import Testing

@Test func classesOfEqualWidthMeetAtTheirThresholds() throws {
    let scale = try #require(QuantizeScale(domain: Extent(0, 9), values: ["a", "b", "c"]))
    #expect(scale.thresholds == [3, 6])
    #expect([-5, 0, 2.9, 3, 6, 9, 99].map { scale($0) } == ["a", "a", "a", "b", "c", "c", "c"])
    #expect(scale(.nan) == nil)
    let down = try #require(QuantizeScale(domain: Extent(9, 0), values: ["a", "b", "c"]))
    #expect([0, 4, 9].map { down($0) } == ["c", "b", "a"])
}

@Test func classesWithoutADomainOrValuesAreRefused() throws {
    #expect(QuantizeScale(domain: Extent(0, .nan), values: [1]) == nil)
    #expect(QuantizeScale(domain: Extent(-.infinity, 0), values: [1]) == nil)
    #expect(QuantizeScale(domain: Extent(0, 1), values: [Int]()) == nil)
    let one = try #require(QuantizeScale(domain: Extent(0, 1), values: [7]))
    #expect(one.thresholds.isEmpty && one(0.3) == 7)
    let flat = try #require(QuantizeScale(domain: Extent(5, 5), values: [1, 2, 3]))
    #expect(flat(4) == 1 && flat(5) == 3)
    let wide = try #require(
        QuantizeScale(domain: Extent(-1.7e308, 1.7e308), values: [1, 2]))
    #expect(wide.thresholds == [0])
}
