import Graphics

/// A label that wants to stand near a point of a line.
struct PointLabel {
    /// The text, measured.
    var line: TextLine
    /// The point it names.
    var anchor: Point
    /// Whether it stands below the point if it can.
    var prefersBelow: Bool
    /// What a warning calls it.
    var name: String
    /// The radius of the point's marker, in points.
    var radius: Double

    /// Distance from the marker to the label's box, in points.
    private static let air = 3.2
    private var gap: Double { radius + Self.air }

    /// Gives each label the first place, in order of preference, that is free; `nil` where none is.
    ///
    /// One pass in the order given, without chance: the same labels always get the same places. A
    /// place is the left end of the label's baseline.
    static func place(
        _ labels: [PointLabel], among obstacles: inout Obstacles
    ) -> [(PointLabel, Point?)] {
        labels.map { label in
            let boxes = label.candidates()
            // Crossing a line is worse than leaving the preferred side, but better than no label.
            let free =
                boxes.first { obstacles.allow($0, across: 4, down: 2) }
                ?? boxes.first { obstacles.allow($0, across: 1, down: 0) }
            guard let free else { return (label, nil) }
            obstacles.add(free)
            return (label, Point(free.minX, free.minY + label.capHeight))
        }
    }

    /// The box of the letters' visible height when the baseline starts at `place`.
    func box(at place: Point) -> Rect {
        Rect(x: place.x, y: place.y - capHeight, width: line.width, height: capHeight)
    }

    /// The height of digits in Inter, near enough in every face: 0.73 em.
    private var capHeight: Double { (line.runs.first?.style.size ?? 0) * 0.73 }

    /// Boxes of the letters' visible height, from the most to the least wanted place.
    private func candidates() -> [Rect] {
        let size = Size(line.width, capHeight)
        let above = anchor.y - gap - size.height
        let below = anchor.y + gap
        let middle = anchor.y - size.height / 2
        let centered = anchor.x - size.width / 2
        // Sliding along the preferred side keeps a label near its point where a line is steep.
        let slides = [0, -0.25, 0.25, -0.5, 0.5].map { centered + $0 * size.width }
        let near = slides.map { Point($0, prefersBelow ? below : above) }
        let far = slides.map { Point($0, prefersBelow ? above : below) }
        let sides = [
            Point(anchor.x - gap - 2 - size.width, middle),
            Point(anchor.x + gap + 2, middle),
        ]
        let lifted = slides.map { Point($0, prefersBelow ? below + 6 : above - 6) }
        return (near + sides + far + lifted).map { Rect(origin: $0, size: size) }
    }
}

/// What a label must keep clear of.
struct Obstacles {
    /// Where labels may stand.
    var bounds: Rect
    private var boxes: [Rect] = []
    private var segments: [Segment] = []

    /// Free room.
    init(bounds: Rect) { self.bounds = bounds }

    /// Adds a box that no label may touch.
    mutating func add(_ box: Rect) { boxes.append(box) }

    /// Adds a line that no label may touch.
    mutating func add(_ segment: Segment) { segments.append(segment) }

    /// Whether a box, with a clearance on its sides and above and below it, is free.
    func allow(_ box: Rect, across: Double, down: Double) -> Bool {
        let grown = Rect(
            left: box.minX - across, top: box.minY - down, right: box.maxX + across,
            bottom: box.maxY + down)
        return bounds.contains(box, tolerance: 1)
            && !boxes.contains { $0.intersects(grown) }
            && !segments.contains { $0.intersects(box.outset(by: min(1.5, down))) }
    }
}
