import Layout
import Scales
import TestSupport
import Testing

@testable import Charts

/// Labels of 6 pt a letter along an axis of `length` points.
private func ticks(
    _ domain: Extent, length: Double = 400, areDays: Bool = false,
    scale: ScaleOptions.Kind? = nil, isShare: Bool = false,
    _ change: (inout AxisOptions) -> Void = { _ in }
) -> ValueTicks? {
    var axis = AxisOptions()
    change(&axis)
    return Dimension(areDays ? .days : .numbers, domain: domain, scale: scale, isReversed: false)
        .map {
            ValueTicks(
                $0, axis, locale: .enUS, length: length, isShare: isShare, gap: 14
            ) { Double($0.count) * 6 }
        }
}

private func day(_ iso: String) -> Double { Double(CivilDate(iso: iso)?.dayNumber ?? 0) }

// MARK: - Any data

@Test func valueTicksAscendWithinTheirDomain() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<300 {
        let (one, other) = (random.figure() + 1, random.figure() + 1)
        guard one != other else { continue }
        let domain = Extent(min(one, other), max(one, other))
        for scale in [ScaleOptions.Kind.linear, .log, .squareRoot] {
            let values = ticks(domain, scale: scale)?.ticks.map(\.value) ?? []
            #expect(values.count >= 2 && values.allSatisfy { domain.contains($0) })
            #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 })
        }
    }
}

@Test func labelsOfTicksKeepTheirDistance() {
    var random = SplitMix64(seed: 2)
    for _ in 0..<200 {
        let domain = Extent(0, random.figure() + 1)
        let length = Double.random(in: 200...900, using: &random)
        let found = ticks(domain, length: length)?.ticks ?? []
        guard found.count > 2 else { continue }
        let boxes = found.map { tick -> (low: Double, high: Double) in
            let middle = tick.value / domain.end * length
            let half = Double(tick.label.count) * 3
            return (middle - half, middle + half)
        }
        #expect(zip(boxes, boxes.dropFirst()).allSatisfy { $1.low - $0.high >= 14 - 1e-6 })
    }
}

@Test func dayTicksAscendWithinTheirDomain() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<200 {
        let start = Double(Int.random(in: 0...30_000, using: &random))
        let domain = Extent(start, start + Double(Int.random(in: 1...9000, using: &random)))
        let values = ticks(domain, areDays: true)?.ticks.map(\.value) ?? []
        #expect(values.count >= 2, "\(domain)")
        #expect(values.allSatisfy { domain.contains($0) })
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 })
    }
}

// MARK: - Examples

@Test func roundNumbersAreLabelledWithAsManyDigitsAsTellThemApart() {
    #expect(
        ticks(Extent(0, 10_000))?.ticks.map(\.label) == [
            "0", "2,000", "4,000", "6,000", "8,000", "10,000",
        ])
    #expect(ticks(Extent(0, 1), isShare: true)?.ticks.first?.label == "0%")
    #expect(ticks(Extent(0, 1), isShare: true)?.ticks.last?.label == "100%")
}

@Test func ticksMayBeNamed() {
    let found = ticks(Extent(0, 100)) { $0.values = .numbers([0, 37.5, 100, 101]) }
    #expect(found?.ticks.map(\.label) == ["0", "37.5", "100"])
}

@Test func anyNumberOfTicksMayBeWishedFor() {
    for count in [Int.min, -1, 0, 1, 5, 1000, Int.max] {
        let found = ticks(Extent(0, 100)) { $0.values = .count(count) }?.ticks.count ?? 0
        #expect(found >= 2 && found <= 50, "\(count)")
        let days = ticks(Extent(0, 1000), areDays: true) { $0.values = .count(count) }
        #expect((2...100).contains(days?.ticks.count ?? 0), "\(count)")
    }
}

@Test func monthsStandOverTheirYears() {
    let found = ticks(Extent(day("2023-11-15"), day("2024-03-20")), areDays: true)
    #expect(found?.ticks.map(\.label) == ["Dec", "Jan", "Feb", "Mar"])
    #expect(found?.groups.map(\.label) == ["2023", "2024"])
}

@Test func slotsHaveNoTicks() {
    let slots = Dimension(slots: [.init(key: "a", label: "a")], isReversed: false)
    let found = ValueTicks(
        slots, AxisOptions(), locale: .enUS, length: 100, isShare: false, gap: 14
    ) { _ in 6 }
    #expect(found.ticks.isEmpty)
}
