/// The extent of a mark across its amounts, or of the hole in a circle.
public struct MarkDimension: Hashable, Sendable {
    /// The share of what there is; `nil` for the usual one.
    let share: Double?

    /// As suits the mark.
    public static let automatic = MarkDimension(share: nil)

    /// A share of the room there is, from 0 to 1: of a bar's band, of a circle's radius.
    ///
    /// Shares beyond are brought to the nearer end; one that is no number is `automatic`.
    public static func ratio(_ ratio: Double) -> MarkDimension {
        MarkDimension(share: ratio.isNaN ? nil : min(max(ratio, 0), 1))
    }
}
