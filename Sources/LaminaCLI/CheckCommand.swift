import ArgumentParser
import Deck
import Diagnostics
import Files
import Publishing
import Rendering

/// `lamina check`: the problems of a deck, without writing anything.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Reads a deck, lays its pages out, and tells what is wrong.",
        discussion: """
            Nothing is written. Each problem comes with file, line and column, and with a hint: \
            first all with what is written, and once that is right, all with how it is laid out. \
            The deck's own checks are made: figures that have to agree and do not are told with both \
            sides, and the exit code is 65. A figure in a text that is neither bound to a value nor one of \
            the deck's `literals` is told. A chart that may mislead is told with the rule that it breaks; the deck can waive a \
            rule with a written reason (`waivers`), as Decks/README.md explains.

            Example:
              lamina check Decks/amia --strict
            """)

    @OptionGroup var arguments: DeckArguments

    @Flag(help: "Take warnings for errors.")
    var strict = false

    func run() throws {
        try Report.reporting {
            let deck = try arguments.load()
            let fonts = try arguments.fonts()
            let (_, findings) = try layOut(
                deck, pages: Array(deck.pages.indices), fonts: fonts,
                Typesetters(fonts: fonts), threads: ThreadsOption.standard, isChecking: true)
            try findings.throwIfErrors()
            if strict, !findings.all.isEmpty { throw findings }
            Report.print(findings)
            let count = findings.all.count
            let told = count == 0 ? "no problems" : count == 1 ? "1 warning" : "\(count) warnings"
            let pages = deck.pages.count == 1 ? "1 page" : "\(deck.pages.count) pages"
            Report.tell("\(pages), \(told)\n", on: .output)
        }
    }
}
