import SQLite
import Testing

private let endless = "WITH RECURSIVE t(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM t) "

@Test func anEndlessQueryStopsAtItsSteps() throws {
    let database = try Database(limits: QueryLimits(steps: 50_000))
    let error = #expect(throws: QueryLimitExceeded.self) {
        try values(endless + "SELECT max(x) FROM t", in: database, access: .reading(tables: []))
    }
    #expect(error == .steps(50_000))
    // The next statement has its own budget.
    #expect(
        try values("SELECT 1", in: database, access: .reading(tables: [])) == [[.integer(1)]])
}

@Test func stepsAreTheSameEachTime() throws {
    // The least budget that is enough does not change from run to run.
    func isEnough(_ steps: Int) throws -> Bool {
        let database = try Database(limits: QueryLimits(steps: steps))
        let sql = endless + "SELECT count(*) FROM (SELECT x FROM t LIMIT 3000)"
        return (try? values(sql, in: database, access: .reading(tables: []))) != nil
    }
    let first = try (1...100).map { try isEnough($0 * 1_000) }
    let second = try (1...100).map { try isEnough($0 * 1_000) }
    #expect(first == second)
    #expect(first.contains(true) && first.contains(false))
}

@Test func stepsCountAcrossRows() throws {
    let database = try Database(limits: QueryLimits(steps: 50_000))
    let error = #expect(throws: QueryLimitExceeded.self) {
        try values(endless + "SELECT x FROM t", in: database, access: .reading(tables: []))
    }
    #expect(error == .steps(50_000))
}

@Test func rowsBeyondTheLimitAreAnError() throws {
    let database = try Database(limits: QueryLimits(rows: 3))
    let reading = Access.reading(tables: [])
    #expect(try values("VALUES (1), (2), (3)", in: database, access: reading).count == 3)
    let error = #expect(throws: QueryLimitExceeded.self) {
        try values("VALUES (1), (2), (3), (4)", in: database, access: reading)
    }
    #expect(error == .rows(3))
}

@Test func aCellBeyondTheLimitIsAnError() throws {
    let database = try Database(limits: QueryLimits(cellBytes: 1_000))
    let error = try #require(throws: DatabaseError.self) {
        try values(
            "SELECT replace(hex('0123456789'), '3', printf('%.*c', 150, 'x'))", in: database,
            access: .reading(tables: []))
    }
    #expect(error.code.primary == .tooBig)
}

@Test func aGreedySortStopsAtItsMemory() throws {
    let database = try Database(limits: QueryLimits(memoryBytes: 64 << 20))
    let error = #expect(throws: QueryLimitExceeded.self) {
        try values(
            endless + "SELECT printf('%.*c', 100000, 'x') || x AS y FROM t ORDER BY y",
            in: database, access: .reading(tables: []))
    }
    #expect(error == .memoryBytes(64 << 20))
}

@Test func deepNestingIsAnError() throws {
    let database = try Database()
    for sql in [
        "SELECT " + String(repeating: "(", count: 5_000) + "1"
            + String(repeating: ")", count: 5_000),
        "SELECT " + String(repeating: "-", count: 1) + String(repeating: " ~", count: 5_000) + "1",
        "SELECT 1" + String(repeating: " + 1", count: 5_000),
        "SELECT 1" + String(repeating: " UNION SELECT 1", count: 5_000),
        String(repeating: "SELECT * FROM (", count: 5_000) + "SELECT 1",
        "SELECT '" + String(repeating: "x", count: 2_000_000) + "'",
    ] {
        #expect(throws: DatabaseError.self) {
            try Statement(sql, in: database, access: .reading(tables: []))
        }
    }
}
