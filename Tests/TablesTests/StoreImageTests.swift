import Diagnostics
import Tables
import Testing

private let place = SourceLocation(file: "deck.yaml", line: 1, column: 1)

private func store() throws -> Store {
    let store = try Store()
    try store.load(
        TableSource(
            name: "ventas", file: "v.csv", bytes: Array("mes,n\n2024-01,5\n2024-02,\n".utf8),
            columns: ["n": ColumnType.integer], location: place))
    try store.load(
        TableSource(name: "b", file: "b.csv", bytes: Array("x\ny\n".utf8), location: place))
    return store
}

@Test func aStoreOfAnImageAnswersTheSame() throws {
    let (first, copy) = (try store(), try Store(image: try store().image()[...]))
    #expect(copy.tables == first.tables && copy.tables == ["b", "ventas"])
    #expect(copy.columns(of: "ventas") == ["mes", "n"])
    let sql = "SELECT mes, n, typeof(n) AS t FROM ventas ORDER BY mes"
    #expect(try copy.query(sql, at: place) == first.query(sql, at: place))
    #expect(throws: Diagnostics.self) { try copy.query("SELECT * FROM sqlite_schema", at: place) }
    #expect(throws: Diagnostics.self) { try copy.query("DELETE FROM ventas", at: place) }
}

@Test func otherBytesMakeNoStore() {
    #expect(throws: Diagnostics.self) { try Store(image: Array("no tables".utf8)[...]) }
}
