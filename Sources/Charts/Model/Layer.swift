public import Graphics

/// Marks of one kind over one table: the rows of a query, or what a Swift builder listed.
///
/// Values are kept by column, so that a line of a million points is two arrays of numbers. Every
/// channel has as many values as the layer has marks.
public struct Layer: Hashable, Sendable {
    /// The shapes that stand for figures.
    public enum Mark: String, Hashable, Sendable, CaseIterable {
        /// A rectangle from zero, or from one value to another.
        case bar
        /// A line from point to point.
        case line
        /// A filled stretch between a line and zero, or between two lines.
        case area
        /// A symbol.
        case point
        /// A straight line across the plot, or from one value to another.
        case rule
        /// A rectangle between four values: a cell, or a band across the plot.
        case rectangle
        /// A part of a circle.
        case sector
    }

    /// How the marks of one category share its room.
    public enum Stacking: String, Hashable, Sendable, CaseIterable {
        /// One on the other from zero; negative ones the other way.
        case standard
        /// One on the other, stretched to the whole.
        case normalized
        /// One on the other around the middle.
        case center
        /// Each from zero, one over the other.
        case unstacked
        /// Each from where the one before ended: a bridge from a sum to a sum.
        case waterfall
    }

    /// Which points of a line have a symbol.
    public enum Markers: String, Hashable, Sendable, CaseIterable {
        /// All where they are few, none where they are many.
        case automatic
        /// Every one.
        case all
        /// The last one.
        case last
        /// None.
        case none
    }

    /// The shape of the marks.
    public var mark: Mark
    /// What drives which visual quality.
    public var channels: [ChannelName: Channel]
    /// What is particular to single marks: empty, or one for each mark.
    public var details: [Detail]
    /// A colour for all marks; `nil` for that of their series.
    public var color: Color?
    /// How opaque the marks are, from 0 to 1.
    public var opacity: Double
    /// How points are joined.
    public var interpolation: Interpolation
    /// The thickness of lines in points; `nil` for the mark's usual one.
    public var lineWidth: Double?
    /// Lengths of dashes and gaps in points, in turn; empty for a solid line.
    public var dash: [Double]
    /// How bars, areas and sectors of one category share its room; `nil` for the mark's usual way.
    public var stacking: Stacking?
    /// The share of its band that a bar takes; `nil` for the usual one.
    public var thickness: Double?
    /// The shape of points; `nil` for that of their series.
    public var symbol: Symbol?
    /// Which points of a line have a symbol.
    public var markers: Markers
    /// The share of the radius that is cut out of sectors: 0 for a pie, about 0.6 for a donut.
    public var innerRadius: Double
    /// Whether a pale track shows the full length behind each bar.
    public var hasTrack: Bool
    /// Whether its amounts are read from a second axis at the other side of the plot.
    public var isOnSecondAxis: Bool
    /// What is printed at the marks.
    public var labels: LabelOptions
    /// What is printed at the end of each line; `nil` for its name where there are several.
    public var ends: EndOptions?

    /// Marks without data.
    public init(_ mark: Mark, _ channels: [ChannelName: Channel] = [:], details: [Detail] = []) {
        self.mark = mark
        self.channels = channels
        self.details = details
        color = nil
        opacity = 1
        interpolation = .linear
        lineWidth = nil
        dash = []
        stacking = nil
        thickness = nil
        symbol = nil
        markers = .automatic
        innerRadius = 0
        hasTrack = false
        isOnSecondAxis = false
        labels = LabelOptions()
        ends = nil
    }

    /// How many marks it has: as many as the shortest of its channels has values.
    public var count: Int { channels.values.map(\.values.count).min() ?? 0 }

    /// What is particular to a mark.
    public func detail(_ index: Int) -> Detail {
        details.indices.contains(index) ? details[index] : .plain
    }

    /// Whether it points out a stretch or a level of the plot rather than showing figures.
    var isGuide: Bool {
        switch mark {
        case .rule: true
        case .rectangle: channels[.x] == nil || channels[.y] == nil
        case .bar, .line, .area, .point, .sector: false
        }
    }

    /// The dashes where they can be drawn: finite, none negative, not all zero.
    var drawableDash: [Double] {
        let isDrawable = dash.allSatisfy { $0.isFinite && $0 >= 0 } && dash.contains { $0 > 0 }
        return isDrawable ? dash : []
    }

    /// The words of a channel; empty where it has none.
    func label(of name: ChannelName) -> String { channels[name]?.label ?? "" }

    /// The same marks with more of them, where all else but the data agrees; `nil` where it does not.
    func joined(with other: Layer) -> Layer? {
        var (one, two) = (self, other)
        (one.channels, two.channels, one.details, two.details) = ([:], [:], [], [])
        guard one == two, channels.keys == other.channels.keys else { return nil }
        var result = self
        for (name, channel) in other.channels {
            guard result.channels[name]?.label == channel.label,
                result.channels[name]?.values.append(channel.values) == true
            else { return nil }
        }
        if !details.isEmpty || !other.details.isEmpty {
            result.details =
                (0..<count).map(detail) + (0..<other.count).map { other.detail($0) }
        }
        return result
    }
}
