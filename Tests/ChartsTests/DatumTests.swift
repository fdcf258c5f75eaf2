import Layout
import Testing

@testable import Charts

private func datum(_ value: Double?, _ standing: Datum.Standing = .firm) -> Datum {
    Datum(category: "a", value: value, text: "1", standing: standing)
}

@Test func onlyCalculatedFiguresCarryAStar() {
    #expect(datum(1, .derived).mark == "*")
    #expect([Datum.Standing.firm, .preliminary, .estimated].allSatisfy { datum(1, $0).mark == "" })
}

@Test func footnotesTellHowSureAFigureIs() {
    #expect(datum(1).footnotes.isEmpty)
    #expect(datum(1, .preliminary).footnotes == [.preliminary])
    #expect(datum(1, .derived).footnotes == [.derived])
    #expect(datum(1, .estimated).footnotes == [.estimated])
    var rounded = datum(1, .derived)
    rounded.isRounded = true
    #expect(rounded.footnotes == [.derived, .rounded])
    // What is not there is not calculated either.
    rounded.value = nil
    #expect(rounded.footnotes == [.missing])
}

@Test func figuresThatAreNoLengthsSayWhy() {
    #expect(datum(nil).problem(upTo: 1) == nil)
    #expect(datum(0).problem(upTo: 0) == nil)
    #expect(datum(1).problem(upTo: nil) == nil)
    #expect(datum(-0.5).problem(upTo: nil)?.message.contains("negative") == true)
    #expect(datum(.nan).problem(upTo: nil)?.message.contains("not a number") == true)
    #expect(datum(2).problem(upTo: 1.5)?.message.hasSuffix("ends at 1.5") == true)
    // A sum's last digits do not lead beyond the end.
    #expect(datum(0.1 + 0.2).problem(upTo: 0.3) == nil)
}
