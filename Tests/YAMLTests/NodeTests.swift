import Diagnostics
import Testing
import YAML

@Test func mappingsKeepTheOrderOfTheFile() throws {
    let node = try parse("zeta: 1\nalfa: 2\nmedio: 3\n")
    #expect(node.pairs?.map(\.name) == ["zeta", "alfa", "medio"])
    #expect(node["alfa"]?.scalar?.value == .int(2))
    #expect(node["beta"] == nil)
}

@Test func aNodeIsOnlyWhatItIs() throws {
    let node = try parse("lista: [a]\ntexto: a\n")
    #expect(node.items == nil && node.scalar == nil)
    #expect(node["lista"]?.pairs == nil && node["lista"]?["a"] == nil)
    #expect(node["texto"]?.items == nil)
}

@Test func nounsNameWhatANodeIs() throws {
    let node = try parse("[{a: 1}, [], text, 1, 1.5, true, ~]")
    #expect(
        node.items?.map(\.noun) == [
            "a mapping", "a list", "text", "a whole number", "a number", "true or false", "nothing",
        ])
}

@Test func placesAreLinesAndColumnsFromOne() throws {
    let node = try parse("título: Año\nlista:\n  - uno\n  - [dos, tres]\n")
    #expect(node.location == place(1, 1))
    #expect(node.pairs?[0].location == place(1, 1))
    #expect(node["título"]?.location == place(1, 9))
    #expect(node["título"]?.end == place(1, 12))
    #expect(node.pairs?[1].location == place(2, 1))
    #expect(node["lista"]?.items?[1].items?[1].location == place(4, 11))
}

@Test func columnsCountUnicodeScalars() throws {
    // An emoji is one scalar here, an e with a combining accent two.
    let node = try parse("{🙂: a, e\u{301}: b}")
    #expect(node.pairs?[1].location == place(1, 8))
    #expect(node.pairs?[1].value.location == place(1, 12))
}

@Test func aByteOrderMarkIsNotAColumn() throws {
    let node = try Node.parse([0xEF, 0xBB, 0xBF] + Array("a: b".utf8), file: "deck.yaml")
    #expect(node["a"]?.location == place(1, 4))
}

@Test(arguments: ["\n", "\r\n", "\r"])
func everyLineEndCountsOnce(lineEnd: String) throws {
    let node = try parse(
        ["a: 1", "# nota", "b: |", "  x", "  y", "c: 2"].joined(separator: lineEnd))
    #expect(node.pairs?.map(\.location.line) == [1, 3, 6])
    #expect(node["b"]?.scalar?.text == "x\ny\n")
}

@Test func collectionsEndWithTheirLastCharacter() throws {
    let node = try parse("a:\n  - b: 1\n    c: [2, 3]\n\n# nota\nd:\ne: {}\n")
    #expect(node["a"]?.end == place(3, 14))
    #expect(node["a"]?.items?[0].end == place(3, 14))
    #expect(node["d"]?.location == place(6, 3))
    #expect(node["d"]?.end == place(6, 3))
    #expect(node.end == place(7, 6))
}

@Test func anAliasKeepsThePlaceWhereItsValueWasWritten() throws {
    let node = try parse("a: &x uno\nb: *x\nc: [*x, *x]\n")
    #expect(node["b"] == node["a"])
    #expect(node["c"]?.items?[1].location == place(1, 4))
    #expect(node["c"]?.end == place(3, 12))
    #expect(node["b"]?.scalar?.textStart == place(1, 7))
}

// MARK: - Pointing into text

@Test func textIsPointedIntoWhereItStandsAsItIs() throws {
    let node = try parse("a: Año {{x}}\nb: \"Año {{x}}\"\nc: 'Año {{x}}'\n")
    #expect(node["a"]?.location(ofTextAt: 4) == place(1, 8))
    #expect(node["b"]?.scalar?.textStart == place(2, 5))
    #expect(node["b"]?.location(ofTextAt: 4) == place(2, 9))
    #expect(node["c"]?.location(ofTextAt: 4) == place(3, 9))
}

@Test func pointingNeverLeavesTheText() throws {
    let node = try parse("a: abc")
    #expect(node["a"]?.location(ofTextAt: -5) == place(1, 4))
    #expect(node["a"]?.location(ofTextAt: .max) == place(1, 7))
    #expect(node["a"]?.location(ofTextAt: .min) == place(1, 4))
    #expect(node.location(ofTextAt: 3) == place(1, 1))
}

@Test func escapesMakePointingStopAtTheStart() throws {
    let node = try parse("a: \"x\\ty\"\nb: 'x''y'\n")
    #expect(node["a"]?.location(ofTextAt: 2) == place(1, 5))
    #expect(node["b"]?.location(ofTextAt: 2) == place(2, 5))
}

@Test func textInSeveralLinesHasNoStartOfItsOwn() throws {
    let node = try parse("a: |\n  x\nb: x\n  y\nc: \"x\n  y\"\nd: >\n  x\n")
    for name in ["a", "b", "c", "d"] {
        #expect(node[name]?.scalar?.textStart == nil)
        #expect(node[name]?.location(ofTextAt: 1) == node[name]?.location)
    }
}

@Test func textBehindATagOrAnAnchorIsFoundFromItsEnd() throws {
    let node = try parse("a: &x !!str 12\nb: !!str \"12\"\n")
    #expect(node["a"]?.location == place(1, 4))
    #expect(node["a"]?.scalar?.textStart == place(1, 13))
    #expect(node["b"]?.scalar?.textStart == nil)
}
