public import Diagnostics
public import Graphics

/// A label that wants a place.
public struct LabelRequest: Hashable, Sendable {
    /// What a warning calls it, as in `Cancún, 2024`.
    public var name: String
    /// What it says.
    public var text: LabelText
    /// Where it may stand; the first of those that cost least is the preferred one.
    public var candidates: [LabelCandidate]
    /// Labels of higher priority are placed first, and are never dropped for lower ones.
    public var priority: Int
    /// Whether the picture is wrong without it: it precedes all priorities, and its lack is an error.
    public var isRequired: Bool
    /// How far from its preferred place someone wants it, in points.
    ///
    /// Measured from the candidate that costs least by itself, whatever stands there: so a nudge
    /// means the same with new data and beside other labels.
    public var nudge: Point?
    /// Where it is written in the deck file, if not where the chart is.
    public var location: SourceLocation?

    /// A label that says `text` at one of `candidates`.
    public init(
        name: String, text: LabelText, candidates: [LabelCandidate], priority: Int = 0,
        isRequired: Bool = false, nudge: Point? = nil, location: SourceLocation? = nil
    ) {
        self.name = name
        self.text = text
        self.candidates = candidates
        self.priority = priority
        self.isRequired = isRequired
        self.nudge = nudge
        self.location = location
    }
}
