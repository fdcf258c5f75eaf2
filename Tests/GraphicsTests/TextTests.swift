import Graphics
import TestSupport
import Testing

private let style = TextStyle(family: "Inter", size: 10)

@Test func aChangedStyleLeavesTheOriginalAlone() {
    let larger = style.with {
        $0.size = 20
        $0.weight = .bold
    }
    #expect(larger.size == 20 && larger.weight == .bold)
    #expect(larger.family == style.family)
    #expect(style.size == 10 && style.weight == .regular)
}

@Test func aLineIsAsWideAsItsCharacters() {
    let line = FixedMeasurer().line("Año 2024", style)
    #expect(abs(line.width - 48) < 1e-9)
    #expect(line.text == "Año 2024")
}

@Test func aLineJoinsItsRuns() {
    let runs = [TextRun("CO", style), TextRun("2", style.with { $0.size = 5 })]
    let line = FixedMeasurer().line(runs)
    #expect(line.text == "CO2")
    #expect(abs(line.width - 15) < 1e-9)
    #expect(line.ascent == FixedMeasurer().metrics(of: style).ascent)
}

@Test func anEmptyLineIsNothingWide() {
    #expect(FixedMeasurer().line([]).width == 0)
}

@Test func weightsAreThoseOfOpenType() {
    #expect(FontWeight.allCases.map(\.rawValue) == [400, 500, 600, 700, 800])
}
