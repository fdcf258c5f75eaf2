/// What kind of file a table is.
public enum TableFormat: Hashable, Sendable {
    /// Text with delimiters, as the dialect says.
    case csv
    /// JSON: a list of objects, or an object that has such a list by the key `rows`.
    case json(rows: String?)
    /// An Excel workbook: one of its sheets, and the row, from 1, that names the columns.
    ///
    /// Without a name the workbook has only one sheet.
    case workbook(sheet: String?, header: Int)
}
