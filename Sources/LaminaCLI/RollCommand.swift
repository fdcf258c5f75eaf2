import ArgumentParser
import Deck
import Diagnostics
import Files
import Publishing
import Tables

/// `lamina roll`: the next edition of a deck.
struct RollCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roll",
        abstract: "Makes the next edition of a deck beside the old one.",
        discussion: """
            All files that the deck reads from its folder are copied; the period in the deck file is \
            moved, and nothing else in it changes. Told are the tables without data for the new \
            period, with what the deck says of their sources and owners, and the values and pages \
            that wait for them. Until they have rows, those pages say so and render --strict fails.

            Examples:
              lamina roll Decks/amia --to 2024-S2
              lamina roll Decks/amia --to 2024-S2 -o Decks/amia-segundo-semestre
            """)

    @OptionGroup var arguments: DeckArguments

    @Option(help: ArgumentHelp("The new edition's period, as 2024-S2.", valueName: "period"))
    var to: String

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "The folder for it. (default: the deck's, with the period behind its name)",
            valueName: "dir"))
    var output: String?

    func run() throws {
        try Report.reporting {
            guard let period = Period(to) else {
                throw Diagnostic.error(
                    "“\(to)” is not a period", kind: .usage,
                    hint: "write 2024, 2024-S1, 2024-T2 (or Q2), 2024-06, or 2024-01/2024-05")
            }
            guard arguments.period == nil else {
                throw Diagnostic.error(
                    "roll starts from the deck file's own period", kind: .usage,
                    hint: "leave out --period")
            }
            let deck = try arguments.load()
            let (folder, file) = (arguments.path.folder, arguments.path.file)
            let target = output ?? Self.folder(beside: folder, of: deck.period, for: period)
            let edition = try NextEdition(
                of: deck, in: SourceFolder(path: folder), file: file, movedTo: period,
                target: target, resources: try arguments.resources.found())
            Report.print(edition.findings)
            Report.tell(told(edition, target, deck), on: .output)
        }
    }

    /// The deck's folder with the new period in place of the old one, or behind its name.
    private static func folder(
        beside folder: String, of old: Period, for new: Period
    ) -> String {
        var path = folder[...]
        while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
        let code = { (period: Period) in period.description.replacing("/", with: "_") }
        if path == "." || path.hasSuffix("..") { return "\(path)/../deck-\(code(new))" }
        if path.hasSuffix("-" + code(old)) { path = path.dropLast(code(old).count + 1) }
        return "\(path)-\(code(new))"
    }

    private func told(_ edition: NextEdition, _ target: String, _ deck: Deck) -> String {
        let language = deck.language
        var lines = [
            "\(target)  \(edition.period.name(in: language)), \(edition.files) files"
        ]
        if edition.gaps.isEmpty, !edition.findings.hasErrors {
            lines.append(
                edition.followsPeriod
                    ? "every table has data for it"
                    : "no query follows the period: whether there are data for it cannot be told")
        }
        for gap in edition.gaps {
            lines.append("")
            lines.append(
                "\(gap.table.name) (\(gap.table.file)) has no data for "
                    + gap.period.name(in: language))
            let sources = gap.table.source.isEmpty ? gap.sources : [gap.table.source]
            let parts = [
                ("source", sources.joined(separator: "; ")), ("owner", gap.table.owner),
                ("values", gap.values.joined(separator: ", ")),
                ("pages", gap.pages.joined(separator: ", ")),
            ]
            for (name, text) in parts where !text.isEmpty { lines.append("  \(name): \(text)") }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
