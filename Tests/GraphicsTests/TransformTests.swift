import Graphics
import Testing

private let shear = Transform(a: 2, b: 1, c: -3, d: 0.5, tx: 7, ty: -4)
private let points = [Point.zero, Point(1, 0), Point(0, 1), Point(-3.5, 8)]

@Test func identityMovesNothing() {
    for point in points { #expect(Transform.identity.apply(to: point) == point) }
}

@Test func identityIsNeutralInConcatenation() {
    #expect(shear.concatenated(after: .identity) == shear)
    #expect(Transform.identity.concatenated(after: shear) == shear)
}

@Test func concatenatingIsApplyingOneAfterTheOther() {
    let first = Transform(a: 0, b: 1, c: -1, d: 0, tx: 2, ty: 3)
    let both = shear.concatenated(after: first)
    for point in points {
        #expect(both.apply(to: point) == shear.apply(to: first.apply(to: point)))
    }
}

@Test func orderMattersForScalingAndMoving() {
    let (move, scale) = (Transform.translation(10, 20), Transform.scale(2))
    #expect(move.concatenated(after: scale).apply(to: Point(1, 1)) == Point(12, 22))
    #expect(scale.concatenated(after: move).apply(to: Point(1, 1)) == Point(22, 42))
}

@Test func aTransformMapsEachPointOfAPath() {
    var path = Path.polyline([Point(1, 0), Point(0, 1)])
    path.addCurve(Point(1, 1), Point(2, 1), to: Point(3, 0))
    path.close()
    let mapped = path.transformed(by: .scale(2))
    #expect(
        mapped.elements == [
            .move(Point(2, 0)), .line(Point(0, 2)),
            .curve(Point(2, 2), Point(4, 2), to: Point(6, 0)), .close,
        ])
}
