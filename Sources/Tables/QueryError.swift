import Diagnostics
import SQLite

/// SQLite's complaint about a query, in words for its author.
struct QueryError {
    private let error: DatabaseError
    private let columnsByTable: [String: [String]]

    init(_ error: DatabaseError, columnsByTable: [String: [String]]) {
        self.error = error
        self.columnsByTable = columnsByTable
    }

    /// The complaint, with a hint where one is known.
    func diagnostic(at location: SourceLocation) -> Diagnostic {
        if let refused = error.refused {
            return .error(
                "a query may not use \(excerpt(of: refused))", at: location,
                hint: "queries read the deck's tables with SELECT, WITH or VALUES, and use "
                    + "functions of their arguments only, without dates and chance")
        }
        if error.code.primary == .unauthorized {
            return .error(
                "the query is refused: \(error.message)", at: location,
                hint: "write one SELECT, WITH or VALUES")
        }
        return .error(
            "the query fails: \(excerpt(of: error.message, limit: 200))\(place)", at: location,
            hint: hint)
    }

    /// Where in the query, which may stand on several lines of the deck.
    private var place: String {
        guard let offset = error.offset, let sql = error.sql, offset <= sql.utf8.count else {
            return ""
        }
        let before = sql.utf8.prefix(offset)
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { before.index(after: $0) }
        let column = before[(start ?? before.startIndex)...].count { $0 & 0xC0 != 0x80 } + 1
        return ", at line \(line), column \(column) of the query"
    }

    private var hint: String? {
        if let name = missing("no such table: ") {
            return suggestion(for: name, among: columnsByTable.keys.sorted(), called: "tables")
        }
        if let name = missing("no such column: ") {
            let all = Set(columnsByTable.values.joined()).sorted()
            return suggestion(for: name, among: all, called: "columns")
        }
        if error.message == "more than one statement" { return "keep one of them" }
        if error.message == "no statement" { return "write one SELECT, WITH or VALUES" }
        if error.code.primary == .tooBig { return "a cell or row is larger than allowed" }
        return nil
    }

    /// The name after a complaint's beginning, without the table and quotes before and after it.
    private func missing(_ beginning: String) -> String? {
        guard error.message.hasPrefix(beginning) else { return nil }
        var name = error.message.dropFirst(beginning.count)
        // From 3.41 on SQLite adds advice after a dash.
        if let quote = name.first, quote == "\"", let end = name.dropFirst().firstIndex(of: quote) {
            name = name[..<end].dropFirst()
        }
        if let dot = name.lastIndex(of: ".") { name = name[dot...].dropFirst() }
        return String(name)
    }
}

extension QueryLimitExceeded {
    /// The limit that a query ran into, in words for its author.
    func diagnostic(at location: SourceLocation) -> Diagnostic {
        switch self {
        case .steps(let limit):
            .error(
                "the query takes more than \(limit) steps", at: location,
                hint: Limit.querySteps.hint("join tables on equal columns, and end a recursion"))
        case .rows(let limit):
            .error(
                "the query gives more than \(limit) rows", at: location,
                hint: Limit.queryRows.hint("group the rows, or add LIMIT"))
        case .memoryBytes(let limit):
            .error(
                "the query needs more than \(limit) bytes of memory", at: location,
                hint: Limit.queryMemory.hint(
                    "select fewer columns and rows before sorting and grouping"))
        }
    }
}
