import Graphics
import TestSupport
import Testing

@testable import Maps

private let frame = Rect(x: 0, y: 0, width: 200, height: 200)

private func map() throws -> FittedProjection {
    try #require(
        FittedProjection(try Projection(.equirectangular), fitting: Quarters.all, in: frame))
}

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
