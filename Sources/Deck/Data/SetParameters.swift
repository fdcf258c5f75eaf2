import Diagnostics
import Tables

extension DeckFile {
    /// Takes other values for parameters that the deck declares, each of the type of the declared one.
    ///
    /// What is not declared, or of another type, is a finding of kind `.usage`.
    mutating func set(_ values: [String: String], into reading: Reading) {
        for (name, text) in values.sorted(by: { $0.key < $1.key }) {
            func refuse(_ message: String, hint: String) {
                reading.findings.add(.error(message, kind: .usage, hint: hint))
            }
            guard let declared = parameters[name] else {
                let names = parameters.keys.sorted()
                refuse(
                    "the deck has no parameter “\(name)”",
                    hint: nearest(to: name, among: names).map { "did you mean “\($0)”?" }
                        ?? (names.isEmpty
                            ? "declare it under “parameters:”"
                            : "there are \(names.joined(separator: ", "))"))
                continue
            }
            guard let cell = declared.likewise(text) else {
                refuse(
                    "the parameter “\(name)” is \(declared.noun), not “\(text)”",
                    hint: "the deck declares \(name): \(declared.words)")
                continue
            }
            parameters[name] = cell
        }
    }
}

extension Cell {
    /// A text as a value of the same type; `nil` where it is none.
    func likewise(_ text: String) -> Cell? {
        switch self {
        case .text, .missing: .text(text)
        case .integer: Int(text).map { .integer($0) }
        case .number: Double(text).flatMap { $0.isFinite ? .number($0) : nil }
        }
    }

    /// What it is, for messages.
    var noun: String {
        switch self {
        case .text, .missing: "a text"
        case .integer: "a whole number"
        case .number: "a number"
        }
    }

    /// As a deck writes it.
    var words: String {
        switch self {
        case .missing: ""
        case .text(let text): text
        case .integer(let number): "\(number)"
        case .number(let number): "\(number)"
        }
    }
}
