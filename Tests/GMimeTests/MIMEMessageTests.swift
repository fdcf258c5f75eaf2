import Diagnostics
import TestSupport
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
        "From: =?UTF-8?B?QW5hIEzDs3Bleg==?= <ana@example.mx>",
        "Date: Sun, 30 Jun 2024 00:00:00 +0000", "Message-ID: <1@example.mx>", "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable",
        "=C2=A1Hola!",
    ] {
        #expect(lines.contains(line), "\(line) in \(lines)")
    }
    #expect(lines.contains { $0.hasPrefix("To: jose@example.mx, =?UTF-8?B?") })
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
    #expect(lines.contains { $0.hasPrefix("Reply-To: =?UTF-8?B?") })
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

/// What Python's strict parser makes of a message: its subject, and the names of those who get it.
private func decoded(_ message: MIMEMessage) throws -> String {
    let program = """
        import email, email.policy, sys
        data = open(sys.argv[1], "rb").read()
        mail = email.message_from_bytes(data, policy=email.policy.default.clone(raise_on_defect=True))
        names = [a.display_name for a in mail["To"].addresses]
        sys.stdout.buffer.write("\\n".join([str(mail["Subject"]), *names]).encode())
        """
    return try withTemporaryFile(message.bytes()) { path in
        let (output, succeeded) = Tool("python3").run("-c", program, path)
        #expect(succeeded, "\(output)")
        return output
    }
}

@Test(
    .enabled(if: Tool("python3").isInstalled),
    arguments: [
        "", "a", "Producción", "=?UTF-8?B?QUJD?=", "x é =?a?b?c?= z", "two  spaces", " edges ",
        "a, b; (c) <d> \\ @", "👩‍👧 y más", "a@b.mx",
    ])
func wordsComeBackAsTheyWent(text: String) throws {
    for words in [text, String(repeating: text, count: 200 / max(1, text.count))] {
        var sent = message(subject: words.isEmpty ? "x" : words)
        // Between encoded words of a name Python 3.11 leaves the blank in, against RFC 2047, 6.2.
        let name = words.utf8.count > 39 ? "Ana" : words
        sent.to = [Mailbox(name: name, address: "a@b.mx")]
        let found = try decoded(sent)
        #expect(found == "\(sent.subject)\n\(name)")
        let lines = try lines(sent)
        #expect(lines.allSatisfy { $0.utf8.count <= 78 }, "\(lines)")
        for word in lines.joined(separator: " ").split(separator: " ")
        where word.hasPrefix("=?") && word.hasSuffix("?=") {
            #expect(word.utf8.count <= 75)
        }
    }
}

@Test func longAddressesOfListsAreNotEncoded() throws {
    var listed = message()
    let address = "https://x.mx/" + String(repeating: "y", count: 100)
    listed.fields = [.init("List-Unsubscribe", "<\(address)>")]
    let lines = try lines(listed)
    let place = try #require(lines.firstIndex { $0.hasPrefix("List-Unsubscribe:") })
    #expect(lines[place] == "List-Unsubscribe:" && lines[place + 1] == " <\(address)>")
}

@Test func namesOfFilesDoNotBreakHeaders() {
    for name in ["a\nX-Evil: 1.pdf", "a\r.pdf", "a\u{1}.pdf", "a\u{7F}"] {
        let part = MIMEPart.data(
            [1], type: "a/b", name: name, disposition: .attachment, id: nil)
        #expect(throws: Diagnostic.self) { try message(body: part).bytes() }
    }
}
