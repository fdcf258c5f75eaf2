/// A printed figure parted where a column of figures is aligned.
struct DataTableFigureParts: Hashable {
    /// Up to the last digit before the decimal mark.
    let head: String
    /// From the decimal mark on; where there is none, what follows the last digit.
    let tail: String

    /// Parts a text at the last decimal mark before a digit, else behind its last digit.
    init(_ text: String, decimalMark: String) {
        // What is printed stands on one line.
        let line = text.map { $0.isNewline ? " " : $0 }
        let isMark = { (index: Int) in
            decimalMark.count == 1 && line[index] == decimalMark.first
                && index + 1 < line.count && line[index + 1].isWholeNumber
        }
        let place =
            line.indices.last(where: isMark)
            ?? line.lastIndex(where: \.isWholeNumber).map { $0 + 1 } ?? line.count
        head = String(line[..<place])
        tail = String(line[place...])
    }
}
