import Diagnostics
import Testing

// Testing has a type of that name, too; the import of one declaration wins.
import struct Diagnostics.SourceLocation

private struct Stranger: Error {}

private func place(_ file: String, _ line: Int = 0, _ column: Int = 0) -> SourceLocation {
    SourceLocation(file: file, line: line, column: column)
}

// MARK: - Collecting

@Test func findingsKeepTheOrderInWhichTheyWereMade() {
    var findings = Diagnostics()
    findings.add(.error("second", at: place("b", 2)))
    findings.add(.error("first", at: place("a", 1)))
    #expect(findings.all.map(\.message) == ["second", "first"])
}

@Test func theSameFindingIsKeptOnce() {
    var findings = Diagnostics([.error("a")])
    findings.add(.error("a"))
    findings.add(Diagnostics([.error("b"), .error("a")]))
    #expect(findings.all.map(\.message) == ["a", "b"])
}

@Test func onlyErrorsStopTheWork() throws {
    var findings = Diagnostics()
    #expect(!findings.hasErrors && findings.failure == nil)
    try findings.throwIfErrors()
    findings.add(.warning("careful"))
    #expect(!findings.hasErrors && findings.failure == nil)
    try findings.throwIfErrors()
    findings.add(.error("no"))
    #expect(findings.hasErrors)
    #expect(throws: findings) { try findings.throwIfErrors() }
}

@Test func whatIsThrownIsCollected() throws {
    var findings = Diagnostics()
    #expect(try findings.collecting { 7 } == 7)
    #expect(findings.all.isEmpty)
    let one: Int? = try findings.collecting { throw Diagnostic.error("one") }
    let many: Int? = try findings.collecting {
        throw Diagnostics([.error("two"), .error("three")])
    }
    #expect(one == nil && many == nil)
    #expect(findings.all.map(\.message) == ["one", "two", "three"])
}

@Test func strangersPassThrough() {
    var findings = Diagnostics()
    #expect(throws: Stranger.self) { try findings.collecting { throw Stranger() } }
    #expect(findings.all.isEmpty)
}

// MARK: - Order

@Test func sortingIsByFileLineAndColumnWithPlacelessOnesFirst() {
    let findings = Diagnostics([
        .error("e", at: place("b", 10)), .error("d", at: place("b", 2, 9)), .error("a"),
        .error("c", at: place("a", 99)), .error("b"),
    ])
    #expect(findings.sorted.map(\.message) == ["a", "b", "c", "d", "e"])
}

@Test func sortingKeepsTheOrderAtOnePlace() {
    let messages = (0..<50).map { "\($0 * 37 % 50)" }
    let findings = Diagnostics(messages.map { .error($0, at: place("a", 1)) })
    #expect(findings.sorted.map(\.message) == messages)
}

@Test func theExitCodeIsThatOfTheFirstErrorByPlace() {
    let findings = Diagnostics([
        .error("late", kind: .data, at: place("b", 2)),
        .error("early", kind: .inputMissing, at: place("a", 1)),
        .warning("first", kind: .usage),
    ])
    #expect(findings.failure == .inputMissing)
}
