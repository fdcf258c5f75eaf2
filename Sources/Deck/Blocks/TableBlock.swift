import Charts
import Diagnostics
import Graphics
import Layout
import Scales
import Tables
import YAML

/// Rows of a query as a table: words and figures in columns, with bars, chips and totals.
struct TableBlock: Block {
    /// What a column shows beside its figures.
    enum Shape: Sendable {
        /// Nothing: words or figures, as the rows have them.
        case plain
        /// The length of each figure.
        case bar(domain: Extent?, shared: String, color: ColorRole?)
        /// The direction of each figure.
        case change
        /// A small line of the values in each cell.
        case line
    }

    /// A column of the rows and how it is shown.
    struct Column: Sendable {
        var field: String
        var header: Template?
        var unit: Template?
        var format: NumberFormat?
        var align: HorizontalAlignment?
        var shape = Shape.plain
        var isSummed = false
        var location: SourceLocation

        /// Whether only figures can stand in it.
        var needsFigures: Bool {
            switch shape {
            case .plain: align == nil && (format != nil || isSummed)
            case .bar, .change: true
            case .line: false
            }
        }
    }

    /// A row below the others.
    struct Total: Sendable {
        var label: Template?
        /// Its figures by column; `nil` for the sums of those that are summed.
        var values: [(field: String, location: SourceLocation, value: Template)]?
        var location: SourceLocation
    }

    var query: Query
    /// `nil` for all columns of the answer.
    var columns: [Column]?
    var group: String?
    /// Words of the rows that the table is about, or `first` or `last`.
    var keys: [String]
    var totals: [Total]
    var hasRank: Bool
    var hasRules: Bool
    var hasZebra: Bool
    var location: SourceLocation
}

// MARK: - Reading

extension TableBlock {
    init?(reading node: Node, into reading: Reading) {
        let fields = Fields(node, "a table", reading)
        let query = fields.required("data").flatMap { Query(reading: $0, into: reading) }
        columns = nil
        if fields.node("columns") != nil {
            columns = fields.requiredList("columns").compactMap {
                TableBlock.column($0, reading)
            }
            TableBlock.checkTwice(columns ?? [], reading)
        }
        group = fields.text("group")
        keys = []
        if let node = fields.node("key") {
            keys = (node.items ?? [node]).compactMap { item in
                if let scalar = item.scalar { return scalar.text }
                reading.error("a key is text, not \(item.noun)", at: item.location)
                return nil
            }
        }
        totals =
            fields.node("total").map { node in
                (node.items ?? [node]).compactMap { TableBlock.total($0, reading) }
            } ?? []
        hasRank = fields.flag("rank") ?? false
        hasRules = fields.flag("rules") ?? true
        hasZebra = fields.flag("zebra") ?? false
        location = node.location
        fields.finish()
        guard let query else { return nil }
        self.query = query
    }

    private static func column(_ node: Node, _ reading: Reading) -> Column? {
        if let scalar = node.scalar { return Column(field: scalar.text, location: node.location) }
        let fields = Fields(node, "a column", reading)
        var column = Column(field: fields.requiredText("field") ?? "", location: node.location)
        column.header = fields.template("header")
        column.unit = fields.template("unit")
        column.align = fields.word("align", HorizontalAlignment.self)
        if let node = fields.node("format") {
            column.format = NumberFormat(
                reading: node.scalar?.text ?? "", at: node.location, into: reading)
        }
        let bar = fields.node("bar").flatMap { TableBlock.bar($0, reading) }
        let isChange = fields.flag("change") ?? false
        let isLine = fields.flag("line") ?? false
        column.isSummed = fields.flag("sum") ?? false
        fields.finish()
        let shapes = [bar, isChange ? .change : nil, isLine ? .line : nil].compactMap { $0 }
        column.shape = shapes.first ?? .plain
        if shapes.count > 1 {
            reading.error(
                "a column shows one of bar, change and line", at: node.location,
                hint: "give the other one a column of its own: SELECT \(column.field) AS other")
        } else if column.align != nil, !shapes.isEmpty || column.isSummed {
            reading.error(
                "“align” is for words; figures stand on their decimal mark", at: node.location)
        } else if column.isSummed, isChange || isLine {
            reading.error("only amounts have a sum", at: node.location)
        }
        return column.field.isEmpty ? nil : column
    }

    private static func bar(_ node: Node, _ reading: Reading) -> Shape? {
        if case .bool(let flag)? = node.scalar?.value {
            return flag ? .bar(domain: nil, shared: "", color: nil) : nil
        }
        let fields = Fields(node, "a bar", reading)
        var domain: Extent?
        if let ends = fields.numbers("domain", count: 2...2, within: -1e15...1e15) {
            if ends[0] < ends[1], ends[0] <= 0, ends[1] >= 0 {
                domain = Extent(ends[0], ends[1])
            } else {
                reading.error(
                    "a bar's domain runs from low to high, and holds zero",
                    at: node["domain"]?.location ?? node.location, hint: "bars start at zero")
            }
        }
        let shared = fields.text("shared") ?? ""
        let color = fields.word("color", ColorRole.self)
        fields.finish()
        return .bar(domain: domain, shared: shared, color: color)
    }

    private static func total(_ node: Node, _ reading: Reading) -> Total? {
        if case .bool(let flag)? = node.scalar?.value {
            return flag ? Total(location: node.location) : nil
        }
        let fields = Fields(node, "a total", reading)
        let label = fields.template("label")
        var values: [(field: String, location: SourceLocation, value: Template)]?
        if fields.node("values") != nil {
            values = fields.mapping("values").compactMap { pair in
                Template(reading: pair.value, into: reading).map { (pair.name, pair.location, $0) }
            }
        }
        fields.finish()
        return Total(label: label, values: values, location: node.location)
    }

    /// Notes a column that is shown twice.
    private static func checkTwice(_ columns: [Column], _ reading: Reading) {
        var seen: Set<String> = []
        for column in columns where !seen.insert(column.field).inserted {
            reading.error(
                "the column “\(column.field)” is shown twice", at: column.location,
                hint: "give it another name in the query: \(column.field) AS other")
        }
    }
}

// MARK: - Resolving

extension TableBlock {
    func element(_ resolver: Resolver, on surface: Surface) -> any Element {
        let asked = (columns ?? []).map(\.field) + [group].compactMap { $0 }
        let rows = resolver.table(query, needs: asked)
        let columns = columns ?? allColumns(of: rows)
        let kinds = columns.map { kind(of: $0, rows, resolver) }
        checkFigures(columns, kinds, rows, resolver)
        checkKeys(columns, kinds, rows, resolver)
        var table = DataTable(
            columns: zip(columns, kinds).map { column, kind in
                DataTable.Column(
                    column.header.map { resolver.text($0).plain } ?? column.field,
                    unit: column.unit.map { resolver.text($0).plain } ?? "", kind: kind)
            },
            rows: rows.enumerated().map { index, row in
                DataTable.Row(
                    zip(columns, kinds).map { cell(row, $0, $1, resolver) },
                    group: group.map { row.text($0) } ?? "",
                    isKey: isKey(row, index, rows.count, columns, kinds))
            }, hasRules: hasRules, hasZebra: hasZebra, style: resolver.tableStyle(on: surface))
        table.totals = totals.map { total in
            DataTable.Row(cells(of: total, columns, kinds, table.rows, resolver))
        }
        if hasRank {
            table.columns.insert(DataTable.Column("", kind: .figure, isMuted: true), at: 0)
            for index in table.rows.indices {
                let place = Double(index + 1)
                table.rows[index].cells.insert(
                    .init(.figure(place, resolver.print(place, nil))), at: 0)
            }
            for index in table.totals.indices {
                table.totals[index].cells.insert(.init(.empty), at: 0)
            }
        }
        return table
    }

    /// All columns of the answer but those that say something of others.
    private func allColumns(of rows: [Row]) -> [Column] {
        let names = rows.first?.rows.columns ?? []
        let silent = Set(
            ["status", "rounded"] + names.map { "status_" + $0 } + [group].compactMap { $0 })
        return names.filter { !silent.contains($0) }.map { Column(field: $0, location: location) }
    }

    private func kind(
        of column: Column, _ rows: [Row], _ resolver: Resolver
    ) -> DataTable.Column.Kind {
        switch column.shape {
        case .bar(let domain, let shared, let color):
            return .bar(
                DataTable.Bar(
                    domain: domain, shared: shared, color: color.map { resolver.theme.color($0) }))
        case .change: return .change
        case .line: return .sparkline
        case .plain:
            if column.needsFigures { return .figure }
            if let align = column.align { return .text(align) }
            let hasFigures =
                rows.contains { $0.number(column.field) != nil }
                && rows.allSatisfy { $0.wrongNumber(column.field) == nil }
            return hasFigures ? .figure : .text(.left)
        }
    }

    /// Notes words in columns of figures, and statuses that are none.
    private func checkFigures(
        _ columns: [Column], _ kinds: [DataTable.Column.Kind], _ rows: [Row], _ resolver: Resolver
    ) {
        guard let first = rows.first else { return }
        for (column, kind) in zip(columns, kinds) {
            switch kind {
            case .text, .sparkline:
                if column.isSummed {
                    resolver.findings.add(
                        .error("only amounts have a sum", at: column.location))
                }
                continue
            case .figure, .bar, .change: break
            }
            let own = "status_" + column.field
            guard first.has(own) else {
                _ = resolver.table(query, needs: [column.field], amounts: [column.field])
                continue
            }
            if let wrong = rows.lazy.compactMap({ $0.wrongNumber(column.field) }).first {
                resolver.findings.add(
                    .error(
                        "“\(wrong)” in column “\(column.field)” is text, not a number",
                        at: query.location,
                        hint: "declare the column under “tables:”, as in columns: "
                            + "{\(column.field): integer}"))
            }
            for row in rows {
                let word = row.text(own)
                let status = Status(rawValue: word)
                if !word.isEmpty, status == nil {
                    resolver.findings.add(
                        .error(
                            "“\(word)” in column “\(own)” is not a status", at: query.location,
                            hint: "the words are "
                                + Status.allCases.map(\.rawValue).joined(separator: ", ")))
                    break
                }
                if status == .missing, let number = row.number(column.field) {
                    resolver.findings.add(
                        .error(
                            "a row has the status missing and \(resolver.print(number, nil)) in "
                                + "column “\(column.field)”", at: query.location,
                            hint: "empty the cell, or say what the figure is worth"))
                    break
                }
            }
        }
    }

    private func cell(
        _ row: Row, _ column: Column, _ kind: DataTable.Column.Kind, _ resolver: Resolver
    ) -> DataTable.Cell {
        switch kind {
        case .text:
            // A number that stands among words, as a year does, keeps its plain digits.
            if let format = column.format, let number = row.number(column.field) {
                return .init(.words(resolver.print(number, format)))
            }
            return .init(.words(row.text(column.field)))
        case .sparkline: return .init(series(row.text(column.field), column, resolver))
        case .figure, .bar, .change:
            guard let value = row.number(column.field) else { return .init(.missing) }
            let own = "status_" + column.field
            return .init(
                .figure(value, resolver.print(value, format(column))),
                standing: row.has(own) ? row.standing(by: own) : row.standing,
                isRounded: row.flag("rounded"))
        }
    }

    /// How a column's figures are printed; changes always carry a sign.
    private func format(_ column: Column) -> NumberFormat? {
        guard case .change = column.shape else { return column.format }
        var format = column.format ?? .change
        format.sign = .plus
        return format
    }

    /// The values of a small line, from a text such as `3,4,,5`.
    private func series(
        _ text: String, _ column: Column, _ resolver: Resolver
    ) -> DataTable.Cell.Content {
        guard !trimmed(text).isEmpty else { return .missing }
        var values: [Double?] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let digits = trimmed(part)
            if digits.isEmpty {
                values.append(nil)
            } else if let value = Double(digits), value.isFinite {
                values.append(value)
            } else {
                resolver.findings.add(
                    .error(
                        "“\(digits)” in column “\(column.field)” is not a number",
                        at: column.location,
                        hint: "a line is text such as 3,4,,5: group_concat(ifnull(v, ''))"))
                return .missing
            }
        }
        let told = values.map { resolver.print($0, column.format) }.joined(separator: "; ")
        return .series(values, told: told)
    }

    // MARK: - Keys

    private func isKey(
        _ row: Row, _ index: Int, _ count: Int, _ columns: [Column],
        _ kinds: [DataTable.Column.Kind]
    ) -> Bool {
        keys.contains { key in
            switch key {
            case "first": index == 0
            case "last": index == count - 1
            default: names(columns, kinds).contains { row.text($0) == key }
            }
        }
    }

    /// The columns whose words name rows.
    private func names(_ columns: [Column], _ kinds: [DataTable.Column.Kind]) -> [String] {
        zip(columns, kinds).compactMap { column, kind in
            if case .text = kind { return column.field }
            return nil
        }
    }

    /// Notes a key that names none of the rows.
    private func checkKeys(
        _ columns: [Column], _ kinds: [DataTable.Column.Kind], _ rows: [Row], _ resolver: Resolver
    ) {
        guard !rows.isEmpty, !keys.isEmpty else { return }
        let words = names(columns, kinds).flatMap { name in rows.map { $0.text(name) } }
        let known = Set(words)
        for key in keys where key != "first" && key != "last" && !known.contains(key) {
            resolver.findings.add(
                .error(
                    "the table has no “\(key)” to point out", at: location,
                    hint: nearest(to: key, among: words).map { "did you mean “\($0)”?" }
                        ?? "“key” is first, last or words of a row"))
        }
    }

    // MARK: - Totals

    private func cells(
        of total: Total, _ columns: [Column], _ kinds: [DataTable.Column.Kind],
        _ rows: [DataTable.Row], _ resolver: Resolver
    ) -> [DataTable.Cell] {
        var cells = columns.map { _ in DataTable.Cell(.empty) }
        let label = kinds.firstIndex { kind in
            if case .text = kind { return true }
            return false
        }
        if let label {
            let words = total.label.map { resolver.text($0).plain } ?? resolver.words.total
            cells[label] = .init(.words(words))
        }
        guard let values = total.values else {
            if !columns.contains(where: \.isSummed) {
                resolver.findings.add(
                    .error(
                        "no column of the table has a sum", at: total.location,
                        hint: "add “sum: true” to a column, or “values:” to the total"))
            }
            for (index, column) in columns.enumerated() where column.isSummed {
                cells[index] = sum(of: index, column, rows, resolver)
            }
            return cells
        }
        for (field, place, value) in values {
            guard let index = columns.firstIndex(where: { $0.field == field }) else {
                let names = columns.map(\.field)
                resolver.findings.add(
                    .error(
                        "the table has no column “\(field)”", at: place,
                        hint: nearest(to: field, among: names).map { "did you mean “\($0)”?" }
                            ?? "its columns are \(names.joined(separator: ", "))"))
                continue
            }
            switch kinds[index] {
            case .text: cells[index] = .init(.words(resolver.text(value).plain))
            case .figure, .bar, .change:
                cells[index] = figure(value, columns[index], resolver)
            case .sparkline:
                resolver.findings.add(.error("a small line has no total", at: place))
            }
        }
        return cells
    }

    /// The sum of a column; missing where one of its figures is.
    private func sum(
        of index: Int, _ column: Column, _ rows: [DataTable.Row], _ resolver: Resolver
    ) -> DataTable.Cell {
        var sum = 0.0
        for row in rows {
            guard case .figure(let value, _) = row.cells[index].content else {
                return .init(.missing)
            }
            sum += value
        }
        return .init(.figure(sum, resolver.print(sum, format(column))), standing: .derived)
    }

    /// A written total: a number takes the column's format where it brings none of its own.
    private func figure(
        _ template: Template, _ column: Column, _ resolver: Resolver
    ) -> DataTable.Cell {
        let text = resolver.text(template)
        if text.footnotes.contains(.missing) { return .init(.missing) }
        guard let value = resolver.number(template) else { return .init(.empty) }
        var printed = text.spans.filter { !$0.isMark }.map(\.text).joined()
        if let format = format(column), template.bringsNoFormat {
            printed = resolver.print(value, format)
        }
        let standing: Standing =
            text.footnotes.contains(.derived)
            ? .derived
            : text.footnotes.contains(.estimated)
                ? .estimated : text.footnotes.contains(.preliminary) ? .preliminary : .firm
        return .init(.figure(value, printed), standing: standing)
    }
}

extension NumberFormat {
    /// How changes are printed by default, `+.1%`.
    fileprivate static let change: NumberFormat = {
        var format = NumberFormat()
        format.precision = 1
        format.kind = .percent
        return format
    }()
}

extension Template {
    /// Whether no figure in it says how it is printed.
    fileprivate var bringsNoFormat: Bool {
        parts.allSatisfy { part in
            if case .figure(let reference, _) = part { return reference.manner == nil }
            return true
        }
    }
}

extension Row {
    /// How sure a figure is, by a column of statuses of its own.
    fileprivate func standing(by column: String) -> Standing {
        switch Status(rawValue: text(column)) {
        case .derived: .derived
        case .preliminary: .preliminary
        case .estimated: .estimated
        case .official, .revised, .missing, nil: .firm
        }
    }
}

extension Resolver {
    /// The colours and letters of tables on a surface.
    fileprivate func tableStyle(on surface: Surface) -> DataTable.Style {
        let ground = theme.color(surface.ground)
        let tint = theme.color(surface == .ink ? .onInkRule : .rampLow)
        return DataTable.Style(
            chart: chartStyle(on: surface), keyGround: tint.mixed(with: ground, 0.4),
            zebraGround: surface == .ground
                ? theme.color(.panel)
                : surface == .panel ? theme.color(.ground) : tint.mixed(with: ground, 0.7),
            riseGround: theme.color(.chipGround), rise: theme.color(.chipText),
            fallGround: theme.color(.chipNegativeGround), fall: theme.color(.chipNegativeText))
    }
}
