import Lamina
import Timing

/// Times loading a deck over a large table, from its files to all answers, in one process:
/// `TableBench FOLDER [RUNS [ROWS]]`.
///
/// Writes the deck into the folder, where it stays for timing whole processes over it. Prints the
/// median, least and most milliseconds without a cache, with an empty one, from one that has the tables,
/// and from one that has the answers, too.
@main
struct TableBench {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 1, let executable = ExecutablePath.current else {
            return print("usage: TableBench FOLDER [RUNS [ROWS]]")
        }
        let folder = arguments[1]
        let runs = arguments.count > 2 ? Int(arguments[2]) ?? 9 : 9
        let rows = arguments.count > 3 ? Int(arguments[3]) ?? 200_000 : 200_000
        try createFolder("\(folder)/deck")
        try writeAtomically(Array(deck.utf8), to: "\(folder)/deck/deck.yaml")
        let table = Exports(rows: rows).csv
        try writeAtomically(table, to: "\(folder)/deck/exports.csv")

        let bench = Bench(
            source: SourceFolder(path: "\(folder)/deck"),
            resources: try Resources.beside(executable: executable),
            cache: TableCache(folder: "\(folder)/cache"))
        print("\(rows) rows, \(table.count / 1_000_000) MB")
        print("without a cache:", try Times(runs: runs) { try bench.load(cached: false) })
        print(
            "into a cache:",
            try Times(runs: runs) {
                try bench.empty(["tables", "answers"])
                try bench.load()
            })
        print(
            "tables from the cache:",
            try Times(runs: runs) {
                try bench.empty(["answers"])
                try bench.load()
            })
        print("answers from the cache:", try Times(runs: runs) { try bench.load() })
    }

    /// Two sums and a ranked chart: what a page of exports asks.
    private static let deck = """
        title: Exports
        language: es-MX
        period: 2023
        tables:
          exports: { file: exports.csv, columns: { units: integer } }
        values:
          total: SELECT sum(units) FROM exports WHERE month BETWEEN :period_first_month AND :period_last_month
          before: SELECT sum(units) FROM exports WHERE month BETWEEN :year_ago_first_month AND :year_ago_last_month
        slides:
          - id: exports
            title: EXPORTACIONES
            subtitle: "{{total}} unidades, {{before}} un año antes"
            source: "Fuente: datos de prueba."
            body:
              chart:
                mark: bar
                data: SELECT destination, sum(units) AS n FROM exports GROUP BY destination ORDER BY n DESC
                x: n
                y: destination

        """
}

/// A deck that is loaded again and again.
struct Bench {
    let source: SourceFolder
    let resources: Resources
    let cache: TableCache

    func load(cached: Bool = true) throws {
        let deck = try Deck.load(
            from: source, resources: resources, cache: cached ? cache : nil)
        guard deck.pages.count == 1 else { throw Failed() }
    }

    /// Takes kinds of files out of the cache; an empty file is none.
    func empty(_ kinds: [String]) throws {
        for kind in kinds {
            for place in 0..<16 {
                let name = "\(kind)-\(String(place, radix: 16))"
                guard SourceFolder(path: cache.folder).exists(name) else { continue }
                try writeAtomically([], to: "\(cache.folder)/\(name)")
            }
        }
    }

    /// The deck was not what was written.
    struct Failed: Error {}
}
