public import Graphics

/// A soft ground behind letters that lie over lines or shapes.
///
/// A rounded rectangle rather than outlined letters: scenes have no stroked text, and every output
/// draws a rectangle alike.
public struct Halo: Hashable, Sendable {
    /// What it covers.
    public var box: Rect
    /// The colour of what the letters stand on; drawn a little see-through.
    public var color: Color

    /// How much of what lies below is covered.
    public static let opacity = 0.85
    /// The radius of its corners in points.
    public static let radius = 2.0

    /// A halo behind letters, a little larger than they are.
    public init(behind letters: Rect, color: Color) {
        box = letters.grown(
            across: LabelPlacer.clearanceAcross, down: LabelPlacer.clearanceDown)
        self.color = color
    }

    /// Draws it; to be called before the letters are drawn.
    public func draw(on canvas: inout Canvas) {
        canvas.tagged(Tag(.artifact)) { canvas in
            canvas.fill(
                .roundedRect(box, radius: Self.radius), color.opacity(color.alpha * Self.opacity))
        }
    }
}

extension Rect {
    /// The rectangle made larger by one distance on left and right and another above and below.
    func grown(across: Double, down: Double) -> Rect {
        Rect(left: minX - across, top: minY - down, right: maxX + across, bottom: maxY + down)
    }

    /// Whether all edges are numbers of a size that a page can have.
    var isOnPaper: Bool {
        [minX, maxX, minY, maxY].allSatisfy { abs($0) <= 1e9 } && width >= 0 && height >= 0
    }
}
