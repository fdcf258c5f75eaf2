import Testing

@testable import Tables

@Test func referencesAreReadAsTheyAreWritten() {
    for (text, column, row) in [
        ("A1", 1, 1), ("Z9", 26, 9), ("AA10", 27, 10), ("AZ1", 52, 1), ("BA1", 53, 1),
        ("ZZ1", 702, 1), ("AAA1", 703, 1), ("XFD1048576", 16_384, 1_048_576),
    ] {
        #expect(CellReference(text) == CellReference(column: column, row: row))
        #expect(CellReference(column: column, row: row).description == text)
    }
    for column in 1...CellReference.lastColumn {
        let cell = CellReference(column: column, row: 7)
        #expect(CellReference(cell.description) == cell)
    }
}

@Test(arguments: ["", "A", "1", "a1", "A0", "A01", "XFE1", "A1048577", "AAAA1", "A1B", "A-1", "Ñ1"])
func otherTextsAreNoReferences(text: String) {
    #expect(CellReference(text) == nil)
}
