import Graphics
import Pango
import TestSupport
import Testing

@testable import Rendering

@Suite struct LineCacheTests {
    @Test func aLineIsShapedOnceAndTheCacheStaysBounded() throws {
        let context = try Context(FontMap(FontConfiguration(files: testFonts.files)))
        let style = TextStyle(family: "Inter", size: 12)
        var cache = LineCache(capacity: 3)
        var shaped: [String] = []
        func ask(_ text: String) throws {
            let line = try cache.line([TextRun(text, style)]) { () throws(PangoError) in
                shaped.append(text)
                return try Layout(context, [TextRun(text, style).span])
            }
            #expect(line.text == text)
            #expect(cache.count <= 6)
        }
        for text in ["a", "a", "b", "a", "c", "d", "a", "e", "f"] { try ask(text) }
        #expect(shaped == ["a", "b", "c", "d", "e", "f"])
        for number in 0..<100 { try ask("\(number)") }
        try ask("a")
        #expect(shaped.last == "a")
    }
}
