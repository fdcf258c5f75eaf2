public import Graphics

/// One place that a label may take.
public struct LabelCandidate: Hashable, Sendable {
    /// Where the label's body stands: from the capitals' height down to the last baseline.
    public var box: Rect
    /// How far it is from the best place; a step in an order of preference costs 1.
    ///
    /// Less than 0 counts as 0; a candidate whose cost is not a number is no candidate.
    public var cost: Double
    /// Lines from what is named to the label, when it stands apart: one for each thing it names.
    public var leaders: [Polyline]
    /// What marks the named places if the label stands here, and only then: neither letters nor leaders
    /// of other labels come near it.
    public var dots: [Dot] = []
    /// The colour of the letters here, as in white inside a bar; `nil` for that of the text.
    public var color: Color?
    /// Where shorter lines stand here; `nil` for where the text says.
    public var alignment: HorizontalAlignment?
    /// Whether it may lie over soft obstacles, at their cost and with a halo where it needs one.
    public var allowsShapes: Bool
    /// What the letters must lie inside; a shape that holds them all costs nothing then.
    public var container: LabelContainer?

    /// A round mark with its air.
    public struct Dot: Hashable, Sendable {
        /// Its middle, where a leader begins.
        public var center: Point
        /// How far others keep away from the middle, in points.
        public var radius: Double

        /// A mark.
        public init(center: Point, radius: Double) {
            self.center = center
            self.radius = radius
        }
    }

    /// A place at which the label's body is `box`.
    public init(
        _ box: Rect, cost: Double = 0, leaders: [Polyline] = [], color: Color? = nil,
        alignment: HorizontalAlignment? = nil, allowsShapes: Bool = true,
        container: LabelContainer? = nil
    ) {
        self.box = box
        self.cost = cost
        self.leaders = leaders
        self.color = color
        self.alignment = alignment
        self.allowsShapes = allowsShapes
        self.container = container
    }

    /// The place moved by a vector; leaders keep their starts.
    func nudged(by vector: Point) -> LabelCandidate {
        var copy = self
        copy.box = box.offset(by: vector)
        copy.leaders = leaders.map { line in
            Polyline(line.points.prefix(1) + line.points.dropFirst().map { $0 + vector })
        }
        return copy
    }
}
