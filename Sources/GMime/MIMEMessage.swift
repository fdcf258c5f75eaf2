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
        guard let message = gmime.message_new(1) else { throw Self.failure }
        defer { g_object_unref(UnsafeMutableRawPointer(message)) }
        add([from], as: GMIME_ADDRESS_TYPE_FROM, to: message, gmime)
        add(to, as: GMIME_ADDRESS_TYPE_TO, to: message, gmime)
        add(copies, as: GMIME_ADDRESS_TYPE_CC, to: message, gmime)
        add(answers, as: GMIME_ADDRESS_TYPE_REPLY_TO, to: message, gmime)
        gmime.message_set_subject(message, subject, "utf-8")
        guard let date = g_date_time_new_from_unix_utc(gint64(unixTime)) else { throw Self.failure }
        defer { g_date_time_unref(date) }
        gmime.message_set_date(message, date)
        gmime.message_set_id(message, id)
        for field in fields {
            gmime.object_append_header(message, field.name, field.value, "utf-8")
        }
        var writer = PartWriter(gmime: gmime)
        guard let body = writer.object(of: body) else { throw Self.failure }
        defer { g_object_unref(UnsafeMutableRawPointer(body)) }
        gmime.message_set_body(message, body)
        return try Self.written(message, gmime)
    }

    private static let failure = Diagnostic.error(
        "the message cannot be written", kind: .internalFailure)

    private func requireSoundHeaders() throws(Diagnostic) {
        var texts = [("subject", subject), ("message's id", id)]
        texts += ([from] + to + copies + answers).map { ("name", $0.name) }
        texts += fields.flatMap { [("header's name", $0.name), ("header \($0.name)", $0.value)] }
        for (noun, text) in texts {
            if let flaw = HeaderValue.flaw(in: text) {
                throw .error("the \(noun) “\(text)” \(flaw)", kind: .usage)
            }
        }
    }

    private func add(
        _ mailboxes: [Mailbox], as kind: GMimeAddressType,
        to message: OpaquePointer, _ gmime: lamina_gmime
    ) {
        guard let list = gmime.message_addresses(message, kind) else { return }
        for mailbox in mailboxes {
            let name = mailbox.name.isEmpty ? nil : mailbox.name
            guard let address = gmime.mailbox_new(name, mailbox.address) else { continue }
            gmime.address_set_charset(address, "utf-8")
            _ = gmime.address_add(list, address)
            g_object_unref(UnsafeMutableRawPointer(address))
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
