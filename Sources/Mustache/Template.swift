import CMustache
public import Diagnostics

/// A template in Mustache: `{{name}}`, `{{{html}}}`, `{{#list}}…{{/list}}`, `{{^absent}}…{{/absent}}`.
///
/// Partials and other delimiters are refused: a template is one file, and what it cannot find would be left
/// out in silence.
public struct Template: Hashable, Sendable {
    private let text: String
    private let file: String

    /// Sections in sections: more than anyone needs, and few enough for any stack.
    private static let deepest = 64
    private static let mostRendered = 64 << 20
    /// Bytes of a template: far more than mails may have.
    public static let longest = 64 << 10

    /// Takes a template's text.
    ///
    /// - Parameter file: the file it is from, as the user knows it.
    /// - Throws: a `Diagnostic` with the place of what is refused.
    public init(_ text: String, file: String) throws(Diagnostic) {
        (self.text, self.file) = (text, file)
        guard text.utf8.count <= Self.longest else {
            throw .error(
                "the template has more than \(Self.longest >> 10) KB",
                at: SourceLocation(file: file, line: 1, column: 1))
        }
        if text.utf8.contains(0) {
            throw .error(
                "the template has a zero byte",
                at: location(of: text.unicodeScalars.firstIndex(of: "\0") ?? text.startIndex))
        }
        var depth = 0
        var index = text.startIndex
        while let tag = text[index...].firstRange(of: "{{") {
            index = tag.upperBound
            switch text[index...].first(where: { $0 != " " }) {
            case "#", "^": depth += 1
            case "/": depth -= 1
            case ">", "=":
                throw .error(
                    "a template has neither partials nor other delimiters",
                    at: location(of: tag.lowerBound), hint: "write all of it in one file")
            default: break
            }
            if depth > Self.deepest {
                throw .error(
                    "more than \(Self.deepest) sections lie in each other",
                    at: location(of: tag.lowerBound))
            }
        }
    }

    /// The text with values in their places.
    ///
    /// - Parameter hint: where one finds the names, for who has written one that nobody knows.
    /// - Returns: the text, and a warning for each name that is in none of the values.
    /// - Throws: a `Diagnostic` with the place of a tag or section without its end.
    public func rendered(
        _ values: [String: TemplateValue], hint: String
    ) throws(Diagnostic) -> (text: String, findings: [Diagnostic]) {
        let writer = ValueWriter(values)
        // So that a whole rendering stays within 64 MB, whatever is repeated.
        let most = max(1, Self.mostRendered / max(1, text.utf8.count))
        guard let rendered = lamina_render(text, writer.values, most) else {
            throw .error("the template cannot be filled in", kind: .internalFailure)
        }
        defer { lamina_rendered_free(rendered) }
        guard let finished = rendered.pointee.text else {
            throw fault(rendered.pointee.error.map { String(cString: $0) } ?? "")
        }
        let unknown = rendered.pointee.unknown.map { String(cString: $0) } ?? ""
        let known = TemplateValue.object(values).names
        let findings = unknown.split(separator: "\n").map(String.init)
            .filter { !known.contains($0) }
            .map { name in
                Diagnostic.warning(
                    "there is no “\(name)”",
                    at: text.firstRange(of: name).map { location(of: $0.lowerBound) },
                    hint: nearest(to: name, among: known).map { "did you mean “\($0)”?" }
                        ?? hint)
            }
        return (String(cString: finished), findings)
    }

    /// The library's message ends in `at` and a position in bytes.
    private func fault(_ message: String) -> Diagnostic {
        let words = message.split(separator: " ")
        guard let position = words.last.flatMap({ Int($0) }), words.dropLast().last == "at" else {
            return .error(
                "the template has \(message)", at: SourceLocation(file: file, line: 1, column: 1),
                hint: "a section of a list stands within one of the same list")
        }
        let index = text.utf8.index(
            text.startIndex, offsetBy: min(max(0, position), text.utf8.count))
        let fault = words.dropLast(2).joined(separator: " ")
        return .error(
            "the template has an \(fault.prefix(1).lowercased() + fault.dropFirst())",
            at: location(of: index))
    }

    private func location(of index: String.Index) -> SourceLocation {
        let before = text.unicodeScalars[..<index]
        let line = before.count { $0 == "\n" } + 1
        let start = before.lastIndex(of: "\n").map { before.index(after: $0) } ?? before.startIndex
        return SourceLocation(file: file, line: line, column: before[start...].count + 1)
    }
}

extension TemplateValue {
    /// All names in it, at any depth: one that is missing here and there is not unknown.
    fileprivate var names: Set<String> {
        switch self {
        case .text, .flag: []
        case .list(let items): items.reduce(into: []) { $0.formUnion($1.names) }
        case .object(let members):
            members.reduce(into: Set(members.keys)) { $0.formUnion($1.value.names) }
        }
    }
}
