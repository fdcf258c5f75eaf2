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

    /// The leader of each row that has an anchor: from the anchor over one bend to the label.
    ///
    /// All leaders of a stack bend at the same distance from the text, so that they run in parallel.
    /// A label that stands above its place has a leader straight up to it.
    ///
    /// - Parameter run: the length of the level part, in points.
    public func leaders(
        run: Double, _ anchors: (GeoPoint) -> Point?
    ) -> [(row: Row, line: Polyline)] {
        let sign = alignment == .right ? 1.0 : -1.0
        let end = place.x + sign * Self.leaderGap
        let points = rows.map { $0.anchor.flatMap(anchors) }
        return zip(rows.indices, points).compactMap { index, anchor in
            guard let anchor else { return nil }
            let bottom = baseline(rows.count - 1) + 6
            if (anchor.x - place.x) * -sign > 0, anchor.y > bottom {
                return (rows[index], Polyline([anchor, Point(anchor.x, bottom)]))
            }
            let size = rows[index].runs.first?.style.size ?? 11
            // The middle of the x-height: where the eye takes a line of text to be.
            let level = leaderDrop.map { place.y + $0 } ?? baseline(index) - size * 0.34
            let bend = Point(end + sign * run, level)
            return (rows[index], Polyline([anchor, bend, Point(end, level)]))
        }
    }

    /// Lengths that the level part of a leader may have, the best first, in points.
    public static let runs = [22.0, 17, 13, 9]
    /// The level part where even the shortest of those would be too long, in points.
    public static let shortestRun = 5.0

    /// Whether leaders of a run would bend beyond their places and come back.
    public func overshoots(run: Double, _ anchors: (GeoPoint) -> Point?) -> Bool {
        let sign = alignment == .right ? 1.0 : -1.0
        let bend = place.x + sign * (Self.leaderGap + run)
        return rows.compactMap { $0.anchor.flatMap(anchors) }.contains { anchor in
            let distance = (anchor.x - place.x) * sign
            return distance > 0 && (anchor.x - bend) * sign < 0
        }
    }

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
