import Graphics
import TestSupport
import Testing

@testable import Maps

private let frame = Rect(x: 10, y: 10, width: 500, height: 400)

/// Rings that no one should draw: repeated and doubled vertices, poles, jumps, far longitudes.
private func brokenRing(_ random: inout SplitMix64) -> [GeoPoint] {
    let odd: [Double] = [
        0, 90, -90, 180, -180, 360, -360, 89.99999999, 540, 899, 1e-300, .nan, .infinity, 1e300,
        -91, 45,
    ]
    let isWild = Int.random(in: 0..<4, using: &random) == 0
    let count = Int.random(in: 0...40, using: &random)
    var ring: [GeoPoint] = []
    for _ in 0..<count {
        switch Int.random(in: 0..<6, using: &random) {
        case 0 where !ring.isEmpty: ring.append(ring[ring.count - 1])
        case 1 where ring.count > 1: ring.append(ring[ring.count - 2])
        case 2:
            let value = odd[Int.random(in: 0..<(isWild ? odd.count : 11), using: &random)]
            let latitude = min(90, max(-90, value))
            ring.append(GeoPoint(longitude: value, latitude: isWild ? value : latitude))
        default: ring.append(anyPlace(&random))
        }
    }
    return ring
}

@Test(arguments: turnedProjections)
func brokenGeometryIsDrawnWithinTheMapOrNotAtAll(turned: Turned) throws {
    let map = try #require(FittedProjection(turned.projection, fittingEarthIn: frame))
    let room = frame.outset(by: 0.3)
    var random = SplitMix64(
        seed: UInt64(turned.testDescription.utf8.reduce(0) { $0 &* 31 &+ UInt32($1) }))
    for _ in 0..<2 {
        let broken = (0..<2).map { _ in brokenRing(&random) }
        for path in [map.path(ofRings: broken), map.path(ofLines: broken)] {
            #expect(rings(of: path).joined().allSatisfy { room.contains($0) })
        }
        #expect(rings(of: map.path(ofRings: broken)).allSatisfy { $0.count > 2 })
        let feature = GeoFeature(id: "", polygons: [broken, []])
        #expect(map.path(of: feature) == map.path(of: feature))
        _ = map.polygons(of: feature)
        _ = FittedProjection(turned.projection, fitting: [feature], in: frame)
    }
}

@Test func mapsMagnifiedBeyondReasonEnd() throws {
    let map = try #require(FittedProjection(.mexico, fittingEarthIn: frame))
    let boxes = [ring(-110, 15, -90, 30), ring(-180, -90, 180, 90)]
    for factor in [1e3, 1e8, 1e200, 1e300, 1e308] {
        let place = GeoPoint(longitude: -100, latitude: 20)
        guard let lens = map.magnified(factor, about: place, in: frame) else { continue }
        for path in [
            lens.path(ofRings: boxes), lens.path(ofRings: boxes, within: frame),
            lens.path(ofLines: boxes, within: frame),
        ] {
            #expect(rings(of: path).joined().allSatisfy { $0.x.isFinite && $0.y.isFinite })
        }
    }
}
