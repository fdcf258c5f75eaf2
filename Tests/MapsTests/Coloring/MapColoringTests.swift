import Diagnostics
import Graphics
import Scales
import TestSupport
import Testing

@testable import Maps

private let ramp = ColorRamp(from: Color(0xDCE8F5), to: Color(0x0E3A66))
private let hatch = Hatch(line: .black, ground: .white)

private func message(_ work: () throws(Diagnostic) -> MapColoring) -> String? {
    do {
        _ = try work()
        return nil
    } catch {
        return error.message
    }
}

/// Samples with ties, few different values, zeros and negatives.
private func samples() -> [[Double]] {
    var random = SplitMix64(seed: 4)
    return (0..<120).map { index in
        let distinct = [1, 2, 3, 7, 1000][index % 5]
        return (0..<Int.random(in: 1...60, using: &random)).map { _ in
            let whole = Double(Int.random(in: 0..<distinct, using: &random))
            return index % 3 == 0 ? whole : (whole - 3) * 1.7
        }
    }
}

// MARK: - No data

@Test func whatHasNoAmountIsHatched() throws {
    let colorings = [
        try MapColoring.linear(over: Extent(0, 10), ramp, noData: hatch),
        try .diverging(from: -5, pivot: 0, to: 10, ramp, noData: hatch),
        try .thresholds([3, 5], .ramp(ramp), noData: hatch),
        try .quantiles(3, of: [1, 2, 3, 4, 5, 6], .ramp(ramp), noData: hatch),
        try .equalSteps(4, over: Extent(0, 10), .ramp(ramp), noData: hatch),
        try .classes([ColorClass(from: 0, to: 10, color: .black)], noData: hatch),
        try .categories([ColorCategory("norte", .black)], noData: hatch),
    ]
    for coloring in colorings {
        for value in [nil, Double.nan, .infinity, -.infinity] {
            #expect(coloring.paint(of: value) == .hatch(hatch))
            if let value { #expect(!coloring.covers(value)) }
        }
        #expect(coloring.paint(ofCategory: nil) == .hatch(hatch))
        #expect(!coloring.covers(category: "sur"))
    }
    #expect(colorings.dropLast().allSatisfy { $0.covers(4) && $0.color(of: 4) != nil })
    #expect(colorings[6].paint(ofCategory: "norte") == .color(.black))
    #expect(colorings[6].covers(category: "norte") && !colorings[6].covers(4))
}

// MARK: - Colours that run

@Test func runningColoursHaveTheRampsEnds() throws {
    let coloring = try MapColoring.linear(over: Extent(112, 15_215), ramp, noData: hatch)
    #expect(coloring.color(of: 112) == ramp(0) && coloring.color(of: 15_215) == ramp(1))
    #expect(coloring.covers(112) && !coloring.covers(111.9) && !coloring.covers(15_216))
    // The caller says that it lies outside; the colour is that of the end.
    #expect(coloring.color(of: 20_000) == ramp(1))
    let equal = MapColoring.linear(holding: [7, 7, .nan], ramp, noData: hatch)
    #expect(equal.color(of: 7) == ramp(0.5))
    let none = MapColoring.linear(holding: [Double.nan], ramp, noData: hatch)
    #expect(none.paint(of: nil) == .hatch(hatch))
    #expect(
        message { () throws(Diagnostic) in
            try .linear(over: Extent(0, .nan), ramp, noData: hatch)
        } == "a domain of colours runs between two finite numbers")
}

@Test func divergingColoursTurnAtTheirPivot() throws {
    let coloring = try MapColoring.diverging(
        around: 0, holding: [-2, 8, .nan], ramp, noData: hatch)
    #expect(coloring.color(of: 0) == ramp(0.5))
    #expect(coloring.color(of: 8) == ramp(1) && coloring.color(of: -8) == ramp(0))
    #expect(coloring.covers(-8) && !coloring.covers(8.1))
    let empty = try MapColoring.diverging(around: 3, holding: [], ramp, noData: hatch)
    #expect(empty.color(of: 3) == ramp(0.5))
    for (low, pivot, high) in [(0.0, -1.0, 1.0), (1, 0, -1), (0, 0, 0), (.nan, 0, 1)] {
        #expect(
            message { () throws(Diagnostic) in
                try .diverging(from: low, pivot: pivot, to: high, ramp, noData: hatch)
            } == "diverging colours run from low over a pivot to high")
    }
}

// MARK: - Classes

@Test func anAmountOnABreakBelongsToTheClassAbove() throws {
    let coloring = try MapColoring.thresholds([100, 500], .ramp(ramp), noData: hatch)
    #expect(
        [99.9, 100, 499, 500, 1e9].map { coloring.color(of: $0) }
            == [ramp(0), ramp(0.5), ramp(0.5), ramp(1), ramp(1)])
    #expect(coloring.covers(-1e300) && coloring.covers(1e300))
}

@Test func everyValueOfASampleHasExactlyOneClass() throws {
    for (index, sample) in samples().enumerated() {
        let count = index % 9 + 1
        let extent = try #require(Extent(around: sample))
        let colorings = [
            try MapColoring.quantiles(count, of: sample, .ramp(ramp), noData: hatch),
            try MapColoring.equalSteps(count, over: extent, .ramp(ramp), noData: hatch),
        ]
        for coloring in colorings {
            let classes = coloring.classes
            #expect(!classes.isEmpty && classes.count <= count)
            for value in sample { #expect(classes.count { $0.contains(value) } == 1) }
            #expect(classes.first?.lower == extent.start && classes.last?.upper == extent.end)
            #expect(zip(classes, classes.dropFirst()).allSatisfy { $0.upper == $1.lower })
            #expect(Set(classes.map(\.color)).count == classes.count)
        }
    }
}

@Test func quantilesHaveNoEmptyClass() throws {
    for (index, sample) in samples().enumerated() {
        let coloring = try MapColoring.quantiles(
            index % 9 + 1, of: sample, .ramp(ramp), noData: hatch)
        for one in coloring.classes { #expect(sample.contains { one.contains($0) }) }
        #expect(coloring.classes.count <= Set(sample).count)
    }
}

@Test func quantilesThatCoincideMerge() throws {
    let zeros = [Double](repeating: 0, count: 60) + (1...40).map(Double.init)
    let coloring = try MapColoring.quantiles(4, of: zeros, .ramp(ramp), noData: hatch)
    // The many zeros have a class of their own.
    #expect(coloring.classes.map(\.lower) == [0, 1, 15.25])
    #expect(coloring.classes.map(\.color) == ramp.colors(3))
    let equal = try MapColoring.quantiles(5, of: [3, 3, 3], .ramp(ramp), noData: hatch)
    #expect(equal.classes.map(\.color) == [ramp(0.5)])
    let two = try MapColoring.quantiles(5, of: [1, 2], .ramp(ramp), noData: hatch)
    #expect(two.classes.count == 2)
    let none = try MapColoring.quantiles(5, of: [.nan], .ramp(ramp), noData: hatch)
    #expect(none.classes.isEmpty && none.paint(of: 1) == .hatch(hatch))
}

@Test func mergedClassesKeepTheEndsOfAListOfColours() throws {
    let list = [Color(0xFF0000), Color(0x00FF00), Color(0x0000FF), .black]
    let coloring = try MapColoring.quantiles(4, of: [1, 2], .list(list), noData: hatch)
    #expect(coloring.classes.map(\.color) == [list[0], list[3]])
}

@Test func equalStepsFollowADescendingDomain() throws {
    let up = try MapColoring.equalSteps(4, over: Extent(0, 100), .ramp(ramp), noData: hatch)
    #expect(up.classes.map(\.lower) == [0, 25, 50, 75])
    #expect(up.covers(100) && !up.covers(100.1) && !up.covers(-0.1))
    let down = try MapColoring.equalSteps(4, over: Extent(100, 0), .ramp(ramp), noData: hatch)
    #expect(down.color(of: 100) == up.color(of: 0) && down.color(of: 10) == up.color(of: 90))
    let point = try MapColoring.equalSteps(4, over: Extent(5, 5), .ramp(ramp), noData: hatch)
    #expect(point.classes.count == 1 && point.covers(5))
}

@Test func manualClassesMayLeaveGaps() throws {
    let coloring = try MapColoring.classes(
        [
            ColorClass(from: 200, to: 300, color: .black),
            ColorClass(from: 0, to: 100, color: .white, name: "pocas"),
            ColorClass(from: 100, to: 150, color: Color(0x808080)),
        ], noData: hatch)
    #expect(coloring.classes.map(\.lower) == [0, 100, 200])
    #expect(coloring.color(of: 100) == Color(0x808080) && coloring.color(of: 150) != nil)
    #expect(!coloring.covers(160) && coloring.paint(of: 160) == .hatch(hatch))
    #expect(coloring.covers(300) && coloring.covers(200))
}

@Test func classesThatCannotBeAreRefused() {
    #expect(
        message { () throws(Diagnostic) in
            try .classes(
                [
                    ColorClass(from: 0, to: 100, color: .black),
                    ColorClass(from: 50, to: 200, color: .white),
                ], noData: hatch)
        } == "the classes from 0 to 100 and from 50 to 200 of the colours overlap")
    #expect(
        message { () throws(Diagnostic) in
            try .classes(
                [
                    ColorClass(from: nil, to: nil, color: .black, name: "todo"),
                    ColorClass(from: nil, to: 2, color: .white),
                ], noData: hatch)
        } == "the classes “todo” and from … to 2 of the colours overlap")
    for (low, high) in [(3.0, 3.0), (4, 3), (.nan, 3), (0, .infinity)] {
        #expect(
            message { () throws(Diagnostic) in
                try .classes([ColorClass(from: low, to: high, color: .black)], noData: hatch)
            }?.hasSuffix("of the colours has no room") == true)
    }
    for thresholds in [[5.0, 3], [3, 3], [.nan], [.infinity]] {
        #expect(
            message { () throws(Diagnostic) in
                try .thresholds(thresholds, .ramp(ramp), noData: hatch)
            } == "the thresholds of colours ascend")
    }
    for count in [0, -1, .min] {
        #expect(
            message { () throws(Diagnostic) in
                try .quantiles(count, of: [1, 2], .ramp(ramp), noData: hatch)
            } == "colours have at least one class")
    }
    #expect(
        message { () throws(Diagnostic) in
            try .equalSteps(.max, over: .unit, .ramp(ramp), noData: hatch)
        } == "colours have at most 100 classes")
    #expect(
        message { () throws(Diagnostic) in
            try .categories(
                [ColorCategory("a", .black), ColorCategory("a", .white)], noData: hatch)
        } == "the category “a” has two colours")
}

@Test func neighboursAreToldApart() throws {
    for count in 2...ClassColors.mostShades {
        let colors = try ClassColors.ramp(ramp).colors(count, kept: count)
        for (one, other) in zip(colors, colors.dropFirst()) {
            #expect(one.contrast(with: other) > 1.1)
        }
    }
    #expect(
        message { () throws(Diagnostic) in
            try .equalSteps(10, over: .unit, .ramp(ramp), noData: hatch)
        } == "10 shades of one ramp cannot be told apart")
    #expect(
        message { () throws(Diagnostic) in
            try .thresholds([1], .list([.black, .black]), noData: hatch)
        } == "the colours 000000 and 000000 of neighbouring classes look alike")
    #expect(
        message { () throws(Diagnostic) in
            try .thresholds([1], .list([.black]), noData: hatch)
        } == "2 classes need as many colours, not 1")
}
