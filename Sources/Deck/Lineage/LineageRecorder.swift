import Diagnostics
import Scales
import Tables

/// Notes, while a deck is resolved, what its figures come from and where they stand.
struct LineageRecorder {
    /// The page at hand; empty before the first.
    var page = ""
    /// The block at hand, or the nearest one around it that has an id.
    var element = ""
    private var figures: [Entry] = []
    private var seen: Set<Entry> = []
    private var files: [InputFile] = []
    private var formats: [String: [NumberFormat]] = [:]
    private var lacks: [Query: Lineage.Lack] = [:]

    /// A figure with the query that it answers.
    private struct Entry: Hashable {
        var figure: Lineage.Figure
        var query: Query?
    }

    /// Columns that say where something stands rather than how much it is.
    private static let places: Set<String> = ["lon", "lat", "size", "priority"]
    /// More rows than a page prints figures of; their values stay in the query's answer.
    private static let mostRows = 1000

    /// Notes a file that was read.
    mutating func note(_ file: InputFile) {
        if !files.contains(where: { $0.path == file.path && $0.origin == file.origin }) {
            files.append(file)
        }
    }

    /// Notes how figures of the page at hand are printed.
    mutating func note(_ format: NumberFormat) {
        if formats[page]?.contains(format) != true { formats[page, default: []].append(format) }
    }

    /// Notes that a query has no row for a period, where a value or the page at hand asks for one.
    mutating func noteLack(of query: Query, for period: Period, value: String?) {
        var lack =
            lacks[query] ?? Lineage.Lack(query: 0, period: period, values: [], pages: [])
        if let value, !lack.values.contains(value) { lack.values.append(value) }
        if !page.isEmpty, !lack.pages.contains(page) { lack.pages.append(page) }
        lacks[query] = lack
    }

    /// Notes a value that a text prints.
    mutating func note(_ name: String, _ figure: Figure, text: String) {
        add(
            Lineage.Figure(
                page: page, element: element, name: name, key: "", value: figure.value,
                text: text, status: figure.value.isMissing ? .missing : figure.status,
                source: figure.source), figure.query)
    }

    /// Notes the figures in the rows behind a block; `source` holds for rows that do not name one.
    mutating func note(_ rows: [Row], of query: Query, source: String) {
        guard !page.isEmpty, let columns = rows.first?.rows.columns else { return }
        let shown = rows.prefix(Self.mostRows)
        let (keys, keyColumns) = Self.keys(of: Array(shown), columns)
        for (row, key) in zip(shown, keys) {
            let cells = columns.map { ($0, row.rows.cell(row: row.index, column: $0) ?? .missing) }
            let status = Status(rawValue: row.text("status")) ?? .official
            for (column, cell) in cells
            where cell.number != nil && !Self.places.contains(column)
                && !keyColumns.contains(column)
            {
                add(
                    Lineage.Figure(
                        page: page, element: element, name: column, key: key, value: cell,
                        text: nil, status: status,
                        source: row.has("source") ? row.text("source") : source), query)
            }
        }
    }

    /// What tells each row from the others: its texts, and where these do not, whole numbers such as
    /// years.
    private static func keys(
        of rows: [Row], _ columns: [String]
    ) -> (keys: [String], numbers: Set<String>) {
        let texts = columns.filter { !["status", "source", "unit"].contains($0) }
        var keys = rows.map { row in
            texts.compactMap { row.rows.cell(row: row.index, column: $0)?.text }
                .filter { !$0.isEmpty }.joined(separator: " · ")
        }
        var numbers: Set<String> = []
        for column in columns where Set(keys).count < keys.count {
            let cells = rows.map { $0.rows.cell(row: $0.index, column: column) ?? .missing }
            let isWhole = cells.allSatisfy { cell in
                if case .integer = cell { true } else { false }
            }
            guard isWhole else { continue }
            numbers.insert(column)
            keys = zip(keys, rows).map { key, row in
                key.isEmpty ? row.text(column) : "\(key) · \(row.text(column))"
            }
        }
        return (keys, numbers)
    }

    /// Who says what the figures of the page at hand are, each once, in their order.
    var sources: [String] {
        // A row may name several.
        figures.filter { $0.figure.page == page }
            .flatMap { $0.figure.source.split(separator: ";").map(trimmed) }
            .filter { !$0.isEmpty }.withoutRepeats
    }

    /// The names of figures on the page at hand that somebody publishes and nobody is named for.
    var unsourced: [String] {
        figures.filter { entry in
            entry.query != nil && entry.figure.page == page && entry.figure.source.isEmpty
                && entry.figure.status != .derived && entry.figure.status != .missing
        }.map(\.figure.name).withoutRepeats
    }

    private mutating func add(_ figure: Lineage.Figure, _ query: Query?) {
        guard !figure.page.isEmpty else { return }
        let entry = Entry(figure: figure, query: query)
        if seen.insert(entry).inserted { figures.append(entry) }
    }

    /// All that was noted, with the answers of queries.
    func lineage(
        _ answers: [Query: Answer], parameters: [String: Cell], tables: [Lineage.Table],
        values: [(name: String, figure: Figure)]
    ) -> Lineage {
        let asked = answers.keys.sorted { one, other in
            (one.location, one.sql) < (other.location, other.sql)
        }
        let numbers = Dictionary(uniqueKeysWithValues: zip(asked, 0...))
        var lineage = Lineage()
        lineage.files = files.sorted {
            ($0.origin.rawValue, $0.path) < ($1.origin.rawValue, $1.path)
        }
        lineage.tables = tables.sorted { $0.name < $1.name }
        lineage.queries = asked.compactMap { query in
            answers[query].map { answer in
                Lineage.Asked(
                    sql: query.sql, location: query.location,
                    parameters: Set(answer.parameters).sorted().map {
                        .init(name: $0, value: parameters[$0] ?? .missing)
                    }, tables: answer.tables, rows: answer.rows)
            }
        }
        lineage.values = values.compactMap { name, figure in
            guard let query = figure.query.flatMap({ numbers[$0] }) else { return nil }
            return Lineage.Value(
                name: name, value: figure.value, unit: figure.unit,
                status: figure.value.isMissing ? .missing : figure.status, source: figure.source,
                query: query, format: figure.specifier)
        }
        lineage.formats = formats
        lineage.lacks = lacks.compactMap { query, lack in
            numbers[query].map { number in
                var lack = lack
                lack.query = number
                return lack
            }
        }.sorted { $0.query < $1.query }
        lineage.figures = figures.map { entry in
            var figure = entry.figure
            figure.query = entry.query.flatMap { numbers[$0] }
            return figure
        }
        return lineage
    }
}
