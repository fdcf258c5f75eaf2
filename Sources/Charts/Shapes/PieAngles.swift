/// The angles of a whole's parts.
public enum PieAngles {
    /// The angles between which the parts of a whole lie, in degrees: part `i` from number `i` to
    /// number `i + 1`.
    ///
    /// In the order given, in proportion, from `start` to exactly `start + sweep`, never going
    /// back; d3-shape's `pie` without sorting. `nil` where the parts make no whole: one that is
    /// negative or not finite, none above zero, or angles that are not finite.
    public static func boundaries(
        of values: [Double], startDegrees start: Double = 0, sweepDegrees sweep: Double = 360
    ) -> [Double]? {
        guard let greatest = values.max(), greatest > 0, start.isFinite, (start + sweep).isFinite,
            values.allSatisfy({ $0.isFinite && $0 >= 0 })
        else { return nil }
        // Parts of the greatest, so that no sum overflows.
        var sums = [0.0]
        for value in values { sums.append((sums.last ?? 0) + value / greatest) }
        let total = sums.last ?? 0
        // Parts of nothing at the end lie where the turn ends, too.
        return sums.map { $0 == total ? start + sweep : start + $0 / total * sweep }
    }
}
