/// What a map's file says about a feature under one name.
public enum PropertyValue: Hashable, Sendable {
    /// A text.
    case text(String)
    /// A finite number.
    case number(Double)
    /// True or false.
    case bool(Bool)
    /// Said to be unknown.
    case null
    /// Several numbers, such as the two of a label's place.
    case numbers([Double])

    /// The value as a table's cell would write it; `nil` where it cannot serve as a key.
    ///
    /// Whole numbers are written without a fraction, so that `9` meets `9.0`.
    public var key: String? {
        switch self {
        case .text(let text): text
        case .number(let number): Int(exactly: number).map(String.init) ?? String(number)
        case .bool(let bool): String(bool)
        case .null, .numbers: nil
        }
    }
}
