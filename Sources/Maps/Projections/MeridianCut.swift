import Graphics

extension Projection {
    /// A ring in the pieces that the map's edge, the meridian opposite the centre, leaves of it.
    ///
    /// Edges are straight in degrees, as RFC 7946 says. The disc has no such edge. Each piece is
    /// cut by the method of Sutherland & Hodgman 1974, which may join what it leaves along the cut;
    /// that lies on the map's edge.
    func cut(_ ring: [GeoPoint]) -> [[GeoPoint]] {
        guard kind != .azimuthalEqualArea else { return [ring] }
        let offsets = ring.map { $0.longitude - center.longitude }
        guard let west = offsets.min(), let east = offsets.max(),
            west < -180 - 1e-9 || east > 180 + 1e-9
        else { return [ring] }
        // Degrees lie within ±360, so the ring reaches at most two turns; anything else was made
        // by hand and has no place on the map.
        guard west >= -900, east <= 900 else { return [] }
        return (-2...2).compactMap { turn in
            let shift = 360 * Double(turn)
            let shifted = zip(ring, offsets).map { point, offset in
                GeoPoint(longitude: offset - shift, latitude: point.latitude)
            }
            let piece = clip(clip(shifted, to: 180, side: 1), to: -180, side: -1)
            // What only touches the edge leaves a piece without width.
            let width = (piece.map(\.longitude).max() ?? 0) - (piece.map(\.longitude).min() ?? 0)
            guard piece.count > 2, width > 1e-9 else { return nil }
            return following(piece).map {
                GeoPoint(longitude: center.longitude + $0.longitude, latitude: $0.latitude)
            }
        }
    }

    /// The piece with vertices all along the map's edge, which is a curve on most maps.
    private func following(_ piece: [GeoPoint]) -> [GeoPoint] {
        guard var previous = piece.last else { return [] }
        var vertices: [GeoPoint] = []
        for point in piece {
            let rise = point.latitude - previous.latitude
            if abs(point.longitude) == 180, previous.longitude == point.longitude, abs(rise) <= 180
            {
                // Two degrees of an edge are straight to a thousandth of the map's height.
                let steps = Int((abs(rise) / 2).rounded(.up))
                for step in 1..<max(1, steps) {
                    let share = Double(step) / Double(steps)
                    vertices.append(
                        GeoPoint(
                            longitude: point.longitude, latitude: previous.latitude + share * rise))
                }
            }
            vertices.append(point)
            previous = point
        }
        return vertices
    }

    /// What lies on the inner side of a meridian: west of it for side 1, east of it for side −1.
    private func clip(_ ring: [GeoPoint], to edge: Double, side: Double) -> [GeoPoint] {
        guard var previous = ring.last else { return [] }
        var kept: [GeoPoint] = []
        for point in ring {
            let isInside = (point.longitude - edge) * side <= 0
            if isInside != ((previous.longitude - edge) * side <= 0) {
                let share = (edge - previous.longitude) / (point.longitude - previous.longitude)
                let latitude = previous.latitude + share * (point.latitude - previous.latitude)
                kept.append(GeoPoint(longitude: edge, latitude: latitude))
            }
            if isInside { kept.append(point) }
            previous = point
        }
        return kept
    }
}
