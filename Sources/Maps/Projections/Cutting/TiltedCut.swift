import Glibc

/// Cuts at the meridian opposite the middle of a map that is tilted.
struct TiltedCut {
    let walk: SphereWalk

    /// Halvings that bring a step of five degrees below what a page can show.
    private static let halvings = 26

    /// The pieces of a line or a ring; see `StraightCut`.
    func pieces(of line: UnrolledLine, isRing: Bool) -> (isWhole: Bool, [[TracedVertex]]) {
        pieces(of: walk.vertices(of: line, isRing: isRing), isRing: isRing)
    }

    /// The same of the vertices of a walk.
    func pieces(of vertices: [TracedVertex], isRing: Bool) -> (isWhole: Bool, [[TracedVertex]]) {
        var pieces: [[TracedVertex]] = []
        var piece: [TracedVertex] = []
        for vertex in vertices {
            if vertex.followsRim, !isRing {
                // A line through a pole goes on at another place of the pole's image.
                pieces.append(piece)
                piece = []
            } else if let last = piece.last,
                abs(vertex.sphere.longitude - last.sphere.longitude) > .pi
            {
                var crossing = crossing(last, vertex)
                crossing.followsRim = vertex.followsRim
                let side: Double = last.sphere.longitude > 0 ? .pi : -.pi
                piece.append(Self.moved(crossing, to: side))
                pieces.append(piece)
                piece = [Self.moved(crossing, to: -side)]
            }
            piece.append(vertex)
        }
        guard isRing else { return (pieces.isEmpty, pieces + [piece]) }
        guard !pieces.isEmpty else { return (true, [Array(piece.dropLast())]) }
        pieces[0] = piece.dropLast() + pieces[0]
        return (false, pieces)
    }

    /// How often a ring winds about the south pole of the map.
    ///
    /// The pole itself need not be looked for in the file, where it may lie on an edge. The area A
    /// of the ring in the file and the integral I of sin φ dλ along it on the rotated sphere, in
    /// which the ring swings around the poles by W, tell the windings about both poles:
    /// A + I = 2π (north + south) and W = 2π (north − south), by Gauß and Bonnet. Both come from the
    /// very steps that are cut, so that the answer always fits the crossings.
    static func windings(of ring: UnrolledLine, walked vertices: [TracedVertex]) -> Int {
        var (swing, turned, straight) = (0.0, 0.0, 0.0)
        for (start, end) in zip(vertices, vertices.dropFirst()) {
            let step = SphereWalk.swing(from: start, to: end)
            swing += step
            turned += step * (sin(start.sphere.latitude) + sin(end.sphere.latitude)) / 2
            straight +=
                (end.place.longitude - start.place.longitude) * .pi / 180
                * (sin(start.place.latitude * .pi / 180) + sin(end.place.latitude * .pi / 180)) / 2
        }
        // A ring around the earth closes by the pole that leaves it the smaller area.
        let whole = 2 * .pi * Double(ring.turns)
        let area = (whole * straight >= 0 ? whole : -whole) - straight
        let windings = ((area + turned - swing) / (4 * .pi)).rounded()
        return abs(windings) < 1e6 ? Int(windings) : 0
    }

    /// Where a step crosses the cut, on either side.
    private func crossing(_ start: TracedVertex, _ end: TracedVertex) -> TracedVertex {
        var (low, high) = (start, end)
        for _ in 0..<Self.halvings {
            let middle = walk.halfway(low, high)
            if abs(middle.sphere.longitude - low.sphere.longitude) > .pi {
                high = middle
            } else {
                low = middle
            }
        }
        return low
    }

    private static func moved(_ vertex: TracedVertex, to longitude: Double) -> TracedVertex {
        var moved = vertex
        moved.sphere.longitude = longitude
        return moved
    }
}
