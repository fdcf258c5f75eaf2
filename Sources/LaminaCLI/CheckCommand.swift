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

            With --mail the deck's mail is made, too, and weighed: what mail programs cut off, block or show too small             is told.

            Examples:
              lamina check Decks/amia --strict
              lamina check Decks/amia --mail
            """)

    @OptionGroup var arguments: DeckArguments

    @Flag(help: "Take warnings for errors.")
    var strict = false

    @Flag(help: "Make the deck's mail as well, and weigh it.")
    var mail = false

    func run() throws {
        try Report.reporting {
            let deck = try arguments.load()
            let fonts = try arguments.fonts()
            var (_, findings) = try layOut(
                deck, pages: Array(deck.pages.indices), fonts: fonts,
                Typesetters(fonts: fonts), threads: ThreadsOption.standard, isChecking: true)
            try findings.throwIfErrors()
            let budget = mail ? try weigh(deck, fonts, &findings) : nil
            if strict, !findings.all.isEmpty { throw findings }
            Report.print(findings)
            let count = findings.all.count
            let told = count == 0 ? "no problems" : count == 1 ? "1 warning" : "\(count) warnings"
            let pages = deck.pages.count == 1 ? "1 page" : "\(deck.pages.count) pages"
            Report.tell("\(pages), \(told)\n", on: .output)
            if let budget { Report.tell("mail: \(budget.summary)\n", on: .output) }
        }
    }

    private func weigh(
        _ deck: Deck, _ fonts: FontSet, _ findings: inout Diagnostics
    ) throws -> MailBudget {
        guard let mail = deck.mail else {
            throw Diagnostic.error(
                "the deck has no mail", kind: .usage, hint: "write “mail:” in the deck")
        }
        let job = MailJob(
            deck: deck, mail: mail,
            from: try MailPeople.sender(nil, deck, needed: false),
            to: try MailPeople.recipients([], deck, needed: false),
            date: try DocumentDate(of: deck), fonts: fonts, threads: ThreadsOption.standard)
        let (finished, found) = try job.run(isChecking: true)
        for finding in found.all where !findings.all.contains(finding) { findings.add(finding) }
        return finished.budget
    }
}
