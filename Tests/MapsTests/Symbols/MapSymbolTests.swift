import Graphics
import Layout
import Maps
import TestSupport
import Testing

private func drawn(_ symbols: [MapSymbol]) -> [SceneItem] {
    var canvas = Canvas(measurer: FixedMeasurer())
    MapSymbol.draw(symbols, ground: .white, on: &canvas)
    return canvas.items
}

private func symbol(_ x: Double, _ radius: Double) -> MapSymbol {
    MapSymbol(center: Point(x, 0), radius: radius, color: Ink.lit)
}

@Test func smallSymbolsLieAboveLargeOnes() {
    let items = drawn([symbol(1, 3), symbol(2, 9), symbol(3, 3), symbol(4, 5)])
    let middles = items.compactMap { item -> Double? in
        guard case .path(let path, _, _) = item else { return nil }
        return path.controlBounds?.midX.rounded()
    }
    // Those of one size keep their order.
    #expect(middles == [2, 4, 1, 3])
}

@Test func symbolsAreTranslucentWithALineInTheGroundsColour() {
    guard case .path(_, .color(let fill)?, let stroke?)? = drawn([symbol(0, 5)]).first else {
        Issue.record("a symbol is a filled path with a line")
        return
    }
    #expect(fill.alpha < 1 && fill.opacity(1) == Ink.lit)
    #expect(stroke.color == .white && stroke.width <= 1)
}

@Test func whatHasNoAreaIsNotDrawn() {
    #expect(drawn([symbol(0, 0), symbol(0, -2), symbol(0, .nan), symbol(.nan, 2)]).isEmpty)
    #expect(symbol(0, .infinity).path.isEmpty)
}
