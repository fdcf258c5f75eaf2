/// Joins what the rim of the map has left of an area's rings, along the rim.
///
/// Each strand begins and ends on the rim. All their ends in the order of the rim part it into
/// stretches inside and outside of the area by turns; the strands are joined along those inside.
/// So neither which way the rings run matters nor how often they cross. The idea is that of
/// Weiler & Atherton 1977, with a rim that is crossed in and out alone.
struct RimJoin {
    /// A stretch of a ring between two crossings of the rim.
    struct Strand {
        var vertices: [TracedVertex]
        /// Positions of the first and the last vertex on the rim.
        var start: Double
        var end: Double
    }

    let rim: MapRim
    /// Rings that do not cross the rim.
    var rings: [[TracedVertex]] = []
    /// What is left of those that do.
    var strands: [Strand] = []
    /// A position on the rim, clear of all crossings.
    var origin = 0.0
    /// Whether the area holds that place of the rim.
    var holdsOrigin = false

    init(rim: MapRim) {
        self.rim = rim
    }

    /// Adds a stretch whose first and last vertices lie on the rim.
    mutating func add(strand vertices: [TracedVertex]) {
        guard let first = vertices.first, let last = vertices.last else { return }
        strands.append(
            Strand(
                vertices: vertices, start: rim.position(of: first.sphere),
                end: rim.position(of: last.sphere)))
    }

    /// All rings of the area on the map.
    func joined() -> [[TracedVertex]] {
        if strands.isEmpty { return holdsOrigin ? rings + [along(rim.ring)] : rings }
        let links = links()
        var isUsed = Array(repeating: false, count: strands.count)
        var joined = rings
        for first in strands.indices where !isUsed[first] {
            var ring: [TracedVertex] = []
            var entry = 2 * first
            repeat {
                let (strand, isForward) = (strands[entry / 2], entry % 2 == 0)
                isUsed[entry / 2] = true
                let start = ring.count
                ring += isForward ? strand.vertices : strand.vertices.reversed()
                ring[start].followsRim = true
                let link = links[entry ^ 1]
                entry = link.end
                ring += along(link.isAhead ? link.places : link.places.reversed())
            } while entry != 2 * first
            joined.append(ring)
        }
        return joined
    }

    /// Where the rim leads from the end of a strand, inside of the area.
    private struct Link {
        /// The end that it leads to.
        var end = 0
        /// Whether that lies ahead, counterclockwise.
        var isAhead = false
        /// What lies between, counterclockwise.
        var places: [SpherePoint] = []
    }

    /// The links of all ends; an end's number is twice its strand's, and one more for the last.
    private func links() -> [Link] {
        let ends = sortedEnds()
        var links = Array(repeating: Link(), count: ends.count)
        for first in stride(from: holdsOrigin ? 1 : 0, to: ends.count, by: 2) {
            let isOverOrigin = first + 1 == ends.count
            let (start, end) = (ends[first], ends[isOverOrigin ? 0 : first + 1])
            let span = end.distance - start.distance + (isOverOrigin ? rim.length : 0)
            let places = rim.places(from: position(of: start.end), over: span)
            links[start.end] = Link(end: end.end, isAhead: true, places: places)
            links[end.end] = Link(end: start.end, isAhead: false, places: places)
        }
        return links
    }

    /// All ends in the order of the rim.
    ///
    /// Where two lie on each other the order follows the house's rings, which have their inside on
    /// the left: stretches inside begin where a strand ends. So a coast around a pole and the rim
    /// around both run in opposite ways.
    private func sortedEnds() -> [(distance: Double, end: Int)] {
        var ends = (0..<2 * strands.count)
            .map { (distance: distance(of: $0), end: $0) }
            .sorted { ($0.distance, $0.end) < ($1.distance, $1.end) }
        for index in ends.indices.dropLast() {
            let begins = index % 2 == (holdsOrigin ? 1 : 0)
            let (end, next) = (ends[index], ends[index + 1])
            if (end.end % 2 == 1) != begins, (next.end % 2 == 1) == begins,
                next.distance - end.distance < 1e-9
            {
                ends[index].end = next.end
                ends[index + 1].end = end.end
            }
        }
        return ends
    }

    private func position(of end: Int) -> Double {
        end % 2 == 0 ? strands[end / 2].start : strands[end / 2].end
    }

    /// How far along the rim an end lies from the origin.
    private func distance(of end: Int) -> Double {
        let distance = position(of: end) - origin
        return distance < 0 ? distance + rim.length : distance
    }

    private func along(_ places: [SpherePoint]) -> [TracedVertex] {
        places.map { place in
            // No place of the file lies there; nobody asks for it.
            TracedVertex(
                sphere: place, place: GeoPoint(longitude: 0, latitude: 0), followsRim: true)
        }
    }
}
