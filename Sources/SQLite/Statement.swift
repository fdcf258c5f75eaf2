import CSQLite

/// One prepared statement: `sqlite3_stmt`.
///
/// Holds its database. Parameters are counted from 1, as in SQL's `?1`; columns from 0.
public final class Statement {
    /// The text it was made from.
    public let sql: String
    /// The names of the result's columns; empty where there is no result.
    public let columnNames: [String]
    /// The parameters with their sign (`:year`), by their number less one; `nil` for a bare `?`.
    public let parameterNames: [String?]
    /// Which of the tables that it may read a reading statement reads; empty for others.
    public let tablesRead: Set<String>

    private let database: Database
    private let handle: OpaquePointer
    private let access: Access
    private var stepsLeft: Int?
    private var rowsSeen = 0
    private var hasRow = false

    /// Prepares exactly one statement: `sqlite3_prepare_v3`.
    ///
    /// Throws where the SQL is wrong, empty or more than one statement, and where `access` does
    /// not allow what it asks for. A reading statement must give rows and must not be `EXPLAIN`.
    public init(
        _ sql: String, in database: Database, access: Access = .full
    ) throws(DatabaseError) {
        let sentry = database.sentry
        sentry.access = access
        sentry.refused = nil
        sentry.stepsLeft = nil
        sentry.tablesRead = []
        let handle = try Statement.prepare(sql, in: database)
        if let complaint = Statement.complaint(about: handle, access) {
            sqlite3_finalize(handle)
            throw DatabaseError(code: .unauthorized, message: complaint, sql: sql)
        }
        self.sql = sql
        self.database = database
        self.handle = handle
        self.access = access
        tablesRead = sentry.tablesRead
        if case .reading = access { stepsLeft = database.limits.steps }
        columnNames = (0..<sqlite3_column_count(handle)).map { column in
            sqlite3_column_name(handle, column).map { String(cString: $0) } ?? ""
        }
        parameterNames = (0..<sqlite3_bind_parameter_count(handle)).map { index in
            sqlite3_bind_parameter_name(handle, index + 1).map { String(cString: $0) }
        }
    }

    deinit {
        // Its status repeats that of the last step, which was reported then.
        sqlite3_finalize(handle)
    }

    // MARK: - Parameters

    /// Gives a parameter its value: `sqlite3_bind_…`.
    public func bind(_ value: Value, at parameter: Int) throws(DatabaseError) {
        let index = Int32(clamping: parameter)
        switch value {
        case .null: try check(sqlite3_bind_null(handle, index))
        case .integer(let number): try check(sqlite3_bind_int64(handle, index, number))
        case .real(let number): try check(sqlite3_bind_double(handle, index, number))
        case .text(var text):
            let code = text.withUTF8 { bytes in
                lamina_sqlite3_bind_text(handle, index, bytes.baseAddress, UInt64(bytes.count))
            }
            try check(code)
        case .blob(let bytes):
            let code = bytes.withUnsafeBytes { bytes in
                lamina_sqlite3_bind_blob(handle, index, bytes.baseAddress, UInt64(bytes.count))
            }
            try check(code)
        }
    }

    /// Gives a parameter a text of UTF-8 bytes, without making a string of them first.
    public func bind(utf8 text: ArraySlice<UInt8>, at parameter: Int) throws(DatabaseError) {
        let index = Int32(clamping: parameter)
        let code = text.withUnsafeBytes { bytes in
            lamina_sqlite3_bind_text(handle, index, bytes.baseAddress, UInt64(bytes.count))
        }
        try check(code)
    }

    // MARK: - Rows

    /// Moves to the next row, or returns `false` after the last: `sqlite3_step`.
    ///
    /// Throws `DatabaseError`, or `QueryLimitExceeded` for a reading statement. After `false` or
    /// an error, `reset` comes before the next step.
    public func step() throws -> Bool {
        let sentry = database.sentry
        // A step may prepare the statement anew, and VACUUM attaches while it runs: the sentry
        // must know who is at work.
        sentry.access = access
        sentry.refused = nil
        sentry.exceeded = nil
        sentry.limits = database.limits
        sentry.stepsLeft = stepsLeft
        hasRow = false
        let code = sqlite3_step(handle)
        stepsLeft = sentry.stepsLeft
        sentry.stepsLeft = nil
        switch code {
        case SQLITE_DONE:
            return false
        case SQLITE_ROW:
            if case .reading = access {
                rowsSeen += 1
                let limit = database.limits.rows
                if rowsSeen > limit { throw QueryLimitExceeded.rows(limit) }
            }
            hasRow = true
            return true
        default:
            if let exceeded = sentry.exceeded { throw exceeded }
            throw DatabaseError(
                code, in: database.handle, sql: sql, refused: sentry.refused)
        }
    }

    /// The current row's cell: `sqlite3_column_…`.
    ///
    /// Throws where there is no row or no such column, and where a text is not valid UTF-8.
    public func value(at column: Int) throws(DatabaseError) -> Value {
        guard hasRow, columnNames.indices.contains(column) else {
            throw DatabaseError(code: .range, message: "no row or no column \(column)", sql: sql)
        }
        let index = Int32(column)
        switch sqlite3_column_type(handle, index) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, index))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(handle, index))
        case SQLITE_TEXT:
            // The text's address first, then its length: SQLite wants this order.
            let start = sqlite3_column_text(handle, index)
            let count = Int(sqlite3_column_bytes(handle, index))
            let bytes = UnsafeBufferPointer(start: start, count: start == nil ? 0 : count)
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw DatabaseError(
                    code: .mismatch, message: "\(columnNames[column]) holds text that is not UTF-8",
                    sql: sql)
            }
            return .text(text)
        case SQLITE_BLOB:
            let start = sqlite3_column_blob(handle, index)
            let count = Int(sqlite3_column_bytes(handle, index))
            return .blob(
                Array(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count)))
        default:
            return .null
        }
    }

    /// Back to before the first row, with parameters as they are: `sqlite3_reset`.
    ///
    /// The steps already taken still count.
    public func reset() {
        hasRow = false
        rowsSeen = 0
        // Its status repeats that of the last step, which was reported then.
        sqlite3_reset(handle)
    }

    // MARK: - Preparing

    private static func prepare(
        _ sql: String, in database: Database
    ) throws(DatabaseError) -> OpaquePointer {
        // SQLite would stop reading at a NUL, and silently run half of the text.
        guard !sql.utf8.contains(0) else {
            throw DatabaseError(code: .error, message: "the SQL has a NUL character", sql: sql)
        }
        var text = sql
        let result = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                prepare(characters, sql, in: database)
            }
        }
        return try result.get()
    }

    private static func prepare(
        _ characters: UnsafeBufferPointer<CChar>, _ sql: String, in database: Database
    ) -> Result<OpaquePointer, DatabaseError> {
        guard let start = characters.baseAddress, let length = Int32(exactly: characters.count)
        else {
            return .failure(DatabaseError(code: .error, message: "no statement", sql: sql))
        }
        var statement: OpaquePointer?
        var tail: UnsafePointer<CChar>?
        let code = sqlite3_prepare_v3(database.handle, start, length, 0, &statement, &tail)
        guard code == SQLITE_OK else {
            return .failure(
                DatabaseError(
                    code, in: database.handle, sql: sql, refused: database.sentry.refused))
        }
        guard let statement else {
            return .failure(DatabaseError(code: .error, message: "no statement", sql: sql))
        }
        // What follows may be blanks and comments, which prepare to nothing.
        let end = start + Int(length)
        if let tail, tail < end {
            var second: OpaquePointer?
            var rest: UnsafePointer<CChar>?
            let code = sqlite3_prepare_v3(
                database.handle, tail, Int32(end - tail), 0, &second, &rest)
            sqlite3_finalize(second)
            if code != SQLITE_OK || second != nil || (rest.map { $0 < end } ?? false) {
                sqlite3_finalize(statement)
                return .failure(
                    DatabaseError(
                        code: .error, message: "more than one statement", sql: sql,
                        offset: tail - start))
            }
        }
        return .success(statement)
    }

    /// What a statement has that its access does not allow and the authorizer is not asked about.
    private static func complaint(about handle: OpaquePointer, _ access: Access) -> String? {
        guard case .reading = access else { return nil }
        if sqlite3_stmt_isexplain(handle) != 0 { return "EXPLAIN is not a query" }
        if sqlite3_stmt_readonly(handle) == 0 || sqlite3_column_count(handle) == 0 {
            return "not a query"
        }
        return nil
    }

    private func check(_ code: Int32) throws(DatabaseError) {
        if code != SQLITE_OK { throw DatabaseError(code, in: database.handle, sql: sql) }
    }
}
