import Diagnostics
import Testing

// Testing has a type of that name, too; the import of one declaration wins.
import struct Diagnostics.SourceLocation

@Test func aFindingReadsLikeACompilersMessage() {
    let finding = Diagnostic.error(
        "5 values for 4 categories", at: SourceLocation(file: "deck.yaml", line: 12, column: 7),
        hint: "add a category")
    #expect(
        "\(finding)" == "deck.yaml:12:7: error: 5 values for 4 categories\n  hint: add a category")
}

@Test func aFindingWithoutAPlaceOrHintIsOneLine() {
    #expect("\(Diagnostic.warning("the note is long"))" == "warning: the note is long")
}

@Test func theShorthandsSetTheSeverity() {
    #expect(Diagnostic.error("a") == Diagnostic(.error, "a"))
    #expect(Diagnostic.warning("a", kind: .usage) == Diagnostic(.warning, "a", kind: .usage))
    #expect(Diagnostic.error("a").kind == .data)
}

@Test(arguments: [
    (SourceLocation(file: "a.csv"), "a.csv"), (SourceLocation(file: "a.csv", line: 3), "a.csv:3"),
    (SourceLocation(file: "a.csv", line: 3, column: 9), "a.csv:3:9"),
    (SourceLocation(file: "a.csv", column: 9), "a.csv"),
])
func aPlaceIsShownAsFarAsItIsKnown(location: SourceLocation, text: String) {
    #expect("\(location)" == text)
}

@Test func placesAreOrderedByFileThenLineThenColumn() {
    let ordered = [
        SourceLocation(file: "a", line: 9, column: 9), SourceLocation(file: "b"),
        SourceLocation(file: "b", line: 2, column: 8), SourceLocation(file: "b", line: 10),
        SourceLocation(file: "b", line: 10, column: 1),
    ]
    #expect(ordered.reversed().sorted() == ordered)
}

@Test func advancingStaysOnTheLine() {
    let place = SourceLocation(file: "a", line: 2, column: 5)
    #expect(place.advanced(by: 3) == SourceLocation(file: "a", line: 2, column: 8))
}

@Test func exitCodesAreDistinctAndOfSysexits() {
    let codes = FailureKind.allCases.map(\.rawValue)
    #expect(Set(codes).count == codes.count)
    #expect(codes.allSatisfy { $0 == 1 || (64...78).contains($0) })
    #expect(FailureKind.data.rawValue == 65)
}

@Test func quotedControlCharactersCannotForgeALine() {
    let finding = Diagnostic.warning("“a\u{1B}[31m\ndeck.yaml:1:1: error: no” is long")
    #expect("\(finding)" == "warning: “a\\u{1B}[31m\\u{A}deck.yaml:1:1: error: no” is long")
}
