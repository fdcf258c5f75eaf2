/// Looks for places where rings cross themselves.
///
/// Boxes around runs of edges, and around pairs of those, are compared with each other, so that an
/// ordinary outline takes a time near-linear in its vertices. A ring drawn to make that slow is
/// given up after a while, and counts as one that does not cross itself. One value serves many rings,
/// which saves the memory of its boxes each time.
struct SelfCrossing {
    private struct Box {
        var west: Double
        var east: Double
        var south: Double
        var north: Double
        /// Whether all edges run east, west, north or south, a bit each: such a run cannot cross
        /// itself.
        var courses: UInt8

        func meets(_ other: Box) -> Bool {
            west <= other.east && other.west <= east && south <= other.north
                && other.south <= north
        }

        func joined(with other: Box) -> Box {
            Box(
                west: min(west, other.west), east: max(east, other.east),
                south: min(south, other.south), north: max(north, other.north),
                courses: courses & other.courses)
        }
    }

    /// How many edges are compared one by one.
    private static let run = 4
    /// How many pairs of boxes may be looked at for each vertex; coasts need one or two.
    private static let patience = 16

    private var ring: [GeoPoint] = []
    /// The boxes of runs, then those of pairs of runs, and so on up to one around the ring.
    private var boxes: [Box] = []
    /// Where the boxes of each level start.
    private var levels: [Int] = []
    private var steps = 0

    /// A place where a ring crosses itself; `nil` where it does not, however often it touches itself.
    mutating func place(in ring: [GeoPoint]) -> GeoPoint? {
        guard ring.count > 3 else { return nil }
        self.ring = ring
        defer { self.ring = [] }
        steps = Self.patience * ring.count
        build()
        return within(0, level: levels.count - 2)
    }

    private mutating func build() {
        boxes.removeAll(keepingCapacity: true)
        levels.removeAll(keepingCapacity: true)
        levels.append(0)
        var start = 0
        while start < ring.count {
            var from = ring[start]
            var box = Box(
                west: from.longitude, east: from.longitude, south: from.latitude,
                north: from.latitude, courses: 15)
            for index in start..<min(start + Self.run, ring.count) {
                let to = end(of: index)
                box.west = min(box.west, to.longitude)
                box.east = max(box.east, to.longitude)
                box.south = min(box.south, to.latitude)
                box.north = max(box.north, to.latitude)
                box.courses &=
                    (to.longitude >= from.longitude ? 1 : 0)
                    | (to.longitude <= from.longitude ? 2 : 0)
                    | (to.latitude >= from.latitude ? 4 : 0)
                    | (to.latitude <= from.latitude ? 8 : 0)
                from = to
            }
            boxes.append(box)
            start += Self.run
        }
        var below = 0
        levels.append(boxes.count)
        while boxes.count - below > 1 {
            let level = boxes.count
            for index in stride(from: below, to: level, by: 2) {
                boxes.append(
                    index + 1 < level ? boxes[index].joined(with: boxes[index + 1]) : boxes[index])
            }
            below = level
            levels.append(boxes.count)
        }
    }

    /// The place where the edge of a number ends; it starts at the vertex of the same number.
    private func end(of edge: Int) -> GeoPoint {
        edge + 1 < ring.count ? ring[edge + 1] : ring[0]
    }

    private func edges(_ box: Int) -> Range<Int> {
        box * Self.run..<min((box + 1) * Self.run, ring.count)
    }

    /// A crossing among the edges of one box of a level.
    private mutating func within(_ box: Int, level: Int) -> GeoPoint? {
        guard boxes[levels[level] + box].courses == 0 else { return nil }
        guard level > 0 else {
            let edges = edges(box)
            for one in edges {
                // Neighbours share a vertex and cannot cross.
                for other in edges where other > one + 1 {
                    if let place = crossing(one, other) { return place }
                }
            }
            return nil
        }
        let (left, right) = (2 * box, 2 * box + 1)
        if let place = within(left, level: level - 1) { return place }
        guard levels[level - 1] + right < levels[level] else { return nil }
        return within(right, level: level - 1) ?? between(left, right, level: level - 1)
    }

    /// A crossing between edges of two boxes of a level.
    private mutating func between(_ one: Int, _ other: Int, level: Int) -> GeoPoint? {
        steps -= 1
        let (first, second) = (boxes[levels[level] + one], boxes[levels[level] + other])
        guard steps > 0, first.meets(second) else { return nil }
        // Runs that follow each other on one course.
        if other == one + 1, first.courses & second.courses != 0 { return nil }
        guard level > 0 else {
            for edge in edges(one) {
                let (start, end) = (ring[edge], end(of: edge))
                guard max(start.longitude, end.longitude) >= second.west,
                    min(start.longitude, end.longitude) <= second.east,
                    max(start.latitude, end.latitude) >= second.south,
                    min(start.latitude, end.latitude) <= second.north
                else { continue }
                for facing in edges(other) where facing != edge + 1 {
                    if let place = crossing(edge, facing) { return place }
                }
            }
            return nil
        }
        let count = levels[level] - levels[level - 1]
        for child in 2 * one...2 * one + 1 where child < count {
            for facing in 2 * other...2 * other + 1 where facing < count {
                if let place = between(child, facing, level: level - 1) { return place }
            }
        }
        return nil
    }

    /// Where two edges cross, each having an end on either side of the other.
    private func crossing(_ first: Int, _ second: Int) -> GeoPoint? {
        let (a, b) = (ring[first], end(of: first))
        let (c, d) = (ring[second], end(of: second))
        // Most edges lie apart, which four comparisons tell.
        guard max(a.longitude, b.longitude) >= min(c.longitude, d.longitude),
            max(c.longitude, d.longitude) >= min(a.longitude, b.longitude),
            max(a.latitude, b.latitude) >= min(c.latitude, d.latitude),
            max(c.latitude, d.latitude) >= min(a.latitude, b.latitude)
        else { return nil }
        let (fromC, toD) = (side(of: c, a, b), side(of: d, a, b))
        guard fromC < 0 && toD > 0 || fromC > 0 && toD < 0 else { return nil }
        let (fromA, toB) = (side(of: a, c, d), side(of: b, c, d))
        guard fromA < 0 && toB > 0 || fromA > 0 && toB < 0 else { return nil }
        let share = fromC / (fromC - toD)
        return GeoPoint(
            longitude: c.longitude + share * (d.longitude - c.longitude),
            latitude: c.latitude + share * (d.latitude - c.latitude))
    }

    /// Twice the area of the triangle of two places and a third; zero where rounding may have
    /// made its sign, so that places on a line count as touching it.
    private func side(of place: GeoPoint, _ from: GeoPoint, _ to: GeoPoint) -> Double {
        let (x, y) = (to.longitude - from.longitude, to.latitude - from.latitude)
        let left = x * (place.latitude - from.latitude)
        let right = y * (place.longitude - from.longitude)
        // Degrees are below 512: each difference is off by less than 2^-44 of one.
        let doubt = 0x1p-43 * (abs(x) + abs(y) + abs(left) + abs(right))
        let side = left - right
        return abs(side) > doubt ? side : 0
    }
}
