import Deck
import Graphics
import Testing

@Test(arguments: ["0", "0.5", "1"])
func aMeterShowsAShare(share: String) throws {
    #expect(try findings(deckFile(body: "{ figure: { value: a, meter: \"\(share)\" } }")) == [])
}

@Test(arguments: ["-0.1", "1.01", "50"])
func aMeterOutsideOfItsTrackIsRefused(share: String) throws {
    let found = try findings(deckFile(body: "{ figure: { value: a, meter: \"\(share)\" } }"))
    #expect(found.count == 1)
    #expect(found.first?.contains("a meter shows a share from 0 to 1") == true)
    #expect(found.first?.contains("hint: divide per cents by 100") == true)
    let callout = try findings(deckFile(body: "{ callout: { figure: a, meter: \"\(share)\" } }"))
    #expect(callout.first?.contains("a meter shows a share from 0 to 1") == true)
    let bar = try findings(deckFile(body: "{ figure: { value: a, bar: \"\(share)\" } }"))
    #expect(bar.first?.contains("a bar shows a share from 0 to 1") == true)
}

@Test func aMeterOfAMissingFigureIsNotDrawn() throws {
    let empty = try scene(
        deckFile(
            body: "{ id: f, figure: { value: a, meter: \"{{m}}\" } }", values: "  m: SELECT NULL"))
    #expect(empty.element("f").flatMap(\.fills).isEmpty)
}

@Test(arguments: ["half", "5 %", "{{a}}{{b}}", "{{text}}"])
func aMeterTakesOneNumber(meter: String) throws {
    let found = try findings(
        deckFile(
            body: "{ figure: { value: a, meter: \"\(meter)\" } }",
            values: "  a: SELECT 1\n  b: SELECT 1\n  text: SELECT 'x'"))
    #expect(found.count == 1)
    #expect(found.first?.contains("expected a number: one {{value}}, or digits") == true)
}

@Test func aMeterIsAsLongAsItsShare() throws {
    let fills = try scene(deckFile(body: "{ id: f, figure: { value: a, meter: \"0.25\" } }"))
        .element("f").flatMap(\.fills).compactMap { $0.path.controlBounds }
    try #require(fills.count == 2)
    #expect(abs(fills[1].width - fills[0].width / 4) < 1e-9)
    #expect(fills[0].minX == fills[1].minX && fills[0].minY == fills[1].minY)
}

@Test(arguments: [("0.1", 1.0), ("-0.1", -1)])
func aChipPointsWhereItsFigureGoes(change: String, direction: Double) throws {
    let file = deckFile(
        body: "{ id: f, figure: { value: a, chip: { change: \"{{c:+.0%}}\" } } }",
        values: "  c: SELECT \(change)")
    let fills = try scene(file).element("f").flatMap(\.fills)
    try #require(fills.count == 2)
    let points = fills[1].path.elements.compactMap { element -> Point? in
        switch element {
        case .move(let point), .line(let point): point
        case .curve, .close: nil
        }
    }
    try #require(points.count == 3)
    // The tip comes first.
    #expect((points[1].y - points[0].y) * direction > 0)
}

@Test func aFigureThatIsTooWideIsRefused() throws {
    let found = try findings(
        deckFile(
            body: "{ figure: { value: \"1234567890123456789012345678901234567890\", size: huge } }")
    )
    #expect(
        found.contains {
            $0.contains("the figure “1234567890123456789012345678901234567890” needs")
        })
}
