/// What fills a shape.
public enum Paint: Hashable, Sendable {
    /// One colour.
    case color(Color)
    /// Parallel lines over a ground: the sign for "no data".
    case hatch(Hatch)
}

/// Parallel lines at 45 degrees over a ground colour.
public struct Hatch: Hashable, Sendable {
    /// The colour of the lines.
    public var line: Color
    /// The colour between the lines.
    public var ground: Color
    /// Distance from line to line, measured across them, in points.
    public var pitch: Double
    /// Thickness of a line in points.
    public var width: Double

    /// Lines of `width` every `pitch` points over `ground`.
    public init(line: Color, ground: Color, pitch: Double = 5, width: Double = 0.8) {
        self.line = line
        self.ground = ground
        self.pitch = pitch
        self.width = width
    }
}

/// How an outline is drawn.
public struct Stroke: Hashable, Sendable {
    /// How a line ends.
    public enum Cap: String, Hashable, Sendable {
        /// Cut off at the end point.
        case butt
        /// With a half circle around the end point.
        case round
    }

    /// How two segments meet.
    public enum Join: String, Hashable, Sendable {
        /// With a pointed corner.
        case miter
        /// With a rounded corner.
        case round
    }

    /// The colour of the line.
    public var color: Color
    /// Thickness in points.
    public var width: Double
    /// Lengths of dashes and gaps in points, in turn; empty for a solid line.
    public var dash: [Double]
    /// How its ends look.
    public var cap: Cap
    /// How its corners look.
    public var join: Join

    /// A line of `color`, `width` points thick.
    public init(
        _ color: Color, width: Double, dash: [Double] = [], cap: Cap = .butt, join: Join = .miter
    ) {
        self.color = color
        self.width = width
        self.dash = dash
        self.cap = cap
        self.join = join
    }
}
