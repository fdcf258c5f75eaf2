import CGMime
public import Diagnostics

// The room of mail messages. It promises:
// - a message is a plain value, and becomes the same bytes whenever and wherever it is written;
// - lines end with CR LF, hold at most 76 characters, and nothing but ASCII;
// - the library is opened at the first message or address; nothing is sent.

/// A message as the internet carries it (RFC 5322).
public struct MIMEMessage: Hashable, Sendable {
    /// A further header: a name, and words in ASCII.
    public struct Field: Hashable, Sendable {
        /// The name, as `List-Id`.
        public let name: String
        /// What stands behind it.
        public let value: String

        /// A header, part by part.
        public init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
    }

    /// Who wrote it.
    public var from: Mailbox
    /// Who gets it.
    public var to: [Mailbox]
    /// Who gets it besides.
    public var copies: [Mailbox] = []
    /// Who gets answers; empty for `from`.
    public var answers: [Mailbox] = []
    /// What it is about, in any script.
    public var subject: String
    /// Its date, in seconds since 1970, UTC.
    public var unixTime: Int
    /// What tells it from all others, as `name@host`.
    public var id: String
    /// Further headers in their order.
    public var fields: [Field] = []
    /// What it says.
    public var body: MIMEPart

    /// A message, part by part.
    public init(
        from: Mailbox, to: [Mailbox], subject: String, unixTime: Int, id: String, body: MIMEPart
    ) {
        self.from = from
        self.to = to
        self.subject = subject
        self.unixTime = unixTime
        self.id = id
        self.body = body
    }

    /// The message's bytes, `g_mime_object_write_to_stream`.
    ///
    /// - Throws: a `Diagnostic` of kind `.usage` for a header with line breaks, control characters or zero bytes,
    ///   of kind `.unavailable` without the library.
    public func bytes() throws(Diagnostic) -> [UInt8] {
        try requireSoundHeaders()
        let gmime = try Library.functions()
        guard let message = gmime.message_new(0) else { throw Self.failure }
        defer { g_object_unref(UnsafeMutableRawPointer(message)) }
        guard let date = g_date_time_new_from_unix_utc(gint64(unixTime)) else { throw Self.failure }
        defer { g_date_time_unref(date) }
        gmime.message_set_date(message, date)
        for header in headers {
            // The value for whoever asks the object, and as it is written.
            gmime.object_append_header(message, header.name, "x", "utf-8")
            let list = gmime.object_headers(message)
            guard let made = gmime.headers_find(list, header.name) else { throw Self.failure }
            gmime.header_set_raw(made, HeaderText.lines(header.parts, behind: header.name))
        }
        var writer = PartWriter(gmime: gmime)
        guard let body = writer.object(of: body) else { throw Self.failure }
        defer { g_object_unref(UnsafeMutableRawPointer(body)) }
        gmime.message_set_body(message, body)
        return try Self.written(message, gmime)
    }

    private static let failure = Diagnostic.error(
        "the message cannot be written", kind: .internalFailure)

    /// All headers but the date and those of the body, each as parts between which a line may break.
    private var headers: [(name: String, parts: [String])] {
        func people(_ mailboxes: [Mailbox]) -> [String] {
            mailboxes.enumerated().flatMap { index, mailbox -> [String] in
                let name = HeaderText.parts(ofName: mailbox.name)
                let address = mailbox.name.isEmpty ? mailbox.address : "<\(mailbox.address)>"
                return name + [address + (index < mailboxes.count - 1 ? "," : "")]
            }
        }
        let all: [(String, [String])] =
            [
                ("From", people([from])), ("To", people(to)), ("Cc", people(copies)),
                ("Reply-To", people(answers)), ("Subject", HeaderText.parts(of: subject)),
                ("Message-ID", ["<\(id)>"]),
            ] + fields.map { ($0.name, [$0.value]) }
        return all.filter { !$0.1.isEmpty }
    }

    private func requireSoundHeaders() throws(Diagnostic) {
        var texts = [("subject", subject), ("message's id", id)]
        texts += ([from] + to + copies + answers).flatMap {
            [("name", $0.name), ("address", $0.address)]
        }
        texts += fields.flatMap { [("header's name", $0.name), ("header \($0.name)", $0.value)] }
        texts += body.names.map { ("file's name", $0) }
        for (noun, text) in texts {
            if let flaw = HeaderValue.flaw(in: text) {
                throw .error("the \(noun) “\(text)” \(flaw)", kind: .usage)
            }
        }
        // Further headers are written as they are.
        for field in fields where !field.value.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
            throw .error("the header \(field.name) is not of ASCII", kind: .usage)
        }
    }

    private static func written(
        _ message: OpaquePointer, _ gmime: lamina_gmime
    ) throws(Diagnostic) -> [UInt8] {
        guard let format = gmime.format_new(), let stream = gmime.stream_new() else {
            throw failure
        }
        defer {
            gmime.format_free(format)
            g_object_unref(UnsafeMutableRawPointer(stream))
        }
        gmime.format_set_newline(format, GMIME_NEWLINE_FORMAT_DOS)
        gmime.format_set_parameters(format, GMIME_PARAM_ENCODING_METHOD_RFC2231)
        let count = gmime.object_write(message, format, stream)
        guard count > 0, let array = gmime.stream_bytes(stream), let start = array.pointee.data
        else { throw failure }
        return Array(UnsafeBufferPointer(start: start, count: Int(array.pointee.len)))
    }
}
