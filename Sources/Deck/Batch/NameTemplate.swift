public import Diagnostics

/// A name of a file or folder with parts to be filled in, as in `{state}/{period}` or `{page:02}-{slide}`.
public struct NameTemplate: Hashable, Sendable {
    /// A stretch of it.
    private enum Part: Hashable {
        case words(String)
        /// A named part; numbers are filled up with zeros to a width.
        case part(String, width: Int)
    }

    private let parts: [Part]

    /// Reads a template.
    ///
    /// - Throws: a `Diagnostic` where a brace has no partner, or a width is none.
    public init(_ text: String, at location: SourceLocation? = nil) throws(Diagnostic) {
        var parts: [Part] = []
        var words = ""
        var rest = text[...]
        while let first = rest.popFirst() {
            guard first == "{" || first == "}" else {
                words.append(first)
                continue
            }
            guard first == "{", let end = rest.firstIndex(of: "}") else {
                throw .error(
                    "“\(first)” without its partner in the name “\(text)”", at: location,
                    hint: "write parts as in {id}")
            }
            let inside = rest[..<end].split(separator: ":", omittingEmptySubsequences: false)
            rest = rest[rest.index(after: end)...]
            var width = 0
            if inside.count == 2, inside[1].first == "0", let digits = Int(inside[1]), digits < 10 {
                width = digits
            } else if inside.count != 1 {
                throw .error(
                    "“\(inside.dropFirst().joined(separator: ":"))” in the name “\(text)” is no width",
                    at: location, hint: "as in {page:02}, or leave it out")
            }
            if !words.isEmpty { parts.append(.words(words)) }
            words = ""
            parts.append(.part(String(inside.first ?? ""), width: width))
        }
        if !words.isEmpty { parts.append(.words(words)) }
        self.parts = parts
    }

    /// The names of its parts.
    public var names: Set<String> {
        Set(
            parts.compactMap { part in
                if case .part(let name, _) = part { name } else { nil }
            })
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
            true
        default: scalar == "-" || scalar == "_" || scalar == "."
        }
    }

    /// The name with its parts filled in.
    ///
    /// Of what is filled in, letters, digits, `-`, `_` and `.` stay, and all else is `-`: it can lead nowhere.
    ///
    /// - Throws: a `Diagnostic` for a part that is not among `values`, and for a name that no file can have.
    public func filled(
        _ values: [String: String], at location: SourceLocation? = nil
    ) throws(Diagnostic) -> String {
        var name = ""
        for part in parts {
            switch part {
            case .words(let words): name += words
            case .part(let key, let width):
                guard let value = values[key] else {
                    let known = values.keys.sorted()
                    let guess = nearest(to: key, among: known).map { "did you mean {\($0)}?" }
                    // Decks are not read for the names of their outputs.
                    let wish =
                        key == "period"
                        ? "write “period:” in the job, or say --period"
                        : "there are \(known.map { "{\($0)}" }.joined(separator: ", "))"
                    throw .error(
                        "a name has no part “\(key)”", at: location, hint: guess ?? wish)
                }
                let missing = Int(value) == nil ? 0 : width - value.count
                name += String(repeating: "0", count: max(0, missing))
                // By scalars: a sign with something that joins it is one character with it.
                for scalar in value.unicodeScalars {
                    name.unicodeScalars.append(Self.isPlain(scalar) ? scalar : "-")
                }
            }
        }
        let bytes = name.utf8
        let isSound = bytes.split(separator: 0x2F, omittingEmptySubsequences: false).allSatisfy {
            !$0.isEmpty && $0.first != 0x2E && $0.count <= 200
                && $0.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
        }
        // A slash that is a part of a character would not be seen by all.
        let hasPlainSlashes = bytes.count { $0 == 0x2F } == name.count { $0 == "/" }
        guard isSound, hasPlainSlashes, bytes.count <= 1000 else {
            throw .error(
                "“\(name.prefix(200))” cannot be a name", at: location,
                hint:
                    "folders below the output's, none of them empty, longer than 200 bytes or with a dot first"
            )
        }
        return name
    }
}
