import SQLite
import Testing

@Test func databasesAreSeparate() throws {
    let (first, second) = (try Database(), try Database())
    try first.execute("CREATE TABLE t (a)")
    try second.execute("CREATE TABLE t (a)")
}

@Test func aFailedTransactionLeavesNothingBehind() throws {
    struct Stop: Error {}
    let database = try Database()
    #expect(throws: Stop.self) {
        try database.transaction {
            try database.execute("CREATE TABLE t (a)")
            try database.execute("INSERT INTO t VALUES (1)")
            throw Stop()
        }
    }
    try database.transaction { try database.execute("CREATE TABLE t (a)") }
    #expect(try values("SELECT count(*) FROM t", in: database) == [[.integer(0)]])
}

@Test func aMisspeltColumnInDoubleQuotesIsNoText() throws {
    let database = try Database()
    try database.execute("CREATE TABLE t (a)")
    #expect(throws: DatabaseError.self) { try database.execute("SELECT \"b\" FROM t") }
}

@Test func noFileIsAttachedEvenWithFullRights() throws {
    let database = try Database()
    #expect(throws: DatabaseError.self) {
        try database.execute("ATTACH 'file:/tmp/lamina-must-not-exist.db' AS other")
    }
}

@Test func aStatementKeepsItsDatabaseAlive() throws {
    let statement = try Statement("VALUES (1), (2)", in: Database())
    #expect(try statement.step())
    #expect(try statement.value(at: 0) == .integer(1))
    #expect(try statement.step())
    #expect(try !statement.step())
}

@Test func oddLimitsNeitherTrapNorHang() throws {
    for number in [Int.min, -1, 0, 1, Int.max] {
        let limits = QueryLimits(
            steps: number, rows: number, cellBytes: number, memoryBytes: number)
        let database = try Database(limits: limits)
        _ = try? values("VALUES (1), (2)", in: database, access: .reading(tables: []))
        _ = try? values(
            "WITH RECURSIVE t(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM t LIMIT 9999) "
                + "SELECT count(*) FROM t", in: database, access: .reading(tables: []))
    }
}

func values(
    _ sql: String, in database: Database, access: Access = .full
) throws -> [[Value]] {
    let statement = try Statement(sql, in: database, access: access)
    var rows: [[Value]] = []
    while try statement.step() {
        rows.append(try statement.columnNames.indices.map { try statement.value(at: $0) })
    }
    return rows
}
