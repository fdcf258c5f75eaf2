import Glibc
public import Graphics

/// A part of a disc or ring between two angles.
///
/// Angles are degrees clockwise from twelve o'clock; 360 of them or more make a whole ring.
public struct Sector: Hashable, Sendable {
    /// The middle of the disc.
    public var center: Point
    /// The radius of the hole in points; 0 for a disc.
    public var innerRadius: Double
    /// The radius of the rim in points.
    public var outerRadius: Double
    /// Where it begins.
    public var startDegrees: Double
    /// Where it ends.
    public var endDegrees: Double
    /// How far both straight sides are moved in, in points: half the gap between neighbours, whose
    /// sides are parallel.
    ///
    /// Swift Charts' `angularInset`. A whole ring has no sides.
    public var inset: Double

    /// A part of a ring.
    public init(
        center: Point, innerRadius: Double = 0, outerRadius: Double, startDegrees: Double,
        endDegrees: Double, inset: Double = 0
    ) {
        self.center = center
        self.innerRadius = innerRadius
        self.outerRadius = outerRadius
        self.startDegrees = startDegrees
        self.endDegrees = endDegrees
        self.inset = inset
    }

    /// A part of a ring whose gaps are given as d3-shape's `padAngle`.
    ///
    /// The angle is that of the gap at the radius √(inner² + outer²).
    public init(
        center: Point, innerRadius: Double = 0, outerRadius: Double, startDegrees: Double,
        endDegrees: Double, padDegrees: Double
    ) {
        let radius = (innerRadius * innerRadius + outerRadius * outerRadius).squareRoot()
        self.init(
            center: center, innerRadius: innerRadius, outerRadius: outerRadius,
            startDegrees: startDegrees, endDegrees: endDegrees,
            inset: radius * sin(padDegrees / 2 * .pi / 180))
    }

    /// The angle in the middle.
    public var middleDegrees: Double { startDegrees + (endDegrees - startDegrees) / 2 }

    /// The point half way between the angles and between the radii, d3-shape's `centroid`.
    public var centroid: Point {
        place(atDegrees: middleDegrees, radius: (innerRadius + outerRadius) / 2)
    }

    /// A point of the plane by angle and distance from the centre.
    public func place(atDegrees degrees: Double, radius: Double) -> Point {
        center + Self.direction(degrees) * radius
    }

    /// The outline; empty where the sector has no area, and where a number is not finite.
    ///
    /// Sides that are moved in and meet before the hole end in their meeting point, so that the gap
    /// is even down to the tip; d3-shape lets it grow narrower there.
    public var path: Path {
        var path = Path()
        guard let shape = Shape(self) else { return path }
        if shape.isWhole {
            addArc(shape.outer, shape.outerRadius, to: &path)
            path.close()
            if shape.innerRadius > 0 {
                addArc(shape.outer.reversed, shape.innerRadius, to: &path)
                path.close()
            }
            return path
        }
        addArc(shape.outer, shape.outerRadius, to: &path)
        if let inner = shape.inner {
            addArc(inner.reversed, shape.innerRadius, to: &path)
        } else {
            path.addLine(to: place(atDegrees: shape.middle, radius: shape.tipRadius))
        }
        path.close()
        return path
    }

    // MARK: - Labels

    /// Whether a rectangle lies inside, `margin` points from every edge.
    public func contains(_ rect: Rect, margin: Double = 0) -> Bool {
        let rect = rect.outset(by: margin)
        guard let shape = Shape(self), rect.isFinite, rect.width >= 0, rect.height >= 0 else {
            return false
        }
        let corners = [
            Point(rect.minX, rect.minY), Point(rect.maxX, rect.minY),
            Point(rect.maxX, rect.maxY), Point(rect.minX, rect.maxY),
        ]
        guard corners.allSatisfy({ $0.distance(to: center) <= shape.outerRadius }) else {
            return false
        }
        let nearest = Point(
            min(max(center.x, rect.minX), rect.maxX), min(max(center.y, rect.minY), rect.maxY))
        guard nearest.distance(to: center) >= shape.innerRadius else { return false }
        if shape.isWhole { return true }
        // With neither side across it, the rectangle is between them or beyond them as a whole.
        let tip = place(atDegrees: shape.middle, radius: shape.tipRadius)
        let starts = shape.inner.map {
            (
                place(atDegrees: $0.start, radius: shape.innerRadius),
                place(atDegrees: $0.end, radius: shape.innerRadius)
            )
        }
        let sides = [
            Segment(
                starts?.0 ?? tip, place(atDegrees: shape.outer.start, radius: shape.outerRadius)),
            Segment(
                starts?.1 ?? tip, place(atDegrees: shape.outer.end, radius: shape.outerRadius)),
        ]
        guard !sides.contains(where: { $0.intersects(rect) }) else { return false }
        return shape.isBetweenSides(rect.center - center)
    }

    /// Where a label of a size stands inside: on the middle angle, as near to `centroid` as it
    /// fits.
    ///
    /// `nil` where it fits nowhere there. Tries 16 places to either side of the centroid.
    public func labelFrame(of size: Size, margin: Double = 0) -> Rect? {
        let (low, high) = (min(innerRadius, outerRadius), max(innerRadius, outerRadius))
        let steps = 16
        let places = (0...(2 * steps)).map { index -> Double in
            // 0, +1, -1, +2, -2 … sixteenths of the way to either edge.
            let step = Double((index + 1) / 2) / Double(steps)
            return (low + high) / 2 + (high - low) / 2 * (index % 2 == 1 ? step : -step)
        }
        return places.lazy.map { radius in
            let middle = place(atDegrees: middleDegrees, radius: radius)
            return Rect(
                origin: middle - Point(size.width / 2, size.height / 2), size: size)
        }.first { contains($0, margin: margin) }
    }

    // MARK: - Shape

    /// The angles of an arc.
    private struct Arc {
        var start: Double
        var end: Double
        var reversed: Arc { Arc(start: end, end: start) }
    }

    /// The sector with its sides moved in; angles run upwards.
    private struct Shape {
        let innerRadius: Double
        let outerRadius: Double
        let isWhole: Bool
        let middle: Double
        let outer: Arc
        /// The inner arc; `nil` where the sides meet at `tipRadius` before they reach it.
        let inner: Arc?
        let tipRadius: Double
        private let halfSweep: Double
        private let inset: Double

        /// `nil` where nothing is left.
        init?(_ sector: Sector) {
            let numbers = [
                sector.center.x, sector.center.y, sector.innerRadius, sector.outerRadius,
                sector.startDegrees, sector.endDegrees, sector.inset,
            ]
            guard numbers.allSatisfy({ abs($0) <= 1e9 }) else { return nil }
            let (low, high) = (
                min(sector.startDegrees, sector.endDegrees),
                max(sector.startDegrees, sector.endDegrees)
            )
            outerRadius = max(sector.innerRadius, sector.outerRadius)
            var hole = max(0, min(sector.innerRadius, sector.outerRadius))
            isWhole = high - low >= 360
            middle = low + (high - low) / 2
            inset = isWhole ? 0 : max(0, sector.inset)
            halfSweep = min(high - low, 360) / 2
            guard outerRadius > hole, halfSweep > 0 else { return nil }
            // About a corner that points outwards, the edge that is moved in is an arc.
            if halfSweep > 90 { hole = max(hole, inset) }
            guard outerRadius > hole else { return nil }
            let (turn, middle, halfSweep, inset) = (180 / Double.pi, middle, halfSweep, inset)
            func arc(_ radius: Double) -> Arc? {
                guard radius > 0 else { return nil }
                let half = halfSweep - asin(min(1, inset / radius)) * turn
                return half > 0 ? Arc(start: middle - half, end: middle + half) : nil
            }
            innerRadius = hole
            if isWhole {
                outer = Arc(start: low, end: low + 360)
                inner = outer
                tipRadius = 0
                return
            }
            guard let outer = arc(outerRadius) else { return nil }
            self.outer = outer
            inner = arc(hole)
            tipRadius =
                inner == nil && inset > 0 ? max(hole, inset / sin(halfSweep / turn)) : hole
        }

        /// Whether a vector from the centre points between both sides, each beyond its inset.
        func isBetweenSides(_ vector: Point) -> Bool {
            let radius = (vector.x * vector.x + vector.y * vector.y).squareRoot()
            guard radius > 0 else { return false }
            let degrees = atan2(vector.x, -vector.y) * 180 / .pi
            let away = abs(remainder(degrees - middle, 360))
            return away <= halfSweep - asin(min(1, inset / radius)) * 180 / .pi
        }
    }

    /// The unit vector at an angle, exact at the quarters.
    private static func direction(_ degrees: Double) -> Point {
        switch remainder(degrees, 360) {
        case 0: return Point(0, -1)
        case 90: return Point(1, 0)
        case 180, -180: return Point(0, 1)
        case -90: return Point(-1, 0)
        case let degrees: return Point(sin(degrees * .pi / 180), -cos(degrees * .pi / 180))
        }
    }

    private func addArc(_ arc: Arc, _ radius: Double, to path: inout Path) {
        path.addArc(
            center: center, radius: radius, fromDegrees: arc.start - 90, toDegrees: arc.end - 90)
    }
}

extension Rect {
    fileprivate var isFinite: Bool {
        minX.isFinite && minY.isFinite && maxX.isFinite && maxY.isFinite
    }
}
