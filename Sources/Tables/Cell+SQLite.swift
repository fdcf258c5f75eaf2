import SQLite

extension Cell {
    /// A value of SQLite as a cell; `nil` for infinity, bytes, and text with a NUL character.
    init?(_ value: Value) {
        switch value {
        case .null: self = .missing
        case .integer(let number): self = .integer(Int(number))
        case .real(let number) where number.isFinite: self = .number(number)
        case .text(let text) where !text.utf8.contains(0): self = .text(text)
        case .real, .text, .blob: return nil
        }
    }
}

extension Value {
    /// A cell as SQLite holds it.
    init(_ cell: Cell) {
        switch cell {
        case .missing: self = .null
        case .integer(let number): self = .integer(Int64(number))
        case .number(let number): self = .real(number)
        case .text(let text): self = .text(text)
        }
    }

    /// Why a value is not a cell.
    var fault: String {
        switch self {
        case .real: "infinite"
        case .text: "a text with a NUL character"
        case .null, .integer, .blob: "binary"
        }
    }
}
