import Tables
import Testing

@Test func accessorsTellKindsApart() {
    #expect(Cell.integer(3).number == 3)
    #expect(Cell.number(0.5).number == 0.5)
    #expect(Cell.text("3").number == nil)
    #expect(Cell.missing.number == nil)
    #expect(Cell.text("3").text == "3")
    #expect(Cell.integer(3).text == nil)
    #expect(Cell.missing.isMissing)
    #expect(!Cell.text("").isMissing)
}

@Test func rowsAreRectangularAndNamesDiffer() {
    #expect(Rows(columns: ["a", "a"], rows: []) == nil)
    #expect(Rows(columns: ["a"], rows: [[.missing, .missing]]) == nil)
    #expect(Rows(columns: [], rows: []) != nil)
}
