import Diagnostics
import Scales
import Testing
import YAML

@testable import Deck

/// Reads a text as it stands in double quotes in a file `t`, after `v: `.
private func read(_ text: String) throws -> (template: Template?, findings: [String]) {
    let node = try #require(Node.parse(Array("v: \"\(text)\"".utf8), file: "t")["v"])
    let reading = Reading()
    let template = Template(reading: node, into: reading)
    return (template, reading.findings.all.map { "\($0)" })
}

@Test(arguments: ["", " ", "words", "50 % of {this}", "a * b", "a } b", "ñandú 🇲🇽", "{", "*"])
func wordsStandAsTheyAre(text: String) throws {
    let (template, findings) = try read(text)
    #expect(findings.isEmpty)
    #expect(template?.parts == (text.isEmpty ? [] : [.words(text, strong: false)]))
}

@Test func strongWordsStandInPairs() throws {
    let (template, findings) = try read("a **b** c **d**")
    #expect(findings.isEmpty)
    #expect(
        template?.parts == [
            .words("a ", strong: false), .words("b", strong: true), .words(" c ", strong: false),
            .words("d", strong: true),
        ])
}

@Test func figuresAreNamedWithOrWithoutAFormat() throws {
    let (template, findings) = try read("In {{ all }} **{{share:.1%}}**")
    #expect(findings.isEmpty)
    let parts = try #require(template?.parts)
    try #require(parts.count == 4)
    #expect(parts[0] == .words("In ", strong: false))
    let place = SourceLocation(file: "t", line: 1, column: 8)
    #expect(parts[1] == .figure(.init(name: "all", location: place), strong: false))
    #expect(parts[2] == .words(" ", strong: false))
    guard case .figure(let share, strong: true) = parts[3] else {
        Issue.record("the figure is not strong")
        return
    }
    #expect(share.name == "share")
    #expect(try share.manner == .number(NumberFormat(".1%")))
    #expect(share.location.column == 20)
}

@Test func aPlaceCountsCharactersAsPeopleDo() throws {
    // 🇲🇽 is one character of two scalars; columns count scalars.
    let (template, _) = try read("año 🇲🇽 {{x}}")
    guard case .figure(let figure, _)? = template?.parts.last else {
        Issue.record("there is no figure")
        return
    }
    #expect(figure.location == SourceLocation(file: "t", line: 1, column: 12))
}

@Test(arguments: [
    ("a {{b", "t:1:7: error: “{{” without “}}”\n  hint: close it, as in {{name}}"),
    ("a {{b}", "t:1:7: error: “{{” without “}}”\n  hint: close it, as in {{name}}"),
    ("a {{ }}", "t:1:7: error: “{{}}” names no figure"),
    (
        "a **b",
        "t:1:4: error: “**” without a second one\n  hint: strong words stand in **pairs**"
    ),
])
func brokenTemplatesAreTold(text: String, finding: String) throws {
    #expect(try read(text).findings == [finding])
}

@Test func aWrongFormatIsToldWithItsPlace() throws {
    let findings = try read("a {{b:.1q}}").findings
    try #require(findings.count == 1)
    #expect(findings[0].hasPrefix("t:1:7: error: “.1q” is not a number format: "))
}

@Test(arguments: ["[a]", "{a: 1}"])
func onlyScalarsAreTexts(yaml: String) throws {
    let node = try #require(Node.parse(Array("v: \(yaml)".utf8), file: "t")["v"])
    let reading = Reading()
    #expect(Template(reading: node, into: reading) == nil)
    #expect(reading.findings.all.count == 1)
}

@Test func trimmingTakesWhiteSpaceFromTheEndsAlone() {
    #expect(trimmed("  a b\n") == "a b")
    #expect(trimmed(" \t ") == "")
    #expect(trimmed("\u{A0}a") == "a")
}
