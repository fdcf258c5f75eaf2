import Diagnostics
import Graphics
import TestSupport
import Testing

@testable import Maps

@Test func aTiltUndoneIsNoTilt() {
    var random = SplitMix64(seed: 21)
    for _ in 0..<500 {
        let angles = (0..<2).map { _ in Double.random(in: -400...400, using: &random) }
        guard let tilt = SphereTilt(phi: angles[0], gamma: angles[1]) else { continue }
        let place = anyPlace(&random)
        let start = SpherePoint(
            longitude: place.longitude * .pi / 180, latitude: place.latitude * .pi / 180)
        let back = tilt.undone(from: tilt.applied(to: start))
        #expect(
            degrees(
                GeoPoint(
                    longitude: back.longitude * 180 / .pi, latitude: back.latitude * 180 / .pi),
                place) < 1e-11)
    }
}

@Test func wholeTurnsAreNoTilt() {
    #expect(SphereTilt(phi: 0, gamma: 0) == nil)
    #expect(SphereTilt(phi: 360, gamma: -720) == nil)
    #expect(SphereTilt(phi: 180, gamma: 0) != nil)
}

@Test func aDiscAboutACentreIsARotatedOne() throws {
    var random = SplitMix64(seed: 22)
    for kind in Projection.Kind.allCases where kind.isAzimuthal {
        let center = anyPlace(&random)
        let centered = try Projection(kind, center: center)
        let rotated = try Projection(
            kind, rotation: Rotation(-center.longitude, -center.latitude))
        #expect(degrees(rotated.center, center) < 1e-9)
        for _ in 0..<50 {
            let place = anyPlace(&random)
            let (one, other) = (centered.project(place), rotated.project(place))
            #expect((one == nil) == (other == nil))
            if let one, let other { #expect(one.distance(to: other) < 1e-9) }
        }
    }
}

@Test func whatARotationBringsToTheMiddleIsTheOrigin() throws {
    for turned in turnedProjections {
        let image = try #require(turned.projection.project(turned.projection.center))
        #expect(image.distance(to: .zero) < 1e-9)
    }
}

@Test func aRotationNeedsAnglesAndNoCentre() {
    for wrong in [Rotation(.nan, 0), Rotation(0, .infinity), Rotation(0, 0, -.infinity)] {
        #expect(throws: Diagnostic.self) { try Projection(.robinson, rotation: wrong) }
    }
    #expect(throws: Diagnostic.self) {
        try Projection(.robinson, center: place(10, 0), rotation: Rotation(0, 0))
    }
    #expect(throws: Never.self) { try Projection(.robinson, rotation: Rotation(1e9, -1e9, 1e9)) }
}
