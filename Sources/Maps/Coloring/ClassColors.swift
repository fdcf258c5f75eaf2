import Diagnostics
public import Graphics
public import Scales

/// Where the colours of classes come from, low to high.
public enum ClassColors: Hashable, Sendable {
    /// From a ramp, at equal distances, its ends among them.
    case ramp(ColorRamp)
    /// As listed, one for each class.
    case list([Color])

    /// More shades of one ramp are not told apart on a map (Brewer's schemes end at nine).
    public static let mostShades = 9
    /// Colours nearer than this in every channel look alike in two areas that do not touch.
    private static let leastDifference = 0.03

    /// The colours of `count` classes, of which `kept` are left after the others merged.
    func colors(_ count: Int, kept: Int) throws(Diagnostic) -> [Color] {
        let colors: [Color]
        switch self {
        case .ramp(let ramp):
            guard count <= Self.mostShades else {
                throw .error(
                    "\(count) shades of one ramp cannot be told apart",
                    hint: "make at most \(Self.mostShades) classes, or list their colours")
            }
            colors = ramp.colors(kept)
        case .list(let list):
            guard list.count == count else {
                throw .error(
                    "\(count) classes need as many colours, not \(list.count)",
                    hint: "thresholds need one colour more than there are of them")
            }
            // Where classes merged, the ends keep their colours.
            colors = (0..<kept).map { index in
                kept < 2 ? list[(count - 1) / 2] : list[index * (count - 1) / (kept - 1)]
            }
        }
        try Self.check(colors)
        return colors
    }

    /// Refuses neighbours that look alike.
    static func check(_ colors: [Color]) throws(Diagnostic) {
        for (one, other) in zip(colors, colors.dropFirst()) where areAlike(one, other) {
            throw .error(
                "the colours \(one.hex) and \(other.hex) of neighbouring classes look alike",
                hint: "make fewer classes, or choose colours that differ more")
        }
    }

    private static func areAlike(_ one: Color, _ other: Color) -> Bool {
        let differences = [
            one.red - other.red, one.green - other.green, one.blue - other.blue,
            one.alpha - other.alpha,
        ]
        // Written so that NaN is alike, too.
        return !differences.contains { $0.magnitude >= leastDifference }
    }
}
