import Glibc
import Graphics

/// Brings traced outlines to the page, with vertices where edges bend.
struct PageTracer {
    let projection: Projection
    /// Points per earth radius.
    let scale: Double
    /// Where the projection's origin lies on the page.
    let origin: Point
    /// How far a straight line may lie from the edge it stands for, in points.
    let tolerance: Double
    /// The part of the page where edges are followed that closely; `nil` for all.
    var window: Rect?

    /// How far an edge may be halved, whatever happens; on a page nine halvings are more than enough.
    private static let effort = 18
    /// Edges longer than this are halved whatever their middle says, in radians.
    private static let longest = 10 * Double.pi / 180
    /// How strongly edges bend, in turns of the direction per radian of the earth.
    ///
    /// Parallels on a disc turn once per radian; Mercator's slanting edges four times at 76°.
    private static let bend = 4.0
    /// Edges that the map stretches more than this may bend without measure, as beside the place
    /// that a disc shows as its rim.
    private static let stretch = 8.0

    /// A ring's or a line's images; `nil` where one of them is not on the plane.
    func points(of vertices: [TracedVertex], isRing: Bool) -> [Point]? {
        guard var start = isRing ? vertices.last : vertices.first, var from = image(start.sphere)
        else { return nil }
        var points: [Point] = []
        points.reserveCapacity(vertices.count)
        // By sums of squares, since a root for each vertex would cost more than all the rest.
        let limit = 8 * tolerance / Self.bend
        let most = Self.stretch * scale
        for end in vertices {
            guard let to = image(end.sphere) else { return nil }
            let angle = angle(start, end)
            let (x, y) = (to.x - from.x, to.y - from.y)
            let squared = x * x + y * y
            if squared * angle * angle > limit * limit || angle > Self.longest
                || squared > angle * angle * most * most
            {
                refine(start, from, end, to, effort: 0, &points)
            }
            points.append(to)
            (start, from) = (end, to)
        }
        return points
    }

    /// The most that an edge of the vertices may bend away from a straight line, in points.
    ///
    /// It grows with the scale alone; so a map at any scale is known to need no refining.
    func greatestBend(of vertices: [TracedVertex], _ points: [Point]) -> Double {
        guard vertices.count == points.count, var start = vertices.last, var from = points.last
        else { return .infinity }
        var greatest = 0.0
        for (end, to) in zip(vertices, points) {
            let angle = angle(start, end)
            let (x, y) = (to.x - from.x, to.y - from.y)
            greatest = max(greatest, (x * x + y * y) * angle * angle)
            let most = Self.stretch * scale * angle
            if angle > Self.longest || x * x + y * y > most * most { return .infinity }
            (start, from) = (end, to)
        }
        return greatest.squareRoot() * Self.bend / 8
    }

    /// The image of a place on the page.
    private func image(_ place: SpherePoint) -> Point? {
        guard let image = projection.image(place) else { return nil }
        let point = Point(image.x * scale + origin.x, image.y * scale + origin.y)
        return point.x.isFinite && point.y.isFinite ? point : nil
    }

    /// How far an edge reaches on the earth, in radians of longitude or latitude.
    private func angle(_ start: TracedVertex, _ end: TracedVertex) -> Double {
        if end.followsRim { return projection.rim.angle(start.sphere, end.sphere) }
        if projection.isStraight {
            return max(
                abs(end.sphere.longitude - start.sphere.longitude),
                abs(end.sphere.latitude - start.sphere.latitude))
        }
        return max(
            abs(SphereWalk.east(from: start, to: end)),
            abs(end.place.latitude - start.place.latitude)) * .pi / 180
    }

    /// Appends what lies between two vertices, both left out.
    private func refine(
        _ start: TracedVertex, _ from: Point, _ end: TracedVertex, _ to: Point, effort: Int,
        _ points: inout [Point]
    ) {
        let isLong = angle(start, end) > Self.longest
        if let window, !isLong, isFar(from, to, window) { return }
        let middle = projection.halfway(start, end)
        guard let image = image(middle.sphere) else { return }
        guard isLong || distance(image, from, to) > tolerance, effort < Self.effort else {
            return
        }
        // A long edge has its ten degrees before it is looked at more closely.
        let next = effort + (isLong ? 1 : 2)
        refine(start, from, middle, image, effort: next, &points)
        points.append(image)
        refine(middle, image, end, to, effort: next, &points)
    }

    /// Whether an edge cannot reach the window, however it bends.
    private func isFar(_ from: Point, _ to: Point, _ window: Rect) -> Bool {
        let reach = abs(to.x - from.x) + abs(to.y - from.y)
        return max(from.x, to.x) + reach < window.minX || min(from.x, to.x) - reach > window.maxX
            || max(from.y, to.y) + reach < window.minY || min(from.y, to.y) - reach > window.maxY
    }

    private func distance(_ point: Point, _ from: Point, _ to: Point) -> Double {
        Segment(from, to).distance(to: point)
    }
}

extension Projection {
    /// Whether edges of the file are straight on the rotated sphere's plane of degrees.
    var isStraight: Bool { tilt == nil && rim == .meridian }

    /// Half way along the edge between two vertices.
    func halfway(_ start: TracedVertex, _ end: TracedVertex) -> TracedVertex {
        if end.followsRim {
            return TracedVertex(
                sphere: rim.halfway(start.sphere, end.sphere), place: end.place,
                followsRim: true)
        }
        if isStraight {
            return TracedVertex(
                sphere: MapRim.meridian.halfway(start.sphere, end.sphere), place: end.place)
        }
        var middle = walk.halfway(start, end)
        if rim == .meridian {
            // On the sheet of its neighbours, even where it lies on the edge.
            let mean = (start.sphere.longitude + end.sphere.longitude) / 2
            let turn = ((mean - middle.sphere.longitude) / (2 * .pi)).rounded()
            let longitude = middle.sphere.longitude + 2 * .pi * turn
            middle.sphere.longitude = min(.pi, max(-.pi, longitude))
            if let band = formula.band {
                // Between two vertices of the band a bent edge may leave it.
                middle.sphere.latitude = min(
                    band.upperBound, max(band.lowerBound, middle.sphere.latitude))
            }
        }
        return middle
    }
}
