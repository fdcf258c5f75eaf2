import Diagnostics
import Layout
import Testing
import YAML

@testable import Deck

/// Asks a mapping for its fields and returns what was answered and what was found wrong.
private func asking<Answer>(
    _ yaml: String, _ ask: (Fields) -> Answer
) throws -> (answer: Answer, findings: [String]) {
    let reading = Reading()
    let fields = Fields(try Node.parse(Array(yaml.utf8), file: "f"), "a thing", reading)
    let answer = ask(fields)
    fields.finish()
    return (answer, reading.findings.all.map { "\($0)" })
}

@Test func aKeyThatNobodyAskedForIsToldWithTheNearestOne() throws {
    let (_, findings) = try asking("tittle: a") { $0.text("title") }
    #expect(
        findings == ["f:1:1: error: a thing has no key “tittle”\n  hint: did you mean “title”?"])
    let far = try asking("colour: a") { ($0.text("title"), $0.text("alt")) }
    #expect(
        far.findings == [
            "f:1:1: error: a thing has no key “colour”\n  hint: its keys are alt, title"
        ])
}

@Test func anEmptyValueIsAsGoodAsNone() throws {
    let (answer, findings) = try asking("a:\nb: null\nc: ~") {
        [$0.text("a"), $0.text("b"), $0.text("c")]
    }
    #expect(answer == [nil, nil, nil])
    #expect(findings.isEmpty)
    #expect(
        try asking("a:") { $0.requiredText("a") }.findings == [
            "f:1:1: error: a thing needs a key “a”"
        ])
}

@Test func textIsAnyScalarAsItIsWritten() throws {
    let (answer, findings) = try asking("a: 2024\nb: true\nc: 1.50\nd: \"x\"") {
        [$0.text("a"), $0.text("b"), $0.text("c"), $0.text("d")]
    }
    #expect(answer == ["2024", "true", "1.50", "x"])
    #expect(findings.isEmpty)
}

@Test func wholeNumbersHaveBounds() throws {
    let ask = { (fields: Fields) in fields.whole("a", within: 1...6) }
    #expect(try asking("a: 6", ask).answer == 6)
    for wrong in ["0", "7", "2.5", "\"2\"", "two", "[2]", "99999999999999999999", "-1"] {
        let (answer, findings) = try asking("a: \(wrong)", ask)
        #expect(answer == nil)
        #expect(findings == ["f:1:4: error: “a” is a whole number from 1 to 6"])
    }
}

@Test func numbersAreFiniteAndHaveBounds() throws {
    let ask = { (fields: Fields) in fields.number("a", within: 0...10) }
    #expect(try asking("a: 2.5", ask).answer == 2.5)
    #expect(try asking("a: 10", ask).answer == 10)
    #expect(
        try asking("a: 11", ask).findings == ["f:1:4: error: “a” is from 0.0 to 10.0, not 11.0"])
    #expect(
        try asking("a: ten", ask).findings == ["f:1:4: error: “a” is a number, not text"])
    for wrong in ["1e999", ".inf", ".nan"] {
        let (answer, findings) = try asking("a: \(wrong)", ask)
        #expect(answer == nil)
        #expect(findings == ["f:1:4: error: “a” is a finite number"])
    }
}

@Test func aListOfNumbersHasItsCount() throws {
    let ask = { (fields: Fields) in fields.numbers("a", count: 2...2, within: 0...10) }
    #expect(try asking("a: [1, 2.5]", ask).answer == [1, 2.5])
    for wrong in ["[1]", "[1, 2, 3]", "5", "{b: 1}"] {
        let (answer, findings) = try asking("a: \(wrong)", ask)
        #expect(answer == nil)
        #expect(findings == ["f:1:4: error: “a” is a list of 2 numbers"])
    }
    #expect(
        try asking("a: [1, x]", ask).findings == [
            "f:1:8: error: an item of “a” is a number, not text"
        ])
}

@Test func wordsAreOfAClosedSet() throws {
    let ask = { (fields: Fields) in fields.word("a", VerticalAlignment.self) }
    #expect(try asking("a: center", ask).answer == .center)
    #expect(
        try asking("a: centre", ask).findings == [
            "f:1:4: error: “a” is one of top, center, bottom\n  hint: did you mean “center”?"
        ])
    #expect(
        try asking("a: left", ask).findings == ["f:1:4: error: “a” is one of top, center, bottom"])
    #expect(try asking("a: [top]", ask).answer == nil)
}

@Test func flagsAreTrueOrFalse() throws {
    let ask = { (fields: Fields) in fields.flag("a") }
    #expect(try asking("a: true", ask).answer == true)
    #expect(try asking("a: false", ask).answer == false)
    #expect(
        try asking("a: yes", ask).findings == ["f:1:4: error: “a” is true or false, not text"])
}

@Test func listsAndMappingsAreNotConfused() throws {
    #expect(
        try asking("a: {b: 1}") { $0.list("a").count }.findings == [
            "f:1:4: error: “a” is a list, not a mapping"
        ])
    #expect(
        try asking("a: [1]") { $0.mapping("a").count }.findings == [
            "f:1:4: error: “a” is a mapping, not a list"
        ])
    #expect(
        try asking("a") { $0.text("a") }.findings == [
            "f:1:1: error: a thing is a mapping of keys, not text"
        ])
}

@Test func aNameIsTakenOnce() {
    let reading = Reading()
    let places = [1, 5].map { SourceLocation(file: "f", line: $0, column: 3) }
    reading.claim(id: "a", at: places[0])
    reading.claim(id: "b", at: places[0])
    #expect(reading.findings.all.isEmpty)
    reading.claim(id: "a", at: places[1])
    #expect(
        reading.findings.all.map { "\($0)" } == [
            "f:5:3: error: the id “a” is used twice\n  hint: it is first used at f:1:3"
        ])
}
