public import Graphics
import Layout

// The room of charts. It promises:
// - a chart is a value: rows with their words already written, and a style without names;
// - a figure that is missing is drawn as missing; nothing is interpolated or invented;
// - it knows no deck, no table and no query.

/// One figure of a chart, with the words and marks it is shown by.
public struct Datum: Hashable, Sendable {
    /// How sure a figure is.
    public enum Standing: Hashable, Sendable {
        /// Published as it stands.
        case firm
        /// Published, but it may still change.
        case preliminary
        /// Calculated from published figures; marked with `*`.
        case derived
        /// An estimate.
        case estimated
    }

    /// What the figure is of: a bar's name, a point on the horizontal axis, a sector's name.
    public var category: String
    /// Which of several series it belongs to; empty where there is one.
    public var series: String
    /// The figure; `nil` where there is none.
    public var value: Double?
    /// The figure as it is printed.
    public var text: String
    /// How sure the figure is.
    public var standing: Standing
    /// Whether the figure is known rounded only.
    public var isRounded: Bool
    /// A colour of its own; `nil` for the chart's.
    public var color: Color?
    /// Whether it is the figure that the chart is about.
    public var isKey: Bool
    /// A second, short text printed inside the mark; empty for none.
    public var inset: String

    /// A figure with its words.
    public init(
        category: String, series: String = "", value: Double?, text: String,
        standing: Standing = .firm, isRounded: Bool = false, color: Color? = nil,
        isKey: Bool = false, inset: String = ""
    ) {
        self.category = category
        self.series = series
        self.value = value
        self.text = text
        self.standing = standing
        self.isRounded = isRounded
        self.color = color
        self.isKey = isKey
        self.inset = inset
    }

    /// The mark that follows the printed figure: `*` where it was calculated.
    public var mark: String { standing == .derived ? "*" : "" }

    /// What keeps the figure from being a length from zero; `nil` where nothing does.
    func problem(upTo greatest: Double?) -> (message: String, hint: String?)? {
        guard let value else { return nil }
        if !value.isFinite { return ("the figure of “\(category)” is not a number", nil) }
        if value < 0 {
            return (
                "the figure of “\(category)” is negative",
                "bars start at zero"
            )
        }
        if let greatest, value > greatest * (1 + 1e-9) {
            let isWhole = greatest == greatest.rounded() && abs(greatest) < 1e15
            let end = isWhole ? "\(Int(greatest))" : "\(greatest)"
            return (
                "the figure of “\(category)” is greater than its scale, which ends at \(end)",
                "widen the domain"
            )
        }
        return nil
    }

    /// The footnotes that a reader of this figure needs.
    var footnotes: Set<FootnoteMark> {
        guard value != nil else { return [.missing] }
        var marks: Set<FootnoteMark> = isRounded ? [.rounded] : []
        switch standing {
        case .firm: break
        case .preliminary: marks.insert(.preliminary)
        case .derived: marks.insert(.derived)
        case .estimated: marks.insert(.estimated)
        }
        return marks
    }
}
