/// How lines are drawn.
public struct StrokeStyle: Hashable, Sendable {
    /// The thickness in points; `nil` for the mark's usual one.
    let lineWidth: Double?
    /// Lengths of dashes and gaps in points, in turn; empty for a solid line.
    let dash: [Double]

    /// Lines of a thickness, with dashes.
    ///
    /// - Parameters:
    ///   - lineWidth: in points; what is below zero or not finite is the mark's usual thickness.
    ///   - dash: lengths of dashes and gaps in points, in turn. Lengths that cannot be drawn, below
    ///     zero, not finite or all zero, make a solid line.
    public init(lineWidth: Double? = nil, dash: [Double] = []) {
        self.lineWidth = lineWidth.flatMap { $0 >= 0 && $0.isFinite ? $0 : nil }
        let isDrawable = dash.allSatisfy { $0 >= 0 && $0.isFinite } && dash.contains { $0 > 0 }
        self.dash = isDrawable ? dash : []
    }
}
