import Diagnostics
import JSON
import TestSupport
import Testing

private func reader(_ text: String) -> JSONReader { JSONReader(Array(text.utf8), file: "a.json") }

/// What the reader finds in a whole text.
private func finding(_ text: String) -> Diagnostic? { finding(Array(text.utf8)) }

private func finding(_ bytes: [UInt8]) -> Diagnostic? {
    var json = JSONReader(bytes, file: "a.json")
    do {
        try json.skipValue()
        try json.end()
        return nil
    } catch {
        return error
    }
}

// MARK: - Numbers

@Test func numbersAreTheNearestOnesToWhatIsWritten() throws {
    var random = SplitMix64(seed: 1)
    for _ in 0..<2000 {
        let value = Double(bitPattern: random.next())
        guard value.isFinite else { continue }
        var json = reader(String(value))
        #expect(try json.number() == value)
        // Few digits and a small exponent take the other way through the reader.
        let short =
            "\(Int.random(in: -9_999_999...9_999_999, using: &random))e"
            + "\(Int.random(in: -24...24, using: &random))"
        json = reader(short)
        #expect(try json.number() == Double(short))
    }
}

@Test(arguments: [
    "0", "-0", "0.0", "-102.36", "1E5", "1e+5", "1e-5", "0.000000000000000000000000001",
    "123456789012345678901234567890", "9007199254740993", "0e99999999999999999999",
    "1e-99999999999999999999", "179769313486231570000e288", "100000000000000000000",
    "0.30000000000000000000000000000004",
])
func numbersOfTheGrammarAreRead(text: String) throws {
    var json = reader(text)
    #expect(try json.number() == Double(text))
    try json.end()
}

@Test(arguments: [
    "01", "-", "-a", "+1", ".5", "5.", "5.e1", "1e", "1e+", "0x10", "1_000", "NaN", "Infinity",
    "-Infinity", "1e999", "-1e999", "--1", "1 2", "00", "-01",
])
func numbersOutsideTheGrammarAreRefused(text: String) {
    #expect(finding(text)?.location?.line == 1)
}

@Test func aNumberOfEndlessLengthIsRefused() {
    #expect(finding("1" + String(repeating: "0", count: 2000))?.message.contains("1024") == true)
    #expect(finding("0." + String(repeating: "0", count: 1000)) == nil)
}

@Test func aNumberKeepsItsSpellingAsText() throws {
    var json = reader(" 007.0 ".replacing("00", with: ""))
    #expect(try json.numberAsText() == "7.0")
}

// MARK: - Texts

@Test(arguments: [
    (#""""#, ""), (#""Yucatán""#, "Yucatán"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#""M\u00e9xico""#, "México"), (#""a\uD83D\uDE00b""#, "a😀b"), (#""😀€é""#, "😀€é"),
    (#""\u0000x""#, "\0x"), (#""\uFFFF""#, "\u{FFFF}"), (#""\uDBFF\uDFFF""#, "\u{10FFFF}"),
])
func textsAreReadWithTheirEscapes(json: String, text: String) throws {
    var json = reader(json)
    #expect(try json.text() == text)
    try json.end()
}

@Test(arguments: [
    #""a"#, #"""#, #""\"#, #""\x""#, #""\u12""#, #""\u12G4""#, #""\uD800""#, #""\uD800\u0041""#,
    #""\uD800\n""#, #""\uDC00""#, #""\uD800\uD800""#, "\"a\nb\"", "\"\t\"", "\"\0\"", #""\u"#,
    #""\uD800\u"#, "'a'",
])
func brokenTextsAreRefused(json: String) {
    #expect(finding(json) != nil)
}

@Test(
    arguments: [
        [0x80], [0xC0, 0xAF], [0xC1, 0xBF], [0xC3], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
        [0xE2, 0x82], [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
        [0xFF], [0xE2, 0x28, 0xA1],
    ] as [[UInt8]])
func invalidUTF8IsRefusedWhereItIs(bytes: [UInt8]) {
    let found = finding([0x22, 0x61] + bytes + [0x22])
    #expect(found?.message == "the text is not valid UTF-8")
    #expect(found?.location == SourceLocation(file: "a.json", line: 1, column: 3))
}

// MARK: - Structure

@Test(arguments: [
    "[]", "{}", " [ 1 , [ ] , { } ] ", #"{"a":1,"b":[true,false,null]}"#, "null", "\r\n\t true ",
])
func jsonIsRead(text: String) {
    #expect(finding(text) == nil)
}

@Test(arguments: [
    "", " ", "[", "]", "{", "}", "[1,]", "[,1]", "[1 2]", "[1}", "{1:2}", #"{"a"}"#, #"{"a":}"#,
    #"{"a":1,}"#, #"{"a":1 "b":2}"#, #"{,}"#, "tru", "truex", "nulll", "True", "[] []", "[]x",
    "[1]]", "// a\n1", "\u{FEFF}\u{FEFF}1", "\u{A0}1", "1\0",
])
func whatIsNotJSONIsRefused(text: String) {
    #expect(finding(text) != nil)
}

@Test func nestingEndsAtSixtyFourLevels() {
    func nested(_ levels: Int) -> String {
        String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    }
    #expect(finding(nested(64)) == nil)
    #expect(finding(nested(65))?.message == "nested more than 64 levels deep")
    #expect(finding(String(repeating: #"{"a":"#, count: 1_000_000)) != nil)
    // Levels that were left do not count.
    #expect(
        finding("[" + Array(repeating: nested(63), count: 9).joined(separator: ",") + "]") == nil)
}

@Test func aByteOrderMarkIsPassedOver() {
    #expect(finding("\u{FEFF}[1]") == nil)
    #expect(finding("\u{FEFF}[x]")?.location?.column == 2)
}

@Test func findingsCountLinesAndCharacters() {
    let found = finding("{\"ñandú\": 1,\r\n  \"😀é\": x}")
    #expect(found?.location == SourceLocation(file: "a.json", line: 2, column: 9))
    #expect(found?.message == "expected a value, found 'x'")
    #expect(finding("[1,\n2")?.location == SourceLocation(file: "a.json", line: 2, column: 2))
    #expect(finding("[1,\n2")?.message == "expected ',' or ']', found the end of the file")
}

@Test func aCopyIsABookmark() throws {
    var json = reader("[1, [2, 3], 4]")
    try json.beginArray()
    #expect(try json.nextElement())
    let bookmark = json
    try json.skipValue()
    #expect(try json.nextElement())
    try json.skipValue()
    json = bookmark
    #expect(try json.number() == 1)
}

@Test func anElementOfAnArrayIsFoundAgain() {
    let json = reader("{\"a\": [1, [2, 3],\n {\"b\": 4}]}")
    #expect([0, 1, 2].map { json.offset(ofElement: $0, inArrayAt: 6) } == [7, 10, 19])
    #expect(json.offset(ofElement: 3, inArrayAt: 6) == nil)
    #expect(json.offset(ofElement: 0, inArrayAt: 0) == nil)
    #expect(json.offset == 0)
}
