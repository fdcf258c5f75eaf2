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

    @OptionGroup var resources: ResourcesOption

    /// The deck's folder and the name of its file.
    var place: (folder: String, file: String) {
        guard deck.hasSuffix(".yaml") || deck.hasSuffix(".yml") else { return (deck, "deck.yaml") }
        guard let slash = deck.lastIndex(of: "/") else { return (".", deck) }
        let folder = slash == deck.startIndex ? "/" : String(deck[..<slash])
        return (folder, String(deck[deck.index(after: slash)...]))
    }

    /// The deck with everything answered.
    func load() throws -> Deck {
        let (folder, file) = place
        return try Deck.load(
            from: SourceFolder(path: folder), file: file, resources: try resources.found(),
            period: period?.period, cache: Self.cache)
    }

    /// The files of the deck's folder that it is made of, as the user knows them.
    func inputs(of deck: Deck) -> [String] {
        let folder = SourceFolder(path: place.folder)
        return deck.lineage.files.filter { $0.origin == .deck }.map { folder.displayPath($0.path) }
    }

    /// Where large tables are kept between runs, as the XDG Base Directory Specification has it;
    /// nowhere without a home.
    private static var cache: TableCache? {
        let named = Environment.value(named: "XDG_CACHE_HOME") ?? ""
        if named.hasPrefix("/") { return TableCache(folder: named + "/lamina") }
        let home = Environment.value(named: "HOME") ?? ""
        return home.hasPrefix("/") ? TableCache(folder: home + "/.cache/lamina") : nil
    }

    /// The fonts of the program.
    func fonts() throws -> FontSet {
        try FontSet(files: try resources.found().fontFiles())
    }

    /// What its document is called: the last part of the deck's folder, or the file's own name where
    /// that is not `deck.yaml`.
    var name: String {
        let (_, file) = place
        if file != "deck.yaml", let dot = file.lastIndex(of: "."), dot != file.startIndex {
            return String(file[..<dot])
        }
        let parts = place.folder.split(separator: "/").filter { $0 != "." && $0 != ".." }
        return parts.last.map(String.init) ?? "deck"
    }
}

/// A period as it is written on a command line.
struct PeriodArgument: ExpressibleByArgument {
    var period: Period

    init?(argument: String) {
        guard let period = Period(argument) else { return nil }
        self.period = period
    }
}
