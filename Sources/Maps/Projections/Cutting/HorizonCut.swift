import Glibc

/// Cuts at the circle where a disc ends.
struct HorizonCut {
    let walk: SphereWalk
    /// The distance of the circle from the middle, in radians.
    let distance: Double

    /// Halvings that bring a step of five degrees below what a page can show.
    private static let halvings = 40

    /// The pieces of a ring or line that can be seen; see `StraightCut`.
    func pieces(of line: UnrolledLine, isRing: Bool) -> (isWhole: Bool, [[TracedVertex]]) {
        let vertices = walk.vertices(of: line, isRing: isRing)
        let least = cos(distance) - MapRim.tolerance
        var pieces: [[TracedVertex]] = []
        var piece: [TracedVertex] = []
        var hidden: TracedVertex?
        for vertex in vertices {
            if vertex.sphere.cosineFromMiddle >= least {
                if let last = hidden { piece = [crossing(from: vertex, to: last, least)] }
                piece.append(vertex)
                hidden = nil
            } else {
                if let last = piece.last {
                    piece.append(crossing(from: last, to: vertex, least))
                    pieces.append(piece)
                    piece = []
                }
                hidden = vertex
            }
        }
        guard isRing, let first = vertices.first else {
            return (false, piece.isEmpty ? pieces : pieces + [piece])
        }
        if piece.isEmpty { return (false, pieces) }
        let beginsInside = first.sphere.cosineFromMiddle >= least
        if pieces.isEmpty, beginsInside, piece.count == vertices.count {
            return (true, [Array(piece.dropLast())])
        }
        // A ring that begins inside ends inside, in the middle of a piece.
        pieces[0] = piece.dropLast() + pieces[0]
        return (false, pieces)
    }

    /// Where the way from a place that can be seen to one that cannot meets the rim.
    private func crossing(from shown: TracedVertex, to hidden: TracedVertex, _ least: Double)
        -> TracedVertex
    {
        var (low, high) = (shown, hidden)
        for _ in 0..<Self.halvings {
            let middle = walk.halfway(low, high)
            if middle.sphere.cosineFromMiddle >= least { low = middle } else { high = middle }
        }
        low.sphere = walk.rim.place(at: walk.rim.position(of: low.sphere))
        return low
    }

    /// A position on the rim as far from all crossings as can be.
    func clearPosition(of strands: [RimJoin.Strand]) -> Double {
        let positions = strands.flatMap { [$0.start, $0.end] }.sorted()
        // An odd angle, which the rings of no grid run through.
        guard var previous = positions.last.map({ $0 - walk.rim.length }) else { return 0.7153 }
        var (widest, middle) = (-1.0, 0.0)
        for position in positions {
            if position - previous > widest {
                (widest, middle) = (position - previous, (position + previous) / 2)
            }
            previous = position
        }
        return middle < 0 ? middle + walk.rim.length : middle
    }

    /// The place of the file at a position, a hair outside of what counts as on the rim.
    func place(at position: Double) -> GeoPoint {
        let outer = MapRim.circle(distance: min(.pi, distance + 1e-6)).place(at: position)
        let place = walk.tilt?.undone(from: outer) ?? outer
        return GeoPoint(
            longitude: walk.meridian + place.longitude * 180 / .pi,
            latitude: place.latitude * 180 / .pi)
    }
}
