import ArgumentParser
import Deck
import Files

/// `lamina schema`: the JSON Schema of the files that decks are made of.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Prints a JSON Schema of deck.yaml, by which editors complete and check it.",
        discussion: """
            The schema (draft 2020-12) knows all keys and words, and how they are built; lamina \
            check knows more, such as which keys go together. Editors that use the YAML language \
            server find it by the first line of a file:

              # yaml-language-server: $schema=deck.schema.json

            Examples:
              lamina schema > deck.schema.json
              lamina schema theme > theme.schema.json
              lamina schema jobs > jobs.schema.json
            """)

    /// The files that have a schema.
    enum File: String, CaseIterable, ExpressibleByArgument {
        case deck, theme, jobs

        var schema: DeckSchema {
            switch self {
            case .deck: .deck
            case .theme: .theme
            case .jobs: .jobs
            }
        }
    }

    @Argument(help: "The file.")
    var file: File = .deck

    func run() throws {
        Report.tell(file.schema.text, on: .output)
    }
}
