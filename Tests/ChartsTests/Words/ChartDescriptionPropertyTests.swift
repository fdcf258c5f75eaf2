import Scales
import TestSupport
import Testing

@testable import Charts

@Suite struct ChartDescriptionPropertyTests {
    private static let runs = 150

    /// Most charts of chance can be read, or the properties say little.
    @Test func mostChartsHaveFigures() {
        var count = 0
        each { chart, _ in
            if ChartReading(chart).figureCount > 0 { count += 1 }
        }
        #expect(count > Self.runs / 3, "\(count) of \(Self.runs)")
    }

    private func each(_ test: (Chart, inout SplitMix64) -> Void) {
        var random = SplitMix64(seed: 0xC0FFEE)
        for _ in 0..<Self.runs { test(random.readableChart(), &random) }
    }

    @Test func shortTextsHaveAtMost125CharactersAndAreNeverEmpty() {
        each { chart, _ in
            let short = ChartDescription(chart).short
            #expect(short.utf16.count <= 125, "\(short)")
            #expect(!short.isEmpty)
            #expect(short.last.map { ".…!?".contains($0) } == true, "\(short)")
        }
    }

    @Test func textsHoldNoNonsense() {
        each { chart, _ in
            let description = ChartDescription(chart)
            for text in [description.short, description.long] {
                for word in [
                    "nan", "inf", "nil,", "nil ", "  ", "..", " .", " ,", "()", ": .", "Optional",
                ] {
                    #expect(!text.lowercased().contains(word), "\(word) in \(text)")
                }
            }
        }
    }

    @Test func theSameChartHasTheSameWords() {
        each { chart, _ in
            #expect(ChartDescription(chart) == ChartDescription(chart))
        }
    }

    @Test func sentencesBeginWithALetterOrAFigureAndEndWithAFullStop() {
        each { chart, _ in
            let long = ChartDescription(chart).long
            #expect(long.last == ".", "\(long)")
            #expect(long.split(separator: "(").count - 1 == long.split(separator: ")").count - 1)
        }
    }

    @Test func chartsOfManyFiguresAreSummedUp() {
        var random = SplitMix64(seed: 7)
        for locale in [DeckLocale.esMX, .enUS] {
            let values = (0..<1000).map { _ -> Double? in random.someAmount() }
            let line = WordSamples.chart(
                [WordSamples.months(values, from: WordSamples.day("1900-01"))], locale,
                title: "Serie")
            #expect(ChartDescription(line).long.utf16.count < 900)
            let names = (0..<500).map { "Nombre \($0)" }
            let bars = WordSamples.chart(
                [WordSamples.bars(names, Array(values.prefix(500)))], locale, title: "Serie")
            #expect(ChartDescription(bars).long.utf16.count < 900)
        }
    }

    @Test func wordsOfNamesAndFiguresAreNeverCut() {
        each { chart, _ in
            let short = ChartDescription(chart).short
            guard !chart.title.isEmpty, short.contains("…") else { return }
            // What comes before the ellipsis is the start of the title, up to the end of a word.
            let kept = short.prefix { $0 != "…" }
            let title = chart.title.split(separator: " ").map(String.init)
            let last = kept.split(separator: " ").last.map(String.init) ?? ""
            #expect(title.contains(last), "\(short)")
        }
    }

    @Test func everyFigureIsOneOfTheDataOrDerivedFromThem() {
        var random = SplitMix64(seed: 99)
        for _ in 0..<60 {
            let chart = random.plainChart()
            let long = ChartDescription(chart).long
            let allowed = Derived(chart).texts
            for number in long.numbers where !allowed.contains(number) {
                Issue.record("\(number) is made up: \(long)")
            }
        }
    }
}

/// All figures that a description may print of a chart of one layer, written as its labels are.
private struct Derived {
    let texts: Set<String>

    init(_ chart: Chart) {
        let words = Phrasebook(chart.locale)
        let layer = chart.layers[0]
        let printer = FigurePrinter(layer, unit: chart.unit, words: words)
        let channel =
            layer.channels[.angle]
            ?? (layer.channels[.y]?.isNumbers == true
                ? layer.channels[.y] : layer.channels[.x])
        let values = (channel?.numbers ?? []).compactMap { $0 }
        var texts = Set((0...200).map { words.count($0) })
        // Stacks: by place.
        var sums: [String: Double] = [:]
        let places =
            (layer.channels[.x]?.isNumbers == false ? layer.channels[.x] : layer.channels[.y])
        let numbers = channel?.numbers ?? []
        for (index, place) in (places?.names ?? []).enumerated() {
            sums[place, default: 0] += numbers[index] ?? 0
        }
        let totals = Array(sums.values) + [values.reduce(0, +)]
        for value in values + totals { texts.insert(printer.text(value)) }
        // Parts of their stack, or of the whole.
        for (index, place) in (places?.names ?? []).enumerated() {
            guard let value = numbers[index], let sum = sums[place], sum > 0 else { continue }
            texts.insert(words.percent(value / sum))
        }
        let whole = values.reduce(0, +)
        for value in values where whole > 0 {
            texts.insert(words.percent(value / whole, decimals: 0))
            texts.insert(words.percent(value / whole))
        }
        // Changes from the first figure, or from one total to another.
        let starts = [values.first].compactMap { $0 }
        for (firsts, lasts) in [(starts, values), (totals, totals)] {
            for first in firsts {
                for last in lasts where last != first {
                    texts.insert(printer.distance(last - first))
                    if first > 0 { texts.insert(words.percent(abs(last / first - 1))) }
                }
            }
        }
        for decimals in 0...1 { texts.insert(words.percent(1, decimals: decimals)) }
        for text in texts { texts.formUnion(text.numbers) }
        self.texts = texts
    }
}

extension String {
    /// The stretches of it that are numbers.
    fileprivate var numbers: [String] {
        split { !($0.isNumber || "−.,e+%".contains($0)) }.map(String.init)
            .map { text in
                var text = text
                while let last = text.last, ".,".contains(last) { text.removeLast() }
                return text
            }
            .filter { $0.contains(where: \.isNumber) }
    }
}
