import Diagnostics
import Tables

/// A table of the register as open data: one row for each month and key.
enum RegisterTable {
    /// What kind of table a file is by the names of its columns; `nil` for none of the register's.
    ///
    /// A column that is missing does not make it another table: the reader then names it.
    static func product(of columns: [String]) -> Product? {
        let has = { (names: [String]) in names.contains { columns.contains($0) } }
        if has(["VEH_ELECTR", "VEH_HIBRIDAS_PLUGIN", "VEH_HIBRIDAS"]) { return .hybrids }
        if has(["ID_PAIS_DESTINO"]), has(["UNI_VEH", "ANIO", "MARCA"]) { return .exports }
        if has(["ID_PAIS_ORIGEN", "ORIGEN"]), has(["UNI_VEH", "ANIO", "MARCA"]) { return .sales }
        if has(["ID_ENTIDAD"]), has(["ANIO", "ID_MES"]) { return .hybrids }
        if has(["UNI_VEH"]), has(["ANIO", "ID_MES", "MARCA", "MODELO"]) { return .production }
        if has(["MARCA"]), has(["ANIO", "ID_MES", "MODELO"]) { return .production }
        return nil
    }

    /// Reads a file's rows, added up by month and key.
    ///
    /// Throws `Diagnostics` with all mistakes, up to fifty; what is doubtful is added to `findings`.
    static func read(
        _ rows: CSVRows, _ file: PublishedFile, as product: Product, vintage: CalendarDay?,
        findings: inout Diagnostics
    ) throws -> [MonthReport] {
        var rows = rows
        let layout = try Layout(of: rows.columns, as: product, file: file, findings: &findings)
        var tally = MonthTally(of: product)
        var count = 0
        while rows.next() {
            count += 1
            if count == 1 { layout.checkProduct(&rows, product) }
            let month = layout.month(&rows)
            let key = layout.key(&rows, product)
            let figures = layout.figures(&rows)
            let status = layout.status(&rows)
            guard let month, let key, let figures, let status else { continue }
            tally.add(Record(figures: figures, status: status), at: key, in: month)
        }
        try rows.findings.throwIfErrors()
        if count == 0 {
            findings.add(
                .warning("the table has no rows", at: SourceLocation(file: file.name)))
        }
        file.warnIfCut(&findings)
        return tally.reports(file: file.name, vintage: vintage)
    }

    /// Where the columns stand.
    private struct Layout {
        let year: Int
        let month: Int
        let keys: [Int]
        let figures: [Int]
        let status: Int?
        let coverage: Int?
        let register: Int?

        init(
            of columns: [String], as product: Product, file: PublishedFile,
            findings: inout Diagnostics
        ) throws {
            let place = SourceLocation(file: file.name, line: 1)
            var faults = Diagnostics()
            var known: Set<String> = ["ESTATUS", "COBERTURA", "PROD_EST"]
            func column(_ name: String) -> Int {
                known.insert(name)
                if let index = columns.firstIndex(of: name) { return index }
                faults.add(
                    .error(
                        "the table has no column \(name)", at: place,
                        hint: nearest(to: name, among: columns).map { "did you mean \($0)?" }
                            ?? "it is needed for \(product.rawValue)"))
                return 0
            }
            year = column("ANIO")
            month = column("ID_MES")
            keys = product.keys.map { column($0.source) }
            figures = product.figures.map { column($0.source) }
            status = columns.firstIndex(of: "ESTATUS")
            coverage = columns.firstIndex(of: "COBERTURA")
            register = columns.firstIndex(of: "PROD_EST")
            try faults.throwIfErrors()
            for name in columns where !known.contains(name) {
                findings.add(
                    .warning("the column \(name.excerpt) is not known and left out", at: place))
            }
        }

        func month(_ rows: inout CSVRows) -> Period? {
            guard let number = rows.integer(year) else { return nil }
            guard let period = Period(.year, year: number) else {
                rows.report(
                    "there is no year \(number)", in: year,
                    hint: "years are from \(Period.years.lowerBound) to \(Period.years.upperBound)")
                return nil
            }
            guard let index = rows.integer(month) else { return nil }
            guard let month = Period(.month, year: period.year, index: index) else {
                rows.report("there is no month \(index)", in: self.month, hint: "they are 01 to 12")
                return nil
            }
            return month
        }

        func key(_ rows: inout CSVRows, _ product: Product) -> [String]? {
            if let coverage {
                let text = rows.text(coverage).trimmed.lowercased()
                // Rows of states beside rows of the country would be counted twice.
                guard text == "nacional" || text.isEmpty else {
                    rows.report(
                        "the coverage “\(text.excerpt)” is not known", in: coverage,
                        hint: "the register's is Nacional")
                    return nil
                }
            }
            var key: [String] = []
            key.reserveCapacity(keys.count)
            for (column, index) in zip(product.keys, keys) {
                switch column.kind {
                case .text:
                    let text = rows.text(index)
                    if key.isEmpty, text.trimmed.isEmpty {
                        rows.report("the cell in column \(column.source) is empty", in: index)
                        return nil
                    }
                    key.append(text)
                case .country:
                    guard let id = rows.integer(index) else { return nil }
                    guard id >= 0 else {
                        rows.report("there is no country \(id)", in: index)
                        return nil
                    }
                    key.append("\(id)")
                case .state:
                    guard let number = rows.integer(index) else { return nil }
                    guard let code = States.code(number) else {
                        rows.report(
                            "there is no state \(number)", in: index,
                            hint: "they are 01 to 32, and 99 for those not specified")
                        return nil
                    }
                    key.append(code)
                }
            }
            return key
        }

        func figures(_ rows: inout CSVRows) -> [Int?]? {
            var read: [Int?] = []
            for index in figures {
                guard let figure = rows.integer(index) else { return nil }
                guard figure.magnitude <= UInt(Record.largestFigure) else {
                    rows.report("\(figure) is more than a month's vehicles can be", in: index)
                    return nil
                }
                read.append(figure)
            }
            return read
        }

        func status(_ rows: inout CSVRows) -> Status? {
            guard let status else { return .preliminary }
            let words = rows.text(status)
            if let known = Status(published: words) { return known }
            rows.report(
                "“\(words.excerpt)” is no status that is known", in: status,
                hint: "Cifras Preliminares, Cifras Revisadas and Cifras Definitivas are")
            return nil
        }

        /// Makes sure that what has the columns of production is not a table that lacks one.
        func checkProduct(_ rows: inout CSVRows, _ product: Product) {
            guard product == .production, let register else { return }
            let text = rows.text(register).lowercased()
            guard !text.contains("producci"), text.contains("exporta") || text.contains("venta")
            else { return }
            let column = text.contains("exporta") ? "ID_PAIS_DESTINO" : "ID_PAIS_ORIGEN"
            rows.report(
                "the row is not of production, but the table has no column \(column)",
                in: register)
        }
    }
}

extension PublishedFile {
    /// Warns of a last line without its end, which may be a cut number that looks like a whole one.
    func warnIfCut(_ findings: inout Diagnostics) {
        guard let last = bytes.last, last != UInt8(ascii: "\n") else { return }
        findings.add(
            .warning(
                "the last line has no end: the file may be cut off",
                at: SourceLocation(file: name), hint: "compare its size with the published one"))
    }
}
