import Diagnostics
import Testing
import YAML

/// What an author may write, where the finding is, and a word that its hint must have.
private let mistakes: [(text: String, line: Int, column: Int, hint: String)] = [
    // Text that YAML takes for something else.
    ("title: Ventas: 2024", 1, 14, "quotes"),
    ("a: \"x\": b", 1, 7, "quotes"),
    ("title: {{mes}} ventas", 1, 8, "{{name}}"),
    ("- {{mes}}", 1, 3, "{{name}}"),
    ("{{a}}: x", 1, 1, "{{name}}"),
    ("a: {{x}}: y", 1, 4, "{{name}}"),
    ("a: [{{b}}, c]", 1, 5, "{{name}}"),
    ("a: {{ 100% @x }}", 1, 4, "{{name}}"),
    ("a: @foo", 1, 4, "quotes"),
    ("a: `x`", 1, 4, "quotes"),
    ("a: %x", 1, 4, "quotes"),
    ("a: *foo*", 1, 4, "quotes"),
    ("a: **b**", 1, 4, "quotes"),
    ("a: &", 1, 4, "quotes"),
    ("a: !x!y z", 1, 4, "quotes"),
    ("a: !<x", 1, 4, "quotes"),
    ("a: }", 1, 4, "quotes"),
    ("a: , b", 1, 4, "quotes"),
    ("a: ? b", 1, 4, "quotes"),
    ("a: - b", 1, 4, "quotes"),
    ("a: > 5 %", 1, 4, "quotes"),
    ("a: [a] b", 1, 8, "quotes"),
    ("a: [1,2]]", 1, 9, "remove"),
    // Quotes.
    ("title: \"abc\" def", 1, 14, "entire text"),
    ("title: 'it's'", 1, 12, "twice"),
    ("a: \"abc\nb: \"x\"\n", 2, 5, "line above"),
    ("a: 'x", 1, 4, "close it"),
    ("a: \"x\n---\ny\"", 1, 4, "close it"),
    ("a: \"\\d\"", 1, 5, "backslash"),
    ("a: \"x\\uD83D\"", 1, 8, "character"),
    // Lines.
    ("a:\n\tb: 1", 2, 1, "spaces"),
    ("a: |\n\tx", 2, 1, "spaces"),
    ("key: x\n\tb: 1", 2, 1, "spaces"),
    ("a: 1\n  b: 2", 2, 4, "line it up"),
    ("a: 1\nb\nc: 2", 2, 1, "key: value"),
    ("a:b\nc: d", 2, 2, "space behind"),
    ("x: 1\na:b\n", 2, 1, "space behind"),
    ("a:\n   b: 1\n  c: 2", 3, 3, "siblings"),
    ("a:\n  - b: 1\n   c: 2", 3, 4, "siblings"),
    ("- a\nb: 1", 2, 1, "siblings"),
    ("a: 1\n- b", 2, 1, "indent"),
    ("a: [1, 2\nb: 3", 2, 2, "brackets"),
    ("a: {b: 1", 2, 1, "brackets"),
    ("a: [", 2, 1, "close"),
    ("{a: 1}}", 1, 7, "remove"),
    ("%YAML 3.0\n---\na: 1", 1, 1, "%"),
    ("%FOO\n---\na: 1", 1, 5, "%"),
]

@Test(arguments: mistakes.indices)
func everyMistakeHasItsPlaceAndARemedy(index: Int) {
    let mistake = mistakes[index]
    let found = findings(mistake.text)
    #expect(found.count == 1, "\(mistake.text.debugDescription): \(found)")
    #expect(found.first?.location == place(mistake.line, mistake.column), "\(mistake.text)")
    #expect(found.first?.hint?.contains(mistake.hint) == true, "\(mistake.text): \(found)")
    #expect(found.first?.severity == .error && found.first?.kind == .data)
}

@Test func bracesInQuotesAreNotBlamed() throws {
    #expect(outline(try parse("a: '{{x}}: y'")) == "{a: \"{{x}}: y\"}")
    #expect(outline(try parse("a: mes {{x}}")) == "{a: \"mes {{x}}\"}")
    let found = findings("a: \"Ventas: {{x}}\" de\n")
    #expect(found.first?.message == "something follows a closing quote")
}

@Test func aFindingReadsAsALineOfACompiler() {
    #expect(
        findings("title: Ventas: 2024").first?.description == """
            deck.yaml:1:14: error: a second `: ` in one line
              hint: put the text in quotes if the colon belongs to it
            """)
}
