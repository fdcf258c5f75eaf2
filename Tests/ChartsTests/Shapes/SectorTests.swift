import Charts
import Glibc
import Graphics
import TestSupport
import Testing

@Suite struct SectorTests {
    // MARK: - d3

    /// Radii, angles and pad angle in radians; then the corners and the centroid that d3-shape
    /// 1.3.7 has: outer start, outer end, inner end, inner start.
    private static let d3Arcs: [(arc: [Double], corners: [Point], centroid: Point)] = [
        (
            [20, 50, 0.5, 2, 0],
            [
                Point(23.9712769, -43.8791281), Point(45.4648713, 20.8073418),
                Point(18.1859485, 8.3229367), Point(9.5885108, -17.5516512),
            ], Point(33.2144617, -11.0362827)
        ),
        (
            [20, 50, 0.5, 2, 0.06],
            [
                Point(25.3763298, -43.0818046), Point(46.1133446, 19.3276862),
                Point(18.7987426, 6.8269523), Point(10.9747518, -16.719893),
            ], Point(33.2144617, -11.0362827)
        ),
        (
            [30, 60, -1, 3.5, 0.02],
            [
                Point(-50.1226638, -32.9805787), Point(-20.4174945, 56.4191982),
                Point(-9.8926819, 28.3219852), Point(-24.8753782, -16.769483),
            ], Point(42.7043079, -14.1895063)
        ),
        (
            [10, 40, 1, 6, 0.1],
            [
                Point(34.7275415, -19.8493794), Point(-13.1403956, -37.7800212),
                Point(-4.7128022, -8.8198353), Point(9.3475058, -3.5530459),
            ], Point(-8.7695807, 23.4114172)
        ),
        (
            // From the later angle to the earlier one: the same sector, clockwise here.
            [25, 50, 3, 2, 0.03],
            [
                Point(45.1095412, 21.5668563), Point(7.885111, 49.3743357),
                Point(4.3561181, 24.6175595), Point(22.3707094, 11.1602581),
            ], Point(22.4427054, 30.0428856)
        ),
    ]

    @Test func cornersAndCentroidsAreThoseOfD3() {
        for (arc, corners, centroid) in Self.d3Arcs {
            let sector = Sector(
                center: .zero, innerRadius: arc[0], outerRadius: arc[1],
                startDegrees: arc[2] * 180 / .pi, endDegrees: arc[3] * 180 / .pi,
                padDegrees: arc[4] * 180 / .pi)
            #expect(sector.centroid.distance(to: centroid) < 1e-6)
            let elements = sector.path.elements
            let line = elements.firstIndex { if case .line = $0 { true } else { false } }
            guard let line, let first = elements[0].end, let outerEnd = elements[line - 1].end,
                let innerEnd = elements[line].end, let last = elements.compactMap(\.end).last
            else {
                Issue.record("no ring segment: \(elements)")
                continue
            }
            for (own, other) in zip([first, outerEnd, innerEnd, last], corners) {
                #expect(own.distance(to: other) < 1e-6)
            }
        }
    }

    @Test func aSectorOfADiskHasItsTipInTheCentre() {
        let path = sector(0, 50, 0, 180 / .pi).path
        let ends = path.elements.compactMap(\.end)
        #expect(ends.first?.distance(to: Point(100, 50)) ?? 1 < 1e-6)
        #expect(ends.last == Point(100, 100))
        #expect(
            ends.dropLast().last?.distance(to: Point(142.0735492, 72.9848847)) ?? 1 < 1e-6)
    }

    @Test func aWholeRingIsTwoCircles() {
        for sweep in [360.0, 500, -400] {
            let path = sector(20, 50, 0, sweep, inset: 3).path
            #expect(path.elements.filter { $0 == .close }.count == 2)
            let radii = path.elements.compactMap(\.end).map { $0.distance(to: Point(100, 100)) }
            #expect(radii.allSatisfy { abs($0 - 50) < 1e-9 || abs($0 - 20) < 1e-9 })
        }
        #expect(sector(0, 50, 0, 360).path.elements.filter { $0 == .close }.count == 1)
    }

    // MARK: - Outline

    @Test func everyEdgeIsAsFarInAsTheInset() {
        var random = SplitMix64(seed: 1)
        for _ in 0..<500 {
            let sector = anySector(using: &random)
            let (start, end) = (
                min(sector.startDegrees, sector.endDegrees),
                max(sector.startDegrees, sector.endDegrees)
            )
            for end in [start, end].map({ sector.place(atDegrees: $0, radius: 200) }) {
                guard sector.inset > 0, sector.path.isEmpty == false else { continue }
                let side = Segment(sector.center, end)
                for point in sector.path.elements.compactMap(\.end) {
                    #expect(side.distance(to: point) >= sector.inset - 1e-9)
                }
            }
            for point in sector.path.elements.compactMap(\.end) {
                let radius = point.distance(to: sector.center)
                #expect(radius <= sector.outerRadius + 1e-9)
                #expect(radius >= sector.innerRadius - 1e-9)
            }
        }
    }

    @Test func whatHasNoAreaHasNoOutline() {
        #expect(sector(20, 50, 30, 30).path.isEmpty)
        #expect(sector(50, 50, 0, 90).path.isEmpty)
        #expect(sector(0, 0, 0, 90).path.isEmpty)
        #expect(sector(0, 50, 0, 1, inset: 20).path.isEmpty)
        #expect(sector(0, 50, 0, 300, inset: 60).path.isEmpty)
    }

    @Test func oddNumbersNeverLeadToAPointThatIsNone() {
        var random = SplitMix64(seed: 2)
        let odd = [
            0, -0.0, 1, -1, 90, 180, 359.999_999_999, 360, 1e9, 1e300, .leastNonzeroMagnitude, .nan,
            .infinity,
        ]
        let number = { odd[Int.random(in: odd.indices, using: &random)] }
        for _ in 0..<5000 {
            let sector = Sector(
                center: Point(number(), number()), innerRadius: number(), outerRadius: number(),
                startDegrees: number(), endDegrees: number(), inset: number())
            for point in sector.path.elements.flatMap(\.points) {
                #expect(point.x.isFinite && point.y.isFinite)
            }
            _ = sector.contains(Rect(x: number(), y: number(), width: number(), height: number()))
            _ = sector.labelFrame(of: Size(number(), number()), margin: number())
        }
    }

    // MARK: - Labels

    @Test func aRectangleInsideHasAllItsPointsInside() {
        var random = SplitMix64(seed: 3)
        var (inside, outside) = (0, 0)
        for _ in 0..<4000 {
            let sector = anySector(using: &random)
            let size = Size(
                Double.random(in: 1...30, using: &random), Double.random(in: 1...15, using: &random)
            )
            let corner = sector.place(
                atDegrees: Double.random(in: 0...360, using: &random),
                radius: Double.random(in: 0...100, using: &random))
            let rect = Rect(origin: corner, size: size)
            // 15 by 15 points of the rectangle.
            let places = (0..<225).map { index in
                let (row, column) = (Double(index / 15), Double(index % 15))
                return corner + Point(size.width * column / 14, size.height * row / 14)
            }
            let all = places.allSatisfy { holds($0, sector, give: 1e-9) }
            if sector.contains(rect) {
                inside += 1
                #expect(all)
            } else if places.allSatisfy({ holds($0, sector, give: -0.8) }) {
                Issue.record("\(rect) lies in \(sector)")
            } else {
                outside += 1
            }
        }
        #expect(inside > 300 && outside > 300)
    }

    @Test func aLabelStandsInsideAsNearToTheCentroidAsItFits() throws {
        let wide = sector(60, 100, 60, 120)
        let frame = try #require(wide.labelFrame(of: Size(30, 12), margin: 2))
        #expect(frame.center.distance(to: wide.centroid) < 1e-9)
        // The tip of a disc's sector has no room, so the label moves out.
        let narrow = sector(0, 100, 75, 105)
        let moved = try #require(narrow.labelFrame(of: Size(30, 20)))
        #expect(narrow.contains(moved))
        #expect(moved.midX > narrow.centroid.x && abs(moved.midY - 100) < 1e-9)
        #expect(narrow.labelFrame(of: Size(60, 40)) == nil)
        #expect(sector(0, 100, 10, 10).labelFrame(of: Size(1, 1)) == nil)
    }

    @Test func theHoleIsNoPlaceForALabel() {
        let label = Rect(x: 90, y: 90, width: 20, height: 20)
        #expect(!sector(30, 100, 0, 360).contains(label))
        #expect(sector(0, 100, 0, 360).contains(label))
        // Around the tip of three quarters of a disc there is a missing corner.
        #expect(!sector(0, 100, 90, 360).contains(label))
    }
}

private func sector(
    _ inner: Double, _ outer: Double, _ start: Double, _ end: Double, inset: Double = 0
) -> Sector {
    Sector(
        center: Point(100, 100), innerRadius: inner, outerRadius: outer, startDegrees: start,
        endDegrees: end, inset: inset)
}

private func anySector(using random: inout SplitMix64) -> Sector {
    let start = Double.random(in: -360...360, using: &random)
    let isDisk = Bool.random(using: &random)
    return sector(
        isDisk ? 0 : Double.random(in: 0...80, using: &random),
        Double.random(in: 81...120, using: &random), start,
        start + Double.random(in: 5...355, using: &random),
        inset: Bool.random(using: &random) ? 0 : Double.random(in: 0...4, using: &random))
}

/// Whether a point lies in a sector with all edges moved out by `give`.
private func holds(_ point: Point, _ sector: Sector, give: Double) -> Bool {
    let vector = point - sector.center
    let radius = vector.distance(to: .zero)
    guard radius <= sector.outerRadius + give, radius >= sector.innerRadius - give else {
        return false
    }
    let middle = (sector.startDegrees + sector.endDegrees) / 2
    let half = abs(sector.endDegrees - sector.startDegrees) / 2
    let away = abs(remainder(atan2(vector.x, -vector.y) * 180 / .pi - middle, 360))
    let sides = [sector.startDegrees, sector.endDegrees].map {
        Segment(sector.center, sector.place(atDegrees: $0, radius: 1000)).distance(to: point)
    }
    let depth = (away <= half ? 1 : -1) * (sides.min() ?? 0)
    return depth >= sector.inset - give
}
