import Diagnostics
import Graphics
import Scales
import Tables
import YAML

/// A text as it is written in a deck: words, `**strong words**`, `{{figures:format}}` and `[links](https://…)`.
struct Template: Hashable, Sendable {
    /// A stretch of a template.
    enum Part: Hashable, Sendable {
        /// Words as they stand.
        case words(String, Voice)
        /// A named figure with an optional format.
        case figure(Reference, Voice)
    }

    /// How a stretch is said.
    struct Voice: Hashable, Sendable {
        /// Whether it is stressed.
        var isStrong = false
        /// Where it leads; `nil` for nowhere.
        var link: LinkTarget?
    }

    /// A figure named in a text.
    struct Reference: Hashable, Sendable {
        /// The figure's name.
        var name: String
        /// How it is printed; `nil` for the figure's own way.
        var manner: Manner?
        /// Whether its sign is left out, for words that tell it.
        var isUnsigned = false
        /// Where it is named.
        var location: SourceLocation
    }

    /// How a figure is printed.
    enum Manner: Hashable, Sendable {
        /// A number, by d3-format.
        case number(NumberFormat)
        /// A period.
        case period(Period.NameStyle, isUpper: Bool)
        /// A word for its direction, as `creció`, `cayó` and `se mantuvo`.
        case direction(rise: String, fall: String, same: String)
    }

    private static let longest = 20_000

    /// The stretches in order.
    var parts: [Part]
    /// Where the text is written.
    var location: SourceLocation

    /// Reads a scalar; a list or mapping, an open placeholder or a wrong format is a finding.
    init?(reading node: Node, into reading: Reading) {
        guard let scalar = node.scalar else {
            reading.error("expected text, not \(node.noun)", at: node.location)
            return nil
        }
        location = node.location
        parts = []
        // No page holds so much, and to find each placeholder's place takes time that grows faster.
        guard scalar.text.utf8.count <= Self.longest else {
            reading.error(
                "a text has more than \(Self.longest) bytes", at: node.location, hint: "shorten it")
            return nil
        }
        var voice = Voice()
        var rest = scalar.text[...]
        var words = ""
        let offset = { (index: String.Index) in
            scalar.text.unicodeScalars.distance(from: scalar.text.startIndex, to: index)
        }
        while let first = rest.first {
            if rest.hasPrefix("**") {
                if !words.isEmpty { parts.append(.words(words, voice)) }
                words = ""
                voice.isStrong.toggle()
                rest = rest.dropFirst(2)
            } else if rest.hasPrefix("{{") {
                let place = node.location(ofTextAt: offset(rest.startIndex))
                guard let end = Template.end(of: rest),
                    !rest[rest.index(rest.startIndex, offsetBy: 2)..<end].contains("{")
                else {
                    reading.error("“{{” without “}}”", at: place, hint: "close it, as in {{name}}")
                    return nil
                }
                if !words.isEmpty { parts.append(.words(words, voice)) }
                words = ""
                let inside = rest[rest.index(rest.startIndex, offsetBy: 2)..<end]
                if let reference = Template.reference(inside, at: place, into: reading) {
                    parts.append(.figure(reference, voice))
                }
                rest = rest[rest.index(end, offsetBy: 2)...]
            } else if voice.link == nil, let address = Template.address(ofLinkAt: rest) {
                if !words.isEmpty { parts.append(.words(words, voice)) }
                words = ""
                voice.link = Template.target(
                    address, at: node.location(ofTextAt: offset(address.startIndex)), reading)
                // What leads to a wrong place is told, and read on as if it led somewhere.
                if voice.link == nil { voice.link = .web("") }
                rest = rest.dropFirst()
            } else if voice.link != nil, rest.hasPrefix("](") {
                if !words.isEmpty { parts.append(.words(words, voice)) }
                words = ""
                voice.link = nil
                rest = rest.drop { $0 != ")" }.dropFirst()
            } else {
                words.append(first)
                rest = rest.dropFirst()
            }
        }
        if !words.isEmpty { parts.append(.words(words, voice)) }
        if voice.isStrong {
            reading.error(
                "“**” without a second one", at: node.location,
                hint: "strong words stand in **pairs**")
        }
    }

    /// Where a link leads that begins here, as in `[words](https://example.mx)`; `nil` where none begins.
    private static func address(ofLinkAt rest: Substring) -> Substring? {
        guard rest.first == "[", let middle = rest.firstRange(of: "]("),
            !rest[rest.index(after: rest.startIndex)..<middle.lowerBound].contains("["),
            middle.lowerBound > rest.index(after: rest.startIndex),
            let end = rest[middle.upperBound...].firstIndex(of: ")")
        else { return nil }
        return rest[middle.upperBound..<end]
    }

    /// Where an address leads; a wrong one is a finding.
    private static func target(
        _ address: Substring, at location: SourceLocation, _ reading: Reading
    ) -> LinkTarget? {
        if address.hasPrefix("#"), address.count > 1 { return .page(String(address.dropFirst())) }
        let schemes = ["https://", "http://", "mailto:"]
        let isAddress = schemes.contains { address.hasPrefix($0) && address.count > $0.count }
        // RFC 3986, 2: letters, digits and these signs; anything else is written as %XX.
        let signs = Set("-._~:/?#[]@!$&'()*+,;=%".utf8)
        let isSound = address.utf8.allSatisfy { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                || signs.contains(byte)
        }
        if isAddress, isSound { return .web(String(address)) }
        reading.error(
            "a link does not lead to “\(address)”", at: location,
            hint: isAddress
                ? "addresses are of ASCII without blanks: write other letters as %XX"
                : "it leads to https://…, http://…, mailto:… or #slide")
        return nil
    }

    /// The index of the `}}` that ends a placeholder.
    private static func end(of text: Substring) -> String.Index? {
        var index = text.index(text.startIndex, offsetBy: 2)
        while index < text.endIndex {
            if text[index...].hasPrefix("}}") { return index }
            index = text.index(after: index)
        }
        return nil
    }

    private static func reference(
        _ inside: Substring, at location: SourceLocation, into reading: Reading
    ) -> Reference? {
        let words = inside.split(separator: "|", omittingEmptySubsequences: false).map(trimmed)
        let parts = inside.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        var name = words.count > 1 ? words[0] : trimmed(parts[0])
        let isUnsigned = name.hasPrefix("abs ")
        if isUnsigned { name = trimmed(name.dropFirst(4)) }
        guard !name.isEmpty else {
            reading.error("“{{}}” names no figure", at: location)
            return nil
        }
        var reference = Reference(name: name, isUnsigned: isUnsigned, location: location)
        if words.count > 1 {
            guard (3...4).contains(words.count), !isUnsigned,
                words.dropFirst().allSatisfy({ !$0.isEmpty })
            else {
                reading.error(
                    "a figure's direction has two words, or three with that for no change",
                    at: location, hint: "as in {{\(name)|creció|cayó|se mantuvo}}")
                return nil
            }
            reference.manner = .direction(
                rise: words[1], fall: words[2], same: words.count > 3 ? words[3] : words[1])
        } else if parts.count == 2 {
            guard let manner = manner(parts[1], at: location, into: reading) else { return nil }
            reference.manner = manner
        }
        return reference
    }

    /// `closing`, `closing upper`, or a number's format.
    private static func manner(
        _ text: Substring, at location: SourceLocation, into reading: Reading
    ) -> Manner? {
        let words = text.split(separator: " ")
        if let first = words.first, let style = Period.NameStyle(rawValue: String(first)),
            words.count == 1 || (words.count == 2 && words[1] == "upper")
        {
            return .period(style, isUpper: words.count == 2)
        }
        if words.last == "upper" {
            let styles = Period.NameStyle.allCases.map(\.rawValue).joined(separator: ", ")
            reading.error(
                "“\(text)” is not a way to write a period", at: location,
                hint: "the ways are \(styles), each with “upper” behind it if need be")
            return nil
        }
        return NumberFormat(reading: String(text), at: location, into: reading)
            .map { .number($0) }
    }
}

extension NumberFormat {
    /// Reads a d3-format specifier; a wrong one is a finding.
    init?(reading text: String, at location: SourceLocation, into reading: Reading) {
        do {
            try self.init(text)
        } catch {
            reading.error(
                "“\(text)” is not a number format: \(error.message)", at: location,
                hint: "formats are written as in d3-format: “,” “.1%” “,.2f” “+.1%”")
            return nil
        }
    }
}

/// A text without white space at its ends.
func trimmed(_ text: some StringProtocol) -> String {
    var rest = text[...]
    while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
    while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
    return String(rest)
}
