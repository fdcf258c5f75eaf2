public import Graphics

/// How a line or the edge of an area runs between its points.
///
/// Swift's names are Swift Charts', the raw values are Vega-Lite's (`interpolate` of a mark). Paths
/// agree with the curves of d3-shape, with a tension of 0 and an alpha of 0.5 where d3 has them.
public enum Interpolation: String, Hashable, Sendable, CaseIterable {
    /// Straight lines.
    case linear
    /// A smooth curve that stays between its neighbouring points, and so invents no extreme.
    ///
    /// For points in the order of their x.
    case monotone
    /// A curve of continuous second derivative, straight at its ends; it may overshoot.
    case natural
    /// A smooth curve that is only drawn towards its points; it meets the first and the last.
    case basis
    /// A smooth curve whose slope at a point is that of its neighbours; it may overshoot.
    case cardinal
    /// The same by the distances of points, without loops (centripetal).
    case catmullRom = "catmull-rom"
    /// Steps that begin at their points: a value holds until the next one.
    case stepStart = "step-after"
    /// Steps whose middles are the points: values change half way.
    case stepCenter = "step"
    /// Steps that end at their points: a value holds since the one before.
    case stepEnd = "step-before"

    /// The line through points.
    ///
    /// A point that is not finite, or further than 1e30 points off, is a gap: the line ends before
    /// it and begins anew behind it. A point alone is a closed subpath without length, which shows
    /// as a dot where the stroke's ends are round. Takes time in proportion to the points.
    public func path(through points: [Point]) -> Path {
        var path = Path()
        Self.eachRun(of: points.count, where: { points[$0].isCurvable }) { run in
            path.move(to: points[run.lowerBound])
            trace(points[run], backward: false, into: &path)
            if case .move = path.elements.last { path.close() }
        }
        return path
    }

    /// The area between two edges, which hold a point each for the same places.
    ///
    /// The outline follows the upper edge and returns along the lower one. Gaps are as for lines,
    /// in either edge; points without a partner are left out.
    public func path(top: [Point], bottom: [Point]) -> Path {
        var path = Path()
        let count = min(top.count, bottom.count)
        Self.eachRun(of: count, where: { top[$0].isCurvable && bottom[$0].isCurvable }) { run in
            path.move(to: top[run.lowerBound])
            trace(top[run], backward: false, into: &path)
            path.addLine(to: bottom[run.upperBound - 1])
            trace(bottom[run].reversed(), backward: true, into: &path)
            path.close()
        }
        return path
    }

    /// Straight lines in place of monotone curves where the points lie so close that they look
    /// alike.
    ///
    /// A monotone curve stays in the box between its two points, so where no two neighbours are
    /// further apart in x than half a point, nobody sees it; and it takes three times as long to
    /// draw. Other interpolations may overshoot and stay as they are.
    public func simplified(for points: [Point]) -> Interpolation {
        guard self == .monotone, points.count > 1,
            zip(points, points.dropFirst()).allSatisfy({ abs($1.x - $0.x) <= 0.5 })
        else { return self }
        return .linear
    }

    /// Calls `body` with each longest run of indices that `isSound` holds for.
    private static func eachRun(
        of count: Int, where isSound: (Int) -> Bool, _ body: (Range<Int>) -> Void
    ) {
        var start = 0
        while start < count {
            guard isSound(start) else {
                start += 1
                continue
            }
            var end = start + 1
            while end < count, isSound(end) { end += 1 }
            body(start..<end)
            start = end
        }
    }

    /// Adds the curve from the first point, where the path already is, to the last.
    ///
    /// - Parameter backward: whether the points come in an order against that of the data; steps
    ///   then mirror themselves.
    private func trace(
        _ points: some RandomAccessCollection<Point>, backward: Bool, into path: inout Path
    ) {
        switch self {
        case .linear:
            for point in points.dropFirst() { path.addLine(to: point) }
        case .stepStart: path.addSteps(through: points, turningAt: backward ? 0 : 1)
        case .stepCenter: path.addSteps(through: points, turningAt: 0.5)
        case .stepEnd: path.addSteps(through: points, turningAt: backward ? 1 : 0)
        case .monotone: path.addMonotoneCurve(through: points)
        case .natural: path.addNaturalCurve(through: points)
        case .basis: path.addBasisCurve(through: points)
        case .cardinal: path.addCardinalCurve(through: points)
        case .catmullRom: path.addCatmullRomCurve(through: points)
        }
    }
}

extension Point {
    /// Whether sums, products and cubes of its coordinates stay finite.
    fileprivate var isCurvable: Bool { abs(x) <= 1e30 && abs(y) <= 1e30 }
}
