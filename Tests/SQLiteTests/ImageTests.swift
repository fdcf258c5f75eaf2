import SQLite
import Testing

private func filled() throws -> Database {
    let database = try Database()
    try database.execute("CREATE TABLE t (a INTEGER, b TEXT)")
    try database.execute("INSERT INTO t VALUES (1, 'uno'), (2, 'dos'), (NULL, '')")
    return database
}

private func rows(_ database: Database) throws -> [[Value]] {
    let statement = try Statement(
        "SELECT a, b FROM t ORDER BY rowid", in: database, access: .reading(tables: ["t"]))
    var rows: [[Value]] = []
    while try statement.step() {
        rows.append([try statement.value(at: 0), try statement.value(at: 1)])
    }
    return rows
}

@Test func anImageHoldsAllTables() throws {
    let database = try filled()
    let copy = try Database(image: try database.image()[...])
    #expect(try rows(copy) == rows(database))
    // The copy lives on its own, and is only read.
    try database.execute("DELETE FROM t")
    #expect(try rows(copy).count == 3)
    #expect(throws: DatabaseError.self) { try copy.execute("DELETE FROM t") }
}

@Test func otherBytesAreNoTables() throws {
    for bytes in [[], [1, 2, 3], [UInt8](repeating: 0x53, count: 5000)] {
        #expect(throws: DatabaseError.self) { try rows(try Database(image: bytes[...])) }
    }
}

@Test func damagedImagesEndInRowsOrErrors() throws {
    let image = try filled().image()
    var state: UInt64 = 7
    for _ in 0..<500 {
        var damaged = image
        for _ in 0..<3 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            damaged[Int(state >> 33) % damaged.count] = UInt8(truncatingIfNeeded: state >> 25)
        }
        _ = try? rows(try Database(image: damaged[...]))
    }
}
