import Diagnostics

extension Composer {
    mutating func value(
        of text: String, _ style: Event.ScalarStyle, tag: String?, _ event: Event
    ) throws(Diagnostics) -> Scalar.Value {
        switch tag {
        case nil:
            return style == .plain ? CoreSchema.value(of: text) : .string(text)
        case "!":
            return .string(text)
        case let tag?:
            guard let known = CoreSchema.Tag(rawValue: tag) else {
                try add(unknownTag(tag, at: event.start))
                return .string(text)
            }
            if let value = CoreSchema.value(of: text, tagged: known) { return value }
            try add(
                .error(
                    "`\(brief(text))` is not what its tag `\(known.shorthand)` says",
                    at: event.start, hint: "remove the tag, or mend the value"))
            return .string(text)
        }
    }

    mutating func checkTag(
        _ tag: String?, of collection: Event.Collection, _ event: Event
    ) throws(Diagnostics) {
        let standard =
            switch collection {
            case .sequence: "tag:yaml.org,2002:seq"
            case .mapping: "tag:yaml.org,2002:map"
            }
        guard let tag, tag != "!", tag != standard else { return }
        try add(unknownTag(tag, at: event.start))
    }

    func unknownTag(_ tag: String, at location: SourceLocation) -> Diagnostic {
        let standard = "tag:yaml.org,2002:"
        let written = tag.hasPrefix(standard) ? "!!" + tag.dropFirst(standard.count) : tag
        return .error(
            "the tag `\(brief(written))` means nothing here", at: location,
            hint: "text that starts with `!` must stand in quotes")
    }

    /// Refuses what escapes such as `\0` or `\x07` bring into quoted text.
    mutating func checkCharacters(of text: String, _ event: Event) throws(Diagnostics) {
        let control = text.unicodeScalars.first { scalar in
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x85: false
            case 0...0x1F, 0x7F...0x9F, 0xFFFE, 0xFFFF: true
            default: false
            }
        }
        guard let control else { return }
        try add(
            .error(
                "the text holds the control character \(code(of: control))", at: event.start,
                hint: "remove the escape that makes it"))
    }

    mutating func refuse(
        _ collection: Event.Collection, asKeyAt location: SourceLocation
    ) throws(Diagnostics) {
        if let braces = text.braces(around: location) {
            try add(
                .error(
                    "`{{` outside quotes starts a mapping, not a text", at: braces,
                    hint: SyntaxProblem.bracesHint))
            return
        }
        let noun = collection == .mapping ? "a mapping" : "a list"
        try add(
            .error(
                "a key must be a text, not \(noun)", at: location,
                hint: "text that starts with `[` or `{` must stand in quotes"))
    }

    mutating func count(_ nodes: Int, at location: SourceLocation) throws(Diagnostics) {
        nodeCount += nodes
        guard nodeCount > values else { return }
        try stop(
            .error(
                "the file holds more than \(values) values", at: location,
                hint: Limit.yamlValues.hint(
                    "aliases count as what they stand for; keep data in tables of their own")))
    }

    mutating func checkDepth(_ depth: Int, at location: SourceLocation) throws(Diagnostics) {
        guard depth > YAMLLimits.depth else { return }
        try stop(
            .error(
                "lists and mappings are nested more than \(YAMLLimits.depth) deep here",
                at: location,
                hint: "a deck needs fewer than ten levels"))
    }
}

extension Composer {
    mutating func add(_ finding: Diagnostic) throws(Diagnostics) {
        findings.append(finding)
        if findings.count >= YAMLLimits.findings { throw Diagnostics(findings) }
    }

    /// Adds libyaml's error, unless it is an echo of a finding in the same line.
    mutating func add(_ problem: SyntaxProblem) {
        let finding = problem.diagnostic(in: text)
        guard !findings.contains(where: { $0.location?.line == finding.location?.line }) else {
            return
        }
        findings.append(finding)
    }

    mutating func stop(_ finding: Diagnostic) throws(Diagnostics) {
        findings.append(finding)
        throw Diagnostics(findings)
    }
}
