import Tables

extension Product {
    /// Who published the figures, for the column `source`.
    private static let source = "INEGI RAIAVL"

    /// The table of a product with a row for each month and key.
    func table(of months: [MonthReport], names: PlaceNames) -> TidyTable {
        var table = TidyTable(
            file: "\(rawValue).csv",
            columns: ["month"] + keys.flatMap(\.kind.columns) + figures.map(\.name) + Self.origin)
        for report in months {
            let month = "\(report.month)"
            let origin = origin(of: report)
            for (key, record) in report.records.sorted(by: { isOrdered($0.key, $1.key) }) {
                var cells = [month]
                for (column, part) in zip(keys, key) {
                    cells += column.kind.cells(of: part, names: names)
                }
                cells += record.figures.map(cell)
                let status = record.isMissing ? Status.missing : record.status
                table.append(cells + [status.rawValue] + origin)
            }
        }
        return table
    }

    /// The table of a product with a row for each month.
    func monthlyTable(of months: [MonthReport]) -> TidyTable {
        let isSingle = figures.count == 1
        var table = TidyTable(
            file: "\(rawValue)_mes.csv",
            columns: ["month"] + (isSingle ? [] : figures.map(\.name)) + ["units"] + Self.origin)
        for report in months {
            let sum = report.sum
            let status = sum.total == nil ? Status.missing : sum.status
            table.append(
                ["\(report.month)"] + (isSingle ? [] : sum.figures.map(cell)) + [cell(sum.total)]
                    + [status.rawValue] + origin(of: report))
        }
        return table
    }

    private static let origin = ["status", "source", "vintage"]

    private func origin(of report: MonthReport) -> [String] {
        [Self.source, report.vintage.map { "\($0)" } ?? ""]
    }

    private func cell(_ figure: Int?) -> String { figure.map { "\($0)" } ?? "" }

    /// Whether a key comes before another: column by column, countries by their numbers.
    private func isOrdered(_ left: [String], _ right: [String]) -> Bool {
        for (column, (a, b)) in zip(keys, zip(left, right)) where a != b {
            if case .country = column.kind, a.utf8.count != b.utf8.count {
                return a.utf8.count < b.utf8.count
            }
            return a < b
        }
        return false
    }
}

extension MonthReport {
    /// The figures of all records together.
    var sum: Record {
        records.values.reduce(into: .none(of: product)) { sum, record in sum.add(record) }
    }
}

extension Product.KeyKind {
    /// The names of the columns that it becomes.
    fileprivate var columns: [String] {
        switch self {
        case .text(let name): [name]
        case .country: ["country_id", "country", "iso3"]
        case .state: ["state_code", "state"]
        }
    }

    /// The cells that a part of a key becomes.
    fileprivate func cells(of part: String, names: PlaceNames) -> [String] {
        switch self {
        case .text: [part]
        case .country(let kind):
            [part, names.country(part, in: kind), Countries.country(part)?.iso3 ?? ""]
        case .state: [part, names.state(part)]
        }
    }
}
