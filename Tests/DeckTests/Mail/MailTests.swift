import Charts
import Diagnostics
import Graphics
import Testing

@testable import Deck

/// A deck of one chart with a mail.
private func deck(_ mail: String, slide: String = "") -> String {
    let body =
        "{ id: chart, heading: Cars, chart: { mark: bar, data: SELECT k\\, v FROM t, x: v, y: k } }"
        .replacing("\\,", with: ",")
        .replacing("SELECT k, v FROM t", with: "\"SELECT k, v FROM t\"")
    return deckFile(
        body: body, slide: slide, values: "  total: SELECT sum(v) FROM t",
        tables: "  t: { file: t.csv, columns: { v: integer } }") + "mail:\n" + mail
}

private let files = ["t.csv": "k,v\na,1200\nb,300\n"]

private func mail(_ text: String) throws -> Mail {
    let deck = try TestDeck(deck(text), files: files)
    return try #require(try deck.load().mail)
}

@Test func aMailIsAnsweredAsPagesAre() throws {
    let mail = try mail(
        """
          subject: "{{total:,}} cars"
          preheader: In {{period}}
          title: A **good** year
          from: House <a@b.mx>
          to: [c@d.mx]
          list-id: cars.b.mx
          unsubscribe: https://b.mx/leave
          foot: The end
          parts:
            - heading: Numbers
            - paragraph: We made **{{total:,}}**.
            - numbers: [{ value: "{{total}}", label: cars }]
            - { figure: chart, text: Below, source: From us, height: 240, zoom: 1.5, width: 480 }
            - { figure: chart, heading: Other }
            - page: only
        """)
    #expect(
        mail.subject == "1,500 cars" && mail.preheader.hasPrefix("In ")
            && mail.preheader.hasSuffix("2024"))
    #expect(mail.title == [.init("A "), .init("good", isStrong: true), .init(" year")])
    #expect(mail.from == "House <a@b.mx>" && mail.to == ["c@d.mx"])
    #expect(mail.list?.id == "cars.b.mx" && mail.list?.unsubscribe == "https://b.mx/leave")
    #expect(mail.parts.count == 6 && mail.parts[0] == .heading([.init("Numbers")]))
    #expect(
        mail.parts[1]
            == .paragraph([.init("We made "), .init("1,500", isStrong: true), .init(".")]))
    guard case .numbers(let numbers) = mail.parts[2], case .picture(let first) = mail.parts[3],
        case .picture(let second) = mail.parts[4], case .picture(let page) = mail.parts[5]
    else {
        Issue.record("the parts are of other kinds")
        return
    }
    #expect(numbers.map(\.value) == ["1,500"] || numbers.map(\.value) == ["1500"])
    #expect(first.heading == [.init("Cars")] && first.text == [.init("Below")])
    #expect(first.setting.size.width == 320 && first.setting.size.height == 160)
    #expect(second.heading == [.init("Other")] && second.height == nil)
    #expect(page.subject == .page("only") && page.heading.isEmpty)
}

@Test(arguments: [
    ("  parts: []", "“parts” needs at least one item"),
    ("  subject: A", "a mail needs a key “parts”"),
    ("  parts: [{ paragraph: A, heading: B }]", "is one thing, not heading and paragraph"),
    ("  parts: [{ text: A }]", "a part of a mail says what it is"),
    ("  parts: [{ figure: chat }]", "the deck has no block “chat”\n  hint: did you mean “chart”?"),
    ("  parts: [{ page: one }]", "the deck has no slide “one”"),
    ("  parts: [{ page: only, zoom: 1 }]", "a page stays as it is, and has no “zoom”"),
    ("  parts: [{ figure: chart, width: 900 }]", "“width” is from 100.0 to 552.0"),
    ("  parts: [{ figure: chart, size: 3 }]", "has no key “size”"),
    ("  parts: [{ numbers: [{ value: 1 }] }]", "a number of a mail needs a key “label”"),
    ("  parts: [{ paragraph: \"{{totl}}\" }]", "“totl”"),
    ("  parts: [{ paragraph: A }]\n  list-id: a.b", "“list-id” and “unsubscribe”, or neither"),
    ("  parts: [{ paragraph: A }]\n  subject: \"  \"", "the text is empty"),
    ("  parts: [{ paragraph: A }]\n  to: [[a]]", "an address is text"),
    ("  parts: [{ paragraph: A }]\n  template: none.html", "does not exist"),
    ("  parts: [{ paragraph: A }]\n  template: ../x.html", "leads out of the folder"),
    ("  - a", "a mail is a mapping"),
])
func aWrongMailIsToldWithItsPlace(text: String, finding: String) throws {
    let found = try findings(deck(text), files: files)
    #expect(found.contains { $0.contains(finding) && $0.hasPrefix("deck.yaml:") }, "\(found)")
}

@Test func aSlideMayBeCalledMail() throws {
    let deck = deckFile(body: "{ rule: true }").replacing("id: only", with: "id: mail")
    #expect(try findings(deck + "mail: { parts: [{ paragraph: A }] }\n").isEmpty)
}

@Test(arguments: [
    "paragraph: \"  \"", "heading: \"\"", "numbers: [{ value: \"\", label: a }]",
    "numbers: [{ value: a, label: \" \" }]", "{ figure: chart, text: \"\" }", "paragraph:",
])
func emptyPartsAreErrors(part: String) throws {
    let part = part.hasPrefix("{") ? part : "{ \(part) }"
    let found = try findings(deck("  parts: [\(part)]"), files: files)
    #expect(
        found.contains { $0.contains("is empty") || $0.contains("says what it is") }, "\(found)")
}

@Test func mailsHaveTheirLengths() throws {
    let long = String(repeating: "word ", count: 2001)
    #expect(
        try findings(deck("  parts: [{ paragraph: \(long) }]"), files: files).contains {
            $0.contains("more than 10000 bytes")
        })
    let parts = Array(repeating: "{ paragraph: A }", count: 201).joined(separator: ", ")
    #expect(
        try findings(deck("  parts: [\(parts)]"), files: files).contains {
            $0.contains("201 parts")
        })
    let longer = String(repeating: "word ", count: 4001)
    #expect(
        try findings(deckFile(body: "{ text: \(longer) }")).contains {
            $0.contains("more than 20000 bytes")
        })
}

@Test func figuresInAMailAreNotedAndLinted() throws {
    let deck = try TestDeck(
        deck("  parts: [{ paragraph: \"{{total}} of 1700\" }]"), files: files
    ).load()
    #expect(deck.lineage.figures.contains { $0.page == "(mail)" && $0.name == "total" })
    #expect(deck.lints.all.contains { $0.message.contains("1700") })
}

@Test func aMailSaysWhatItsMarksMean() throws {
    let text = """
          parts:
            - paragraph: "**{{total}}** and **a [link](https://x.mx) and [page](#only)**"
            - numbers: [{ value: "{{total}}", label: cars, change: "{{total}} more" }]
            - { figure: chart, labels: none }
        """
    let plain = try mail(text)
    #expect(plain.note.isEmpty)
    let derived = deck(text).replacing(
        "total: SELECT sum(v) FROM t", with: "total: SELECT sum(v), 'derived' AS status FROM t")
    let marked = try #require(try TestDeck(derived, files: files).load().mail)
    #expect(marked.note == "* Calculated.")
    guard case .paragraph(let words) = marked.parts[0],
        case .numbers(let numbers) = marked.parts[1],
        case .picture(let picture) = marked.parts[2]
    else {
        Issue.record("the parts are of other kinds")
        return
    }
    // Neighbours of one voice are one stretch; pages of the document are not in the mail.
    #expect(words.dropFirst().map(\.text) == [" and ", "a ", "link", " and page"])
    #expect(words[0].text.hasSuffix("*") && words[0].isStrong)
    #expect(words.map(\.address).filter { !$0.isEmpty } == ["https://x.mx"])
    #expect(numbers[0].change.hasSuffix("* more"))
    #expect(picture.setting.labels == LabelOptions.Which.none && !picture.setting.isHeaded)
}
