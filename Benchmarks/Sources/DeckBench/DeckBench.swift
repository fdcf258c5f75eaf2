import Lamina

/// Times the stages of rendering a deck in one process: `DeckBench DECK [RUNS]`.
///
/// Prints the median, least and most milliseconds of each stage; the first run, which fills caches,
/// is left out. Every run starts from the deck file.
@main
struct DeckBench {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 1, let executable = ExecutablePath.current else {
            return print("usage: DeckBench DECK [RUNS]")
        }
        let runs = arguments.count > 2 ? Int(arguments[2]) ?? 9 : 9
        let resources = try Resources.beside(executable: executable)
        let fonts = try FontSet(files: resources.fontFiles())
        var stages = Stages()
        for run in 0...runs {
            try time(deck: arguments[1], resources, fonts, into: &stages, isCounted: run > 0)
        }
        stages.report()
    }

    private static func time(
        deck folder: String, _ resources: Resources, _ fonts: FontSet, into stages: inout Stages,
        isCounted: Bool
    ) throws {
        let clock = ContinuousClock()
        let typesetter = try Typesetter(fonts: fonts)
        var times: [Duration] = []
        var deck: Deck?
        times.append(
            try clock.measure {
                deck = try Deck.load(from: SourceFolder(path: folder), resources: resources)
            })
        guard let deck else { return }
        var scenes: [Scene] = []
        times.append(
            clock.measure { scenes = deck.pages.map { $0.scene(measuring: typesetter).0 } })
        guard
            let date = DocumentDate(
                year: deck.date.year, month: deck.date.month, day: deck.date.day)
        else { return }
        let metadata = DocumentMetadata(
            title: deck.title, language: deck.locale.tag, date: date)
        times.append(
            try clock.measure {
                _ = try pdf(of: scenes, metadata: metadata, typesetter: typesetter)
            })
        times.append(
            try clock.measure {
                for scene in scenes {
                    _ = try png(of: scene, pixelWidth: 1920, typesetter: typesetter)
                }
            })
        if isCounted { stages.add(times) }
    }
}

/// The times of each stage over all runs.
struct Stages {
    private static let names = ["load", "lay out", "pdf", "png"]
    private var times: [[Duration]] = names.map { _ in [] }

    mutating func add(_ run: [Duration]) {
        for (index, time) in run.enumerated() { times[index].append(time) }
    }

    func report() {
        let count = times.first?.count ?? 0
        let pdf = (0..<count).map { run in times[0][run] + times[1][run] + times[2][run] }
        let both = (0..<count).map { run in pdf[run] + times[3][run] }
        for (name, values) in zip(Self.names + ["pdf, all", "both, all"], times + [pdf, both]) {
            let sorted = values.sorted()
            guard let least = sorted.first, let most = sorted.last else { continue }
            let median = sorted[sorted.count / 2]
            print("\(name): \(text(median)) ms (\(text(least))-\(text(most)))")
        }
    }

    private func text(_ time: Duration) -> String {
        let tenths = (Double(time.components.attoseconds) / 1e14).rounded()
        return "\(Double(time.components.seconds) * 1000 + tenths / 10)"
    }
}
