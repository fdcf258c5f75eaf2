import Diagnostics
import Tables

/// Hybrid and electric vehicles by state as INEGI's interactive tables export them: `RAIAVL_11`.
///
/// A title and an empty line stand above the names of the columns; months and states go by their
/// names, and `-` is what the register has no row for: a month that has not come yet, or a state
/// without sales.
enum PxWebExport {
    /// The line that names the columns.
    private static let headerLine = 3
    private static let columns = [
        "Año", "Mes", "Entidad Federativa", "Unidades Vehiculares Eléctricas",
        "Unidades Vehiculares Hibridas Plugin", "Unidades Vehiculares Hibridas",
    ]

    /// Whether a file looks like such an export: a title, an empty line, and years first.
    static func matches(_ file: PublishedFile) -> Bool {
        let lines = file.bytes.prefix(4096).split(
            separator: UInt8(ascii: "\n"), maxSplits: 3, omittingEmptySubsequences: false)
        guard lines.count > 2, lines[1].allSatisfy({ $0 == UInt8(ascii: "\r") }) else {
            return false
        }
        return ["\"Año\"", "Año,"].contains { lines[2].starts(with: $0.utf8) }
    }

    /// Reads a file's rows, added up by month and state.
    ///
    /// Throws `Diagnostics` with all mistakes, up to fifty; what is doubtful is added to `findings`.
    static func read(
        _ file: PublishedFile, findings: inout Diagnostics
    ) throws -> [MonthReport] {
        var rows = CSVRows(file.bytes, file: file.name, headerLine: headerLine)
        if rows.columns.isEmpty { try rows.findings.throwIfErrors() }
        var faults = Diagnostics()
        let places = columns.map { name in
            if let index = rows.columns.firstIndex(of: name) { return index }
            faults.add(
                .error(
                    "the table has no column \(name)",
                    at: SourceLocation(file: file.name, line: headerLine),
                    hint: nearest(to: name, among: rows.columns).map { "did you mean \($0)?" }
                        ?? "of INEGI's interactive tables only RAIAVL_11 is known"))
            return 0
        }
        try faults.throwIfErrors()
        var tally = MonthTally(of: .hybrids)
        while rows.next() {
            let month = month(&rows, places)
            let state = state(&rows, places[2])
            let figures = places[3...].map { figure(&rows, $0) }
            guard let month, let state, figures.allSatisfy(\.isSound) else { continue }
            let record = Record(figures: figures.map(\.value), status: .preliminary)
            tally.add(record, at: [state], in: month)
        }
        try rows.findings.throwIfErrors()
        file.warnIfCut(&findings)
        return tally.takeReports(file: file.name, vintage: nil)
    }

    private static func month(_ rows: inout CSVRows, _ places: [Int]) -> Period? {
        guard let year = rows.integer(places[0]) else { return nil }
        let name = rows.text(places[1]).trimmed
        let months = Period(.year, year: year)?.months ?? []
        guard !months.isEmpty else {
            rows.report("there is no year \(year)", in: places[0])
            return nil
        }
        guard let month = months.first(where: { $0.name(in: .es) == "\(name) \(year)" }) else {
            rows.report(
                "there is no month “\(name.excerpt)”", in: places[1],
                hint: "they are Enero to Diciembre")
            return nil
        }
        return month
    }

    private static func state(_ rows: inout CSVRows, _ column: Int) -> String? {
        let name = rows.text(column).trimmed
        if let code = States.code(named: name) { return code }
        let guess = nearest(to: name, among: States.names.values)
        rows.report(
            "there is no state “\(name.excerpt)”", in: column,
            hint: guess.map { "did you mean \($0)?" })
        return nil
    }

    private static func figure(
        _ rows: inout CSVRows, _ column: Int
    ) -> (isSound: Bool, value: Int?) {
        if rows.text(column) == "-" { return (true, nil) }
        guard let figure = rows.integer(column) else { return (false, nil) }
        guard figure.magnitude <= UInt(Record.largestFigure) else {
            rows.report("\(figure) is more than a month's vehicles can be", in: column)
            return (false, nil)
        }
        return (true, figure)
    }
}
