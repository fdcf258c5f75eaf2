import Diagnostics
import Testing

@testable import Mustache

private func rendered(
    _ text: String, _ values: [String: TemplateValue] = [:]
) throws -> (text: String, findings: [String]) {
    let (text, findings) = try Template(text, file: "t").rendered(values, hint: "see the manual")
    return (text, findings.map { "\($0)" })
}

@Test func namesBecomeTextsEscapedOrAsTheyAre() throws {
    let values: [String: TemplateValue] = ["a": .text("<b> & \"c\" 'd' ñ")]
    #expect(
        try rendered("{{a}}|{{{a}}}|{{&a}}", values).text
            == "&lt;b&gt; &amp; &quot;c&quot; &apos;d&apos; ñ|<b> & \"c\" 'd' ñ|<b> & \"c\" 'd' ñ")
}

@Test func sectionsRepeatShowAndHide() throws {
    let values: [String: TemplateValue] = [
        "list": .list([.object(["n": .text("1")]), .object(["n": .text("2")])]),
        "no": .flag(false), "yes": .flag(true), "empty": .present(""), "outer": .text("o"),
        "inner": .object(["x": .text("y")]),
    ]
    #expect(try rendered("{{#list}}{{n}}{{outer}},{{/list}}", values).text == "1o,2o,")
    #expect(try rendered("{{#no}}a{{/no}}{{^no}}b{{/no}}{{#yes}}c{{/yes}}", values).text == "bc")
    #expect(try rendered("{{#empty}}a{{/empty}}{{#inner}}{{x}}{{/inner}}", values).text == "y")
    #expect(try rendered("{{#list}}\n{{n}}\n{{/list}}\nend\n", values).text == "1\n2\nend\n")
}

@Test func anUnknownNameIsToldWithItsPlace() throws {
    let (text, findings) = try rendered("á\n {{titles}}{{zzz}}", ["title": .text("x")])
    #expect(text == "á\n ")
    #expect(
        findings == [
            "t:2:4: warning: there is no “titles”\n  hint: did you mean “title”?",
            "t:2:14: warning: there is no “zzz”\n  hint: see the manual",
        ])
}

@Test func aNameThatSomePartsLackIsNotUnknown() throws {
    let list = TemplateValue.list([.object(["a": .text("1")]), .object(["b": .text("2")])])
    let found = try rendered("{{#list}}{{a}}{{b}}{{/list}}", ["list": list])
    #expect(found.text == "12" && found.findings.isEmpty)
}

@Test(arguments: [
    ("é {{#a}} x", "t:1:3: error: the template has an unclosed section \"a\""),
    ("\n{{/a}}", "t:2:1: error: the template has an unopened section \"a\""),
    ("a\nb {{c", "t:2:3: error: the template has an unclosed tag"),
])
func aFaultIsToldWithItsPlace(text: String, finding: String) {
    let thrown = #expect(throws: Diagnostic.self) { try rendered(text) }
    #expect(thrown.map { "\($0)" } == finding)
}

@Test(arguments: ["{{>a}}", "{{ > a}}", "{{=<% %>=}}", "a\u{0}"])
func whatALoneFileCannotHaveIsRefused(text: String) {
    #expect(throws: Diagnostic.self) { try rendered(text) }
}

@Test func depthIsLimited() throws {
    let open = String(repeating: "{{#a}}", count: 65)
    let close = String(repeating: "{{/a}}", count: 65)
    #expect(throws: Diagnostic.self) { try rendered(open + close) }
    let fits = String(open.dropFirst(6)) + "x" + String(close.dropFirst(6))
    #expect(try rendered(fits, ["a": .flag(true)]).text == "x")
}

@Test func brokenTemplatesAreFindingsAndNeverTraps() throws {
    let sample = Array("{{#a}}x{{b}}{{{c}}}{{^a}}{{&d}}{{!e}}{{/a}}\n{{/a}}é {{.}}".utf8)
    var seed: UInt64 = 7
    func next(_ bound: Int) -> Int {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(seed >> 33) % bound
    }
    var faults = 0
    for _ in 0..<4000 {
        var bytes = sample
        for _ in 0...next(4) {
            let place = next(bytes.count)
            switch next(3) {
            case 0: bytes.remove(at: place)
            case 1: bytes.insert(Array("{}#/^&!.=> ".utf8)[next(11)], at: place)
            default: bytes.swapAt(place, next(bytes.count))
            }
        }
        do {
            _ = try rendered(String(decoding: bytes, as: UTF8.self), ["a": .flag(true)])
        } catch is Diagnostic {
            faults += 1
        }
    }
    #expect(faults > 100)
}
