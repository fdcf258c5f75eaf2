import Scales
import TestSupport

@testable import Charts

// Charts of chance, for properties of words and rules.

extension SplitMix64 {
    /// Any words, without those that tests look for.
    mutating func someWords(_ most: Int) -> String {
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
    mutating func someAmount() -> Double {
        switch Int.random(in: 0...5, using: &self) {
        case 0: 0
        case 1: Double.random(in: 0...1, using: &self)
        case 2: Double.random(in: 0...1e12, using: &self)
        default: Double.random(in: 0...5000, using: &self)
        }
    }

    /// Figures of any size and sign, some missing.
    mutating func someFigures(_ count: Int) -> [Double?] {
        let kind = Int.random(in: 0...6, using: &self)
        let same = someAmount()
        return (0..<count).map { _ in
            if kind < 3, Int.random(in: 0...4, using: &self) == 0 { return nil }
            switch kind {
            case 4: return same
            case 5: return Double.random(in: -1...1, using: &self)
            case 6: return Double.random(in: -1e300...1e300, using: &self)
            default:
                return (someAmount() * 10).rounded() / 10 * (Bool.random(using: &self) ? 1 : -1)
            }
        }
    }

    private mutating func someNames(_ count: Int) -> [String] {
        var known: Set<String> = []
        return (0..<count).map { index in
            var name = someWords(60)
            if !known.insert(name).inserted { name += " \(index)" }
            known.insert(name)
            return name
        }
    }

    private mutating func details(ofWords count: Int) -> [Detail] {
        guard Bool.random(using: &self) else { return [] }
        return (0..<count).map { _ in
            Detail(
                standing: Standing.allCases.randomElement(using: &self) ?? .firm,
                isRounded: Int.random(in: 0...4, using: &self) == 0,
                isKey: Int.random(in: 0...9, using: &self) == 0,
                isTotal: Int.random(in: 0...5, using: &self) == 0)
        }
    }

    private mutating func somePlaces(_ count: Int) -> Channel {
        let label = Bool.random(using: &self) ? someWords(20) : ""
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
        default: return Channel(label, .names(someNames(count)))
        }
    }

    private mutating func someLayer(_ count: Int) -> Layer {
        let mark = Layer.Mark.allCases.randomElement(using: &self) ?? .bar
        var layer = Layer(mark, details: details(ofWords: count))
        let amounts = Channel(
            Bool.random(using: &self) ? someWords(30) : "", .numbers(someFigures(count)))
        let places = somePlaces(count)
        if mark == .sector {
            layer.channels = [.angle: amounts, .color: Channel("", .names(someNames(count)))]
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
            layer.channels[.yEnd] = Channel("", .numbers(someFigures(count)))
        }
        if mark == .rectangle, Bool.random(using: &self) {
            layer.channels[.y] = Channel("", .names(someNames(count)))
            layer.channels[.color] = Channel("", .numbers(someFigures(count)))
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
    mutating func readableChart() -> Chart {
        let count = Int.random(in: 0...60, using: &self)
        let layers = (0..<Int.random(in: 1...3, using: &self)).map { _ in someLayer(count) }
        let locale = [DeckLocale.esMX, .esES, .enUS].randomElement(using: &self) ?? .esMX
        var chart = Chart(layers: layers, style: .standard(locale), locale: locale)
        if Bool.random(using: &self) { chart.title = someWords(150) }
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
    mutating func plainChart() -> Chart {
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
