public import Diagnostics
public import SQLite

/// Tables in memory, and queries over them in SQL.
///
/// Queries only read: `SELECT`, `WITH` and `VALUES`, with functions of their arguments alone (no
/// dates, which know `now`; no `random`). SQLite's own rules hold: the division of two whole
/// numbers drops the remainder (`7 / 2` is 3, `7 / 2.0` is 3.5), dividing by zero gives nothing
/// (`NULL`), a text in arithmetic counts by the number it starts with, else as 0, and rows have
/// no order to rely on without `ORDER BY`. Not sendable: one thread at a time owns a store.
public final class Store {
    let database: Database
    /// The columns of each table, for hints.
    private var columnsByTable: [String: [String]] = [:]

    /// A store without tables.
    ///
    /// Throws `Diagnostics` where SQLite cannot be used.
    public init(limits: QueryLimits = QueryLimits()) throws {
        do {
            database = try Database(limits: limits)
        } catch {
            throw Diagnostics([
                .error("the database cannot be opened: \(error)", kind: .unavailable)
            ])
        }
    }

    /// A store over a database of ours, whose tables are told by `know`.
    init(adopting database: Database) { self.database = database }

    /// Notes a table that the database has already.
    func know(_ table: String, _ columns: [String]) { columnsByTable[table] = columns }

    /// The version of SQLite that runs.
    public static var libraryVersion: String { Database.libraryVersion }

    /// The names of the tables, sorted.
    public var tables: [String] { columnsByTable.keys.sorted() }

    /// The columns of a table in the file's order; `nil` where there is no such table.
    public func columns(of table: String) -> [String]? { columnsByTable[table] }

    // MARK: - Loading

    /// Reads a table's file, checks it against its declaration and keeps it.
    ///
    /// Throws `Diagnostics` with all mistakes of the file, up to fifty; the store is then as
    /// it was before.
    public func load(_ source: TableSource) throws {
        switch source.format {
        case .csv:
            let rows = CSVReader(source.bytes, file: source.file, dialect: source.dialect)
            try load(rows, of: source)
        case .json(let key):
            let rows = JSONRows(
                source.bytes, file: source.file, rows: key, dialect: source.dialect,
                maximumColumns: Database.maximumColumns)
            try load(rows, of: source)
        case .workbook(let sheet, let header):
            try load(WorkbookRows(source, sheet: sheet, header: header), of: source)
        }
    }

    private func load(_ rows: some RowReader, of source: TableSource) throws {
        var reader = TableReader(rows, of: source, maximumColumns: Database.maximumColumns)
        // SQL takes `Sales` and `sales` for the same table.
        if tables.contains(where: { $0.asciiLowercased == source.name.asciiLowercased }) {
            reader.report("there are two tables \(excerpt(of: source.name))", hint: "rename one")
        }
        do {
            try database.transaction { try fill(source.name, from: &reader) }
        } catch let error as DatabaseError {
            throw Diagnostics([
                .error(
                    "\(source.file) cannot be stored: \(error.message)", at: source.location)
            ])
        }
        columnsByTable[source.name] = reader.columns.map(\.name)
    }

    private func fill(_ table: String, from reader: inout TableReader<some RowReader>) throws {
        // With a mistake in the names there is no table to fill; the rows are still checked.
        let insertion =
            reader.findings.hasErrors
            ? nil : try createTable(table, of: reader.columns.map { ($0.name, $0.declared.type) })
        while reader.nextRow() {
            guard let insertion, !reader.findings.hasErrors else { continue }
            do {
                for (index, cell) in reader.cells.enumerated() {
                    switch cell {
                    case .missing: try insertion.bind(.null, at: index + 1)
                    case .integer(let value):
                        try insertion.bind(.integer(Int64(value)), at: index + 1)
                    case .number(let value): try insertion.bind(.real(value), at: index + 1)
                    case .text(let bytes): try insertion.bind(utf8: bytes, at: index + 1)
                    }
                }
                _ = try insertion.step()
                insertion.reset()
            } catch let error as DatabaseError where error.code.primary == .tooBig {
                reader.reportRow(
                    "the row is too large: a row may have \(database.limits.cellBytes) bytes")
            }
        }
        try reader.findings.throwIfErrors()
    }

    private func createTable(_ name: String, of columns: [(name: String, type: ColumnType)]) throws
        -> Statement
    {
        let definitions = columns.map { "\(quoted($0.name)) \($0.type.sqlType)" }
        try database.execute(
            "CREATE TABLE \(quoted(name)) (\(definitions.joined(separator: ", ")))")
        let values = columns.map { _ in "?" }.joined(separator: ", ")
        return try Statement("INSERT INTO \(quoted(name)) VALUES (\(values))", in: database)
    }

    // MARK: - Queries

    /// Runs one query over the tables.
    ///
    /// `:name` in the SQL stands for `parameters["name"]`; further parameters are left alone.
    /// Throws `Diagnostics` at `location`, where the deck has the query: for SQL that is wrong or
    /// does more than read, a parameter that is not given, a query beyond the limits, two result
    /// columns of one name, and a cell that is infinite, binary or not text.
    public func query(
        _ sql: String, parameters: [String: Cell] = [:], at location: SourceLocation
    ) throws -> Rows {
        try answer(sql, parameters: parameters, at: location).rows
    }

    /// Runs one query as `query` does, and says what it used.
    public func answer(
        _ sql: String, parameters: [String: Cell] = [:], at location: SourceLocation
    ) throws -> Answer {
        do {
            let access = Access.reading(tables: Set(columnsByTable.keys))
            let statement = try Statement(sql, in: database, access: access)
            try bind(parameters, to: statement, at: location)
            try checkNames(statement.columnNames, at: location)
            let used = statement.parameterNames.compactMap { $0.map { String($0.dropFirst()) } }
            return Answer(
                rows: try rows(of: statement, at: location), parameters: used.sorted(),
                tables: statement.tablesRead.sorted())
        } catch let error as DatabaseError {
            throw Diagnostics([
                QueryError(error, columnsByTable: columnsByTable).diagnostic(at: location)
            ])
        } catch let limit as QueryLimitExceeded {
            throw Diagnostics([limit.diagnostic(at: location)])
        }
    }

    private func bind(
        _ parameters: [String: Cell], to statement: Statement, at location: SourceLocation
    ) throws {
        var findings = Diagnostics()
        for (index, sign) in statement.parameterNames.enumerated() {
            guard let sign, sign.first == ":" else {
                // `?5` makes SQLite count to 5: the gaps have no name.
                findings.add(
                    .error(
                        "the query has the parameter \(excerpt(of: sign ?? "?"))", at: location,
                        hint: "write parameters as :name"))
                continue
            }
            let name = String(sign.dropFirst())
            guard let cell = parameters[name] else {
                findings.add(
                    .error(
                        "the query's parameter \(excerpt(of: sign)) is not given", at: location,
                        hint: suggestion(
                            for: name, among: parameters.keys.sorted(), called: "parameters")))
                continue
            }
            if case .number(let value) = cell, !value.isFinite {
                findings.add(
                    .error("the parameter \(excerpt(of: sign)) is \(value)", at: location))
                continue
            }
            try statement.bind(Value(cell), at: index + 1)
        }
        try findings.throwIfErrors()
    }

    private func checkNames(_ names: [String], at location: SourceLocation) throws {
        var findings = Diagnostics()
        var seen: Set<String> = []
        for name in names where !seen.insert(name).inserted {
            findings.add(
                .error(
                    "the query has two columns \(excerpt(of: name))", at: location,
                    hint: "rename one of them with AS"))
        }
        try findings.throwIfErrors()
    }

    private func rows(of statement: Statement, at location: SourceLocation) throws -> Rows {
        let names = statement.columnNames
        var rows: [[Cell]] = []
        while try statement.step() {
            var row: [Cell] = []
            row.reserveCapacity(names.count)
            for (index, name) in names.enumerated() {
                let value = try statement.value(at: index)
                guard let cell = Cell(value) else {
                    throw Diagnostics([
                        .error(
                            "row \(rows.count + 1), column \(excerpt(of: name)) of the result "
                                + "is \(value.fault)", at: location)
                    ])
                }
                row.append(cell)
            }
            rows.append(row)
        }
        guard let result = Rows(columns: names, rows: rows) else {
            preconditionFailure("names were checked, and every row has a cell for each")
        }
        return result
    }
}

/// The name as SQL quotes it, whatever is in it; NUL bytes never pass the reader.
private func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        + "\""
}

extension ColumnType {
    /// The column's declared type in SQLite, which decides how its cells compare.
    fileprivate var sqlType: String {
        switch self {
        case .text, .date: "TEXT"
        case .integer: "INTEGER"
        case .number: "REAL"
        }
    }
}
