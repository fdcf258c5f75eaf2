import ArgumentParser
import Deck
import Diagnostics
import Files
import JSON
import Publishing
import Rendering

/// `lamina explain`: where a figure comes from.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Tells where a figure, a chart or a page has its figures from.",
        discussion: """
            NAME is a value of the deck, the id of a block or of a page, or a page's number. Told are \
            each figure as it is printed, its status and source, the query with its parameters, the \
            rows that it gave, the files behind it with their hashes, and the checks that hold it.

            Examples:
              lamina explain Decks/amia saldo
              lamina explain Decks/amia mapa-ventas-he
              lamina explain Decks/amia 12 --json
            """)

    @OptionGroup var arguments: DeckArguments

    @Argument(
        help: ArgumentHelp(
            "A value, a block's or a page's id, or a page's number.", valueName: "name"))
    var name: String

    @Flag(help: "As JSON, for other programs.")
    var json = false

    func run() throws {
        try Report.reporting {
            let deck = try arguments.load()
            let fonts = try arguments.fonts()
            let (scenes, findings) = try layOut(
                deck, pages: Array(deck.pages.indices), fonts: fonts,
                Typesetters(fonts: fonts), threads: ThreadsOption.standard)
            try findings.throwIfErrors()
            let explanation = Explanation(of: name, in: deck, scenes)
            guard let explanation else {
                throw Diagnostic.error(
                    "the deck has no value, block or page “\(name)”", kind: .usage,
                    hint: nearest(to: name, among: Explanation.names(in: deck))
                        .map { "did you mean “\($0)”?" })
            }
            Report.tell(
                json ? explanation.json.lines : explanation.text, on: .output)
        }
    }
}
