import Diagnostics
import Graphics
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
    #expect(template?.parts == (text.isEmpty ? [] : [.words(text, .init())]))
}

@Test func strongWordsStandInPairs() throws {
    let (template, findings) = try read("a **b** c **d**")
    #expect(findings.isEmpty)
    #expect(
        template?.parts == [
            .words("a ", .init()), .words("b", .init(isStrong: true)), .words(" c ", .init()),
            .words("d", .init(isStrong: true)),
        ])
}

@Test func figuresAreNamedWithOrWithoutAFormat() throws {
    let (template, findings) = try read("In {{ all }} **{{share:.1%}}**")
    #expect(findings.isEmpty)
    let parts = try #require(template?.parts)
    try #require(parts.count == 4)
    #expect(parts[0] == .words("In ", .init()))
    let place = SourceLocation(file: "t", line: 1, column: 8)
    #expect(parts[1] == .figure(.init(name: "all", location: place), .init()))
    #expect(parts[2] == .words(" ", .init()))
    guard case .figure(let share, .init(isStrong: true)) = parts[3] else {
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

@Test func linksLeadToTheWebAndToSlides() throws {
    let (template, findings) = try read(
        "see [the **site**](https://x.mx/a?b=1#c), [page {{n}}](#two) [a] (b)")
    #expect(findings.isEmpty)
    let web = LinkTarget.web("https://x.mx/a?b=1#c")
    let parts = try #require(template?.parts)
    #expect(
        Array(parts.prefix(5)) == [
            .words("see ", .init()), .words("the ", .init(link: web)),
            .words("site", .init(isStrong: true, link: web)), .words(", ", .init()),
            .words("page ", .init(link: .page("two"))),
        ])
    guard case .figure(let reference, let voice) = parts[5] else {
        Issue.record("the figure is not in the link")
        return
    }
    #expect(reference.name == "n" && voice.link == .page("two"))
    #expect(parts[6...] == [.words(" [a] (b)", .init())])
}

@Test(arguments: [
    ("[a](x)", "t:1:9: error: a link does not lead to “x”"), ("[a](#)", "does not lead to “#”"),
    ("[a](https://)", "does not lead"), ("[a](javascript:b)", "does not lead"),
    ("[a](https://é.mx)", "write other letters as %XX"), ("[a](https://x y)", "as %XX"),
    ("[a]()", "does not lead to “”"), ("[a](file:///etc/passwd)", "does not lead"),
])
func linksThatLeadNowhereAreTold(text: String, finding: String) throws {
    let findings = try read(text).findings
    #expect(findings.count == 1 && findings[0].contains(finding), "\(findings)")
}
