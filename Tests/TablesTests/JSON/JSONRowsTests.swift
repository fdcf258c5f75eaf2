import Diagnostics
import Tables
import TestSupport
import Testing

private let declaration = SourceLocation(file: "deck.yaml", line: 7, column: 3)

private func read(
    _ bytes: [UInt8], _ columns: [String: ColumnType] = [:], rows: String? = nil,
    _ dialect: CSVDialect = .standard
) throws -> Rows {
    let store = try Store()
    try store.load(
        TableSource(
            name: "t", file: "t.json", bytes: bytes, format: .json(rows: rows),
            columns: columns.mapValues { TableColumn($0) }, dialect: dialect,
            location: declaration))
    return try store.query("SELECT * FROM t", at: declaration)
}

private func read(
    _ text: String, _ columns: [String: ColumnType] = [:], rows: String? = nil,
    _ dialect: CSVDialect = .standard
) throws -> Rows {
    try read(Array(text.utf8), columns, rows: rows, dialect)
}

private func complaints(
    _ text: String, _ columns: [String: ColumnType] = [:], rows: String? = nil
) -> [String] {
    do {
        _ = try read(text, columns, rows: rows)
        return []
    } catch let findings as Diagnostics {
        return findings.all.map { "\($0.location?.description ?? "-") \($0.message)" }
    } catch {
        return ["\(error)"]
    }
}

@Test func objectsAreRowsAndKeysColumns() throws {
    let rows = try read(
        """
        [
          {"marca": "Citroën", "unidades": 12, "parte": 0.5},
          {"parte": 1e-1, "nota": "a\\nb", "marca": null},
          {}
        ]
        """, ["unidades": .integer, "parte": .number])
    #expect(rows.columns == ["marca", "unidades", "parte", "nota"])
    #expect(
        rows.rows == [
            [.text("Citroën"), .integer(12), .number(0.5), .missing],
            [.missing, .missing, .number(0.1), .text("a\nb")],
            [.missing, .missing, .missing, .missing],
        ])
}

@Test func rowsMayLieBelowAKey() throws {
    let text = #"{"meta": {"n": [1]}, "data": [{"a": "x"}], "next": null}"#
    #expect(try read(text, rows: "data").rows == [[.text("x")]])
    #expect(complaints(text) == ["t.json:1:1 the file is no list of rows"])
    #expect(complaints(text, rows: "datos") == ["t.json:1:1 the file has no key datos"])
    #expect(complaints(text, rows: "meta") == ["t.json:1:10 meta is no list of rows"])
    #expect(
        complaints("[{\"a\": 1}]", rows: "data") == ["t.json:1:1 the file is a list of rows itself"]
    )
    #expect(
        complaints("{\"d\":[{\"a\":1}],\"d\":[]}", rows: "d") == [
            "t.json:1:16 the key d comes twice"
        ])
}

@Test func integersAreExactUpTo64Bits() throws {
    for value in [0, -1, 9_007_199_254_740_993, .max, .min] {
        #expect(try read("[{\"n\": \(value)}]", ["n": .integer]).rows == [[.integer(value)]])
    }
    for text in ["9223372036854775808", "1.0", "1e3", "0.5"] {
        #expect(
            complaints("[{\"n\": \(text)}]", ["n": .integer])
                == ["t.json:1:8 the cell \"\(text)\" in column n is not a whole number"])
    }
}

@Test func undeclaredColumnsAreTextAsItIsWritten() throws {
    #expect(
        try read("[{\"a\": 1.50, \"b\": true, \"c\": \"09\"}]").rows
            == [[.text("1.50"), .text("true"), .text("09")]])
}

@Test func textsAreNoNumbersAndNumbersNoDays() throws {
    #expect(
        complaints(
            """
            [{"n": "12", "d": "2024-06-30"},
             {"n": true, "d": 20240630},
             {"n": 1, "d": "30/06/2024"}]
            """, ["n": .number, "d": .date]) == [
                "t.json:1:8 the cell \"12\" in column n is not a number",
                "t.json:2:8 the cell \"true\" in column n is not a number",
                "t.json:2:19 the cell \"20240630\" in column d is not a day",
                "t.json:3:16 the cell \"30/06/2024\" in column d is not a day",
            ])
}

@Test func wordsForNothingAreNothing() throws {
    let dialect = CSVDialect(missing: ["n.d."], trim: true)
    #expect(
        try read("[{\"a\": \" n.d. \", \"b\": 1}, {\"a\": 2, \"b\": 3}]", ["a": .integer], dialect)
            .rows
            == [[.missing, .text("1")], [.integer(2), .text("3")]])
}

@Test(arguments: [
    ("", "t.json:1:1 expected a value, found the end of the file"),
    ("[]", "t.json:1:1 there are no rows"), ("[{}]", "t.json:1:1 the rows have no columns"),
    ("12", "t.json:1:1 the file is no list of rows"),
    ("[{\"a\": 1}, 5]", "t.json:1:12 row 2 is no object"),
    ("[{\"a\": 1, \"a\": 2}]", "t.json:1:11 the key a comes twice in its row"),
    ("[{\"a\": 1},\n {\"A\": 2}]", "t.json:2:3 there are two columns A"),
    ("[{\"a\": [1]}]", "t.json:1:8 the cell in column a is a list or an object"),
    ("[{\" \": 1}]", "t.json:1:3 a column has no name"),
    ("[{\"a\": \"\\u0000\"}]", "t.json:1:8 a NUL character in a text"),
    ("[{\"a\": 1},]", "t.json:1:11 expected a value, found ']'"),
    ("[{\"a\": 1}] x", "t.json:1:12 expected the end of the file, found 'x'"),
    ("[{\"a\": NaN}]", "t.json:1:8 expected a value, found 'N'"),
    ("[{\"a\": 01}]", "t.json:1:8 a number starts with a zero"),
])
func whatIsNoTableIsTold(text: String, finding: String) {
    #expect(complaints(text) == [finding])
}

@Test func aFileWhoseKeysAreDataIsTold() {
    let rows = (0..<5_000).map { "{\"k\($0)\": 1}" }.joined(separator: ",")
    #expect(complaints("[\(rows)]").last?.hasSuffix("the rows have more than 2000 columns") == true)
}

@Test func mutatedFilesLoadOrGiveLocatedErrors() throws {
    let valid = Array(
        #"{"data": [{"a": "x\u00e1", "n": 1.5, "d": "2024-06-30"}, {"n": null, "a": "b"}], "z": []}"#
            .utf8)
    let spice = Array("\",:{}[]\\0e.-nt".utf8) + [0, 0x80, 0xC3]
    var random = SplitMix64(seed: 9)
    for _ in 0..<2_000 {
        var bytes = valid
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let index = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes[index] = spice.randomElement(using: &random) ?? 0
            case 1: bytes.insert(spice.randomElement(using: &random) ?? 0, at: index)
            case 2: bytes.removeSubrange(index...)
            default: bytes.remove(at: index)
            }
            if bytes.isEmpty { bytes = valid }
        }
        do {
            _ = try read(bytes, ["n": .number, "d": .date], rows: "data")
        } catch let findings as Diagnostics {
            #expect(findings.all.allSatisfy { ($0.location?.line ?? 0) > 0 })
        }
    }
}
