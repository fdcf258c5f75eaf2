import Diagnostics
import Testing

@testable import GMime

private let ana = Mailbox(name: "Ana López", address: "ana@example.mx")
private let jose = Mailbox(name: "", address: "jose@example.mx")

private func message(
    subject: String = "Producción", body: MIMEPart = .text("¡Hola!\n", subtype: "plain")
) -> MIMEMessage {
    MIMEMessage(
        from: ana, to: [jose, ana], subject: subject, unixTime: 1_719_705_600, id: "1@example.mx",
        body: body)
}

private func lines(_ message: MIMEMessage) throws -> [String] {
    String(decoding: try message.bytes(), as: UTF8.self).replacing("\r\n", with: "\n")
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
}

/// A message with a part of each kind.
private let whole = message(
    body: .multipart(
        subtype: "mixed", root: nil,
        [
            .multipart(
                subtype: "related", root: "text/html",
                [
                    .text("<p>á=b</p>\n", subtype: "html"),
                    .data(
                        [UInt8](0...255), type: "image/png", name: "a.png", disposition: .inline,
                        id: "7@example.mx"),
                ]),
            .data(
                [1, 2, 3], type: "application/pdf", name: "año.pdf", disposition: .attachment,
                id: nil),
        ]))

@Test func headersSayWhoWhatAndWhen() throws {
    let lines = try lines(message())
    for line in [
        "From: Ana =?UTF-8?b?TMOzcGV6?= <ana@example.mx>",
        "Date: Sun, 30 Jun 2024 00:00:00 +0000", "Message-Id: <1@example.mx>", "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable",
        "=C2=A1Hola!",
    ] {
        #expect(lines.contains(line), "\(line) in \(lines)")
    }
    #expect(lines.contains { $0.hasPrefix("To: jose@example.mx, Ana =?") })
}

@Test func linesAreShortAsciiAndEndWithBoth() throws {
    let long = String(repeating: "Exportación de vehículos ligeros 🚗 a Estados Unidos. ", count: 30)
    var all = whole
    all.subject = String(long.prefix(250))
    all.body = .multipart(
        subtype: "alternative", root: nil, [.text(long + long, subtype: "plain"), whole.body])
    let bytes = try all.bytes()
    #expect(bytes.allSatisfy { $0 < 0x80 && $0 != 0 })
    let text = String(decoding: bytes, as: UTF8.self)
    let feeds = text.unicodeScalars.count { $0 == "\n" }
    #expect(feeds > 20 && text.replacing("\r\n", with: "").allSatisfy { $0 != "\r" && $0 != "\n" })
    #expect(try lines(all).allSatisfy { $0.utf8.count <= 78 })
}

@Test func partsSayWhatTheyAre() throws {
    let lines = try lines(whole)
    for line in [
        "Content-Type: multipart/mixed; boundary=\"=_lamina-1\"",
        "Content-Type: multipart/related; boundary=\"=_lamina-2\"; type=\"text/html\"",
        "<p>=C3=A1=3Db</p>", "Content-Id: <7@example.mx>",
        "Content-Disposition: inline; filename=a.png", "AQID",
        "Content-Disposition: attachment; filename*=iso-8859-1''a%F1o.pdf", "--=_lamina-1--",
    ] {
        #expect(lines.contains(line), "\(line) in \(lines)")
    }
}

@Test func theSameMessageHasTheSameBytes() throws {
    let bytes = try whole.bytes()
    for _ in 0..<20 { #expect(try whole.bytes() == bytes) }
}

@Test func furtherHeadersAreKept() throws {
    var listed = message()
    listed.copies = [jose]
    listed.answers = [ana]
    listed.fields = [.init("List-Id", "<cifras.example.mx>")]
    let lines = try lines(listed)
    #expect(lines.contains("Cc: jose@example.mx") && lines.contains("List-Id: <cifras.example.mx>"))
    #expect(lines.contains { $0.hasPrefix("Reply-To: Ana") })
}

@Test(arguments: [
    "a\nBcc: x@y.mx", "a\rb", "a\r\n b", "a\u{0}b", "a\u{1B}[1m", "a\u{2028}b", "\u{85}",
])
func headersDoNotBreak(text: String) {
    #expect(throws: Diagnostic.self) { try message(subject: text).bytes() }
    var other = message()
    other.fields = [.init("X-Note", text)]
    #expect(throws: Diagnostic.self) { try other.bytes() }
    other.fields = []
    other.to = [Mailbox(name: text, address: "x@y.mx")]
    #expect(throws: Diagnostic.self) { try other.bytes() }
}
