import Charts
import Graphics
import TestSupport
import Testing

@Suite struct ThinningTests {
    @Test func everyColumnKeepsItsFirstLastLowestAndHighestPoint() {
        var random = SplitMix64(seed: 1)
        for _ in 0..<60 {
            let points = line(of: Int.random(in: 1...3000, using: &random), using: &random)
            let width = Double.random(in: 0.1...4, using: &random)
            let thinned = Thinning.thinned(points, columnWidth: width)
            let before = columns(of: points, width)
            let after = columns(of: thinned, width)
            #expect(before.map(\.place) == after.map(\.place))
            for (before, after) in zip(before, after) {
                #expect(after.points.count <= 4)
                #expect(after.points.first == before.points.first)
                #expect(after.points.last == before.points.last)
                #expect(after.points.map(\.y).min() == before.points.map(\.y).min())
                #expect(after.points.map(\.y).max() == before.points.map(\.y).max())
                if before.points.count <= 4 { #expect(before.points == after.points) }
            }
        }
    }

    @Test func indicesRiseAndNameTheKeptPoints() {
        var random = SplitMix64(seed: 2)
        for _ in 0..<60 {
            let points = gappedLine(of: Int.random(in: 0...3000, using: &random), using: &random)
            let kept = Thinning.keptIndices(of: points)
            #expect(zip(kept, kept.dropFirst()).allSatisfy { $0 < $1 })
            #expect(kept.map { points[$0] } == Thinning.thinned(points))
            #expect(kept.first == points.indices.first && kept.last == points.indices.last)
        }
    }

    @Test func noPointIsFurtherFromTheThinnedLineThanAColumnIsWide() {
        var random = SplitMix64(seed: 3)
        let points = line(of: 1500, using: &random)
        let thinned = Thinning.thinned(points, columnWidth: 2)
        #expect(thinned.count < 900)
        // Only the columns around a point can hold what is nearest.
        for point in points {
            let near = thinned.filter { abs($0.x - point.x) <= 4 }
            #expect(Polyline(near).distance(to: point) <= 2)
        }
    }

    @Test func gapsStayAndPartTheLine() {
        var random = SplitMix64(seed: 4)
        for _ in 0..<30 {
            let points = gappedLine(of: 2000, using: &random)
            let thinned = parts(of: points).map { Thinning.thinned($0) }
            #expect(parts(of: Thinning.thinned(points)) == thinned)
        }
    }

    @Test func fewPointsStayAsTheyAre() {
        let points = (0..<2000).map { Point(Double($0) / 16, Double($0 * 37 % 101)) }
        #expect(Thinning.thinned(points) == points)
        #expect(Thinning.thinned([Point]()).isEmpty)
        #expect(Thinning.thinned([Point?]()) == [])
        #expect(Thinning.thinned([nil, nil] as [Point?]) == [nil, nil])
        #expect(Thinning.thinned([Point(1, 2)]) == [Point(1, 2)])
    }

    @Test func manyPointsBecomeFew() {
        var random = SplitMix64(seed: 5)
        let points = (0..<20_000).map {
            Point(Double($0) / 1000, Double.random(in: 0...100, using: &random))
        }
        #expect(Thinning.thinned(points).count <= 4 * 81)
        let level = (0..<20_000).map { Point(Double($0) / 1000, 7) }
        #expect(Thinning.thinned(level).count == 2 * 80)
        #expect(Thinning.thinned((0..<1000).map { Point(3, Double($0)) }).count == 2)
    }

    @Test func aLineFromRightToLeftIsThinnedToo() {
        let points = (0..<20_000).map { Point(20 - Double($0) / 1000, Double($0 * 37 % 101)) }
        #expect(Thinning.thinned(points).count <= 4 * 81)
    }

    @Test func whatIsNoLineOverAnAxisIsLeftAlone() {
        let level = (0..<100).map { Point(Double($0) / 1000, 7) }
        for odd in [
            Point(-1, 7), Point(.nan, 7), Point(.infinity, 7), Point(1, .nan), Point(1, .infinity),
        ] {
            let points = level.prefix(50) + [odd] + level.suffix(50)
            #expect(Thinning.keptIndices(of: Array(points)) == Array(0..<101))
        }
        for width in [0, -1, .nan, .infinity] {
            #expect(Thinning.thinned(level, columnWidth: width) == level)
        }
        #expect(Thinning.thinned(level, columnWidth: .leastNonzeroMagnitude).count <= 100)
    }
}

private func line(of count: Int, using random: inout SplitMix64) -> [Point] {
    var x = -20.0
    return (0..<count).map { _ in
        x += Double.random(in: 0...0.4, using: &random)
        // Whole numbers, so that extremes are met more than once.
        return Point(x, Double(Int.random(in: -50...50, using: &random)))
    }
}

private func gappedLine(of count: Int, using random: inout SplitMix64) -> [Point?] {
    line(of: count, using: &random).map { point in
        Int.random(in: 0..<40, using: &random) == 0 ? nil : Point(point.x / 10, point.y)
    }
}

/// The lines between gaps.
private func parts(of points: [Point?]) -> [[Point]] {
    var parts: [[Point]] = [[]]
    for point in points {
        if let point { parts[parts.count - 1].append(point) } else { parts.append([]) }
    }
    return parts
}

private func columns(of points: [Point], _ width: Double) -> [(place: Double, points: [Point])] {
    var columns: [(place: Double, points: [Point])] = []
    for point in points {
        let place = (point.x / width).rounded(.down)
        if columns.last?.place != place { columns.append((place, [])) }
        columns[columns.count - 1].points.append(point)
    }
    return columns
}
