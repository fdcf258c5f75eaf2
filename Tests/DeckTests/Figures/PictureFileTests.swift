import Diagnostics
import Expat
import Graphics
import Testing

@testable import Deck

private func svg(_ attributes: String, _ content: String = "<path d='M0 0h1v1z'/>") -> String {
    "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' \(attributes)>\(content)</svg>"
}

private func check(_ text: String) throws -> SVGCheck { try SVGCheck(Array(text.utf8)) }

@Test(arguments: [
    ("viewBox='0 0 30 10'", 30.0, 10.0), ("viewBox='5,5,30,10' width='60'", 60, 20),
    ("viewBox='0 0 30 10' height='5px'", 15, 5), ("width='2in' height='72pt'", 192, 96),
    ("width='25.4mm' height='2.54cm'", 96, 96),
    ("width='100%' height='50%' viewBox='0 0 4 3'", 4, 3),
    ("width=' 10 ' height='1pc'", 10, 16),
])
func aDrawingSaysHowLargeItIs(attributes: String, width: Double, height: Double) throws {
    let size = try check(svg(attributes)).size
    #expect(abs(size.width - width) < 1e-9 && abs(size.height - height) < 1e-9)
}

@Test(arguments: [
    (svg(""), "how large"), (svg("width='0' height='1'"), "how large"),
    (svg("viewBox='0 0 nan 1'"), "how large"), (svg("width='1e9' height='1'"), "how large"),
    (svg("viewBox='0 0 1 1'", "<text>a</text>"), "has text"),
    (svg("viewBox='0 0 1 1'", "<g><image xlink:href='http://x/y.png'/></g>"), "another file"),
    (svg("viewBox='0 0 1 1'", "<use href='../b.svg#c'/>"), "another file"),
    (svg("viewBox='0 0 1 1'", "<script/>"), "<script>"), (svg("viewBox='0 0 1 1'", "<a/>"), "<a>"),
    ("<html/>", "no SVG"),
])
func whatLooksDifferentElsewhereIsRefused(text: String, fault: String) {
    let thrown = #expect(throws: SVGCheck.Fault.self) { try check(text) }
    #expect(thrown?.message.contains(fault) == true)
}

@Test func whatIsInTheFileIsFine() throws {
    let inside =
        "<image xlink:href='data:image/png;base64,AA'/><use xlink:href='#a'/><filter/><filter/>"
    #expect(try check(svg("viewBox='0 0 1 1'", inside)).warnings.count == 1)
    let typed =
        "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>"
    #expect(try check(typed + svg("viewBox='0 0 1 1'")).size == Size(1, 1))
    let declaring = "<!DOCTYPE svg [<!ENTITY a 'b'>]>"
    #expect(throws: XMLError.self) { try check(declaring + svg("viewBox='0 0 1 1'")) }
}

@Test(arguments: [
    ("a.svg", "<svg", "is not sound SVG"), ("a.jpg", "x", "neither a PNG nor a JPEG nor an SVG"),
    ("a.svg", "", "neither"),
])
func whatIsNoPictureIsToldWithItsPlace(file: String, text: String, finding: String) throws {
    let found = try findings(
        deckFile(body: "{ picture: { file: \(file), alt: A } }"), files: [file: text])
    #expect(found.count == 1 && found[0].contains(finding) && found[0].hasPrefix("deck.yaml:"))
}
