/// A square of areas with crooked borders that neighbours share vertex for vertex.
struct AreaGrid {
    /// How many areas there are in a row.
    let side: Int

    /// How many straight pieces a border between two corners has.
    private static let pieces = 30
    /// The south-west corner and the extent, in degrees: about Mexico's.
    private static let west = -112.0
    private static let south = 16.0
    private static let extent = 14.0

    /// The areas as a GeoJSON file.
    var geoJSON: [UInt8] {
        var text = "{\"type\":\"FeatureCollection\",\"features\":["
        for row in 0..<side {
            for column in 0..<side {
                if row + column > 0 { text += "," }
                // Counterclockwise: along the south, up the east, back along the north, down the west.
                let ring =
                    border(column, row, isLevel: true).dropLast()
                    + border(column + 1, row, isLevel: false).dropLast()
                    + border(column, row + 1, isLevel: true).reversed().dropLast()
                    + border(column, row, isLevel: false).reversed()
                let places = ring.map { "[\($0.x),\($0.y)]" }.joined(separator: ",")
                text += "{\"type\":\"Feature\",\"id\":\"\(row)-\(column)\",\"properties\":{},"
                text += "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[\(places)]]}}"
            }
        }
        return Array((text + "]}").utf8)
    }

    /// The border that begins at a corner and runs east, or north.
    private func border(_ column: Int, _ row: Int, isLevel: Bool) -> [(x: Double, y: Double)] {
        let step = Self.extent / Double(side)
        return (0...Self.pieces).map { piece in
            let share = Double(piece) / Double(Self.pieces)
            // Corners stay where they are; between them borders wander up to an eighth of a side.
            let reach = min(share, 1 - share) / 4
            let noise = (hash(column, row, piece, isLevel) - 0.5) * reach
            let (along, across) = (share, noise)
            let x = Double(column) + (isLevel ? along : across)
            let y = Double(row) + (isLevel ? across : along)
            return (rounded(Self.west + x * step), rounded(Self.south + y * step))
        }
    }

    /// To ten metres, as files of boundaries are.
    private func rounded(_ degrees: Double) -> Double { (degrees * 10_000).rounded() / 10_000 }

    /// A number from 0 to 1 that depends on its arguments only.
    private func hash(_ column: Int, _ row: Int, _ piece: Int, _ isLevel: Bool) -> Double {
        var state = UInt64(column &* 73_856_093 ^ row &* 19_349_663 ^ piece &* 83_492_791)
        if isLevel { state = ~state }
        // The finalizer of SplitMix64.
        state = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        state = (state ^ (state >> 27)) &* 0x94D0_49BB_1331_11EB
        return Double((state ^ (state >> 31)) >> 11) / 9_007_199_254_740_992
    }
}
