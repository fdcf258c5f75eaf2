// The room of SQLite. It promises:
// - a database lives in memory; no statement opens, reads or writes a file;
// - a statement that only reads cannot write, attach, tune the engine, or call a function that
//   reads the clock, chance or the machine; it stops at its limits, which count work, not time;
// - each C object has one Swift owner, which frees it; what it needs alive, it holds.

import CSQLite

/// A database in memory: `sqlite3`.
///
/// Not sendable: one thread at a time owns a database and its statements.
public final class Database {
    /// The version of the library that runs, by `sqlite3_libversion`.
    public static var libraryVersion: String { String(cString: sqlite3_libversion()) }

    /// The most columns that a table or a result may have.
    public static let maximumColumns = 2_000

    let handle: OpaquePointer
    /// What the C callbacks see; SQLite holds its address, so it lives as long as the handle.
    let sentry = Sentry()
    /// How far a reading statement may go.
    public let limits: QueryLimits

    /// An empty database: `sqlite3_open_v2`.
    ///
    /// Throws where SQLite has no memory, or is built without one of the safety switches.
    public init(limits: QueryLimits = QueryLimits()) throws(DatabaseError) {
        let flags =
            SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(":memory:", &opened, flags, nil)
        // Even a failed opening may leave a handle, and until all properties are set `deinit`
        // does not run: it is closed here.
        guard let handle = opened, code == SQLITE_OK else {
            let error = DatabaseError(code, in: opened)
            sqlite3_close_v2(opened)
            throw error
        }
        let hardening = Database.harden(handle, limits)
        guard hardening == SQLITE_OK else {
            let error = DatabaseError(hardening, in: handle)
            sqlite3_close_v2(handle)
            throw error
        }
        self.handle = handle
        self.limits = limits
        let context = Unmanaged.passUnretained(sentry).toOpaque()
        sqlite3_set_authorizer(handle, authorize, context)
        sqlite3_progress_handler(handle, Sentry.stepsBetweenChecks, countSteps, context)
    }

    deinit {
        // Statements hold their database, so none is left here.
        sqlite3_close_v2(handle)
    }

    /// Runs one statement of our own, with full rights, and drops its rows.
    public func execute(_ sql: String) throws {
        let statement = try Statement(sql, in: self)
        while try statement.step() {}
    }

    /// Runs `work` as a whole or not at all: what it wrote is undone where it throws.
    public func transaction(_ work: () throws -> Void) throws {
        try execute("BEGIN")
        do {
            try work()
            try execute("COMMIT")
        } catch {
            // The first error is the one to tell. Where undoing fails too, SQLite has already
            // rolled back by itself (full memory), or the next BEGIN reports it.
            try? execute("ROLLBACK")
            throw error
        }
    }

    /// Switches off what queries have no use for; the first status that is not `SQLITE_OK`.
    private static func harden(_ handle: OpaquePointer, _ limits: QueryLimits) -> Int32 {
        let options: [(Int32, Int32)] = [
            (SQLITE_DBCONFIG_DEFENSIVE, 1),
            (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0),
            (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
            (SQLITE_DBCONFIG_ENABLE_TRIGGER, 0),
            (SQLITE_DBCONFIG_ENABLE_VIEW, 0),
            // A misspelt "column" in double quotes would else silently be a text.
            (SQLITE_DBCONFIG_DQS_DML, 0),
            (SQLITE_DBCONFIG_DQS_DDL, 0),
        ]
        for (option, value) in options {
            let code = lamina_sqlite3_set_option(handle, option, value)
            if code != SQLITE_OK { return code }
        }
        let caps: [(Int32, Int)] = [
            (SQLITE_LIMIT_LENGTH, limits.cellBytes),
            (SQLITE_LIMIT_SQL_LENGTH, 1_000_000),
            (SQLITE_LIMIT_COLUMN, maximumColumns),
            (SQLITE_LIMIT_VARIABLE_NUMBER, maximumColumns),
            // Deep nesting recurses on the C stack, and a thread of ours may have little of it.
            (SQLITE_LIMIT_EXPR_DEPTH, 200),
            (SQLITE_LIMIT_COMPOUND_SELECT, 200),
            (SQLITE_LIMIT_VDBE_OP, 1_000_000),
            (SQLITE_LIMIT_FUNCTION_ARG, 100),
            // Matching costs up to the pattern's length times the text's, in a single step.
            (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1_000),
            (SQLITE_LIMIT_ATTACHED, 0),
            (SQLITE_LIMIT_TRIGGER_DEPTH, 0),
            (SQLITE_LIMIT_WORKER_THREADS, 0),
        ]
        for (limit, value) in caps {
            sqlite3_limit(handle, limit, Int32(clamping: max(0, value)))
        }
        // Large sorts would else spill into a temporary file.
        return sqlite3_exec(handle, "PRAGMA temp_store = MEMORY", nil, nil, nil)
    }
}
