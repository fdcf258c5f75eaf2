public import Diagnostics

/// One text of a YAML file, and what the core schema of YAML 1.2 takes it for.
public struct Scalar: Hashable, Sendable {
    /// What a scalar stands for.
    public enum Value: Hashable, Sendable {
        /// `null`, `~` or nothing at all.
        case null
        /// `true` or `false`; never `yes`, `no`, `on` or `off`.
        case bool(Bool)
        /// A whole number that fits.
        case int(Int)
        /// A number, as near as a double comes.
        ///
        /// Infinite for `.inf` and for what is too large; not a number for `.nan`. Whole numbers
        /// that do not fit in `Int` are here too; their digits are in `text`.
        case float(Double)
        /// Anything else, dates and months included.
        case string(String)

        /// What it is, for messages: `text`, `a number` and so on.
        public var noun: String {
            switch self {
            case .null: "nothing"
            case .bool: "true or false"
            case .int: "a whole number"
            case .float: "a number"
            case .string: "text"
            }
        }
    }

    /// The text, with quotes, escapes, folds and indentation resolved.
    public let text: String
    /// Whether it was written without quotes and not as a block, so that `12` means the number.
    public let isPlain: Bool
    /// What it stands for: by the core schema where plain, by its tag where it has one, else text.
    public let value: Value
    /// Where the text itself starts, past an opening quote; `nil` where it is not in one line.
    public let textStart: SourceLocation?
    /// Whether the file holds the text as it is, so that its offsets are columns of the file.
    let isVerbatim: Bool

    /// A scalar without a tag and a place.
    public init(_ text: String, isPlain: Bool) {
        self.text = text
        self.isPlain = isPlain
        value = isPlain ? CoreSchema.value(of: text) : .string(text)
        textStart = nil
        isVerbatim = false
    }

    /// A scalar as it was read.
    init(_ text: String, isPlain: Bool, value: Value, textStart: SourceLocation?, isVerbatim: Bool)
    {
        self.text = text
        self.isPlain = isPlain
        self.value = value
        self.textStart = textStart
        self.isVerbatim = isVerbatim
    }
}
