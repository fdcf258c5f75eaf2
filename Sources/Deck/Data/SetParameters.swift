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
            switch declared {
            case .text, .missing: parameters[name] = .text(text)
            case .integer:
                if let number = Int(text) {
                    parameters[name] = .integer(number)
                } else {
                    refuse(
                        "the parameter “\(name)” is a whole number, not “\(text)”",
                        hint: "the deck declares \(name): \(declared.words)")
                }
            case .number:
                if let number = Double(text), number.isFinite {
                    parameters[name] = .number(number)
                } else {
                    refuse(
                        "the parameter “\(name)” is a number, not “\(text)”",
                        hint: "the deck declares \(name): \(declared.words)")
                }
            }
        }
    }
}

extension Cell {
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
