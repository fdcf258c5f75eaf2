import Graphics
import TestSupport
import Testing

@testable import Charts

/// A mark of one of a few looks.
private func anyMark(_ random: inout SplitMix64) -> AnyChartContent {
    let x = Double.random(in: 0...9, using: &random)
    let y = Int.random(in: 0...9, using: &random) == 0 ? nil : Double?(x * 2)
    let name = ["A", "B"].randomElement(using: &random) ?? ""
    let point = PlottableValue.value("Sum", y)
    switch Int.random(in: 0...6, using: &random) {
    case 0: return AnyChartContent(LineMark(x: .value("Year", x), y: point))
    case 1: return AnyChartContent(LineMark(x: .value("Year", x), y: point).opacity(0.5))
    case 2: return AnyChartContent(LineMark(x: .value("Year", name), y: point))
    case 3: return AnyChartContent(PointMark(x: .value("Year", x), y: point).key(x > 5))
    case 4: return AnyChartContent(BarMark(x: .value("Name", name), y: point).track())
    case 5:
        return AnyChartContent(
            LineMark(x: .value("Year", x), y: point)
                .foregroundStyle(by: .value("City", name)))
    default: return AnyChartContent(RuleMark(x: .value("Year", x)))
    }
}

/// A value that counts how often it is asked for.
private final class Count { var reads = 0 }

private struct Counted: Plottable {
    var count: Count
    var primitivePlottable: Double {
        count.reads += 1
        return 1
    }
}

@Test func layersAreThoseThatJoiningMarkByMarkGives() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<100 {
        let marks = (0..<Int.random(in: 0...40, using: &random)).map { _ in anyMark(&random) }
        var expected: [Layer] = []
        for mark in marks {
            let own = Chart { mark }.layers[0]
            if let index = expected.lastIndex(where: { $0.joined(with: own) != nil }) {
                expected[index] = expected[index].joined(with: own) ?? own
            } else {
                expected.append(own)
            }
        }
        #expect(Chart(marks) { $0 }.layers == expected)
    }
}

@Test func noMarkIsLost() {
    var random = SplitMix64(seed: 4)
    for _ in 0..<100 {
        let marks = (0..<Int.random(in: 0...60, using: &random)).map { _ in anyMark(&random) }
        let layers = Chart(marks) { $0 }.layers
        #expect(layers.map(\.count).reduce(0, +) == marks.count)
        for layer in layers {
            #expect(Set(layer.channels.values.map(\.values.count)) == [layer.count])
            #expect(layer.details.isEmpty || layer.details.count == layer.count)
        }
    }
}

@Test func marksOfEachRowJoinTheirOwnKind() {
    let made = Chart([1.0, 2, 3]) { x in
        yearPoint(x)
        PointMark(x: .value("Year", x), y: .value("Sum", 7.0))
    }
    #expect(
        made.layers == [
            yearLine([1, 2, 3], [7, 7, 7]),
            yearLine([1, 2, 3], [7, 7, 7]).changed { $0.mark = .point },
        ])
}

@Test func labelsAndKindsOfValuesPartLayers() {
    let made = builtLayers {
        BarMark(x: .value("Name", "A"), y: .value("Sum", 1))
        BarMark(x: .value("Name", "A"), y: .value("Profit", 1))
        BarMark(x: .value("Name", 1), y: .value("Sum", 1))
        BarMark(x: .value("Name", "A"), y: .value("Sum", 1), stacking: .unstacked)
        BarMark(x: .value("Name", "A"), y: .value("Sum", 1), width: .ratio(0.5))
        SectorMark(angle: .value("Sum", 1))
        SectorMark(angle: .value("Sum", 1), innerRadius: .ratio(0.5))
        BarMark(x: .value("Name", "B"), y: .value("Sum", 2))
    }
    #expect(made.map(\.count) == [2, 1, 1, 1, 1, 1, 1])
}

@Test func eachValueIsReadOnceAndEachMarkAsksTwoLayersAtMost() {
    for count in [1000, 2000, 4000] {
        let reads = Count()
        var marks = MarkCollector()
        ForEach(0..<count) { index in
            LineMark(x: .value("Year", index), y: .value("Sum", Counted(count: reads)))
            PointMark(x: .value("Year", index), y: .value("Sum", 1))
            BarMark(x: .value("Year", index), y: .value("Sum", 1)).opacity(0.5)
        }.collect(into: &marks)
        #expect(reads.reads == count)
        #expect(marks.count == 3 * count)
        #expect(marks.questions <= 2 * marks.count + 3)
        #expect(marks.finishedLayers.map(\.count) == [count, count, count])
    }
}

@Test func manyLooksAskNoMoreThanFew() {
    // Each mark has a look of its own.
    let count = 3000
    var marks = MarkCollector()
    ForEach(0..<count) { yearPoint().opacity(Double($0) / Double(count)) }.collect(into: &marks)
    #expect(marks.finishedLayers.count == count)
    #expect(marks.questions <= 3 * count)
}

@Test func aHundredThousandRowsMakeOneLine() {
    let chart = Chart(0..<100_000) { yearPoint(Double($0), 1) }
    #expect(chart.layers.map(\.count) == [100_000])
}
