import CSQLite

/// What SQLite said when it refused.
public struct DatabaseError: Error, Hashable, Sendable {
    /// SQLite's extended result code; an open set.
    public var code: ResultCode
    /// SQLite's own words, in English.
    public var message: String
    /// The statement at fault, where there is one.
    public var sql: String?
    /// Where in the statement the error is, in UTF-8 bytes from its start, where SQLite knows.
    public var offset: Int?
    /// What a reading statement asked for and may not have, such as `the function random()`.
    public var refused: String?

    init(
        code: ResultCode, message: String, sql: String? = nil, offset: Int? = nil,
        refused: String? = nil
    ) {
        self.code = code
        self.message = message
        self.sql = sql
        self.offset = offset
        self.refused = refused
    }

    /// The connection's latest error: `sqlite3_extended_errcode`, `sqlite3_errmsg`,
    /// `sqlite3_error_offset`; just the code's general meaning where there is no connection.
    init(_ code: Int32, in handle: OpaquePointer?, sql: String? = nil, refused: String? = nil) {
        self.init(
            code: ResultCode(rawValue: code), message: String(cString: sqlite3_errstr(code)),
            sql: sql, refused: refused)
        guard let handle else { return }
        let extended = ResultCode(rawValue: sqlite3_extended_errcode(handle))
        // A call may fail without leaving its error on the connection (a misuse does): then the
        // connection's words belong to an earlier call.
        guard extended.primary == self.code.primary else { return }
        self.code = extended
        message = String(cString: sqlite3_errmsg(handle))
        let offset = sqlite3_error_offset(handle)
        self.offset = offset < 0 ? nil : Int(offset)
    }
}

extension DatabaseError: CustomStringConvertible {
    /// SQLite's words and code.
    public var description: String { "\(message) (SQLite \(code.rawValue))" }
}

/// A result code of SQLite, as it came.
public struct ResultCode: RawRepresentable, Hashable, Sendable {
    /// The number in `sqlite3.h`.
    public var rawValue: Int32

    /// Any number is a code: a newer SQLite may know more of them.
    public init(rawValue: Int32) {
        self.rawValue = rawValue
    }

    /// The code without its refinement, which sits in the higher bits.
    public var primary: ResultCode { ResultCode(rawValue: rawValue & 0xFF) }

    /// A mistake in the SQL text: `SQLITE_ERROR`.
    public static let error = ResultCode(rawValue: SQLITE_ERROR)
    /// Stopped by a limit: `SQLITE_INTERRUPT`.
    public static let interrupt = ResultCode(rawValue: SQLITE_INTERRUPT)
    /// A text, a blob or a row larger than allowed: `SQLITE_TOOBIG`.
    public static let tooBig = ResultCode(rawValue: SQLITE_TOOBIG)
    /// A value of the wrong kind: `SQLITE_MISMATCH`.
    public static let mismatch = ResultCode(rawValue: SQLITE_MISMATCH)
    /// Not allowed to a reading statement: `SQLITE_AUTH`.
    public static let unauthorized = ResultCode(rawValue: SQLITE_AUTH)
    /// A parameter or a column that is not there: `SQLITE_RANGE`.
    public static let range = ResultCode(rawValue: SQLITE_RANGE)
}
