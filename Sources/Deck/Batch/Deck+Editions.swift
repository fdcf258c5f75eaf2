public import Diagnostics
public import Files
public import Tables
import YAML

extension Deck {
    /// The editions that a deck's `matrix:` asks for, one job each.
    ///
    /// - Parameters:
    ///   - deck: the deck as jobs name it.
    ///   - period: the edition of all, unless the matrix says one; `nil` for the deck's.
    ///   - limits: how much a deck may ask for.
    ///   - output: what the folders of outputs are called; `nil` for the job's id.
    /// - Throws: `Diagnostics` with all that is wrong, each with its place; of kind `.usage` where the deck has no
    ///   matrix.
    public static func editions(
        of deck: String, file: String, in folder: SourceFolder, output: NameTemplate?,
        period: Period? = nil, cache: TableCache?, limits: Limits = Limits()
    ) throws -> [BatchJob] {
        let folder = SourceFolder(path: folder.path, fileBytes: limits[.fileBytes])
        let root = try Node.parse(
            folder.read(file), file: folder.displayPath(file), values: limits[.yamlValues])
        let reading = Reading()
        var deckFile = DeckFile(reading: root, into: reading)
        deckFile.period = period ?? deckFile.period
        try reading.findings.throwIfErrors()
        guard let matrix = deckFile.matrix else {
            throw Diagnostic.error(
                "the deck has no “matrix:”", kind: .usage, at: deckFile.location,
                hint:
                    "render draws one edition; batch takes a file of jobs, or a deck with a matrix of parameters"
            )
        }
        var inputs: [InputFile] = []
        let (tables, _) = try loadTables(deckFile, folder, reading, &inputs, cache, limits)
        try reading.findings.throwIfErrors()
        let parameters = Parameters(
            period: deckFile.period, deckFile.periods, own: deckFile.parameters, into: reading)
        let editions = Editions(matrix, deckFile, tables, parameters.cells, reading)
        let jobs = try editions.sets().compactMap { set, location in
            try reading.noting {
                try job(
                    set, at: location, deck: deck, output: output, period, deckFile.period, reading)
            }
        }
        tables.keepAnswers()
        if jobs.isEmpty, !reading.findings.hasErrors {
            reading.error("the matrix has no edition", at: matrix.location)
        }
        BatchJob.requireApart(jobs, into: reading)
        try reading.findings.throwIfErrors()
        return jobs
    }

    private static func job(
        _ set: [(name: String, value: String)], at location: SourceLocation, deck: String,
        output: NameTemplate?, _ usual: Period?,
        _ own: Period?, _ reading: Reading
    ) throws -> BatchJob {
        var values = Dictionary(set.map { ($0.name, $0.value) }) { first, _ in first }
        let id = set.map(\.value).joined(separator: "-")
        let period =
            values.removeValue(forKey: "period").flatMap { Period($0, at: location, reading) }
            ?? usual
        let parts = BatchJob.parts(id: id, period: period ?? own, set: values)
        let folder = try (output ?? NameTemplate("{id}")).filled(parts, at: location)
        return BatchJob(
            id: id, deck: deck, output: folder, period: period, set: values, location: location)
    }
}

/// Answers a matrix.
private struct Editions {
    private let matrix: MatrixDeclaration
    private let deck: DeckFile
    private let tables: DeckTables
    private let cells: [String: Cell]
    private let reading: Reading

    /// An edition's values, in the order of the matrix, and where they are asked for.
    typealias Set = (values: [(name: String, value: String)], location: SourceLocation)

    init(
        _ matrix: MatrixDeclaration, _ deck: DeckFile, _ tables: DeckTables,
        _ cells: [String: Cell],
        _ reading: Reading
    ) {
        self.matrix = matrix
        self.deck = deck
        self.tables = tables
        self.cells = cells
        self.reading = reading
    }

    func sets() throws -> [Set] {
        try untypedSets().map { set, location in
            (set.map { ($0.name, typed($0.value, as: $0.name, at: location)) }, location)
        }
    }

    /// A value of the type of the deck's own one of that name; a whole number as it is usually written, 1 for `01`.
    private func typed(_ text: String, as name: String, at location: SourceLocation) -> String {
        guard let declared = deck.parameters[name], !text.isBlank else { return text }
        guard let cell = declared.likewise(text) else {
            reading.error(
                "the parameter “\(name)” is \(declared.noun), not “\(text)”", at: location,
                hint: "the deck declares \(name): \(declared.words)")
            return text
        }
        guard case .integer(let number) = cell else { return text }
        return "\(number)"
    }

    private func untypedSets() throws -> [Set] {
        switch matrix.form {
        case .rows(let query):
            guard let rows = try rows(of: query) else { return [] }
            for column in rows.columns { require(column, at: query.location) }
            return rows.rows.indices.map { index in
                let row = Row(rows: rows, index: index)
                return (
                    rows.columns.map { ($0, value(row, $0, at: query.location)) }, query.location
                )
            }
        case .product(let parameters):
            var sets: [Set] = [([], matrix.location)]
            for (name, location, values) in parameters {
                require(name, at: location)
                let found = try self.values(values)
                guard sets.count * found.count <= BatchJob.most else {
                    reading.error(
                        "the matrix has more than the \(BatchJob.most) editions allowed",
                        at: matrix.location)
                    return []
                }
                sets = sets.flatMap { set in
                    found.map { (set.values + [(name, $0.text)], $0.location) }
                }
            }
            return sets
        }
    }

    private func values(
        _ values: MatrixDeclaration.Values
    ) throws -> [(text: String, location: SourceLocation)] {
        switch values {
        case .list(let list):
            for value in list where value.text.isBlank {
                reading.error("a parameter of a matrix is not empty", at: value.location)
            }
            return list
        case .query(let query):
            guard let rows = try rows(of: query) else { return [] }
            guard rows.columns.count == 1, let column = rows.columns.first else {
                reading.error(
                    "the query of one parameter gives \(rows.columns.count) columns",
                    at: query.location,
                    hint:
                        "select one, or write the query right behind “matrix:”, with a column for each parameter"
                )
                return []
            }
            return rows.rows.indices.map { index in
                (value(Row(rows: rows, index: index), column, at: query.location), query.location)
            }
        }
    }

    private func rows(of query: Query) throws -> Rows? {
        try reading.noting {
            try tables.answer(query.sql, parameters: cells, at: query.location).rows
        }
    }

    private func value(_ row: Row, _ column: String, at location: SourceLocation) -> String {
        let text = row.text(column)
        if text.isBlank {
            reading.error(
                "row \(row.index + 1) of the matrix has no \(column)", at: location,
                hint: "leave such rows out: WHERE \(column) IS NOT NULL")
        }
        return text
    }

    private func require(_ name: String, at location: SourceLocation) {
        guard name != "period", deck.parameters[name] == nil else { return }
        let names = deck.parameters.keys.sorted() + ["period"]
        reading.error(
            "the deck has no parameter “\(name)”", at: location,
            hint: nearest(to: name, among: names).map { "did you mean “\($0)”?" }
                ?? "declare it under “parameters:”, with a value for decks that are drawn alone")
    }
}
