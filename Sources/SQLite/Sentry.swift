import CSQLite

/// What the C callbacks of one connection look at, and where they park what they found.
final class Sentry {
    /// How often steps are counted: seldom enough to cost nothing.
    static let stepsBetweenChecks: Int32 = 1_000

    /// The rights of the statement that is being prepared or run.
    var access = Access.full
    /// The tables that the statement being prepared reads.
    var tablesRead: Set<String> = []
    /// The first thing it was refused.
    var refused: String?
    /// The steps it may still take; `nil` without a limit.
    var stepsLeft: Int?
    /// Its limits, for the message.
    var limits = QueryLimits()
    /// The limit that stopped it.
    var exceeded: QueryLimitExceeded?

    /// Whether the action is allowed; the arguments are those of the authorizer callback.
    func allows(_ action: Int32, _ first: String?, _ second: String?) -> Bool {
        guard case .reading(let tables) = access else { return true }
        switch action {
        case SQLITE_SELECT, SQLITE_RECURSIVE:
            return true
        case SQLITE_READ:
            // Without a column's name nothing is read but how many rows there are; then even
            // the names of a query's own common tables arrive here.
            if let first, tables.contains(first) {
                tablesRead.insert(first)
                return true
            }
            if second?.isEmpty ?? true { return true }
            return refuse("the table \(first ?? "")")
        case SQLITE_FUNCTION:
            if let second, readableFunctions.contains(second) { return true }
            return refuse("the function \(second ?? "")()")
        case SQLITE_ATTACH, SQLITE_DETACH:
            return refuse("ATTACH")
        case SQLITE_PRAGMA:
            return refuse("PRAGMA")
        case SQLITE_TRANSACTION, SQLITE_SAVEPOINT:
            return refuse("a transaction")
        default:
            // All other actions, those of a newer SQLite included, change something.
            return refuse("statements that change data or tables")
        }
    }

    /// Notes `count` more steps; whether the statement must stop.
    func mustStop(after count: Int32) -> Bool {
        guard let left = stepsLeft else { return false }
        if left < Int(count) {
            exceeded = exceeded ?? .steps(limits.steps)
            return true
        }
        stepsLeft = left - Int(count)
        if sqlite3_memory_used() > limits.memoryBytes {
            exceeded = exceeded ?? .memoryBytes(limits.memoryBytes)
        }
        return exceeded != nil
    }

    private func refuse(_ what: String) -> Bool {
        refused = refused ?? what
        return false
    }
}

/// SQLite's question whether a statement may do something: `sqlite3_set_authorizer`.
func authorize(
    _ context: UnsafeMutableRawPointer?, _ action: Int32, _ first: UnsafePointer<CChar>?,
    _ second: UnsafePointer<CChar>?, _ database: UnsafePointer<CChar>?,
    _ trigger: UnsafePointer<CChar>?
) -> Int32 {
    guard let context else { return SQLITE_DENY }
    let sentry = Unmanaged<Sentry>.fromOpaque(context).takeUnretainedValue()
    let allowed = sentry.allows(
        action, first.map { String(cString: $0) }, second.map { String(cString: $0) })
    return allowed ? SQLITE_OK : SQLITE_DENY
}

/// SQLite's call after so many steps, whose answer other than 0 stops the statement:
/// `sqlite3_progress_handler`.
func countSteps(_ context: UnsafeMutableRawPointer?) -> Int32 {
    guard let context else { return 1 }
    let sentry = Unmanaged<Sentry>.fromOpaque(context).takeUnretainedValue()
    return sentry.mustStop(after: Sentry.stepsBetweenChecks) ? 1 : 0
}
