import Charts
import Graphics
import TestSupport
import Testing

@Suite struct SymbolTests {
    /// The outlines of d3-shape 1.3.7 at 36 square points, to seven decimals.
    private static let d3Symbols: [(Symbol, String)] = [
        (.square, "M-3,-3L3,-3L3,3L-3,3Z"),
        (.triangle, "M0,-5.2642961L4.5590141,2.632148L-4.5590141,2.632148Z"),
        (.diamond, "M0,-5.5836292L3.2237098,0L0,5.5836292L-3.2237098,0Z"),
        (
            .plus,
            """
            M-1.3416408,-4.0249224L1.3416408,-4.0249224L1.3416408,-1.3416408
            L4.0249224,-1.3416408L4.0249224,1.3416408L1.3416408,1.3416408
            L1.3416408,4.0249224L-1.3416408,4.0249224L-1.3416408,1.3416408
            L-4.0249224,1.3416408L-4.0249224,-1.3416408L-1.3416408,-1.3416408Z
            """
        ),
        (
            .star,
            """
            M0,-5.6629737L1.2714168,-1.7499551L5.3858081,-1.7499551L2.0571956,0.6684234
            L3.3286124,4.581442L0,2.1630635L-3.3286124,4.581442L-2.0571956,0.6684234
            L-5.3858081,-1.7499551L-1.2714168,-1.7499551Z
            """
        ),
    ]

    @Test func outlinesAreThoseOfD3() throws {
        for (symbol, data) in Self.d3Symbols {
            let path = symbol.path(center: .zero, area: 36)
            #expect(try path.isLike(Path(svg: data)), "\(symbol): \(path.elements)")
        }
        let circle = try #require(Symbol.circle.path(center: .zero, area: 36).controlBounds)
        #expect(abs(circle.width / 2 - 3.3851375) < 1e-6)
    }

    @Test(arguments: Symbol.allCases.filter { $0 != .circle })
    func shapesHaveTheAreaAskedFor(_ symbol: Symbol) {
        for area in [1.0, 36, 64, 400] {
            let path = symbol.path(center: Point(100, -40), area: area)
            #expect(abs(path.polygonArea - area) < 1e-8 * area)
        }
    }

    @Test func crossIsPlusTurnedAndTriangleDownIsTriangleTurned() {
        let plus = Symbol.plus.path(center: .zero, area: 20)
        let turn = Transform(
            a: 0.5.squareRoot(), b: 0.5.squareRoot(), c: -0.5.squareRoot(), d: 0.5.squareRoot(),
            tx: 0, ty: 0)
        #expect(
            Symbol.cross.path(center: .zero, area: 20).isLike(plus.transformed(by: turn)))
        let triangle = Symbol.triangle.path(center: .zero, area: 20)
        let half = Transform(a: -1, b: 0, c: 0, d: -1, tx: 0, ty: 0)
        #expect(
            Symbol.triangleDown.path(center: .zero, area: 20)
                .isLike(triangle.transformed(by: half)))
    }

    @Test func noTwoSymbolsLookAlikeAtSixPoints() {
        // On a grid of 0.2 pt, at least 15 % of the ink of any two differs.
        let inks = Symbol.allCases.map { symbol in
            ink(of: symbol.path(center: .zero, area: 36))
        }
        for (first, one) in zip(Symbol.allCases, inks) {
            for (second, other) in zip(Symbol.allCases, inks) where first != second {
                let differing = one.symmetricDifference(other).count
                #expect(
                    Double(differing) / Double(one.union(other).count) > 0.15,
                    "\(first) looks like \(second)")
            }
        }
    }

    @Test func aHollowMarkIsAsLargeAsAFullOne() {
        for symbol in Symbol.allCases {
            for (area, line) in [(36.0, 1.0), (64, 1.6), (100, 1)] {
                let full = symbol.path(center: .zero, area: area)
                let hollow = symbol.hollowPath(center: .zero, area: area, lineWidth: line)
                // Every edge lies half a line further in; its corners do not tell where the
                // outline turns inwards.
                let edge = Polyline(flattened(full))
                let middles = Polyline(flattened(hollow)).segments.map {
                    ($0.start + $0.end) * 0.5
                }
                #expect(middles.allSatisfy { abs(edge.distance(to: $0) - line / 2) < 0.01 })
            }
        }
    }

    @Test func aLineTooThickLeavesAnOutlineWithin() {
        for symbol in Symbol.allCases {
            let bounds = symbol.path(center: .zero, area: 36).controlBounds
            let hollow = symbol.hollowPath(center: .zero, area: 36, lineWidth: 50)
            #expect(hollow.controlBounds.map { bounds?.contains($0) == true } == true)
            #expect(
                symbol.hollowPath(center: .zero, area: 36, lineWidth: -1)
                    == symbol.path(center: .zero, area: 36))
        }
    }

    @Test func whatHasNoAreaHasNoOutline() {
        for symbol in Symbol.allCases {
            for area in [0, -1, .nan, .infinity] {
                #expect(symbol.path(center: .zero, area: area).isEmpty)
            }
            #expect(symbol.path(center: Point(.nan, 0), area: 36).isEmpty)
        }
    }

    @Test func namesAreThoseOfVegaLiteWhereItHasTheShape() {
        #expect(
            Symbol.allCases.map(\.rawValue) == [
                "circle", "square", "triangle-up", "triangle-down", "diamond", "plus", "cross",
                "star",
            ])
    }
}

/// The outline as corners, curves in 30 pieces each, closed.
private func flattened(_ path: Path) -> [Point] {
    var corners: [Point] = []
    for element in path.elements {
        switch element {
        case .move(let point), .line(let point): corners.append(point)
        case .curve(let first, let second, let end):
            let start = corners.last ?? end
            corners += (1...30).map { step in
                let share = Double(step) / 30
                let rest = 1 - share
                return start * (rest * rest * rest) + first * (3 * rest * rest * share)
                    + second * (3 * rest * share * share) + end * (share * share * share)
            }
        case .close: corners += corners.prefix(1)
        }
    }
    return corners
}

/// The cells of a grid of 0.2 pt whose middles lie inside.
private func ink(of path: Path) -> Set<Int> {
    let corners = flattened(path)
    var cells: Set<Int> = []
    for row in -40..<40 {
        for column in -40..<40 {
            let cell = Rect(
                x: (Double(column) + 0.5) * 0.2, y: (Double(row) + 0.5) * 0.2, width: 0, height: 0)
            if cell.lies(inside: corners) { cells.insert(row * 100 + column) }
        }
    }
    return cells
}
