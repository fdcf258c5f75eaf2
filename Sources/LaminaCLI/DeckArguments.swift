import ArgumentParser
import Deck
import Diagnostics
import Files
import Rendering
import Tables

/// What every command that reads a deck is told.
struct DeckArguments: ParsableArguments {
    @Argument(help: "The deck: its folder, or the deck.yaml in it.")
    var deck: String

    @Option(
        help: ArgumentHelp(
            "Another edition than the deck file's: 2024-S2, 2024-T1, 2023, 2024-06 …",
            valueName: "period"))
    var period: PeriodArgument?

    @Option(
        help: ArgumentHelp(
            "Another value for one of the deck's parameters; may be said several times.",
            valueName: "name=value"))
    var set: [Assignment] = []

    @OptionGroup var resources: ResourcesOption
    @OptionGroup var limits: LimitsOption

    /// Where the deck lies.
    var path: DeckPath { DeckPath(deck) }

    /// The deck with everything answered.
    func load() throws -> Deck {
        try Deck.load(
            from: path.source, file: path.file, resources: try resources.found(),
            period: period?.period, set: try values(), cache: Self.cache, limits: limits.limits)
    }

    /// The parameters that are set, each once.
    private func values() throws(Diagnostic) -> [String: String] {
        var values: [String: String] = [:]
        for assignment in set {
            guard values.updateValue(assignment.value, forKey: assignment.name) == nil else {
                throw .error("the parameter “\(assignment.name)” is set twice", kind: .usage)
            }
        }
        return values
    }

    /// The files of the deck's folder that it is made of, as the user knows them.
    func inputs(of deck: Deck) -> [String] {
        deck.lineage.files.filter { $0.origin == .deck }.map { path.source.displayPath($0.path) }
    }

    /// Where large tables are kept between runs, as the XDG Base Directory Specification has it;
    /// nowhere without a home.
    static var cache: TableCache? {
        let named = Environment.value(named: "XDG_CACHE_HOME") ?? ""
        if named.hasPrefix("/") { return TableCache(folder: named + "/lamina") }
        let home = Environment.value(named: "HOME") ?? ""
        return home.hasPrefix("/") ? TableCache(folder: home + "/.cache/lamina") : nil
    }

    /// The fonts of the program.
    func fonts() throws -> FontSet {
        try FontSet(files: try resources.found().fontFiles())
    }

    /// What its document is called.
    var name: String { path.name }
}

/// A period as it is written on a command line.
struct PeriodArgument: ExpressibleByArgument {
    var period: Period

    init?(argument: String) {
        guard let period = Period(argument) else { return nil }
        self.period = period
    }
}

/// A name and a value as they are written on a command line: `state=Jalisco`.
struct Assignment: ExpressibleByArgument {
    var name: String
    var value: String

    init?(argument: String) {
        guard let sign = argument.firstIndex(of: "="), sign != argument.startIndex else {
            return nil
        }
        name = String(argument[..<sign])
        value = String(argument[argument.index(after: sign)...])
    }
}
