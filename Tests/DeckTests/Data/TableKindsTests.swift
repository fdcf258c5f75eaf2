import Testing

/// Tables of several kinds of files meet in one query; mistakes in all are told together.
@Suite struct TableKindsTests {
    private let tables = """
          v: { file: v.csv, dialect: { delimiter: ";", decimal: ",", missing: ["-"] }, columns: { n: number } }
          w: { file: w.json, rows: data, columns: { n: integer } }
        """
    private let body = """
        { table: { data: "SELECT v.k AS k, v.n + w.n AS sum FROM v JOIN w USING (k) ORDER BY k" } }
        """

    @Test func kindsOfFilesJoin() throws {
        let files = [
            "v.csv": "k;n\na;1,5\nb;-\n", "w.json": #"{"data": [{"k": "a", "n": 2}, {"k": "b"}]}"#,
        ]
        #expect(try findings(deckFile(body: body, tables: tables), files: files) == [])
        let scene = try scene(deckFile(body: body, tables: tables), files: files)
        #expect("\(scene)".contains("3.5"))
    }

    @Test func mistakesOfAllFilesComeTogether() throws {
        let found = try findings(
            deckFile(body: body, tables: tables),
            files: ["v.csv": "k;n\na;1.5\n", "w.json": #"{"data": [{"k": "a", "n": "2"}]}"#])
        #expect(found.count == 2, "\(found)")
        #expect(
            found.first?.hasPrefix("v.csv:2:3: error: the cell \"1.5\" in column n is not") == true)
        #expect(
            found.last?.hasPrefix("w.json:1:27: error: the cell \"2\" in column n is not") == true)
    }
}
