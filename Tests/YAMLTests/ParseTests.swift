import Diagnostics
import Testing
import YAML

// MARK: - What is refused

@Test func aNameTwiceIsRefusedWithBothPlaces() throws {
    let found = findings("a: 1\nb: {c: 1, d: 2, c: 3}\na: 2\n\"a\": 3\n")
    #expect(found.map(\.location) == [place(2, 17), place(3, 1), place(4, 1)])
    #expect(found[0].message == "the key `c` comes twice in this mapping")
    #expect(found[0].hint?.contains("line 2, column 5") == true)
    #expect(found[2].hint?.contains("line 1, column 1") == true)
}

@Test func theSameNameInDifferentMappingsIsFine() throws {
    #expect(outline(try parse("a: {a: {a: 1}}\nb: {a: 2}")) == "{a: {a: {a: 1}}, b: {a: 2}}")
}

@Test(arguments: ["? [a]\n: b", "[a]: b", "{a: 1}: b", "? {a: 1}", "? - a\n: b", "{[a, [b]]: c}"])
func keysThatAreNotTextAreRefusedOnce(text: String) {
    let found = findings(text)
    #expect(found.count == 1)
    #expect(found.first?.message.hasPrefix("a key must be a text") == true)
}

@Test(arguments: ["{: x}", ": x", "? \n: x", "{~: 1, : 2}"])
func aMissingKeyIsRefused(text: String) {
    let found = findings(text)
    #expect(found.count == 1)
    #expect(found.first?.message == "a key is missing before the colon")
}

@Test func mergeKeysAreNamedAsUnsupported() {
    let found = findings("a: &x {b: 1}\nc:\n  <<: *x\n  d: 2\n")
    #expect(found.map(\.message) == ["merge keys (`<<`) are not supported"])
    #expect(found.first?.location == place(3, 3))
    #expect(findings("\"<<\": a\nb: <<\n").isEmpty)
}

@Test(arguments: ["", "\n\n", "# nota\n", "---\n", "--- # nota\n...\n", "\u{FEFF}"])
func anEmptyFileIsRefused(text: String) {
    let found = findings(text)
    #expect(found.map(\.message) == ["the file is empty"])
    #expect(found.first?.location == place(1, 1))
}

@Test func aDocumentMayBeAnyNode() throws {
    #expect(outline(try parse("hola")) == "\"hola\"")
    #expect(outline(try parse("~")) == "null")
    #expect(outline(try parse("\"\"")) == "\"\"")
    #expect(outline(try parse("%YAML 1.2\n---\n- 1\n...\n")) == "[1]")
    #expect(outline(try parse("%TAG !y! tag:yaml.org,2002:\n---\n!y!str 1")) == "\"1\"")
}

@Test func aSecondDocumentIsRefused() {
    #expect(findings("a: 1\n---\nb: 2\n").map(\.location) == [place(2, 1)])
    #expect(findings("a: 1\n...\nb: 2\n").first?.location == place(3, 1))
}

@Test func manyMistakesAreReportedAtOnce() {
    let found = findings("a: 1\na: 2\nb: !foo x\nc: *nadie\nd: {{x}}\ne: @x\n")
    #expect(found.map(\.location?.line) == [2, 3, 4, 5, 6])
}

@Test func endlessMistakesEndSoon() {
    let found = findings(String(repeating: "a: 1\n", count: 20_000))
    #expect(found.count == 50)
}

// MARK: - Aliases

@Test func anAliasStandsForItsValue() throws {
    let node = try parse("a: &x {b: &y [1, 2]}\nc: *x\nd: *y\ne: z\n")
    #expect(outline(node) == "{a: {b: [1, 2]}, c: {b: [1, 2]}, d: [1, 2], e: \"z\"}")
}

@Test func theLatestAnchorOfANameCounts() throws {
    #expect(outline(try parse("[&x 1, *x, &x 2, *x]")) == "[1, 1, 2, 2]")
    #expect(outline(try parse("[&x [&x 1, *x], *x]")) == "[[1, 1], 1]")
}

@Test func anAliasMayBeAKeyIfItIsText() throws {
    #expect(outline(try parse("a: &x uno\n*x : dos\n")) == "{a: \"uno\", uno: \"dos\"}")
    #expect(findings("a: &x uno\nuno: 1\n*x : dos\n").map(\.location) == [place(3, 1)])
    #expect(
        findings("a: &x [1]\n*x : dos\n").map(\.message) == [
            "a key must be a text, not a list or a mapping"
        ])
}

@Test func anAliasToNothingIsRefused() throws {
    let found = findings("a: &ventas 1\nb: *venta\nc: *otro\n")
    #expect(found.map(\.location) == [place(2, 4), place(3, 4)])
    #expect(found[0].hint == "did you mean `*ventas`?")
    #expect(found[1].hint?.contains("quotes") == true)
}

@Test func anAliasInsideItsOwnValueIsRefused() {
    #expect(findings("a: &x [1, *x]").map(\.location) == [place(1, 11)])
    #expect(findings("&x {a: {b: *x}}").map(\.location) == [place(1, 12)])
    #expect(findings("a: &x 1\nb: &x [*x]\n").map(\.location) == [place(2, 8)])
    #expect(findings("&x {*x : 1}").count == 1)
}

/// Eight or more levels, each ten times the one before: ten to the eighth values and more.
private func aliasBomb(levels: Int) -> String {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...levels {
        let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
        text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    return text
}

@Test func aliasBombsEndAtOnce() {
    let found = findings(aliasBomb(levels: 60))
    #expect(found.count == 1)
    #expect(found.first?.message.contains("more than 200000 values") == true)
}

@Test func anAliasBombAsAKeyEndsAtOnce() {
    // Yams spends half a minute on this one: libraries.md.
    let small = aliasBomb(levels: 3)
    #expect(findings(small + "? *a3\n: x\n").map(\.location?.line) == [5])
    #expect(findings(aliasBomb(levels: 8) + "? *a8\n: x\n").count == 1)
    #expect(findings(aliasBomb(levels: 8).replacing("a8:", with: "?")).count == 1)
}

@Test func sharedValuesWithinTheBudgetAreFine() throws {
    let node = try parse(aliasBomb(levels: 3))
    #expect(node["a3"]?.items?[9].items?[9].items?[9].items?.count == 10)
    // Equality and hashing look at each of the values, of which there are few enough.
    #expect(node.hashValue == (try parse(aliasBomb(levels: 3))).hashValue)
}

// MARK: - Limits

@Test func sixtyFourLevelsAreEnough() {
    func nested(_ depth: Int) -> String {
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(findings(nested(64)).isEmpty)
    #expect(findings(nested(65)).map(\.location) == [place(1, 65)])
    #expect(findings(String(repeating: "- ", count: 65) + "x").count == 1)
    #expect(findings(String(repeating: "[", count: 100_000)).count == 1)
    #expect(findings(String(repeating: "{a: ", count: 100_000)).count == 1)
    #expect(findings(String(repeating: "- ", count: 100_000)).count == 1)
    #expect(findings(String(repeating: "? ", count: 100_000)).isEmpty == false)
    #expect(findings(String(repeating: "[{? ", count: 50_000)).isEmpty == false)
}

@Test func depthCountsWhatAnAliasStandsFor() {
    let deep = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
    let open = String(repeating: "[", count: 30)
    let close = String(repeating: "]", count: 30)
    #expect(findings("a: &x \(deep)\nb: *x\n").isEmpty)
    #expect(findings("a: &x \(deep)\nb: \(open)*x\(close)\n").map(\.location) == [place(2, 34)])
}

@Test func twoHundredThousandValuesAreEnough() {
    func list(_ count: Int) -> String { "[" + String(repeating: "1,", count: count) + "]" }
    #expect(findings(list(199_999)).isEmpty)
    #expect(findings(list(200_000)).map(\.message.isEmpty) == [false])
}

@Test func fourMebibytesAreEnough() {
    let found = findings([UInt8](repeating: UInt8(ascii: "x"), count: 4 << 20 + 1))
    #expect(found.count == 1)
    #expect(found.first?.location == SourceLocation(file: "deck.yaml"))
}

@Test func manyDirectivesAreRefusedBeforeLibyamlComparesThem() {
    let many = (0..<20_000).map { "%TAG !a\($0)! tag:b,2000:\n" }.joined()
    #expect(findings(many + "---\na: 1\n").map(\.location?.line) == [65])
    #expect(findings("a: 1\n...\n" + many).count == 1)
}

// MARK: - Bytes

@Test(
    arguments: [
        ([0xFF], 1), ([0x61, 0xC3], 2), ([0xC0, 0x80], 1), ([0xED, 0xA0, 0x80], 1),
        ([0xF4, 0x90, 0x80, 0x80], 1), ([0xC3, 0xA1, 0x20, 0x80], 3),
        ([0xFF, 0xFE, 0x61, 0x00], 1),
        ([0xFE, 0xFF, 0x00, 0x61], 1),
    ] as [([UInt8], Int)])
func bytesThatAreNotUTF8AreRefused(bytes: [UInt8], column: Int) {
    let found = findings(Array("a: 1\n".utf8) + bytes)
    #expect(found.map(\.message) == ["this byte is not UTF-8 text"])
    #expect(found.first?.location == place(2, column))
}

@Test(arguments: [
    "\u{0}", "\u{1}", "\u{8}", "\u{C}", "\u{1B}", "\u{7F}", "\u{80}", "\u{85}", "\u{2028}",
    "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}",
])
func charactersThatTextHasNotAreRefused(character: String) {
    let found = findings("a: 1\nb: x\(character)y\n")
    #expect(found.count == 1)
    #expect(found.first?.location == place(2, 5))
}

@Test(arguments: ["\\0", "\\x07", "\\e", "\\b", "\\u0000", "\\x7f", "\\uffff"])
func escapesCannotBringControlCharactersIn(escape: String) {
    let found = findings("a: \"x\(escape)\"\n")
    #expect(found.count == 1)
    #expect(found.first?.message.contains("control character") == true)
}

@Test func whatLooksOddButIsTextIsFine() throws {
    let text = "\u{A0}\u{AD}\u{200B}\u{E000}\u{FFFD}\u{1F642}\u{10FFFD}\u{202E}x"
    #expect(try parse("a: '\(text)'")["a"]?.scalar?.text == text)
    #expect(findings("a:\tb\nc: \"x\ty\"\n").isEmpty)
}

@Test func longNamesMakeNeitherLongMessagesNorLongWaits() throws {
    let long = String(repeating: "ab", count: 100_000)
    let texts = [
        "a: &\(long) 1\nb: *x\(long)\n", "a: &\(long) [*\(long)]\n",
        "\"\(long)\": 1\n\"\(long)\": 2\n",
        "a: !\(long) 1\n", "a: !!int \(long)\n", "a: !\(long)!x 1\n",
    ]
    for text in texts {
        let found = findings(text)
        #expect(found.count == 1)
        #expect(try #require(found.first).description.count < 300)
    }
    #expect(findings("a: @" + String(repeating: " x{{x}}", count: 100_000)).count == 1)
    let many = "[" + (0..<20_000).map { "&a\($0) 1, " }.joined() + "*b]\n"
    #expect(findings(many).count == 1)
}
