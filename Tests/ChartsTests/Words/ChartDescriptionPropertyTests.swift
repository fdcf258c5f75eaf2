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
        for _ in 0..<Self.runs { test(random.anyChart(), &random) }
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
            let values = (0..<1000).map { _ -> Double? in random.amount() }
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
            let chart = random.simpleChart()
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

extension SplitMix64 {
    /// Any words, without those that tests look for.
    mutating func words(_ most: Int) -> String {
        // Without the letter n it spells neither of the words that nothing may print.
        let letters: [Character] = ["a", "e", "o", "m", "ñ", "é", "T", "1", " ", " "]
        var text = ""
        for _ in 0..<Int.random(in: 1...most, using: &self) {
            text.append(letters.randomElement(using: &self) ?? "a")
        }
        let joined = text.split(separator: " ").joined(separator: " ")
        return joined.isEmpty ? "a" : joined
    }

    /// A figure of any size from nothing to a million millions.
    mutating func amount() -> Double {
        switch Int.random(in: 0...5, using: &self) {
        case 0: 0
        case 1: Double.random(in: 0...1, using: &self)
        case 2: Double.random(in: 0...1e12, using: &self)
        default: Double.random(in: 0...5000, using: &self)
        }
    }

    /// Figures of any size and sign, some missing.
    mutating func figures(_ count: Int) -> [Double?] {
        let kind = Int.random(in: 0...6, using: &self)
        let same = amount()
        return (0..<count).map { _ in
            if kind < 3, Int.random(in: 0...4, using: &self) == 0 { return nil }
            switch kind {
            case 4: return same
            case 5: return Double.random(in: -1...1, using: &self)
            case 6: return Double.random(in: -1e300...1e300, using: &self)
            default: return (amount() * 10).rounded() / 10 * (Bool.random(using: &self) ? 1 : -1)
            }
        }
    }

    private mutating func names(_ count: Int) -> [String] {
        var known: Set<String> = []
        return (0..<count).map { index in
            var name = words(60)
            if !known.insert(name).inserted { name += " \(index)" }
            known.insert(name)
            return name
        }
    }

    private mutating func details(_ count: Int) -> [Detail] {
        guard Bool.random(using: &self) else { return [] }
        return (0..<count).map { _ in
            Detail(
                standing: Standing.allCases.randomElement(using: &self) ?? .firm,
                isRounded: Int.random(in: 0...4, using: &self) == 0,
                isKey: Int.random(in: 0...9, using: &self) == 0,
                isTotal: Int.random(in: 0...5, using: &self) == 0)
        }
    }

    private mutating func places(_ count: Int) -> Channel {
        let label = Bool.random(using: &self) ? words(20) : ""
        switch Int.random(in: 0...4, using: &self) {
        case 0: return Channel(label, .names((0..<count).map { "\(1990 + $0)" }))
        case 1:
            let start = CivilDate(monthIndex: 24_000 + Int.random(in: 0...200, using: &self))
            return Channel(
                label,
                .dates(
                    (0..<count).map { index in
                        Int.random(in: 0...20, using: &self) == 0
                            ? nil : start.adding(months: index)
                    }))
        case 2:
            let start = CivilDate(monthIndex: 24_000)
            return Channel(label, .dates((0..<count).map { start.adding(days: 3 * $0) }))
        case 3: return Channel(label, .numbers((0..<count).map { Double($0) * 1.5 }))
        default: return Channel(label, .names(names(count)))
        }
    }

    private mutating func layer(_ count: Int) -> Layer {
        let mark = Layer.Mark.allCases.randomElement(using: &self) ?? .bar
        var layer = Layer(mark, details: details(count))
        let amounts = Channel(Bool.random(using: &self) ? words(30) : "", .numbers(figures(count)))
        let places = places(count)
        if mark == .sector {
            layer.channels = [.angle: amounts, .color: Channel("", .names(names(count)))]
            layer.innerRadius = Bool.random(using: &self) ? 0.5 : 0
        } else if Int.random(in: 0...4, using: &self) == 0 {
            layer.channels = [.y: places, .x: amounts]
        } else {
            layer.channels = [.x: places, .y: amounts]
        }
        if Int.random(in: 0...2, using: &self) == 0, mark != .sector {
            let series = ["Uma", "Otra", "Tercera"]
            let count = Int.random(in: 1...3, using: &self)
            layer.channels[.color] = Channel(
                "Serie", .names((0..<layer.count).map { series[$0 % count] }))
            if Bool.random(using: &self) { layer.channels[.position] = layer.channels[.color] }
        }
        if Int.random(in: 0...6, using: &self) == 0 {
            layer.channels[.yEnd] = Channel("", .numbers(figures(count)))
        }
        if mark == .rectangle, Bool.random(using: &self) {
            layer.channels[.y] = Channel("", .names(names(count)))
            layer.channels[.color] = Channel("", .numbers(figures(count)))
        }
        layer.stacking =
            [nil, nil, .standard, .normalized, .waterfall, .unstacked, .center]
            .randomElement(using: &self) ?? nil
        layer.isOnSecondAxis = Int.random(in: 0...9, using: &self) == 0
        layer.labels.format = [nil, ",", ".1%", ",.2f' MDD'", ".1k", ">+12,.0f"]
            .randomElement(using: &self)?.flatMap { try? NumberFormat($0) }
        return layer
    }

    /// Any chart at all.
    mutating func anyChart() -> Chart {
        let count = Int.random(in: 0...60, using: &self)
        let layers = (0..<Int.random(in: 1...3, using: &self)).map { _ in layer(count) }
        let locale = [DeckLocale.esMX, .esES, .enUS].randomElement(using: &self) ?? .esMX
        var chart = Chart(layers: layers, style: .standard(locale), locale: locale)
        if Bool.random(using: &self) { chart.title = words(150) }
        chart.unit = ["", "", "unidades", "(MDD)", "%"].randomElement(using: &self) ?? ""
        chart.roundsToHundred = Bool.random(using: &self)
        if Int.random(in: 0...3, using: &self) == 0 {
            let names = layers[0].channels[.x]?.names ?? []
            if let from = names.first, let to = names.last {
                chart.comparisons = [
                    Comparison(.difference, from: from, to: to),
                    Comparison(.growth, from: from, to: to),
                ]
            }
        }
        return chart
    }

    /// A chart of one layer with names, whose figures can be looked up.
    mutating func simpleChart() -> Chart {
        let count = Int.random(in: 1...45, using: &self)
        let places = (0..<count).map { index in
            String("abcdefghij".shuffled(using: &self)) + String(repeating: "x", count: index)
        }
        let values = (0..<count).map { _ -> Double? in
            Int.random(in: 0...9, using: &self) == 0
                ? nil : Double(Int.random(in: -300...3000, using: &self)) / 10
        }
        let locale = Bool.random(using: &self) ? DeckLocale.esMX : .enUS
        let layer: Layer
        switch Int.random(in: 0...3, using: &self) {
        case 0: layer = WordSamples.bars(places, values)
        case 1:
            layer = Layer(
                .line, [.x: Channel("", .names(places)), .y: Channel("", .numbers(values))])
        case 2:
            let parts = values.map { $0.map(abs) ?? 3 }
            layer = Layer(
                .sector,
                [.angle: Channel("", .numbers(parts)), .color: Channel("", .names(places))])
        default:
            layer = Layer(
                .bar,
                [
                    .x: Channel("", .names(places.indices.map { places[$0 / 2] })),
                    .y: Channel("", .numbers(values.map { $0.map(abs) })),
                    .color: Channel("", .names(places.indices.map { $0 % 2 == 0 ? "uno" : "dos" })),
                ])
        }
        return Chart(layers: [layer], style: .standard(locale), locale: locale)
    }
}
