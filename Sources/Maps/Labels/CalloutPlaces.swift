import Graphics
import Layout

/// Where labels of a map may stand, apart from other labels: the best places first.
struct CalloutPlaces {
    /// The room for labels.
    let frame: Rect
    /// What lies under them.
    let grid: GroundGrid
    /// How many labels look for places.
    var labels = 1

    /// What a place at the end of a leader costs more than one beside its point.
    static let apart = 9.0
    /// The air that a label at the end of a leader likes to keep to the coast, in points.
    static let air = 2.5
    /// The cost of a square point of land, where labels might as well stand beside it, and more of
    /// land that text cannot be read on.
    private static let onLand = 0.013
    private static let onBusy = 0.03
    /// What a coast under the letters costs, which crosses them.
    private static let onCoast = 5.0
    /// Square points of land, or beside it, that say nothing, as squares at the coast are land or not
    /// as a whole; and those that some letters cover.
    private static let fewSquares = 15.0
    private static let someLetters = 60.0
    /// The air around a label of several lines, in points, so that each is seen as one.
    private static let airOfBlock = Insets(horizontal: -5, vertical: -3.5)

    /// What standing on a box costs.
    func groundCost(_ box: Rect) -> Double {
        let areas = grid.areas(under: box)
        return areas.land * Self.onLand + areas.busy * Self.onBusy + coastCost(areas.land, box)
    }

    /// What a coast under a box costs, by how much of the letters it parts from the others.
    private func coastCost(_ land: Double, _ box: Rect) -> Double {
        let parted = min(land, box.width * box.height - land)
        guard parted > Self.fewSquares else { return 0 }
        return Self.onCoast * min(1, parted / Self.someLetters)
    }

    /// The cost of a leader by its length in points: one long leader is worse than two short ones.
    static func cost(ofLength length: Double) -> Double {
        0.03 * length + 0.0006 * length * length
    }

    /// What other labels keep clear of: the letters, and some air around several lines.
    func room(_ box: Rect, _ block: LabelBlock) -> Rect {
        block.lineCount > 1 ? box.inset(by: Self.airOfBlock) : box
    }
}
