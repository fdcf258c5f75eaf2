/// Looks whether the rings of one area lie over each other by the thousands, as those of no area do.
///
/// Where lines cross, whoever fills them has to know each crossing: a file of forty thousand rings in
/// one place has nearly a billion, and would be drawn for hours. Boxes around the rings say as much,
/// and are compared in the order in which they begin in the west.
enum RingCrowd {
    /// Areas of fewer rings are drawn in a moment, however they lie.
    private static let few = 500
    /// How many others may overlap with each ring, on average; those of coasts with the most islands
    /// have one or two.
    private static let neighbours = 150
    /// How many pairs of rings that begin close to each other are compared for each ring.
    private static let patience = 2000

    /// Whether too many of the rings lie over each other.
    static func isTooDense(_ polygons: [[[GeoPoint]]]) -> Bool {
        guard polygons.reduce(0, { $0 + $1.count }) > few else { return false }
        let boxes = polygons.joined().compactMap(Box.init).sorted { one, other in
            (one.west, one.south, one.east, one.north)
                < (other.west, other.south, other.east, other.north)
        }
        var (overlaps, compared) = (0, 0)
        for (index, box) in boxes.enumerated() {
            var next = index + 1
            while next < boxes.count, boxes[next].west <= box.east {
                if box.south <= boxes[next].north, boxes[next].south <= box.north { overlaps += 1 }
                next += 1
            }
            compared += next - index
            if overlaps > neighbours * boxes.count { return true }
            // A mainland that holds all its islands is compared with each of them; strips that run
            // around the earth are not told apart in a reasonable time.
            if compared > patience * boxes.count { return true }
        }
        return false
    }

    /// The least box around a ring.
    private struct Box {
        var (west, east) = (Double.infinity, -Double.infinity)
        var (south, north) = (Double.infinity, -Double.infinity)

        init?(_ ring: [GeoPoint]) {
            guard !ring.isEmpty else { return nil }
            for place in ring {
                west = min(west, place.longitude)
                east = max(east, place.longitude)
                south = min(south, place.latitude)
                north = max(north, place.latitude)
            }
        }
    }
}
