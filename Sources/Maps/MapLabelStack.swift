public import Graphics
public import Layout

/// Labels one above the other, each at the end of a leader from its place on the map.
public struct MapLabelStack: Hashable, Sendable {
    /// One label.
    public struct Row: Hashable, Sendable {
        /// What a message calls it.
        public var name: String
        /// Signs before the text, or after it where text is right-aligned.
        public var glyphs: [PinGlyph]
        /// The text.
        public var runs: [TextRun]
        /// The place it names; `nil` for a label that stands on what it names.
        public var anchor: GeoPoint?

        /// A label of a place.
        public init(name: String, glyphs: [PinGlyph] = [], runs: [TextRun], anchor: GeoPoint?) {
            self.name = name
            self.glyphs = glyphs
            self.runs = runs
            self.anchor = anchor
        }
    }

    /// The line above the labels; empty for none.
    public var heading: [TextRun]
    /// The labels from top to bottom.
    public var rows: [Row]
    /// Baseline and edge (or middle) of the first line, in points of the page.
    public var place: Point
    /// Which edge of the text `place` is; a right-aligned stack stands left of its map.
    public var alignment: HorizontalAlignment
    /// From the heading's baseline to the first row's, and from row to row, in points.
    public var pitch: Double
    /// How far below the heading's baseline leaders end; `nil` for at each row's own height.
    public var leaderDrop: Double?

    /// A stack at a place of the page.
    public init(
        heading: [TextRun], rows: [Row], place: Point, alignment: HorizontalAlignment,
        pitch: Double, leaderDrop: Double? = nil
    ) {
        self.heading = heading
        self.rows = rows
        self.place = place
        self.alignment = alignment
        self.pitch = pitch
        self.leaderDrop = leaderDrop
    }

    /// A glyph's width, and from one glyph to the next, in points.
    private static let glyphSize = 7.2
    private static let glyphPitch = 9.4
    /// Between a leader's end and its label, in points.
    private static let leaderGap = 3.0

    /// The baseline of a row.
    private func baseline(_ index: Int) -> Double {
        place.y + (heading.isEmpty ? 0 : pitch) + Double(index) * pitch
    }

    /// The ways in which the stack's leaders may run, the best first.
    ///
    /// A leader goes from its place over one bend to its label. All bends of a stack stand at the same
    /// distance from the text, or in steps, so that leaders run side by side; none lies beyond its place.
    public func choices(_ anchors: (GeoPoint) -> Point?) -> [[(row: Row, line: Polyline)]] {
        let ways = Self.runs.flatMap { run in
            [0, 6, -6].map { step in leaders(run: run, step: step, anchors) }
        }
        let straight = ways.compactMap { $0 }
        return straight.isEmpty
            ? [leaders(run: Self.shortestRun, step: 0, anchors) ?? []] : straight
    }

    /// Leaders whose level part is `run` long at the first row and `step` longer at each next one;
    /// `nil` where a bend would lie beyond its place.
    ///
    /// A label that stands above its place has a leader straight up to it.
    private func leaders(
        run: Double, step: Double, _ anchors: (GeoPoint) -> Point?
    ) -> [(row: Row, line: Polyline)]? {
        let sign = alignment == .right ? 1.0 : -1.0
        let end = place.x + sign * Self.leaderGap
        var leaders: [(row: Row, line: Polyline)] = []
        for (index, row) in rows.enumerated() {
            guard let anchor = row.anchor.flatMap(anchors) else { continue }
            let bottom = baseline(rows.count - 1) + 6
            let distance = (anchor.x - place.x) * sign
            if distance < 0, anchor.y > bottom {
                leaders.append((row, Polyline([anchor, Point(anchor.x, bottom)])))
                continue
            }
            let size = row.runs.first?.style.size ?? 11
            // The middle of the x-height: where the eye takes a line of text to be.
            let level = leaderDrop.map { place.y + $0 } ?? baseline(index) - size * 0.34
            let length = run + step * Double(index)
            let bend = Point(end + sign * length, level)
            let overshoots = distance > 0 && (anchor.x - bend.x) * sign < -0.5
            if length < Self.shortestRun || (overshoots && run != Self.shortestRun) { return nil }
            leaders.append((row, Polyline([anchor, bend, Point(end, level)])))
        }
        return leaders
    }

    /// Lengths that the level part of a leader may have, the best first, in points.
    private static let runs = [22.0, 17, 13, 9]
    /// The level part where even the shortest of those would be too long, in points.
    private static let shortestRun = 5.0

    /// Draws heading, glyphs and text; returns the box of each line.
    func draw(on canvas: inout Canvas) -> [Rect] {
        var boxes: [Rect] = []
        if !heading.isEmpty {
            let line = canvas.line(heading)
            boxes.append(canvas.text(line, x: place.x, baseline: place.y, alignment))
        }
        for (index, row) in rows.enumerated() {
            let baseline = baseline(index)
            let size = row.runs.first?.style.size ?? 11
            let room = row.glyphs.isEmpty ? 0 : Double(row.glyphs.count) * Self.glyphPitch + 3
            let sign = alignment == .right ? -1.0 : 1.0
            for (step, glyph) in row.glyphs.enumerated() {
                let order = alignment == .right ? row.glyphs.count - 1 - step : step
                let x = place.x + sign * (Self.glyphSize / 2 + Double(order) * Self.glyphPitch)
                glyph.draw(
                    center: Point(x, baseline - size * 0.36), size: Self.glyphSize, on: &canvas)
            }
            let line = canvas.line(row.runs)
            boxes.append(
                canvas.text(line, x: place.x + sign * room, baseline: baseline, alignment))
        }
        return boxes
    }
}
