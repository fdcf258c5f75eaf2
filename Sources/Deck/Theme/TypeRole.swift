public import Graphics

/// What a piece of text is for.
///
/// Blocks name roles; a theme says how large and heavy they are.
public enum TypeRole: String, Hashable, Sendable, CaseIterable {
    /// The page's title.
    case title
    /// The line below it.
    case subtitle
    /// The sentence of a cover.
    case statement
    /// The claim that a page makes in its body.
    case claim
    /// A heading over a group.
    case lead
    /// The title of a panel.
    case panelTitle = "panel-title"
    /// The heading of a chart or map, with its unit.
    case heading
    /// Points of a list, and running text.
    case body
    /// The text of a card.
    case card
    /// The sentence in a callout.
    case callout
    /// The text of a banner.
    case banner
    /// The labels of figures.
    case label
    /// Labels around a diagram.
    case node
    /// Notes, sources and page numbers.
    case note
}

/// How large and heavy the text of one role is.
public struct TypeToken: Hashable, Sendable {
    /// The size in points.
    public var size: Double
    /// From baseline to baseline, in points.
    public var leading: Double
    /// How heavy it is.
    public var weight: FontWeight
    /// Space added between characters, in ems.
    public var tracking: Double

    /// A token, part by part.
    public init(_ size: Double, _ leading: Double, _ weight: FontWeight, tracking: Double = 0) {
        self.size = size
        self.leading = leading
        self.weight = weight
        self.tracking = tracking
    }
}
