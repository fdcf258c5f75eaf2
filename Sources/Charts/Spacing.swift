/// Keeps things on a line apart.
enum Spacing {
    /// Positions as near as possible to `wishes`, in the same order, that do not overlap.
    ///
    /// A thing at position `p` takes the room from `p - lead` to `p - lead + height`. Things are
    /// pushed down where they overlap, then back up where the last one would leave the room.
    static func apart(
        _ wishes: [Double], heights: [Double], lead: Double, low: Double, high: Double
    ) -> [Double] {
        var positions = wishes
        for index in positions.indices.dropFirst() {
            let least = positions[index - 1] + heights[index - 1]
            positions[index] = max(positions[index], least)
        }
        var most = high
        for index in positions.indices.reversed() {
            positions[index] = min(positions[index], most + lead - heights[index])
            most = positions[index] - lead
        }
        return positions
    }
}
