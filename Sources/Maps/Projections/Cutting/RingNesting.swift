import Glibc

/// Which rings of an area lie in which, in degrees of the file.
struct RingNesting {
    private let rings: [UnrolledLine]
    /// For each ring whether the pole it runs around, if any, is the northern one.
    private let isAboutNorth: [Bool]
    private let latitudes: [ClosedRange<Double>]

    init(_ rings: [UnrolledLine]) {
        self.rings = rings
        isAboutNorth = rings.map { $0.isAboutNorth }
        latitudes = rings.map { ring in
            let (south, north) = ring.places.reduce((90.0, -90.0)) {
                (min($0.0, $1.latitude), max($0.1, $1.latitude))
            }
            return south...max(south, north)
        }
    }

    /// The rings with their inside on the left, exteriors counterclockwise and holes clockwise.
    ///
    /// Features have them so already, but for those that jump at the date line: what a file draws
    /// in degrees is another ring then. Only where there is one are all put right.
    static func oriented(_ rings: [UnrolledLine]) -> [UnrolledLine] {
        if rings.allSatisfy({ !$0.jumps }) { return rings }
        let nesting = RingNesting(rings)
        let belts = nesting.belts
        return rings.indices.map { index in
            let ring = rings[index]
            let isHole = belts[belt(of: ring.places[0].latitude)].contains { other in
                other != index && nesting.holds(ring.places[0], other)
            }
            let isCounterclockwise =
                ring.turns == 0
                ? ring.isCounterclockwise : (ring.turns > 0) == nesting.isAboutNorth[index]
            return isCounterclockwise != isHole ? ring : ring.reversed
        }
    }

    /// The rings that each belt of a degree of latitude meets, so that a lake is not compared with
    /// those of another climate; rings around a pole are in all of them.
    private var belts: [[Int]] {
        var belts = [[Int]](repeating: [], count: 181)
        for (index, ring) in rings.enumerated() {
            let (south, north) = (latitudes[index].lowerBound, latitudes[index].upperBound)
            let reached = ring.turns == 0 ? Self.belt(of: south)...Self.belt(of: north) : 0...180
            for belt in reached { belts[belt].append(index) }
        }
        return belts
    }

    private static func belt(of latitude: Double) -> Int {
        Int((min(max(latitude, -90), 90) + 90).rounded(.down))
    }

    /// Whether a place lies inside of the area, by the even-odd rule.
    func holds(_ place: GeoPoint) -> Bool {
        var isInside = false
        for index in rings.indices where holds(place, index) { isInside.toggle() }
        return isInside
    }

    /// Whether a place lies inside of a ring; on its edge, either answer may come.
    private func holds(_ place: GeoPoint, _ index: Int) -> Bool {
        let ring = rings[index]
        guard ring.turns != 0 || latitudes[index].contains(place.latitude) else { return false }
        // Upward along the meridian of the place, on each sheet that the ring reaches, to the pole.
        var isInside = ring.turns % 2 != 0 && isAboutNorth[index]
        let reach = 360 * abs(Double(ring.turns))
        let first = ((ring.west - reach - place.longitude) / 360).rounded(.up)
        let last = ((ring.east + reach - place.longitude) / 360).rounded(.down)
        for sheet in stride(from: first, through: last, by: 1) {
            let longitude = place.longitude + 360 * sheet
            var start = ring.places[ring.places.count - 1]
            start.longitude -= 360 * Double(ring.turns)
            for end in ring.places {
                defer { start = end }
                guard (start.longitude > longitude) != (end.longitude > longitude) else {
                    continue
                }
                let share = (longitude - start.longitude) / (end.longitude - start.longitude)
                let latitude = start.latitude + share * (end.latitude - start.latitude)
                if latitude > place.latitude { isInside.toggle() }
            }
        }
        return isInside
    }
}

extension UnrolledLine {
    /// Whether a ring around the earth lies about the north pole: the one that leaves it less area.
    var isAboutNorth: Bool {
        guard turns != 0 else { return false }
        var sum = 0.0
        var start = places[0]
        for end in places.dropFirst() + [end] {
            let mean = (sin(start.latitude * .pi / 180) + sin(end.latitude * .pi / 180)) / 2
            sum += (end.longitude - start.longitude) * mean
            start = end
        }
        return sum * Double(turns) >= 0
    }

    /// Which way a ring runs that is back at its start.
    fileprivate var isCounterclockwise: Bool {
        var area = 0.0
        var start = places[places.count - 1]
        for end in places {
            area += (start.longitude - places[0].longitude) * (end.latitude - places[0].latitude)
            area -= (end.longitude - places[0].longitude) * (start.latitude - places[0].latitude)
            start = end
        }
        return area >= 0
    }
}
