import Diagnostics
import Tables
import YAML

/// A table as a deck declares it: a file, how it is written, and its columns.
struct TableDeclaration {
    var name: String
    var file: String
    var format: TableFormat
    var columns: [String: TableColumn]
    var dialect: CSVDialect
    /// Who publishes its figures, and who delivers the file; empty where that is not said.
    var source = ""
    var owner = ""
    var location: SourceLocation

    /// Reads `name: file` or `name: { file, columns, dialect, … }`.
    init?(reading pair: Pair, into reading: Reading) {
        name = pair.name
        columns = [:]
        dialect = .standard
        format = .csv
        if let scalar = pair.value.scalar {
            file = scalar.text
            location = pair.value.location
            format = TableDeclaration.kind(ofFile: file).format
            return
        }
        let fields = Fields(pair.value, "a table", reading)
        let file = fields.requiredText("file")
        location = pair.value["file"]?.location ?? pair.location
        for column in fields.mapping("columns") {
            columns[column.name] = TableDeclaration.column(column.value, reading)
        }
        source = fields.text("source") ?? ""
        owner = fields.text("owner") ?? ""
        let kind = file.map { TableDeclaration.kind(ofFile: $0) } ?? .csv
        if let node = fields.node("dialect") {
            dialect = TableDeclaration.dialect(node, isText: kind == .csv, reading)
        }
        switch kind {
        case .csv: break
        case .json: format = .json(rows: fields.text("rows"))
        case .xlsx:
            format = .workbook(
                sheet: fields.text("sheet"),
                header: fields.whole("header", within: 1...1_000_000) ?? 1)
        }
        fields.finish()
        guard let file else { return nil }
        self.file = file
    }

    // MARK: - Files

    /// The kinds of files, by the endings of their names; all that is nothing else is CSV.
    private enum Kind: String, CaseIterable {
        case json, xlsx, csv

        /// The format of a file of which no more is said.
        var format: TableFormat {
            switch self {
            case .csv: .csv
            case .json: .json(rows: nil)
            case .xlsx: .workbook(sheet: nil, header: 1)
            }
        }
    }

    private static func kind(ofFile name: String) -> Kind {
        let name = name.lowercased()
        return Kind.allCases.first { name.hasSuffix(".\($0.rawValue)") } ?? .csv
    }

    // MARK: - Columns

    private static func column(_ node: Node, _ reading: Reading) -> TableColumn? {
        guard node.pairs != nil else { return type(node, reading).map { TableColumn($0) } }
        let fields = Fields(node, "a column", reading)
        var column = fields.required("type").flatMap { type($0, reading) }.map { TableColumn($0) }
        let unit = fields.text("unit")
        column?.unit = unit
        if let pattern = fields.text("format") {
            let place = node["format"]?.location ?? node.location
            if let dates = DateFormat(pattern) {
                column?.dates = dates
            } else {
                reading.error(
                    "“\(pattern)” is not a format of days", at: place,
                    hint: "it has each of %d, %m (or %b) and %Y (or %y) once, as in \"%d/%m/%Y\"")
            }
            if let type = column?.type, type != .date {
                reading.error("only a column of type date has a format", at: place)
            }
        }
        if let unit = node["unit"], let type = column?.type, type == .text || type == .date {
            reading.error("only a column of figures has a unit", at: unit.location)
        }
        if let unit, unit.contains(where: { $0.isNumber || ".,-+".contains($0) }) {
            reading.error(
                "the unit “\(unit)” could be part of a number",
                at: node["unit"]?.location ?? node.location,
                hint: "a unit is words or signs, as in MDD or %")
        }
        fields.finish()
        return column
    }

    private static func type(_ node: Node, _ reading: Reading) -> ColumnType? {
        if let type = node.scalar.flatMap({ ColumnType(rawValue: $0.text) }) { return type }
        let names = ColumnType.allCases.map(\.rawValue)
        reading.error(
            "a column is \(names.joined(separator: ", ")), not "
                + (node.scalar.map { "“\($0.text)”" } ?? node.noun), at: node.location)
        return nil
    }

    // MARK: - Dialect

    /// Reads a dialect; files that have numbers as such have none for them.
    private static func dialect(_ node: Node, isText: Bool, _ reading: Reading) -> CSVDialect {
        let fields = Fields(
            node, isText ? "a dialect" : "a dialect of a file that is not CSV", reading)
        var dialect = CSVDialect()
        if isText { readText(fields, into: &dialect) }
        for word in fields.list("missing") {
            if let scalar = word.scalar {
                dialect.missing.insert(scalar.text)
            } else {
                reading.error(
                    "a word for a missing cell is a text, not \(word.noun)", at: word.location)
            }
        }
        dialect.trim = fields.flag("trim") ?? false
        fields.finish()
        return dialect
    }

    private static func readText(_ fields: Fields, into dialect: inout CSVDialect) {
        dialect.delimiter = mark("delimiter", of: delimiters, fields) ?? .comma
        let decimal = mark("decimal", of: marks(NumberNotation.DecimalMark.self), fields)
        let thousands = mark("thousands", of: marks(NumberNotation.ThousandsMark.self), fields)
        if let numbers = NumberNotation(decimal: decimal ?? .point, thousands: thousands) {
            dialect.numbers = numbers
        } else {
            fields.reading.error(
                "the decimal mark and the thousands mark are the same",
                at: fields.node["thousands"]?.location ?? fields.node.location,
                hint: decimal == nil ? "say decimal: \",\" too" : nil)
        }
        dialect.encoding = fields.word("encoding", TextEncoding.self) ?? .utf8
        dialect.header = fields.whole("header", within: 1...1_000_000) ?? 1
    }

    private static let delimiters: [(String, CSVDialect.Delimiter)] = [
        (",", .comma), (";", .semicolon), ("tab", .tab), ("\t", .tab), ("|", .pipe),
    ]

    private static func marks<Mark: RawRepresentable & CaseIterable>(
        _ type: Mark.Type
    ) -> [(String, Mark)] where Mark.RawValue == String {
        Mark.allCases.map { ($0.rawValue, $0) }
    }

    private static func mark<Mark>(
        _ key: String, of marks: [(name: String, mark: Mark)], _ fields: Fields
    ) -> Mark? {
        guard let node = fields.node(key) else { return nil }
        if let found = marks.first(where: { $0.name == node.scalar?.text }) { return found.mark }
        let names = marks.map { "\"\($0.name)\"" }.joined(separator: ", ")
        fields.reading.error("“\(key)” is one of \(names)", at: node.location)
        return nil
    }
}
