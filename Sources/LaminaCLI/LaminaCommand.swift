import ArgumentParser
import Diagnostics
import Files
import Publishing

/// The command `lamina`.
@main
struct LaminaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lamina",
        abstract: "Makes a finished slide deck from data tables and one deck.yaml.",
        discussion: """
            Examples:
              lamina render Decks/amia                 PDF and pictures into Output/amia
              lamina render Decks/amia --format png --pages 2,12-14 --width 1200
              lamina batch jobs.yaml -o DIR            many decks, unattended
              lamina email Decks/amia --preview DIR    the deck's mail, for looking at
              lamina check Decks/amia --strict         the problems, nothing written
              lamina explain Decks/amia saldo          where a figure comes from
              lamina roll Decks/amia --to 2024-S2      the next edition, and what it lacks
              lamina diff OLD NEW                      what changed from one rendering to another
              lamina maps                              boundaries, and what tables join them on
              lamina import raiavl *.zip -o data       INEGI's register as tables for decks
              lamina schema > deck.schema.json         for editors

            Decks/README.md is the reference of deck.yaml. A document's date is SOURCE_DATE_EPOCH if \
            set, else the deck's date, else the end of its period.

            Exit codes: 0 good, 1 some decks of a batch failed, 64 usage, 65 the deck or its data, 66 input missing, 69 font or \
            glyph missing, 70 our bug, 73 and 74 cannot write, 75 try again later (another \
            run has the folder, or the mail server says so), 77 a path outside of the deck's folder, 78 environment, \
            130 and 143 ended by a signal.
            """,
        version: RunReport.programVersion,
        subcommands: [
            RenderCommand.self, BatchCommand.self, EmailCommand.self, CheckCommand.self,
            ExplainCommand.self,
            RollCommand.self,
            DiffCommand.self,
            MapsCommand.self,
            ImportCommand.self, SchemaCommand.self, WorkerCommand.self,
        ])

    static func main() {
        StandardStream.openWhatIsClosed()
        StandardStream.ignoreBrokenPipes()
        SystemSignal.hearOfChildren()
        // Where `/proc` is missing Swift does not know them, and an empty command line would print the help.
        guard CommandLine.argc > 0 else {
            Report.print(
                Diagnostics([
                    .error(
                        "the system does not say what the command was", kind: .configuration,
                        hint: "mount /proc")
                ]))
            exit(withError: ExitCode(FailureKind.configuration.rawValue))
        }
        main(nil)
    }
}
