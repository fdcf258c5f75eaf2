/// One mark as it was written, before modifiers reach it.
struct MarkSeed {
    let mark: Layer.Mark
    /// What drives its visual qualities.
    var channels: [PlottedChannel]
    var stacking: Layer.Stacking?
    /// The share of its band that it takes.
    var thickness: Double?
    /// The share of the radius that is cut out.
    var innerRadius = 0.0

    /// A mark with its values.
    init(
        _ mark: Layer.Mark, _ channels: [PlottedChannel], stacking: Layer.Stacking? = nil
    ) {
        self.mark = mark
        self.channels = channels
        self.stacking = stacking
    }
}
