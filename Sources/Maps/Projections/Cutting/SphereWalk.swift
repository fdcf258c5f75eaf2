import Glibc

/// Walks along lines of the file over the sphere of a map that is tilted, or a disc.
///
/// Edges that are straight in the file are bent there; they get vertices at short steps.
struct SphereWalk {
    /// The meridian in the middle before the tilt, in degrees.
    let meridian: Double
    let tilt: SphereTilt?
    /// Where the map ends; steps are short beside what has a line as its image.
    let rim: MapRim

    /// The longest step in degrees of the file.
    private static let step = 5.0
    /// How often a step is halved beside a pole; what is left is half a metre long.
    private static let halvings = 20

    /// A vertex at a place of the file.
    func vertex(_ place: GeoPoint) -> TracedVertex {
        let straight = SpherePoint(
            longitude: (place.longitude - meridian) * .pi / 180,
            latitude: place.latitude * .pi / 180)
        return TracedVertex(sphere: tilt?.applied(to: straight) ?? straight, place: place)
    }

    /// How far east a step leads in the file, in degrees.
    ///
    /// Steps are short; where a ring around the earth is back at its start, a turn lies between.
    static func east(from start: TracedVertex, to end: TracedVertex) -> Double {
        let east = end.place.longitude - start.place.longitude
        return abs(east) > 180 ? east.remainder(dividingBy: 360) : east
    }

    /// The vertex half way in the file.
    func halfway(_ one: TracedVertex, _ other: TracedVertex) -> TracedVertex {
        let turn =
            other.place.longitude - one.place.longitude - SphereWalk.east(from: one, to: other)
        return vertex(
            GeoPoint(
                longitude: (one.place.longitude + other.place.longitude - turn) / 2,
                latitude: (one.place.latitude + other.place.latitude) / 2))
    }

    /// The vertices of a line and those between; a ring's end repeats its start, unrolled.
    func vertices(of line: UnrolledLine, isRing: Bool) -> [TracedVertex] {
        var vertices = [vertex(line.places[0])]
        vertices.reserveCapacity(line.places.count + 1)
        for place in line.places.dropFirst() { advance(to: place, &vertices) }
        if isRing {
            advance(to: line.end, &vertices)
            // The same to the last bit, whatever whole turns have done to the sines.
            let last = vertices.count - 1
            if isAtPole(vertices[0]) {
                vertices.append(along(vertices[last], to: vertices[0].sphere.longitude))
            } else {
                vertices[last].sphere = vertices[0].sphere
            }
        }
        return vertices
    }

    private func advance(to place: GeoPoint, _ vertices: inout [TracedVertex]) {
        guard let start = vertices.last else { return }
        let east = place.longitude - start.place.longitude
        let north = place.latitude - start.place.latitude
        let count = (max(abs(east), abs(north)) / Self.step).rounded(.up)
        // Unrolled longitudes are within 900°, so there are at most some hundred steps.
        for index in stride(from: 1, to: count, by: 1) {
            let share = index / count
            add(
                vertex(
                    GeoPoint(
                        longitude: start.place.longitude + share * east,
                        latitude: start.place.latitude + share * north)),
                to: &vertices, depth: 0)
        }
        add(vertex(place), to: &vertices, depth: 0)
    }

    private func add(_ next: TracedVertex, to vertices: inout [TracedVertex], depth: Int) {
        guard let last = vertices.last else { return vertices.append(next) }
        guard rim == .meridian else {
            if depth < Self.halvings, passesAntipode(last, next) {
                add(halfway(last, next), to: &vertices, depth: depth + 1)
                return add(next, to: &vertices, depth: depth + 1)
            }
            return vertices.append(next)
        }
        var next = next
        if isAtPole(next) {
            // The pole's image may be a line: its end is where the step comes from.
            next.sphere.longitude = last.sphere.longitude
        } else if isAtPole(last) {
            vertices.append(along(last, to: next.sphere.longitude))
        } else if abs(SphereWalk.swing(from: last, to: next)) > .pi / 2 {
            if depth < Self.halvings {
                add(halfway(last, next), to: &vertices, depth: depth + 1)
                return add(next, to: &vertices, depth: depth + 1)
            }
            next.followsRim = true
        }
        vertices.append(next)
    }

    private func isAtPole(_ vertex: TracedVertex) -> Bool {
        rim == .meridian && abs(vertex.sphere.latitude) > .pi / 2 - 1e-9
    }

    /// Whether a step leads over or beside the antipode of a disc that shows almost all of it.
    private func passesAntipode(_ start: TracedVertex, _ end: TracedVertex) -> Bool {
        guard case .circle(let distance) = rim, distance > .pi - 0.1,
            start.sphere.cosineFromMiddle < -0.98, end.sphere.cosineFromMiddle < -0.98
        else { return false }
        let turn = rim.position(of: end.sphere) - rim.position(of: start.sphere)
        return abs(turn.remainder(dividingBy: 2 * .pi)) > .pi / 2
    }

    /// A pole again, at another place of the line that its image may be.
    private func along(_ pole: TracedVertex, to longitude: Double) -> TracedVertex {
        var moved = pole
        moved.sphere.longitude = longitude
        moved.followsRim = true
        return moved
    }

    /// How far a step leads around the poles of the map, eastward, in radians.
    static func swing(from start: TracedVertex, to end: TracedVertex) -> Double {
        let step = end.sphere.longitude - start.sphere.longitude
        return step > .pi ? step - 2 * .pi : step < -.pi ? step + 2 * .pi : step
    }
}
