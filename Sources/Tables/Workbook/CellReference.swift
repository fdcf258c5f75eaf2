/// A cell of a sheet by its column and row, such as `C7`.
struct CellReference: Hashable {
    /// How many columns a sheet may have; the last one is XFD.
    static let lastColumn = 16_384
    /// How many rows a sheet may have.
    static let lastRow = 1_048_576

    /// The column, from 1.
    var column: Int
    /// The row, from 1.
    var row: Int

    /// A cell by its numbers.
    init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }

    /// Reads `C7`; `nil` for anything else and for cells that no sheet has.
    init?(_ text: String) {
        let letters = text.utf8.prefix { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        let digits = text.utf8.dropFirst(letters.count)
        guard (1...3).contains(letters.count), digits.first != UInt8(ascii: "0"),
            let row = decimal(digits), row <= CellReference.lastRow
        else { return nil }
        column = letters.reduce(0) { $0 * 26 + Int($1 - UInt8(ascii: "A")) + 1 }
        self.row = row
        guard column <= CellReference.lastColumn else { return nil }
    }
}

extension CellReference: CustomStringConvertible {
    /// `C7`.
    var description: String {
        var (letters, rest) = ("", column)
        while rest > 0 {
            let letter = Unicode.Scalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
            letters = String(letter) + letters
            rest = (rest - 1) / 26
        }
        return "\(letters)\(row)"
    }
}
