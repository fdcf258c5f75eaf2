import SQLite
import Testing

@Test func whatIsBoundComesBack() throws {
    let database = try Database()
    let all: [Value] = [
        .null, .integer(.min), .integer(.max), .real(-0.1), .real(.infinity), .text(""),
        .text("año \u{1F697}"), .text("a\u{0}b"), .blob([]), .blob([0, 255]),
    ]
    let statement = try Statement("SELECT ?1", in: database)
    for value in all {
        try statement.bind(value, at: 1)
        #expect(try statement.step())
        #expect(try statement.value(at: 0) == value)
        #expect(try !statement.step())
        statement.reset()
    }
}

@Test func boundBytesAreText() throws {
    let statement = try Statement("SELECT ?1, ?2", in: Database())
    let bytes = Array("xaño".utf8)
    try statement.bind(utf8: bytes[1...], at: 1)
    try statement.bind(utf8: bytes[..<0], at: 2)
    #expect(try statement.step())
    #expect(try statement.value(at: 0) == .text("año"))
    #expect(try statement.value(at: 1) == .text(""))
}

@Test func namesOfColumnsAndParametersAreTold() throws {
    let statement = try Statement("SELECT :a AS x, ?, $c AS \"y z\"", in: Database())
    #expect(statement.columnNames == ["x", "?", "y z"])
    #expect(statement.parameterNames == [":a", nil, "$c"])
}

@Test func columnsAndParametersOutOfRangeAreErrors() throws {
    let statement = try Statement("SELECT ?1", in: Database())
    for parameter in [Int.min, 0, 2, Int.max] {
        #expect(throws: DatabaseError.self) { try statement.bind(.null, at: parameter) }
    }
    #expect(throws: DatabaseError.self) { try statement.value(at: 0) }
    #expect(try statement.step())
    for column in [Int.min, -1, 1, Int.max] {
        #expect(throws: DatabaseError.self) { try statement.value(at: column) }
    }
    #expect(try !statement.step())
    #expect(throws: DatabaseError.self) { try statement.value(at: 0) }
}

@Test func aSyntaxErrorTellsItsPlaceInBytes() throws {
    let database = try Database()
    let sql = "SELECT 'año', nowhere"
    let error = try #require(throws: DatabaseError.self) { try Statement(sql, in: database) }
    #expect(error.code == .error)
    #expect(error.message == "no such column: nowhere")
    #expect(error.sql == sql)
    #expect(error.offset == "SELECT 'año', ".utf8.count)
}

@Test func exactlyOneStatementIsTaken() throws {
    let database = try Database()
    for sql in [
        "SELECT 1", "SELECT 1;", "SELECT 1 ; -- end", "SELECT 1;;; /* end */ ", ";SELECT 1",
    ] {
        #expect(try values(sql, in: database) == [[.integer(1)]], "\(sql)")
    }
    for sql in ["", " ", ";", "-- no", "SELECT 1; SELECT 2", "SELECT 1; nonsense", "SELECT 1\u{0}"]
    {
        #expect(throws: DatabaseError.self, "\(sql)") { try Statement(sql, in: database) }
    }
}

@Test func textThatIsNotUTF8IsAnError() throws {
    let statement = try Statement("SELECT CAST(x'ff' AS TEXT) AS bad", in: Database())
    #expect(try statement.step())
    let error = try #require(throws: DatabaseError.self) { try statement.value(at: 0) }
    #expect(error.code == .mismatch)
}

@Test func randomBytesAsSQLNeverTrap() throws {
    let database = try Database()
    try database.execute("CREATE TABLE t (a, b)")
    let words = [
        "SELECT", "FROM", "t", "a", "(", ")", ",", "*", "'", "\"", ":p", "?9", "1e999", "WITH",
        "AS", "VALUES", ";", "--", "/*", "é", "INSERT", "PRAGMA", "x'0", "GROUP BY", "UNION",
    ]
    var state: UInt64 = 7
    for _ in 0..<2_000 {
        var sql = ""
        for _ in 0..<8 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            sql += words[Int(state >> 33) % words.count] + " "
        }
        _ = try? values(sql, in: database, access: .reading(tables: ["t"]))
    }
}
