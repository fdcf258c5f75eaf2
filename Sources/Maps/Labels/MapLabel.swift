public import Diagnostics
public import Graphics

/// A label of a map: rows that each name a place, under a heading where they belong together.
///
/// The placer finds its place: beside its only place, at the ends of leaders, or inside of its area.
public struct MapLabel: Hashable, Sendable {
    /// One line of the label.
    public struct Row: Hashable, Sendable {
        /// What a message calls it.
        public var name: String
        /// Signs before the text, or after it where text is right-aligned.
        public var signs: [PinGlyph]
        /// The text.
        public var runs: [TextRun]
        /// The place it names; `nil` in a label of a region for its best inner point.
        public var place: GeoPoint?
        /// How far from its place a sign that the map has there reaches, with its air, in points; `nil`
        /// where there is none, and the label brings a dot.
        public var clearance: Double?

        /// A line about a place.
        public init(
            name: String, signs: [PinGlyph] = [], runs: [TextRun], place: GeoPoint?,
            clearance: Double? = nil
        ) {
            self.name = name
            self.signs = signs
            self.runs = runs
            self.place = place
            self.clearance = clearance
        }
    }

    /// The line above the rows; empty for none.
    public var heading: [TextRun]
    /// The rows, in the order wished for; leaders that would cross exchange theirs.
    public var rows: [Row]
    /// From baseline to baseline, in points.
    public var pitch: Double
    /// The number of the region that it names and may stand inside of; `nil` for a label of places.
    public var region: Int?
    /// Labels of higher priority are placed first, and are never dropped for lower ones.
    public var priority: Int
    /// How far from its best place someone wants it, in points.
    public var nudge: Point?
    /// Where it is written in the deck file, if not where the map is.
    public var location: SourceLocation?

    /// A label, part by part.
    public init(
        heading: [TextRun] = [], rows: [Row], pitch: Double, region: Int? = nil, priority: Int = 0,
        nudge: Point? = nil, location: SourceLocation? = nil
    ) {
        self.heading = heading
        self.rows = rows
        self.pitch = pitch
        self.region = region
        self.priority = priority
        self.nudge = nudge
        self.location = location
    }

    /// What a message calls it.
    public var name: String { rows.map(\.name).joined(separator: ", ") }

    /// The same rows as labels of their own, for a map on which they have no room together.
    var parts: [MapLabel] {
        rows.map { row in
            var part = self
            part.heading = []
            part.rows = [row]
            part.nudge = nil
            return part
        }
    }
}
