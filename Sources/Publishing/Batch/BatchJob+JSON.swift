public import Deck
public import Diagnostics
import JSON
import Tables

extension BatchJob {
    /// The job on one line, for a worker.
    var line: String {
        JSONText.object([
            ("id", .text(id)), ("deck", .text(deck)), ("output", .text(output)),
            ("period", period.map { .text($0.description) } ?? .null),
            ("set", JSONText.texts(set)), ("to", .texts(recipients)),
        ]).description
    }

    /// Reads what `line` wrote.
    ///
    /// - Throws: a `Diagnostic` for what is no such line.
    public init(reading text: String) throws(Diagnostic) {
        self.init(id: "", deck: "", output: "")
        var json = JSONReader(Array(text.utf8), file: "a job")
        try json.members { json, key throws(Diagnostic) in
            switch key {
            case "id": id = try json.text()
            case "deck": deck = try json.text()
            case "output": output = try json.text()
            case "period":
                period = try json.optional { json throws(Diagnostic) in try json.text() }
                    .flatMap { Period($0) }
            case "set": set = try json.texts()
            case "to": recipients = try json.list { json throws(Diagnostic) in try json.text() }
            default: try json.skipValue()
            }
        }
        try json.end()
    }
}
