public import Graphics
import Layout

/// What is particular to one mark of a layer.
public struct Detail: Hashable, Sendable {
    /// How sure its figure is.
    public var standing: Standing
    /// Whether its figure is known rounded only.
    public var isRounded: Bool
    /// Whether it is the mark that the chart is about.
    public var isKey: Bool
    /// Whether it is a sum of the marks before it, for bars that are steps.
    public var isTotal: Bool
    /// What its label says; `nil` for its figure in the layer's format, empty for no label.
    public var text: String?
    /// A second, short text inside the mark; empty for none.
    public var inset: String
    /// A colour of its own; `nil` for that of its series.
    public var color: Color?
    /// Moves its label away from the place it would get, in points.
    public var nudge: Point?

    /// A plain mark, but for what is said.
    public init(
        standing: Standing = .firm, isRounded: Bool = false, isKey: Bool = false,
        isTotal: Bool = false, text: String? = nil, inset: String = "", color: Color? = nil,
        nudge: Point? = nil
    ) {
        self.standing = standing
        self.isRounded = isRounded
        self.isKey = isKey
        self.isTotal = isTotal
        self.text = text
        self.inset = inset
        self.color = color
        self.nudge = nudge
    }

    /// A mark with nothing particular to it.
    public static let plain = Detail()

    /// The footnotes that a reader of its figure needs.
    func footnotes(isMissing: Bool) -> Set<FootnoteMark> {
        if isMissing { return [.missing] }
        var marks: Set<FootnoteMark> = isRounded ? [.rounded] : []
        if let mark = standing.footnote { marks.insert(mark) }
        return marks
    }
}
