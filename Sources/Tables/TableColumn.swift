/// What a deck declares of a column.
public struct TableColumn: Hashable, Sendable {
    /// What its cells are.
    public var type: ColumnType
    /// What its figures are in, such as `%`; it may stand behind each figure of a CSV file.
    public var unit: String?
    /// How its days are written.
    public var dates: DateFormat

    /// A column; days are written as ISO 8601 has them unless said otherwise.
    public init(_ type: ColumnType, unit: String? = nil, dates: DateFormat = .iso) {
        self.type = type
        self.unit = unit
        self.dates = dates
    }
}
