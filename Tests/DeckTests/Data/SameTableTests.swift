import Deck
import Testing

/// A deck that shows every cell of a table, in figures, a chart, a table and an alternative text.
private func deck(over file: String) throws -> TestDeck {
    try TestDeck(
        deckFile(
            body: """
                { columns: [
                    { chart: { mark: bar, data: "SELECT brand, units, status FROM t ORDER BY units DESC", x: units, y: brand } },
                    { table: { data: "SELECT * FROM t" } }
                  ] }
                """,
            slide: "    subtitle: \"{{units}}, {{share}}, {{price}}, {{last}}\"",
            values: """
                  units: SELECT sum(units) FROM t WHERE code = '09' OR year = '2023'
                  share: SELECT sum(share) / 100 FROM t
                  price: SELECT max(price) FROM t
                  last: SELECT max(day) || month || note FROM t WHERE code = '09'
                """,
            tables: """
                  t:
                    file: \(file)
                    columns: { units: integer, share: { type: number, unit: "%" }, price: number, day: date }
                    dialect: { missing: [n.d.], trim: true }
                """),
        fixtures: [file: "kinds/" + file])
}

@Test(arguments: ["figures-openpyxl.xlsx", "figures-libreoffice.xlsx"])
func aWorkbookGivesTheDeckOfItsCSV(workbook: String) throws {
    let (text, book) = (try deck(over: "figures.csv"), try deck(over: workbook))
    let (first, second) = (try text.load(), try book.load())
    #expect(first.lineage.values.map(\.value) == second.lineage.values.map(\.value))
    #expect(first.lineage.queries.map(\.rows) == second.lineage.queries.map(\.rows))
    #expect(try text.scenes() == book.scenes())
    let shown = "\(try book.firstScene())"
    for word in ["Citroën", "Ñandú & Cía. <b>", "7.1", "1.218", "2024-06-30"] {
        let isShown = shown.contains(word)
        #expect(isShown, "\(word)")
    }
}
