import ArgumentParser
import Diagnostics
import Files
import Imports

/// `lamina import`: published data into tables for decks.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Turns published data into tables for decks.",
        subcommands: [RAIAVL.self])

    /// `lamina import raiavl`: INEGI's register of light vehicles.
    struct RAIAVL: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "raiavl",
            abstract: "INEGI's register of light vehicles (RAIAVL).",
            discussion: """
                Reads the register as it is published, and writes a table for each product that is \
                there: ventas, produccion, exportacion, hibridos, each month by month and key \
                (ventas.csv) and month by month (ventas_mes.csv). Where something is wrong, no \
                file changes.

                A path is a zip, a CSV, a catalogue (tc_*.csv), the export of RAIAVL_11 from \
                INEGI's interactive tables, or a folder that holds such. They are told apart by \
                their columns, not by their names, and their order does not matter.

                Rows with the same key are added up, and so are those whose names differ by case \
                alone, or by spaces and hyphens at their end. Negative corrections stay. Of the \
                same month in two files the later vintage wins, by the metadata in the zips; \
                without them the files must agree. Figures are official (Cifras Definitivas), revised (Revisadas) \
                or preliminary (Preliminares, or where the file does not say).

                Examples:
                  lamina import raiavl conjunto_de_datos_raiavl_mensual_venta_csv.zip -o data
                  lamina import raiavl *.zip RAIAVL_11.csv -o data
                  lamina import raiavl ~/inegi/2024 tc_pais_origen.csv -o data --quiet --strict
                """)

        @Argument(help: ArgumentHelp("Zips, CSV files and folders.", valueName: "path"))
        var paths: [String]

        @Option(
            name: [.short, .long],
            help: ArgumentHelp("The folder for the tables.", valueName: "dir"))
        var output: String

        @OptionGroup var limits: LimitsOption

        @Flag(name: [.short, .long], help: "Print nothing but problems.")
        var quiet = false

        @Flag(help: "Take warnings for errors.")
        var strict = false

        func run() throws {
            try Report.reporting {
                let register = try RAIAVLImport(
                    try publishedFiles(at: paths, limits: limits.limits))
                if strict, !register.warnings.all.isEmpty { throw register.warnings }
                try createFolder(output)
                try writeAtomically(
                    register.tables.map { (path: "\(output)/\($0.file)", bytes: $0.bytes) })
                Report.print(register.warnings)
                if !quiet {
                    Report.tell(RAIAVLListing(register, output: output).text, on: .output)
                }
            }
        }
    }
}
