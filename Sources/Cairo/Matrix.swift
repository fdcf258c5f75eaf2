import CCairo

/// An affine map, `cairo_matrix_t`: `x' = xx·x + xy·y + x0`, `y' = yx·x + yy·y + y0`.
public struct Matrix: Hashable, Sendable {
    /// Horizontal part of the image of (1, 0).
    public var xx: Double
    /// Vertical part of the image of (1, 0).
    public var yx: Double
    /// Horizontal part of the image of (0, 1).
    public var xy: Double
    /// Vertical part of the image of (0, 1).
    public var yy: Double
    /// Horizontal shift.
    public var x0: Double
    /// Vertical shift.
    public var y0: Double

    /// A map by its six coefficients, in Cairo's order.
    public init(xx: Double, yx: Double, xy: Double, yy: Double, x0: Double = 0, y0: Double = 0) {
        self.xx = xx
        self.yx = yx
        self.xy = xy
        self.yy = yy
        self.x0 = x0
        self.y0 = y0
    }

    /// Whether Cairo can draw under it: all numbers finite, and an inverse.
    public var isInvertible: Bool {
        let determinant = xx * yy - yx * xy
        return determinant.isFinite && determinant != 0 && x0.isFinite && y0.isFinite
    }

    var raw: cairo_matrix_t { cairo_matrix_t(xx: xx, yx: yx, xy: xy, yy: yy, x0: x0, y0: y0) }
}
