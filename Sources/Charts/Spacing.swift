/// Keeps things on a line apart.
enum Spacing {
    /// Positions as near as possible to `wishes`, in the same order, that do not overlap.
    ///
    /// A thing at position `p` takes the room from `p - lead` to `p - lead + height`. Things are
    /// pushed down where they overlap or begin above `low`, then back up where the last one would
    /// end below `high`. Where they need more than there is, the first ones begin above `low`.
    static func apart(
        _ wishes: [Double], heights: [Double], lead: Double, low: Double, high: Double
    ) -> [Double] {
        var positions = wishes
        var least = low + lead
        for index in positions.indices {
            positions[index] = max(positions[index], least)
            least = positions[index] + heights[index]
        }
        var most = high
        for index in positions.indices.reversed() {
            positions[index] = min(positions[index], most + lead - heights[index])
            most = positions[index] - lead
        }
        return positions
    }
}
