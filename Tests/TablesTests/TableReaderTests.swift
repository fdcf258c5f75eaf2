import Diagnostics
import Testing

@testable import Tables

@Test func cellsThatAreNotInTheFileCountToo() {
    var source = TableSource(
        name: "t", file: "t.json", bytes: Array("[{\"a\": 1, \"b\": 2}, {}, {}, {}]".utf8),
        location: SourceLocation(file: "deck.yaml", line: 7, column: 3))
    for (limit, rows) in [(8, 4), (7, 3), (5, 2)] {
        source.limits[.tableCells] = limit
        let json = JSONRows(
            source.bytes, file: source.file, rows: nil, dialect: .standard, maximumColumns: 10)
        var reader = TableReader(json, of: source, maximumColumns: 10)
        var count = 0
        while reader.nextRow() { count += 1 }
        #expect(count == rows)
        #expect(
            reader.findings.all.map(\.message)
                == (rows == 4 ? [] : ["t.json has more than \(limit) cells"]))
    }
}
