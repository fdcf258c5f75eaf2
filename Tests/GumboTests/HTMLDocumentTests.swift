import Diagnostics
import Testing

@testable import Gumbo

@Test func elementsComeInTheirOrderWithAttributesAndText() throws {
    let document = try HTMLDocument(
        reading:
            "<!DOCTYPE html><head><style>p{}</style></head>\n<p class=a CLASS=b>á <b>x</b></p><img src='y' alt>"
    )
    #expect(document.elements.map(\.name) == ["html", "head", "style", "body", "p", "b", "img"])
    #expect(document.elements[2].text == "p{}" && document.elements[4].text == "á ")
    #expect(document.elements[4].attributes == ["class": "a"] && document.elements[4].line == 2)
    #expect(document.elements[6].attributes == ["src": "y", "alt": ""])
}

@Test func conditionalCommentsAreComments() throws {
    let document = try HTMLDocument(reading: "<!--[if mso]><img src=a><![endif]--><p>b</p>")
    #expect(!document.elements.contains { $0.name == "img" })
}

@Test(arguments: ["", "<", "<p", "<img src=\"", "</p></p>", "&#0;&bogus;", "\u{0}<p>\u{0}"])
func nothingIsWrongHTML(text: String) throws {
    #expect(try HTMLDocument(reading: text).elements.first?.name == "html")
}

@Test func depthIsNoTrap() throws {
    let deep = String(repeating: "<div>", count: 30_000)
    #expect(try HTMLDocument(reading: deep).elements.count > 100)
}
