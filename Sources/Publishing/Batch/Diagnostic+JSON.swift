import Diagnostics
import JSON

extension Diagnostic {
    /// The finding for machines.
    var json: JSONText {
        var members: [(String, JSONText)] = [
            ("severity", .text(severity.rawValue)), ("code", .number(Int(kind.rawValue))),
        ]
        if let location {
            members += [
                ("file", .text(location.file)), ("line", .number(location.line)),
                ("column", .number(location.column)),
            ]
        }
        members.append(("message", .text(message)))
        if let hint { members.append(("hint", .text(hint))) }
        return .object(members)
    }

    /// Reads what `json` wrote.
    init(reading json: inout JSONReader) throws(Diagnostic) {
        var (isError, kind, message) = (true, FailureKind.data, "")
        var location = SourceLocation(file: "")
        var hint: String?
        try json.members { json, key throws(Diagnostic) in
            switch key {
            case "severity": isError = try json.text() == Severity.error.rawValue
            case "code": kind = FailureKind(rawValue: Int32(clamping: try json.whole())) ?? .general
            case "file": location.file = try json.text()
            case "line": location.line = try json.whole()
            case "column": location.column = try json.whole()
            case "message": message = try json.text()
            case "hint": hint = try json.text()
            default: try json.skipValue()
            }
        }
        let place = location.file.isEmpty ? nil : location
        self =
            isError
            ? .error(message, kind: kind, at: place, hint: hint)
            : .warning(message, kind: kind, at: place, hint: hint)
    }
}

extension JSONReader {
    /// A whole number; one beyond what is exact is as near as it comes.
    mutating func whole() throws(Diagnostic) -> Int { Int(exactly: try number().rounded()) ?? 0 }
}
