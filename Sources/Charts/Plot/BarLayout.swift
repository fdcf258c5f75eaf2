import Graphics
import Layout
import Scales

/// How bars stand in the slots of their categories.
struct BarLayout {
    /// From slot to slot, in points.
    var step: Double
    /// What all lanes of a category take together, in points.
    var thickness: Double
    /// From the middle of a slot to the middle of its bars, in points.
    var shift = 0.0
    /// Whether the names of lying bars stand above them.
    var areNamesAbove = false
    /// The size of names and figures, in points.
    var textSize: Double

    /// Rows lower than this have no room for a name above the bar, in points.
    static let leastPitchForNamesAbove = 30.0
    /// In rows lower than this a bar and its name above it do not fit, in points.
    private static let leastPitchForNamesAndBars = 26.0
    /// In rows lower than this the letters of neighbours touch, in points.
    static let leastPitch = 11.0
    /// Rows higher than this would fall apart; fewer rows stand at the top, in points.
    static let greatestPitch = 130.0
    /// Slots narrower than this are no columns, in points.
    static let leastSlot = 4.0
    /// Between the lanes of a category, in points.
    private static let laneGap = 1.5

    /// Standing bars in slots of `step` points.
    static func standing(step: Double, lanes: Int, share: Double?) -> BarLayout {
        let share = share ?? (lanes > 1 ? 0.76 : 0.62)
        return BarLayout(
            step: step, thickness: step * max(0.05, min(1, share)), textSize: 13)
    }

    /// Lying bars in rows of `pitch` points.
    static func lying(
        pitch: Double, lanes: Int, share: Double?, names: AxisOptions.NamePlace
    ) -> BarLayout {
        let isAbove =
            (names == .above && pitch >= leastPitchForNamesAndBars)
            || (names == .automatic && pitch >= leastPitchForNamesAbove)
        let size = pitch >= 80 ? 16.0 : (pitch >= 50 ? 14 : (pitch >= 24 ? 12.5 : 11))
        guard isAbove else {
            let share = share ?? (lanes > 1 ? 0.8 : 0.64)
            return BarLayout(
                step: pitch, thickness: pitch * max(0.05, min(1, share)), textSize: size)
        }
        let nameHeight = size * 1.21 + 2.5
        // The name is nearer to its own bar than to the bar above it.
        let thickness =
            lanes > 1
            ? max(4, pitch - nameHeight - 8)
            : min(pitch >= 80 ? 44 : 22, (pitch * (pitch >= 50 ? 0.36 : 0.3)).rounded())
        return BarLayout(
            step: pitch, thickness: thickness,
            shift: nameHeight + thickness / 2 - pitch / 2, areNamesAbove: true, textSize: size)
    }

    /// Where a lane's bar begins and ends across, around the middle of its slot.
    func lane(_ lane: Int, of count: Int, around middle: Double) -> (low: Double, high: Double) {
        let low = middle + shift - thickness / 2
        guard count > 1 else { return (low, low + thickness) }
        let width = thickness / Double(count)
        let gap = min(Self.laneGap, width * 0.2)
        let start = low + width * Double(lane)
        return (start + gap / 2, start + width - gap / 2)
    }
}
