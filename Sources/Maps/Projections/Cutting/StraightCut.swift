/// Cuts at the meridian opposite the middle of a map that is not tilted.
///
/// Meridians of the file are meridians of the map, so what crosses is found in degrees, exactly.
struct StraightCut {
    /// The meridian in the middle, in degrees.
    let meridian: Double

    /// What lies on the map's edge but for rounding, in degrees: 191.1 − 11.1 is more than 180.
    private static let tolerance = 1e-9

    /// The pieces of a line or a ring, each on one sheet of the map.
    ///
    /// Those of a ring that crosses begin and end on the edge; one that does not is whole.
    func pieces(of line: UnrolledLine, isRing: Bool) -> (isWhole: Bool, [[TracedVertex]]) {
        let (west, east) = (line.west - meridian, line.east - meridian)
        let middle = ((west + east) / 720).rounded()
        let edge = 180 + Self.tolerance
        if line.turns == 0, west >= 360 * middle - edge, east <= 360 * middle + edge {
            return (true, [line.places.map { vertex($0, sheet: middle) }])
        }
        guard var sheet = firstSheet(of: line.places) else { return (true, []) }
        let first = sheet
        var pieces: [[TracedVertex]] = []
        var piece = [vertex(line.places[0], sheet: sheet)]
        var previous = line.places[0]
        func cross(to next: GeoPoint, eastward: Bool) {
            let side: Double = eastward ? 1 : -1
            let edge = meridian + 360 * sheet + side * 180
            let step = next.longitude - previous.longitude
            let share = step == 0 ? 1 : min(1, max(0, (edge - previous.longitude) / step))
            let crossing = GeoPoint(
                longitude: edge,
                latitude: previous.latitude + share * (next.latitude - previous.latitude))
            piece.append(vertex(crossing, sheet: sheet))
            pieces.append(piece)
            sheet += side
            piece = [vertex(crossing, sheet: sheet)]
        }
        for place in line.places.dropFirst() + (isRing ? [line.end] : []) {
            let longitude = place.longitude - meridian
            while longitude > 360 * sheet + edge { cross(to: place, eastward: true) }
            while longitude < 360 * sheet - edge { cross(to: place, eastward: false) }
            piece.append(vertex(place, sheet: sheet))
            previous = place
        }
        guard isRing else { return (false, pieces + [piece]) }
        // A start on the edge may be reached from the other side.
        let last = first + Double(line.turns)
        while sheet < last { cross(to: line.end, eastward: true) }
        while sheet > last { cross(to: line.end, eastward: false) }
        guard !pieces.isEmpty else { return (true, [Array(piece.dropLast())]) }
        // The ring began in the middle of its last piece.
        pieces[0] = piece.dropLast() + pieces[0]
        return (false, pieces)
    }

    /// The sheet on which the first edge that leads anywhere lies.
    private func firstSheet(of places: [GeoPoint]) -> Double? {
        let start = places[0].longitude - meridian
        let next = places.first { $0.longitude != places[0].longitude }?.longitude
        guard let next else { return (start / 360).rounded() }
        let nudge = next - meridian > start ? 2 * Self.tolerance : -2 * Self.tolerance
        return ((start + nudge) / 360).rounded()
    }

    private func vertex(_ place: GeoPoint, sheet: Double) -> TracedVertex {
        let longitude = min(180, max(-180, place.longitude - meridian - 360 * sheet))
        return TracedVertex(
            sphere: SpherePoint(
                longitude: longitude * .pi / 180, latitude: place.latitude * .pi / 180),
            place: place)
    }
}
