import CGMime
public import Diagnostics

/// Who sends or gets a mail: `Name <user@host>`.
public struct Mailbox: Hashable, Sendable {
    /// What the person is called; empty where that is not said.
    public let name: String
    /// `user@host` in ASCII; hosts with other letters are written as DNS knows them (RFC 5890).
    public let address: String

    /// The part of the address behind `@`.
    public var host: String {
        String(address[(address.lastIndex(of: "@") ?? address.startIndex)...].dropFirst())
    }

    /// Reads a list as it stands in a header, `internet_address_list_parse`: `Ana <a@x.mx>, b@y.mx`.
    ///
    /// - Throws: a `Diagnostic` of kind `.usage` where it is not a list of addresses, or holds what no mail
    ///   server of today surely takes: groups, and letters beyond ASCII before the `@`.
    public static func list(_ text: String) throws(Diagnostic) -> [Mailbox] {
        if let flaw = HeaderValue.flaw(in: text) {
            throw .error("the address “\(text)” \(flaw)", kind: .usage)
        }
        // Codes would be read as what they stand for.
        guard !text.contains("=?"), !text.contains("{{") else {
            throw .error(
                "“\(text)” is not an address", kind: .usage,
                hint: "write the name as it reads, without codes and {{values}}")
        }
        let gmime = try Library.functions()
        let options = gmime.parser_options_new()
        defer { gmime.parser_options_free(options) }
        gmime.set_address_compliance(options, GMIME_RFC_COMPLIANCE_STRICT)
        guard let list = gmime.parse_addresses(options, text) else {
            throw .error("“\(text)” is not an address", kind: .usage, hint: Self.example)
        }
        defer { g_object_unref(UnsafeMutableRawPointer(list)) }
        let count = Int(gmime.address_count(list))
        guard count <= mostInList else {
            throw .error("a list of \(count) addresses is too long", kind: .usage)
        }
        var mailboxes: [Mailbox] = []
        var written: [String] = []
        for index in 0..<count {
            let (mailbox, parts) = try mailbox(
                gmime, gmime.address_at(list, Int32(index)), of: text)
            mailboxes.append(mailbox)
            written += parts
        }
        guard !mailboxes.isEmpty, isAll(written, of: text, count: count) else {
            throw .error("“\(text)” is not a list of addresses", kind: .usage, hint: Self.example)
        }
        return mailboxes
    }

    /// More is the business of a mail server's lists.
    private static let mostInList = 1000
    /// Letters of a name that mail programs show.
    private static let longestName = 128

    /// Whether nothing but signs between addresses is left of a text without its names and addresses: what the parser
    /// cannot read it skips.
    private static func isAll(_ parts: [String], of text: String, count: Int) -> Bool {
        // Within quotes a backslash stands before signs.
        let isQuoted = text.contains("\"")
        let spaced = { (text: String) in
            (isQuoted ? text.replacing("\\", with: "") : text).split(whereSeparator: \.isWhitespace)
                .joined(separator: " ")
        }
        var rest = spaced(text)[...]
        var between = ""
        for part in parts.map(spaced) where !part.isEmpty {
            guard let place = rest.firstRange(of: part) else { return false }
            between += rest[..<place.lowerBound]
            rest = rest[place.upperBound...]
        }
        between += rest
        return between.allSatisfy { " ,<>\"".contains($0) }
            && between.count { $0 == "," } == count - 1
    }

    private static let example = "write Ana López <ana@example.mx>, with commas between several"

    private static func mailbox(
        _ gmime: lamina_gmime, _ address: OpaquePointer?, of text: String
    ) throws(Diagnostic) -> (mailbox: Mailbox, parts: [String]) {
        var table = gmime
        guard let address, let mailbox = lamina_gmime_mailbox(&table, address) else {
            throw .error("“\(text)” has a group of addresses", kind: .usage, hint: example)
        }
        let written = gmime.mailbox_address(mailbox).map { String(cString: $0) } ?? ""
        let parts = written.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, isAtoms(parts[0]) else {
            let isForeign = parts.count == 2 && parts[0].utf8.contains { $0 >= 0x80 }
            throw .error(
                "“\(written.isEmpty ? text : written)” is not an address that every server takes",
                kind: .usage,
                hint: isForeign
                    ? "before the @ stand letters without accents, digits and signs" : example)
        }
        let known = gmime.mailbox_idn_address(mailbox).map { String(cString: $0) } ?? ""
        let host = known.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        guard isHost(host) else {
            throw .error("“\(parts[1])” is not the name of a host", kind: .usage, hint: example)
        }
        let name = gmime.address_name(address).map { String(cString: $0) } ?? ""
        if let flaw = HeaderValue.flaw(in: name) {
            throw .error("the name “\(name)” \(flaw)", kind: .usage)
        }
        guard name.count <= longestName, written.utf8.count <= longestAddress else {
            throw .error(
                "the address “\(name.prefix(40))… <\(written.prefix(40))…>” is too long",
                kind: .usage)
        }
        return (Mailbox(name: name, address: "\(parts[0])@\(host)"), [name, written])
    }

    /// RFC 5321, 4.5.3.1.3, less the brackets.
    private static let longestAddress = 254

    /// Whether a text is a `dot-atom` (RFC 5322, 3.2.3) of at most 64 letters (RFC 5321, 4.5.3.1.1).
    private static func isAtoms(_ text: Substring) -> Bool {
        let signs = Set("!#$%&'*+-/=?^_`{|}~".utf8)
        let atoms = text.split(separator: ".", omittingEmptySubsequences: false)
        return text.utf8.count <= 64
            && atoms.allSatisfy { atom in
                !atom.isEmpty && atom.utf8.allSatisfy { isLetterOrDigit($0) || signs.contains($0) }
            }
    }

    /// Whether a text is a host's name (RFC 1123, 2.1): labels of letters, digits and hyphens.
    private static func isHost(_ text: Substring) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return text.utf8.count <= 253
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && label.utf8.first != UInt8(ascii: "-")
                    && label.utf8.last != UInt8(ascii: "-")
                    && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
            }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
}
