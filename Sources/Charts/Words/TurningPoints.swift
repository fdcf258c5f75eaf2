/// The places where a line changes its direction for good.
enum TurningPoints {
    /// The positions of at most `most` peaks and troughs within a line, in order.
    ///
    /// A turn counts where the line goes back by a share of its whole range; the share grows from a
    /// tenth until few enough turns are left. Takes time in proportion to the values.
    static func positions(in values: [Double], most: Int = 5) -> [Int] {
        guard let least = values.min(), let greatest = values.max(), least.isFinite,
            greatest.isFinite, greatest > least
        else { return [] }
        // Divided before they are subtracted, so that no range overflows.
        let range = greatest / 2 - least / 2
        var left = Array(values.indices)
        for step in 2...20 {
            left = turns(left, of: values, by: Double(step) / 20 * range)
            // The first and the last are ends, no turns.
            if left.count - 2 <= most { return Array(left.dropFirst().dropLast()) }
        }
        return []
    }

    /// The first, the last, and each extreme that is followed by a way back of at least `way` (in
    /// halves, as ranges are).
    private static func turns(_ positions: [Int], of values: [Double], by way: Double) -> [Int] {
        guard let first = positions.first, let last = positions.last, first != last else {
            return positions
        }
        var kept = [first]
        var (low, high) = (first, first)
        // 0 before the first direction is known, then 1 upward or -1 downward.
        var direction = 0
        for position in positions.dropFirst() {
            let value = values[position]
            if direction >= 0, value > values[high] { high = position }
            if direction <= 0, value < values[low] { low = position }
            if direction >= 0, values[high] / 2 - value / 2 >= way {
                if high != first { kept.append(high) }
                (direction, low) = (-1, position)
            } else if direction <= 0, value / 2 - values[low] / 2 >= way {
                if low != first { kept.append(low) }
                (direction, high) = (1, position)
            }
        }
        return kept + [last]
    }
}
