public import Graphics

/// Amounts between two ends that share one colour.
///
/// The lower end belongs to it. The upper end belongs to it too, unless another class begins there.
public struct ColorClass: Hashable, Sendable {
    /// Its least amount; `nil` where it reaches down without end.
    public let lower: Double?
    /// Its greatest amount, or where the next class begins; `nil` where it reaches up without end.
    public let upper: Double?
    /// The colour of its areas.
    public let color: Color
    /// What a key calls it; `nil` for its range.
    public let name: String?
    /// Whether the next class begins at its upper end.
    var isFollowed = false

    /// A class by its ends and colour.
    public init(from lower: Double?, to upper: Double?, color: Color, name: String? = nil) {
        self.lower = lower
        self.upper = upper
        self.color = color
        self.name = name
    }

    /// Whether an amount belongs to it; never for NaN and infinity.
    public func contains(_ value: Double) -> Bool {
        guard value.isFinite else { return false }
        if let lower, value < lower { return false }
        guard let upper else { return true }
        return isFollowed ? value < upper : value <= upper
    }
}
