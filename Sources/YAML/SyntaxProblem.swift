import Diagnostics

/// An error of libyaml, and what an author most likely did to get it.
struct SyntaxProblem: Error {
    /// libyaml's words for what is wrong.
    let problem: String
    /// Where it noticed.
    let location: SourceLocation
    /// libyaml's words for what it was doing; empty where it does not say.
    let context: String
    /// Where it started doing that.
    let start: SourceLocation?

    /// What to do about `{{name}}` without quotes.
    static let bracesHint = "text that starts with `{{` must stand in quotes: \"{{name}} …\""

    /// The finding for an author, in words that name the remedy.
    func diagnostic(in text: SourceText) -> Diagnostic {
        let line = Excerpt(text.line(location.line), column: location.column)
        let begin = start ?? location
        if line.startsValueWithBraces {
            return error(
                "`{{` outside quotes starts a mapping, not a text", hint: Self.bracesHint)
        }
        switch problem {
        case "mapping values are not allowed in this context":
            return misplacedKey(line, in: text)
        case "could not find expected ':'":
            let hasTightColon = Excerpt(text.line(begin.line), column: 1).hasTightColon
            return error(
                "a colon is missing after this text", at: begin,
                hint: hasTightColon
                    ? Self.tightColonHint
                    : "write `key: value`; if the text belongs to the line above, indent it "
                        + "more than that line's key")
        case "found character that cannot start any token":
            return line.character == "\t" ? tab : cannotStart(line.character)
        case "found a tab character where an indentation space is expected",
            "found a tab character that violates indentation":
            return tab
        case "did not find expected alphabetic or numeric character":
            return cannotStart(context.hasSuffix("alias") ? "*" : "&", at: begin)
        case "found unexpected end of stream", "found unexpected document indicator":
            return error(
                "the quote that opens here is never closed", at: begin,
                hint: "close it; inside '…' an apostrophe is written twice, inside \"…\" a "
                    + "quote is written \\\"")
        case "did not find expected key", "did not find expected '-' indicator":
            return misfit(line)
        case "block sequence entries are not allowed in this context":
            return error(
                "a list cannot start here",
                hint: "start each `- ` in a line of its own, or put the text in quotes")
        case "mapping keys are not allowed in this context":
            return cannotStart("?")
        case "did not find expected ',' or ']'":
            return unclosed("[", "]", at: begin)
        case "did not find expected ',' or '}'":
            return unclosed("{", "}", at: begin)
        case "did not find expected comment or line break":
            return error(
                "a block of text starts here, and something follows in the same line", at: begin,
                hint: "put text that starts with `|` or `>` in quotes, or start the block in "
                    + "the next line")
        case "found unknown escape character":
            return error(
                "this backslash starts no known escape",
                hint: "write `\\\\` for a backslash, or use '…', where it needs no escape")
        case "found invalid Unicode character escape code",
            "did not find expected hexdecimal number":
            return error(
                "this escape is not the code of a character",
                hint: "write the character itself, or `\\U` and eight digits")
        case "did not find expected node content":
            return cannotStart(line.character)
        case "found incompatible YAML document",
            _ where context.hasSuffix(" directive"):
            return error(
                "this line asks for a YAML that is not spoken here",
                hint: "remove the line that starts with `%`")
        case "did not find expected <document start>":
            return error(
                "something follows the end of the document",
                hint: "remove it, or mend the brackets or quotes above")
        case "found undefined tag handle":
            return cannotStart("!", at: begin)
        case _ where context.hasSuffix(" tag"):
            return cannotStart("!", at: begin)
        default:
            return error(context.isEmpty ? problem : "\(problem) \(context)")
        }
    }

    private static let tightColonHint = "a colon needs a space behind it: `key: value`"

    private func misplacedKey(_ line: Excerpt, in text: SourceText) -> Diagnostic {
        if line.hasEarlierColon {
            return error(
                "a second `: ` in one line",
                hint: "put the text in quotes if the colon belongs to it")
        }
        let above = Excerpt(text.line(location.line - 1), column: 1)
        return error(
            "a key cannot stand here, below a value that has begun",
            hint: above.hasTightColon
                ? Self.tightColonHint
                : "line it up with the keys of its mapping, or put the text above in quotes if "
                    + "it goes on here")
    }

    private var tab: Diagnostic {
        error("a tab stands where YAML wants spaces", hint: "indent with spaces only")
    }

    private var keyMissing: Diagnostic {
        error(
            "a key is missing before the colon",
            hint: "text that starts with `: ` must stand in quotes")
    }

    private func cannotStart(
        _ character: Unicode.Scalar?, at place: SourceLocation? = nil
    ) -> Diagnostic {
        guard let character else {
            return error("a value is missing here", at: place, hint: "close the brackets above")
        }
        if character == ":" { return keyMissing }
        let shown = character == "`" ? "a backtick" : "`\(character)`"
        return error("text cannot start with \(shown)", at: place, hint: "put the text in quotes")
    }

    private func unclosed(
        _ opening: String, _ closing: String, at place: SourceLocation
    ) -> Diagnostic {
        error(
            "a `,` or the `\(closing)` of the `\(opening)` at line \(place.line), column "
                + "\(place.column) is missing before this",
            hint: "text with brackets, braces, commas or colons must stand in quotes")
    }

    private func misfit(_ line: Excerpt) -> Diagnostic {
        guard let previous = line.previous else { return misalignment(line) }
        let escape =
            previous == "'"
            ? "inside '…' an apostrophe is written twice" : "inside \"…\" a quote is written \\\""
        switch (previous, line.character) {
        case ("'", _), ("\"", _):
            return error(
                "something follows a closing quote",
                hint: line.count(of: previous).isMultiple(of: 2)
                    ? "put the entire text in quotes; \(escape)"
                    : "close the quote that was opened in a line above")
        case (_, "]"), (_, "}"):
            return error(
                "a closing bracket without an opening one",
                hint: "remove it, or put the entire text in quotes")
        default:
            return error(
                "something follows the end of a value", hint: "put the entire text in quotes")
        }
    }

    private func misalignment(_ line: Excerpt) -> Diagnostic {
        switch line.character {
        case ":":
            return keyMissing
        case "-":
            return error(
                "a list item among keys",
                hint: "indent the list below the key that it belongs to")
        case _ where problem == "did not find expected '-' indicator":
            return error(
                "a line that is no list item in the middle of a list",
                hint: "start it with `- `, or indent it as its siblings are")
        default:
            return error(
                "this line does not line up with the lines above",
                hint: "indent it exactly as its siblings are")
        }
    }

    private func error(
        _ message: String, at place: SourceLocation? = nil, hint: String? = nil
    ) -> Diagnostic {
        .error(message, at: place ?? location, hint: hint)
    }
}
