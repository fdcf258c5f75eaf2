import Diagnostics
import Testing
import YAML

private func value(_ text: String) -> Scalar.Value {
    Scalar(text, isPlain: true).value
}

@Test(arguments: [
    "on", "off", "yes", "no", "Yes", "NO", "y", "n", "tRue", "nULL", "2024-06", "2024-06-01",
    "12:30", "1_000", "1,5", "0b1", "0x", "0o", "0o8", "0xG", "-0x1", "+0o1", "1e", "1e+", "e5",
    ".", "-", "+", "+-1", ".e1", "inf", "nan", "Infinity", "-.nan", ".iNF", "0x1p3", "١٢", " 1",
    "1 ", "1.2.3", "--1", "~~", "5 %", "1\u{301}",
])
func whatOtherYAMLsTakeForMoreStaysText(text: String) {
    #expect(value(text) == .string(text))
}

@Test func nothingHasFourSpellings() {
    for text in ["", "~", "null", "Null", "NULL"] { #expect(value(text) == .null) }
}

@Test func truthHasThreeSpellings() {
    for text in ["true", "True", "TRUE"] { #expect(value(text) == .bool(true)) }
    for text in ["false", "False", "FALSE"] { #expect(value(text) == .bool(false)) }
}

@Test func wholeNumbersAreDecimalOctalOrHexadecimal() {
    #expect(value("0") == .int(0))
    #expect(value("-0") == .int(0))
    #expect(value("+12") == .int(12))
    #expect(value("007") == .int(7))
    #expect(value("0o17") == .int(15))
    #expect(value("0xfF") == .int(255))
    #expect(value("9223372036854775807") == .int(.max))
    #expect(value("-9223372036854775808") == .int(.min))
}

@Test func wholeNumbersThatDoNotFitAreReadAsDoubles() {
    #expect(value("9223372036854775808") == .float(9_223_372_036_854_775_808))
    #expect(value("0xFFFFFFFFFFFFFFFF") == .float(18_446_744_073_709_551_616))
    #expect(value("0o2000000000000000000000") == .float(18_446_744_073_709_551_616))
    #expect(value("1" + String(repeating: "0", count: 400)) == .float(.infinity))
    #expect(value("0x" + String(repeating: "F", count: 5_000)) == .float(.infinity))
}

@Test func decimalNumbersMayLackASide() {
    #expect(value("1.5") == .float(1.5))
    #expect(value("-.5") == .float(-0.5))
    #expect(value("1.") == .float(1))
    #expect(value("1.e2") == .float(100))
    #expect(value("+1E-3") == .float(0.001))
    #expect(value("1e3") == .float(1000))
}

@Test func infinityAndNaNAreRecognised() {
    for text in [".inf", ".Inf", "+.INF", "1e999"] { #expect(value(text) == .float(.infinity)) }
    #expect(value("-.inf") == .float(-.infinity))
    for text in [".nan", ".NaN", ".NAN"] {
        guard case .float(let number) = value(text) else {
            Issue.record("\(text) is not a number")
            continue
        }
        #expect(number.isNaN)
    }
}

@Test func onlyPlainTextIsAnythingButText() throws {
    let node = try parse("[12, \"12\", '12', true, \"true\", \"\", ~, '~']\n")
    #expect(outline(node) == #"[12, "12", "12", true, "true", "", null, "~"]"#)
    #expect(
        node.items?.map { $0.scalar?.isPlain } == [
            true, false, false, true, false, false, true, false,
        ])
    #expect(outline(try parse("a: |\n  12\n")) == #"{a: "12⏎"}"#)
    #expect(Scalar("12", isPlain: false).value == .string("12"))
}

@Test func theTextOfANumberIsKept() throws {
    let node = try parse("[007, 1.50, 0x1F, 2024-06]")
    #expect(node.items?.map { $0.scalar?.text } == ["007", "1.50", "0x1F", "2024-06"])
}

// MARK: - Tags

@Test func standardTagsAreHonoured() throws {
    let node = try parse(
        "[!!str 12, !!int \"12\", !!float 12, !!null '', !!bool 'true', ! 12, !!str, !!int 0x10]")
    #expect(outline(node) == #"["12", 12, 12.0, null, true, "12", "", 16]"#)
    #expect(outline(try parse("!!map {a: !!seq [1]}")) == "{a: [1]}")
    #expect(outline(try parse("! [1]")) == "[1]")
    #expect(outline(try parse("!<tag:yaml.org,2002:str> 1")) == "\"1\"")
}

@Test(arguments: [
    "!!int abc", "!!int 1.5", "!!bool yes", "!!null x", "!!float x", "!!float true",
    "!!int \".nan\"",
])
func aTagThatTheTextContradictsIsRefused(text: String) throws {
    let finding = try #require(findings("a: \(text)").first)
    #expect(finding.message.contains("is not what its tag"))
    #expect(finding.location == place(1, 4))
}

@Test(arguments: [
    ("!foo x", "`!foo`"), ("!!binary aGk=", "`!!binary`"), ("!!set {a}", "`!!set`"),
    ("!!map [a]", "`!!map`"), ("!!str [a]", "`!!str`"), ("!!seq x", "`!!seq`"),
    ("!Importante", "`!Importante`"),
])
func anUnknownTagIsRefused(text: String, shown: String) throws {
    let finding = try #require(findings("a: \(text)").first)
    #expect(finding.message.contains(shown))
    #expect(finding.location == place(1, 4))
    #expect(finding.hint?.contains("quotes") == true)
}

// MARK: - Text in several lines

@Test(arguments: [
    ("|\n  uno\n  dos\n", "uno\ndos\n"),
    ("|-\n  uno\n  dos\n\n", "uno\ndos"),
    ("|+\n  uno\n\n", "uno\n\n"),
    ("|\n  uno\n    más\n\n  dos\n", "uno\n  más\n\ndos\n"),
    ("|2\n   uno\n", " uno\n"),
    (">\n  uno\n  dos\n\n  tres\n", "uno dos\ntres\n"),
    (">-\n  uno\n  dos\n", "uno dos"),
    (">\n  uno\n    aparte\n  dos\n", "uno\n  aparte\ndos\n"),
    ("|\n  # no es nota: {{x}}\n", "# no es nota: {{x}}\n"),
    ("uno\n  dos\n\n  tres\n", "uno dos\ntres"),
    ("\"uno\n  dos\\n\\\n  tres\"\n", "uno dos\ntres"),
    ("'it''s'\n", "it's"),
    ("\"\\u00e1\\U0001F642\\x41\\t\\\"\"\n", "á🙂A\t\""),
])
func blocksFoldsAndEscapesGiveTheRightText(written: String, text: String) throws {
    let node = try parse("a: \(written)b: 1\n")
    #expect(node["a"]?.scalar?.text == text)
    #expect(node["b"]?.scalar?.value == .int(1))
}
