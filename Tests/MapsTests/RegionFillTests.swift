import Graphics
import Layout
import Scales
import TestSupport
import Testing

@testable import Maps

private let frame = Rect(x: 0, y: 0, width: 200, height: 200)

private func map() throws -> FittedProjection {
    try #require(
        FittedProjection(try Projection(.equirectangular), fitting: Quarters.all, in: frame))
}

// MARK: - Regions

@Test func aRegionOfOneFeatureIsItsOutline() throws {
    let region = MapRegion(features: [Quarters.all[0]], fill: .color(Ink.land), isLit: false)
    let bounds = try #require(region.path(on: try map()).controlBounds)
    #expect(bounds.contains(Rect(x: 0, y: 100, width: 100, height: 100), tolerance: 1e-6))
}

@Test func aRegionOfSeveralFeaturesHidesTheBordersBetweenThem() throws {
    let region = MapRegion(features: Quarters.all, fill: .color(Ink.land), isLit: false)
    let path = region.path(on: try map())
    #expect(path.elements.filter { $0 == .close }.count == 1)
    #expect(!path.corners.contains { $0.distance(to: frame.center) < 1 })
}

@Test func aRegionWithoutFeaturesIsEmpty() throws {
    let region = MapRegion(features: [], fill: .color(Ink.land), isLit: false)
    #expect(region.path(on: try map()).isEmpty)
}

// MARK: - Legend

private func legend(noData: Bool) -> MapLegend {
    let style = TextStyle(family: "Inter", size: 10)
    let sign = MapLegend.NoData(
        hatch: Hatch(line: .black, ground: .white), outline: Ink.border,
        label: TextRun("sin dato", style))
    return MapLegend(
        place: Point(30, 40), width: 160, title: TextRun("unidades", style),
        ramp: ColorRamp(from: .white, to: Ink.lit), low: TextRun("0", style),
        high: TextRun("9 mil", style), noData: noData ? sign : nil)
}

private func drawn(_ legend: MapLegend) -> [SceneItem] {
    var canvas = Canvas(measurer: FixedMeasurer())
    legend.draw(on: &canvas)
    return canvas.items
}

@Test func aLegendRunsFromTheLowToTheHighColourWithoutAGap() {
    let slices = drawn(legend(noData: false)).leaves.compactMap { item -> (Rect, Color)? in
        guard case .path(let path, .color(let color)?, _) = item, let bounds = path.controlBounds
        else { return nil }
        return (bounds, color)
    }
    #expect(slices.count > 16)
    #expect(slices.first?.0.minX == 30 && abs((slices.last?.0.maxX ?? 0) - 190) < 1e-6)
    #expect(zip(slices, slices.dropFirst()).allSatisfy { $1.0.minX < $0.0.maxX })
    #expect(slices.allSatisfy { $0.0.maxX <= 190 + 1e-6 })
    let lights = slices.map(\.1.luminance)
    #expect(zip(lights, lights.dropFirst()).allSatisfy { $0 > $1 })
}

@Test func aLegendNamesItsEndsAndWhatTheHatchMeans() {
    let texts = drawn(legend(noData: true)).texts
    #expect(texts.map(\.text) == ["unidades", "0", "9 mil", "sin dato"])
    #expect(texts[1].origin.x == 30 && texts[2].origin.x == 190 - 30)
    #expect(drawn(legend(noData: false)).texts.count == 3)
    let hatches = drawn(legend(noData: true)).leaves.filter {
        if case .path(_, .hatch?, _) = $0 { true } else { false }
    }
    #expect(hatches.count == 1)
}
