public import Deck
import Diagnostics
import Files
public import Rendering
import Tables

extension DocumentDate {
    /// The date of a deck's document: `SOURCE_DATE_EPOCH` if it is set, else the deck's own date.
    ///
    /// The variable counts seconds since 1970 in UTC, as reproducible-builds.org lays it down.
    ///
    /// - Throws: a `Diagnostic` of kind `.configuration` where the variable is malformed.
    public init(of deck: Deck) throws {
        guard let date = try Self.ofEnvironment() else {
            guard
                let date = DocumentDate(
                    year: deck.date.year, month: deck.date.month, day: deck.date.day)
            else { throw Diagnostic.error("the deck's date cannot stand in a document") }
            self = date
            return
        }
        self = date
    }

    /// The date of `SOURCE_DATE_EPOCH`; `nil` where it is not set.
    ///
    /// - Throws: a `Diagnostic` of kind `.configuration` where the variable is malformed.
    public static func ofEnvironment() throws -> DocumentDate? {
        guard let text = Environment.value(named: "SOURCE_DATE_EPOCH") else { return nil }
        let isDigits = !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
        guard isDigits, let seconds = Int(text), let date = DocumentDate(unixTime: seconds) else {
            throw Diagnostic.error(
                "SOURCE_DATE_EPOCH is “\(text)”", kind: .configuration,
                hint: "set it to whole seconds since 1970, or unset it")
        }
        return date
    }
}
