/// A turn of the earth before it is laid flat: the three angles of d3-geo's `rotate`, in degrees.
///
/// The earth turns eastward by `lambda` about its axis, then by `phi` so that southern places come
/// to the middle where it is positive, then by `gamma` about the line of sight. The place
/// [−lambda, −phi] comes to lie in the middle.
public struct Rotation: Hashable, Sendable {
    /// Degrees eastward about the axis.
    public var lambda: Double
    /// Degrees about the horizontal line through 90° E and 90° W of the middle.
    public var phi: Double
    /// Degrees about the line of sight.
    public var gamma: Double

    /// A turn by three angles in degrees.
    public init(_ lambda: Double, _ phi: Double, _ gamma: Double = 0) {
        self.lambda = lambda
        self.phi = phi
        self.gamma = gamma
    }

    /// Whether all three angles can be turned by.
    var isFinite: Bool { lambda.isFinite && phi.isFinite && gamma.isFinite }
}
