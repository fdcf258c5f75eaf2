public import Graphics

/// Labels in a column beside a plot: at line ends, outside of sectors, beside stacked bars.
///
/// Each stands as near to its wish as the others allow, by least squares, in the order of what they
/// name. Where there is not room for all, those of the lowest priority go without, and are named.
public struct LabelStack: Hashable, Sendable {
    /// One label of the column.
    public struct Item: Hashable, Sendable {
        /// What a warning calls it.
        public var name: String
        /// The level at which it would like to stand, in points of the page.
        public var wish: Double
        /// How far it reaches above its level, in points.
        public var above: Double
        /// How far it reaches below its level, in points.
        public var below: Double
        /// Who keeps a place when there is not room for all: the higher.
        public var priority: Int
        /// What it names, where a leader begins; `nil` for a label without one.
        public var anchor: Point?

        /// A label that reaches from `above` over its level to `below` it.
        public init(
            name: String, wish: Double, above: Double, below: Double, priority: Int = 0,
            anchor: Point? = nil
        ) {
            self.name = name
            self.wish = wish
            self.above = above
            self.below = below
            self.priority = priority
            self.anchor = anchor
        }

        /// A label whose level is the middle of its height.
        public init(
            name: String, wish: Double, height: Double, priority: Int = 0, anchor: Point? = nil
        ) {
            self.init(
                name: name, wish: wish, above: height / 2, below: height / 2, priority: priority,
                anchor: anchor)
        }

        fileprivate var isPossible: Bool {
            [wish, above, below].allSatisfy { abs($0) <= 1e9 } && above + below >= 0
        }

        /// The anchor, if it can be on a page.
        var place: Point? {
            anchor.flatMap { abs($0.x) <= 1e9 && abs($0.y) <= 1e9 ? $0 : nil }
        }

        /// What the order of a column goes by: the same grid as the leaders', so that both agree on
        /// who is level with whom.
        fileprivate var height: Double { ElbowLeaders.snapped(place?.y ?? wish) }
    }

    /// Where the labels of a stack stand.
    public struct Arrangement: Hashable, Sendable {
        /// The level of each item, in the order of the items; `nil` where it has no place.
        public var levels: [Double?]
        /// The placed items from top to bottom, by their index.
        public var order: [Int]
        /// The names of the items without a place, in the order of the items.
        public var dropped: [String]

        /// Says of each label without a place that it has none.
        public func report(
            on canvas: inout Canvas, hint: String = "give the chart more height, or label fewer"
        ) {
            for name in dropped { canvas.warning("no room for the label of \(name)", hint: hint) }
        }
    }

    /// The sides of a plot at which a column of labels can stand.
    public enum Side: String, Hashable, Sendable, CaseIterable {
        /// Left of the plot.
        case left
        /// Right of the plot.
        case right
    }

    /// The labels, in any order.
    public var items: [Item]
    /// On which side of what it names the column stands; matters to leaders only.
    public var side: Side
    /// The top of the room for labels, in points of the page.
    public var low: Double
    /// The bottom of the room for labels, in points of the page.
    public var high: Double
    /// Points between two labels, at least a tenth of one.
    public var gap: Double

    /// A stack of labels between `low` and `high`.
    public init(
        _ items: [Item], side: Side = .right, low: Double, high: Double, gap: Double = 2
    ) {
        self.items = items
        self.side = side
        self.low = low
        self.high = high
        self.gap = gap
    }

    /// Finds a level for each label.
    ///
    /// Labels keep the order of their anchors from top to bottom, and of their wishes where they have
    /// none; those at one level keep the order of the items, unless leaders would cross then.
    public func arranged() -> Arrangement {
        let gap = self.gap.isFinite ? max(self.gap, Self.leastGap) : Self.leastGap
        let kept = Set(affordable(gap))
        let order = kept.sorted { left, right in
            let (one, other) = (items[left], items[right])
            if one.height != other.height { return one.height < other.height }
            // The farther anchor's leader passes above the nearer one.
            let (a, b) = (distance(of: one), distance(of: other))
            return a != b ? a > b : left < right
        }
        var levels = [Double?](repeating: nil, count: items.count)
        // Taking from each wish what lies above it leaves values that only must not fall.
        var offsets: [Double] = []
        for (step, index) in order.enumerated() {
            offsets.append(
                step == 0
                    ? 0
                    : offsets[step - 1] + items[order[step - 1]].below + gap + items[index].above)
        }
        if let first = order.first, let last = order.last, let depth = offsets.last {
            let least = low + items[first].above
            // Rounding must not turn the limits round where the room is just enough.
            let most = max(least, high - items[last].below - depth)
            let wishes = zip(order, offsets).map { items[$0].wish - $1 }
            let values = isotonicRegression(wishes, within: least...most)
            for (step, index) in order.enumerated() { levels[index] = values[step] + offsets[step] }
        }
        return Arrangement(
            levels: levels, order: order,
            dropped: items.indices.filter { !kept.contains($0) }.map { items[$0].name })
    }

    /// How far an item's anchor lies from the column, give or take where the column stands.
    private func distance(of item: Item) -> Double {
        guard let place = item.place else { return 0 }
        return side == .right ? -place.x : place.x
    }

    /// Labels without any air would share a level, and their leaders a line.
    private static let leastGap = 0.1

    /// The items for which there is room, taken by priority and then in their order.
    private func affordable(_ gap: Double) -> [Int] {
        let room = high - low
        guard abs(low) <= 1e9, abs(high) <= 1e9 else { return [] }
        let byPriority = items.indices.sorted {
            items[$0].priority != items[$1].priority
                ? items[$0].priority > items[$1].priority : $0 < $1
        }
        var kept: [Int] = []
        var needed = -gap
        for index in byPriority where items[index].isPossible {
            let more = items[index].above + items[index].below + gap
            guard needed + more <= room + 1e-9 else { continue }
            needed += more
            kept.append(index)
        }
        return kept
    }
}
