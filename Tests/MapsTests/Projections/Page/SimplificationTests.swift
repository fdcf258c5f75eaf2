import Glibc
import Graphics
import TestSupport
import Testing

@testable import Maps

/// A wriggling line, as coasts are.
private func coast(_ count: Int, step: Double, seed: UInt64) -> [Point] {
    var random = SplitMix64(seed: seed)
    var (point, heading) = (Point(0, 0), 0.0)
    return (0..<count).map { _ in
        heading += Double.random(in: -0.6...0.6, using: &random)
        point = point + Point(cos(heading), sin(heading)) * step
        return point
    }
}

@Test func aSimplerLineIsWithinTheTolerance() {
    for (seed, step) in [(1, 0.002), (2, 0.02), (3, 0.1), (4, 1.0)] {
        let line = coast(4_000, step: step, seed: UInt64(seed))
        let simple = Simplification.line(line)
        #expect(simple.first == line.first && simple.last == line.last)
        #expect(Set(simple).isSubset(of: line))
        let drawn = Polyline(simple)
        for point in line.enumerated().filter({ $0.offset % 37 == 0 }).map(\.element) {
            #expect(drawn.distance(to: point) < Simplification.tolerance + 1e-9)
        }
        if step < 0.05 { #expect(simple.count < line.count / 3) }
    }
}

@Test func bothNeighboursSimplifyTheirBorderAlike() {
    let border = coast(3_000, step: 0.02, seed: 9)
    let east = border + [Point(500, 90), Point(500, -90)]
    let west = border.reversed() + [Point(-500, -90), Point(-500, 90)]
    let inEast = Set(Simplification.ring(east)).intersection(border)
    let inWest = Set(Simplification.ring(west)).intersection(border)
    // But for the stretch at either end, where the rings part.
    let ends = Set(border.prefix(160) + border.suffix(160))
    #expect(inEast.subtracting(ends) == inWest.subtracting(ends))
    #expect(inEast.count < 1_000)
}

@Test func aRingKeepsThreeCornersAndItsStart() {
    let square = [Point(0, 0), Point(9, 0), Point(9, 9), Point(0, 9)]
    #expect(Simplification.ring(square) == square)
    let thin = [
        Point(0, 0), Point(3, 0.01), Point(6, 0.01), Point(9, 0), Point(6, -0.01), Point(3, -0.01),
    ]
    #expect(Simplification.ring(thin).count == 3)
    let circle = (0..<3_000).map { index in
        let angle = Double(index) / 3_000 * 2 * .pi
        return Point(cos(angle), sin(angle)) * 50
    }
    #expect((20..<400).contains(Simplification.ring(circle).count))
}

@Test func dotsAndNothingStayWhatTheyAre() {
    #expect(Simplification.ring([]).isEmpty && Simplification.line([]).isEmpty)
    let dot = Array(repeating: Point(1.234, 5.678), count: 9)
    #expect(Simplification.ring(dot) == [dot[0]])
    #expect(Simplification.line(dot) == [dot[0], dot[0]])
}

@Test func linesThatDoubleBackTakeNoLongerThanOthers() {
    // Between two points, over and over: no vertex splits by its place.
    let line = (0..<200_000).map { Point($0 % 2 == 0 ? 0 : 30, 0) }
    #expect(Simplification.line(line).count > 2)
}
