import Charts
import Graphics
import TestSupport
import Testing

@Suite struct InterpolationTests {
    @Test func linesAndAreasAreThoseOfD3() throws {
        var cases = 0
        for text in d3Curves.split(separator: "\n\n") {
            let fields = text.split(separator: "|").map {
                $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            }
            try #require(fields.count == 5)
            let interpolation = try #require(Interpolation(rawValue: fields[0]))
            let (top, bottom) = (points(fields[1]), points(fields[2]))
            let line = interpolation.path(through: top)
            #expect(
                try line.isLike(Path(svg: fields[3])),
                "\(interpolation) through \(fields[1]): \(line.elements)")
            let area = interpolation.path(top: top, bottom: bottom)
            #expect(
                try area.isLike(Path(svg: fields[4])),
                "\(interpolation) area of \(fields[1]): \(area.elements)")
            cases += 1
        }
        #expect(cases == 86)
    }

    @Test func namesAreVegaLites() {
        #expect(
            Interpolation.allCases.map(\.rawValue) == [
                "linear", "monotone", "natural", "basis", "cardinal", "catmull-rom", "step-after",
                "step", "step-before",
            ])
    }

    @Test func aMonotoneCurveNeverLeavesTheBoxOfItsPoints() {
        var random = SplitMix64(seed: 1)
        for _ in 0..<300 {
            let points = walk(of: Int.random(in: 2...40, using: &random), using: &random)
            let path = Interpolation.monotone.path(through: points)
            var start = points[0]
            for element in path.elements {
                switch element {
                case .move(let point): start = point
                case .line(let end): start = end
                case .curve(let first, let second, let end):
                    let box = Rect(around: [start, end])?.outset(by: 1e-9)
                    for step in 0...20 {
                        let place = bezier(start, first, second, end, Double(step) / 20)
                        #expect(box?.contains(place) == true)
                    }
                    start = end
                case .close: Issue.record("a line is open")
                }
            }
        }
    }

    @Test(arguments: Interpolation.allCases)
    func linesBeginAndEndAtTheirPoints(_ interpolation: Interpolation) throws {
        var random = SplitMix64(seed: 2)
        for count in 2...30 {
            let points = walk(of: count, using: &random)
            let path = interpolation.path(through: points)
            #expect(path.elements.first == .move(points[0]))
            let last = try #require(path.elements.compactMap(\.end).last)
            #expect(last.distance(to: points[count - 1]) < 1e-9)
        }
    }

    @Test(arguments: Interpolation.allCases)
    func whateverComesInNoPointOfAPathIsNotANumber(_ interpolation: Interpolation) {
        var random = SplitMix64(seed: 3)
        let odd = [
            0, -0.0, 1, 1, 2, 1e-300, .leastNonzeroMagnitude, 1e30, -1e30, 1e31, 1e308, .nan,
            .infinity, -.infinity,
        ]
        let number = { odd[Int.random(in: odd.indices, using: &random)] }
        for _ in 0..<2000 {
            let top = (0..<Int.random(in: 0...7, using: &random)).map { _ in
                Point(number(), number())
            }
            let bottom = top.map { Point($0.x, number()) }
            let paths = [
                interpolation.path(through: top),
                interpolation.path(top: top, bottom: bottom),
            ]
            for point in paths.flatMap(\.elements).flatMap(\.points) {
                #expect(point.x.isFinite && point.y.isFinite)
            }
        }
    }

    @Test(arguments: Interpolation.allCases)
    func gapsPartALine(_ interpolation: Interpolation) {
        let (left, right) = (
            [Point(0, 1), Point(5, 3), Point(9, 2)], [Point(20, 4), Point(30, 8)]
        )
        let gap = [Point(12, .nan)]
        var both = interpolation.path(through: left)
        both.add(interpolation.path(through: right))
        #expect(interpolation.path(through: gap + left + gap + gap + right + gap) == both)

        let floor = { (points: [Point]) in points.map { Point($0.x, 10) } }
        var areas = interpolation.path(top: left, bottom: floor(left))
        areas.add(interpolation.path(top: right, bottom: floor(right)))
        #expect(
            interpolation.path(top: left + gap + right, bottom: floor(left + gap + right)) == areas)
    }

    @Test(arguments: Interpolation.allCases)
    func nothingIsDrawnThroughNothing(_ interpolation: Interpolation) {
        #expect(interpolation.path(through: []).isEmpty)
        #expect(interpolation.path(through: [Point(.infinity, 0)]).isEmpty)
        #expect(interpolation.path(top: [Point(1, 2)], bottom: []).isEmpty)
    }

    @Test func aPointAloneIsADot() {
        for interpolation in Interpolation.allCases {
            let path = interpolation.path(through: [Point(3, 4)])
            #expect(path.elements == [.move(Point(3, 4)), .close])
        }
    }

    @Test func stepsHoldBeforeAfterOrAroundTheirPoints() {
        let points = [Point(0, 5), Point(10, 1)]
        let corners = { (interpolation: Interpolation) in
            interpolation.path(through: points).elements.map(\.points).joined().dropFirst()
        }
        #expect(Array(corners(.stepStart)) == [Point(10, 5), Point(10, 1)])
        #expect(Array(corners(.stepEnd)) == [Point(0, 1), Point(10, 1)])
        #expect(Array(corners(.stepCenter)) == [Point(5, 5), Point(5, 1), Point(10, 1)])
    }

    @Test func densePointsNeedNoMonotoneCurve() {
        let dense = (0..<50).map { Point(Double($0) * 0.5, Double($0 % 7)) }
        #expect(Interpolation.monotone.simplified(for: dense) == .linear)
        #expect(Interpolation.monotone.simplified(for: dense + [Point(26, 0)]) == .monotone)
        #expect(Interpolation.monotone.simplified(for: dense + [Point(.nan, 0)]) == .monotone)
        #expect(Interpolation.cardinal.simplified(for: dense) == .cardinal)
        #expect(Interpolation.monotone.simplified(for: []) == .monotone)
    }
}

/// Points as in `1,2 3,4`.
private func points(_ text: String) -> [Point] {
    text.split(separator: " ").map { pair in
        let numbers = pair.split(separator: ",").map { Double($0) ?? .nan }
        return numbers.count == 2 ? Point(numbers[0], numbers[1]) : Point(.nan, .nan)
    }
}

/// Points in the order of their x, now and then above each other or equal.
private func walk(of count: Int, using random: inout SplitMix64) -> [Point] {
    var point = Point(0, 0)
    return (0..<count).map { _ in
        if Int.random(in: 0..<6, using: &random) > 0 {
            point.x += Double.random(in: 0...30, using: &random)
        }
        if Int.random(in: 0..<6, using: &random) > 0 {
            point.y = Double.random(in: -300...300, using: &random)
        }
        return point
    }
}

private func bezier(
    _ start: Point, _ first: Point, _ second: Point, _ end: Point, _ share: Double
) -> Point {
    let rest = 1 - share
    return start * (rest * rest * rest) + first * (3 * rest * rest * share)
        + second * (3 * rest * share * share) + end * (share * share * share)
}
