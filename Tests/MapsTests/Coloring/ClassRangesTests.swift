import Diagnostics
import Graphics
import Scales
import TestSupport
import Testing

@testable import Maps

private let ramp = ColorRamp(from: Color(0xDCE8F5), to: Color(0x0E3A66))
private let hatch = Hatch(line: .black, ground: .white)

private func ranges(
    _ thresholds: [Double], _ format: String, _ locale: DeckLocale = .esMX, values: [Double] = []
) throws -> ClassRanges {
    let coloring = try MapColoring.thresholds(thresholds, .ramp(ramp), noData: hatch)
    return ClassRanges(
        of: coloring.classes, format: try NumberFormat(format), locale: locale, values: values)
}

@Test func rangesDoNotOverlapInPrint() throws {
    let spanish = try ranges([100, 500], ",")
    #expect(spanish.texts == ["hasta 99", "100 a 499", "500 o más"] && spanish.warning == nil)
    #expect(try ranges([100, 500], ",", .enUS).texts == ["up to 99", "100 to 499", "500 or more"])
    #expect(try ranges([0.05, 0.1], ".1%").texts == ["hasta 4.9%", "5.0% a 9.9%", "10.0% o más"])
    #expect(
        try ranges([0.05, 0.1], ".1%", .esES).texts
            == ["hasta 4,9\u{A0}%", "5,0\u{A0}% a 9,9\u{A0}%", "10,0\u{A0}% o más"])
    #expect(try ranges([1000], ",d").texts == ["hasta 999", "1,000 o más"])
    #expect(try ranges([1.5], ",.2f").texts == ["hasta 1.49", "1.50 o más"])
    #expect(try ranges([0.5, 1.25], ",").texts == ["hasta 0.49", "0.5 a 1.24", "1.25 o más"])
    #expect(try ranges([0], ",").texts == ["hasta −1", "0 o más"])
    #expect(try ranges([-10, 10], ",").texts == ["hasta −11", "−10 a 9", "10 o más"])
    #expect(try ranges([1000], ".2s").texts == ["hasta 990", "1.0k o más"])
    #expect(try ranges([1_000_000], "k").texts == ["hasta 999.9\u{A0}mil", "1\u{A0}M o más"])
    #expect(try ranges([500], "k").texts == ["hasta 499", "500 o más"])
    #expect(try ranges([0.05], "~%").texts == ["hasta 4%", "5% o más"])
    #expect(try ranges([], ",").texts == ["todos los valores"])
    #expect(try ranges([], ",", .enUS).texts == ["all values"])
}

@Test func affixesStandOnceWhereTheyCan() throws {
    #expect(
        try ranges([100, 500], ",d' MDD'").texts
            == ["hasta 99 MDD", "100 a 499 MDD", "500 MDD o más"])
    #expect(try ranges([100, 500], "$,.0f").texts == ["hasta $99", "$100 a $499", "$500 o más"])
    #expect(try ranges([100], "12,d").texts == ["hasta 99", "100 o más"])
}

@Test func outermostClassesRunToTheEndsOfTheData() throws {
    #expect(
        try ranges([5000, 10_000], ",", values: [112, 6000, 15_215]).texts
            == ["112 a 4,999", "5,000 a 9,999", "10,000 a 15,215"])
    #expect(
        try ranges([5000], ",", .enUS, values: [112, 15_215]).texts
            == ["112 to 4,999", "5,000 to 15,215"])
    // No data in the outermost classes.
    #expect(
        try ranges([100, 500], ",", values: [200]).texts == ["hasta 99", "100 a 499", "500 o más"])
    // One number is no range.
    #expect(try ranges([100, 500], ",", values: [99, 500]).texts == ["99", "100 a 499", "500"])
    // The least prints as the break does.
    #expect(try ranges([100], ",d", values: [99.8, 120.3]).texts == ["hasta 99", "100 a 120"])
}

@Test func dataDecideOnDecimalsWhereTheFormatDoesNot() throws {
    #expect(
        try ranges([10, 20], ",", values: [1.5, 25]).texts == ["1.5 a 9.9", "10 a 19.9", "20 a 25"])
    let thirds = try ranges([1, 2], ",", values: [1 / 3, 8 / 3])
    #expect(thirds.texts == ["0.33 a 0.99", "1 a 1.99", "2 a 2.67"])
    #expect(thirds.warning == nil)
}

@Test func breaksOffTheGridMoveUp() throws {
    // Figures are whole: 112 belongs to the lower class, 113 to the upper one.
    #expect(try ranges([112.4], ",d").texts == ["hasta 112", "113 o más"])
    let coloring = try MapColoring.quantiles(3, of: [1, 2, 5, 7, 8, 9], .ramp(ramp), noData: hatch)
    let own = ClassRanges(
        of: coloring.classes, format: .plain, locale: .esMX, values: [1, 2, 5, 7, 8, 9])
    #expect(own.texts == ["1 a 3", "4 a 7", "8 a 9"])
}

@Test func aFormatThatIsTooCoarseGetsMoreDigitsAndAWarning() throws {
    let coarse = try ranges([100.2, 100.4], ",d")
    #expect(coarse.texts == ["hasta 100.1", "100.2 a 100.3", "100.4 o más"])
    #expect(
        coarse.warning?.message
            == "the format “,d” prints too few digits for the classes of the colours")
    #expect(coarse.warning?.severity == .warning)
    let percent = try ranges([0.001, 0.002], ".0%")
    #expect(percent.texts == ["hasta 0.0%", "0.1%", "0.2% o más"])
    #expect(percent.warning != nil)
    let compact = try ranges([1_010_000, 1_020_000], ".1k")
    #expect(compact.texts == ["hasta 1.00\u{A0}M", "1.01\u{A0}M", "1.02\u{A0}M o más"])
    let close = try ranges([1, 1.0.nextUp], ",")
    #expect(Set(close.texts).count == 3 && close.warning != nil)
    #expect(close.texts[0] == "menos de 1")
}

@Test func classesWithGapsKeepTheirEnds() throws {
    let coloring = try MapColoring.classes(
        [
            ColorClass(from: 0, to: 100, color: .white),
            ColorClass(from: 200, to: 300, color: .black),
            ColorClass(from: 300, to: nil, color: Color(0xFF0000), name: "muchas"),
        ], noData: hatch)
    let ranges = ClassRanges(of: coloring.classes, format: .plain, locale: .esMX)
    #expect(ranges.texts == ["0 a 100", "200 a 299", "muchas"])
    let steps = try MapColoring.equalSteps(4, over: Extent(0, 100), .ramp(ramp), noData: hatch)
    #expect(
        ClassRanges(of: steps.classes, format: .plain, locale: .enUS).texts
            == ["0 to 24", "25 to 49", "50 to 74", "75 to 100"])
}

/// The numbers of a range, low and high, as read back from its text.
private func numbers(_ text: String) -> [Double] {
    text.split(separator: " ").compactMap { word in
        let digits = word.filter { $0 != "," && $0 != "%" }
        return Double(digits.map { $0 == "−" ? "-" : String($0) }.joined())
    }
}

@Test(arguments: [",", ",d", ",.1f", ",.2f", ".1%", ".0%", ".3r", "", ",.2~f"])
func printedRangesAscendAndPartWhateverTheBreaks(specifier: String) throws {
    var random = SplitMix64(seed: 11)
    for round in 0..<60 {
        let scale = [1e-3, 1, 1e4, 1e7][round % 4]
        let count = Int.random(in: 1...8, using: &random)
        let breaks = Set(
            (0..<count).map { _ in
                (Double.random(in: -1...1, using: &random) * scale * 1e3).rounded() / 1e3
            }
        ).sorted()
        let values = (0..<round % 3 * 4).map { _ in
            Double.random(in: -1.5...1.5, using: &random) * scale
        }
        let ranges = try ranges(breaks, specifier, .enUS, values: values)
        #expect(Set(ranges.texts).count == ranges.texts.count)
        #expect(ranges.texts.count == breaks.count + 1)
        // The words of exact ranges share their ends.
        if ranges.texts.contains(where: { $0.contains("less than") }) { continue }
        let read = ranges.texts.map(numbers)
        #expect(read.allSatisfy { !$0.isEmpty && $0 == $0.sorted() }, "\(ranges.texts)")
        for (one, next) in zip(read, read.dropFirst()) {
            #expect((one.last ?? 0) < (next.first ?? 0), "\(ranges.texts)")
        }
    }
}

@Test func noBreakTrapsOrHangs() throws {
    let odd: [Double] = [
        -1e308, -1e21, -1, -1e-300, 0, .leastNonzeroMagnitude, 1e-9, 1, 1e15, 1e21, 1e300,
        .greatestFiniteMagnitude,
    ]
    for specifier in [",", ",d", ".1f", "s", "k", "K", "e", "p", "x", "c", ".20f", "n", "%"] {
        for start in [0, 3, 8] {
            let breaks = Array(odd[start...].prefix(8))
            let ranges = try ranges(breaks, specifier, values: odd)
            #expect(ranges.texts.count == breaks.count + 1)
            #expect(Set(ranges.texts).count == ranges.texts.count, "\(specifier) \(ranges.texts)")
        }
    }
}
