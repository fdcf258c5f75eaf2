import Deck
import Diagnostics
import Files
import GMime
import Graphics
import Rendering
import TestSupport
import Testing

@testable import Publishing

private func small() throws -> Deck {
    try Deck.load(
        from: SourceFolder(path: "\(repositoryRoot)/Tests/Fixtures/small"),
        resources: try Resources(path: repositoryRoot))
}

private func job(_ mail: Mail, attachesDocument: Bool = false) throws -> MailJob {
    let resources = try Resources(path: repositoryRoot)
    return MailJob(
        deck: try small(), mail: mail,
        from: try Mailbox.list("House <a@house.mx>")[0], to: try Mailbox.list("b@x.mx, c@x.mx"),
        attachesDocument: attachesDocument,
        date: try #require(DocumentDate(year: 2024, month: 3, day: 31)),
        fonts: try FontSet(files: try resources.fontFiles()), threads: 2)
}

private func mail(_ parts: [Mail.Part]) -> Mail {
    var mail = Mail()
    mail.subject = "Ventas <2024> & más"
    mail.parts = parts
    return mail
}

private let bars = Mail.Part.picture(Mail.Picture(.figure("lines"), heading: "Barras"))

@Test func aMailHoldsTheSameInTwoForms() throws {
    var content = mail([.paragraph([.init("Uno "), .init("dos", isStrong: true)]), bars])
    content.preheader = "Antes"
    content.foot = [.init("Al pie")]
    content.list = ("ventas.house.mx", "https://house.mx/leave")
    let (finished, findings) = try job(content).run()
    #expect(findings.all.isEmpty)
    for part in [
        "<title>Ventas &lt;2024&gt; &amp; más</title>", "Uno <strong>dos</strong>", "Antes",
        "Barras</h2>", "width=\"552\"", "height=\"311\"", "Al pie",
        "href=\"https://house.mx/leave\"",
    ] {
        #expect(finished.html.contains(part), "\(part)")
    }
    let picture = try #require(finished.pictures.first)
    #expect(finished.html.contains("src=\"cid:\(picture.id)\""))
    #expect(picture.id.hasSuffix("@house.mx") && picture.name == "lines.png")
    for part in [
        "Uno dos", "Barras\n------", picture.alternative, "Al pie", "https://house.mx/leave",
    ] {
        #expect(finished.text.contains(part), "\(part)")
    }
    let message = String(decoding: finished.bytes, as: UTF8.self)
    for part in [
        "multipart/alternative", "multipart/related", "Content-Id: <\(picture.id)>",
        "Auto-Submitted: auto-generated", "List-Id: <ventas.house.mx>",
        "List-Unsubscribe: <https://house.mx/leave>", "Date: Sun, 31 Mar 2024 00:00:00 +0000",
    ] {
        #expect(message.contains(part), "\(part)")
    }
    #expect(!message.contains("multipart/mixed"))
}

@Test func picturesAreOfTwiceTheDensityAndSaySo() throws {
    let picture = try #require(try job(mail([bars])).run().mail.pictures.first)
    let bytes = picture.bytes
    let number = { (place: Int) in bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
    #expect(number(16) == 1104 && number(20) == 622)
    // pHYs: 7559 pixels a metre are 192 an inch.
    let density = bytes.indices.first { bytes[$0...].starts(with: Array("pHYs".utf8)) }
    #expect(density.map { number($0 + 4) } == 7559)
}

@Test func aPageIsAPictureAndWarns() throws {
    let page = Mail.Part.picture(Mail.Picture(.page("charts")))
    let (finished, findings) = try job(mail([page])).run()
    #expect(finished.pictures.map(\.width) == [552])
    #expect(findings.all.contains { $0.severity == .warning && $0.message.contains("px high") })
    #expect(!findings.hasErrors)
}

@Test func aFigureTooSmallToReadIsAnError() throws {
    let folder = "/tmp/lamina-mail-\(UInt64.random(in: 0...UInt64.max))"
    defer { _ = Tool("rm").run("-r", folder) }
    try createFolder(folder)
    let deck = """
        title: T
        language: en-US
        period: 2024
        tables: { t: t.csv }
        slides:
          - id: only
            title: A
            body: { id: c, chart: { mark: bar, data: "SELECT 'a' AS k, 1 AS v UNION SELECT 'b', 2", x: v, y: k } }
        mail: { parts: [{ figure: c, zoom: 0.5 }] }

        """
    try writeAtomically([
        ("\(folder)/deck.yaml", Array(deck.utf8)), ("\(folder)/t.csv", Array("k\na\n".utf8)),
    ])
    let loaded = try Deck.load(
        from: SourceFolder(path: folder), resources: try Resources(path: repositoryRoot))
    var job = try job(try #require(loaded.mail))
    job.deck = loaded
    let found = #expect(throws: Diagnostics.self) { try job.run() }
    #expect(
        found?.all.contains { $0.message.contains("px high") && $0.location?.line == 9 } == true)
}

@Test func theSameMailHasTheSameBytes() throws {
    let bytes = try job(mail([bars, bars]), attachesDocument: true).run().mail.bytes
    #expect(try job(mail([bars, bars]), attachesDocument: true).run().mail.bytes == bytes)
}

@Test func twoPicturesOfABlockHaveNamesAndIdsOfTheirOwn() throws {
    let pictures = try job(mail([bars, bars])).run().mail.pictures
    #expect(pictures.map(\.name) == ["lines.png", "lines-2.png"])
    #expect(Set(pictures.map(\.id)).count == 2)
}

@Test func theIdFollowsEditionSubjectAndPeople() throws {
    func id(_ job: MailJob) throws -> Substring {
        let text = String(decoding: try job.run().mail.bytes, as: UTF8.self)
        let start = try #require(text.firstRange(of: "Message-ID: "))
        return text[start.upperBound...].prefix { $0 != ">" }
    }
    let content = mail([.paragraph([.init("A")])])
    let first = try id(try job(content))
    #expect(try id(try job(mail([.paragraph([.init("B")])]))) == first)
    var other = try job(content)
    other.to = try Mailbox.list("d@x.mx")
    #expect(try id(other) != first)
    var renamed = content
    renamed.subject = "Corrección"
    #expect(try id(try job(renamed)) != first)
}

@Test(arguments: ["a\nBcc: x@y.mx", "a\rb", "a\u{0}", ""])
func aSubjectThatIsNoneIsRefused(subject: String) throws {
    // An empty argument stands for one that nobody reads.
    let subject = subject.isEmpty ? String(repeating: "a", count: 251) : subject
    var content = mail([.paragraph([.init("A")])])
    content.subject = subject
    #expect(throws: Diagnostics.self) { try job(content).run() }
}

@Test(arguments: [
    ("nolist", "https://x.mx"), ("a b.mx", "https://x.mx"), ("a.b", "http://x.mx"),
    ("a.b", "https://x.mx>\r\nBcc: y@z.mx"), ("a.b>", "mailto:x@y.mx"), ("a.b", "javascript:x"),
])
func aListThatIsNoneIsRefused(id: String, unsubscribe: String) throws {
    var content = mail([.paragraph([.init("A")])])
    content.list = (id, unsubscribe)
    #expect(throws: Diagnostics.self) { try job(content).run() }
}

@Test func aDocumentGoesWithIt() throws {
    let bytes = try job(mail([bars]), attachesDocument: true).run().mail.bytes
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("multipart/mixed") && text.contains("filename="))
    // `%PDF-1.7` in base64.
    #expect(text.contains("\r\n\r\nJVBERi0xLj"))
}

@Test func previewsCallPicturesByTheirFiles() throws {
    let files = try job(mail([bars])).run().mail.preview
    #expect(files.map(\.name) == ["mail.html", "mail.txt", "lines.png"])
    let html = String(decoding: files[0].bytes, as: UTF8.self)
    #expect(html.contains("src=\"lines.png\"") && !html.contains("cid:"))
}

@Test func theDocumentIsCalledAsTheDeckIs() throws {
    let job = try job(mail([.paragraph([.init("A")])]), attachesDocument: true)
    let title = job.deck.title
    let text = String(decoding: try job.run().mail.bytes, as: UTF8.self)
    let first = title.split { !$0.isLetter && !$0.isNumber }.first.map(String.init) ?? ""
    #expect(text.contains("filename=") && text.contains(first) && text.contains(".pdf"))
}

@Test func sectionsWithinSectionsEndSomewhere() throws {
    var content = mail(Array(repeating: .paragraph([.init("A")]), count: 5))
    let nested =
        String(repeating: "{{#parts}}", count: 20) + "x"
        + String(repeating: "{{/parts}}", count: 20)
    content.template = Mail.TemplateFile(path: "t.html", bytes: Array(nested.utf8))
    let found = #expect(throws: Diagnostic.self) { try job(content).run() }
    #expect(found?.message.contains("sections without end") == true)
}

@Test func aTemplateThatSaysNothingIsAnError() throws {
    var content = mail([.paragraph([.init("A")])])
    for (text, finding) in [
        ("", "the HTML says nothing"), ("<title>a</title><p> </p>", "says nothing"),
    ] {
        content.template = Mail.TemplateFile(path: "t.html", bytes: Array(text.utf8))
        let found = #expect(throws: Diagnostics.self) { try job(content).run() }
        #expect(found?.all.contains { $0.message.contains(finding) } == true)
    }
    content.template = Mail.TemplateFile(
        path: "t.html", bytes: [0x61, 0x0A, 0xFF, 0x61, 0x61, 0x61, 0x61, 0x61])
    let broken = #expect(throws: Diagnostic.self) { try job(content).run() }
    #expect(broken?.location?.line == 2)
}

@Test func controlCharactersStayOutOfTheHTML() throws {
    let finished = try job(mail([.paragraph([.init("a\u{1}b\u{7F}c")])])).run().mail
    #expect(finished.html.contains("a b c"))
}

@Test func signsOfHTMLAreEscapedWhateverStandsOnThem() throws {
    let words = "a<\u{338}b>\u{301} &\u{301}amp; \"\u{301}"
    var content = mail([.paragraph([.init(words)]), .heading([.init(words, isStrong: true)])])
    content.foot = [.init(words, address: "https://x.mx/?a=1&b=2")]
    let html = try job(content).run().mail.html
    #expect(html.contains("a&lt;\u{338}b&gt;\u{301} &amp;\u{301}amp; &quot;\u{301}"))
    #expect(!html.contains("a<\u{338}") && html.contains("?a=1&amp;b=2"))
}
