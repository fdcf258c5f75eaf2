/// How the columns of a table share its width.
struct DataTableColumnShares {
    /// Of each column, without its bars.
    var widths: [Double]
    /// Of the longest bar of every column that has bars.
    var barLength = 0.0
    /// Behind each column but the last.
    var gaps: [Double]
    /// How many points the columns lack at their narrowest; 0 where they fit.
    var missing = 0.0

    /// Shorter bars could not be compared, in points.
    private static let leastBar = 40.0
    /// Bars of this length can be compared well, in points.
    private static let goodBar = 96.0
    /// The share of the table that bars may take where there is room.
    private static let mostBars = 0.42

    /// Columns in a width, at least `gap` apart; those that only count rows at half of it.
    init(_ needs: [DataTableColumnNeeds], width: Double, gap: Double) {
        gaps = needs.dropLast().map { $0.isMuted ? (gap / 2).rounded() : gap }
        let bars = Double(needs.count(where: \.hasBar))
        let least = needs.map(\.least).reduce(0, +) + gaps.reduce(0, +)
        let natural = needs.map(\.natural).reduce(0, +) + gaps.reduce(0, +)
        widths = needs.map(\.least)
        missing = max(0, least + bars * Self.leastBar - width - 1e-6)
        guard missing == 0 else { return }
        if bars > 0 {
            // Words break before bars become shorter than is good, but not before they are so.
            let good = min(Self.goodBar, (width - least) / bars)
            let most = max(Self.goodBar, width * Self.mostBars / bars)
            barLength = max(good, min(most, (width - natural) / bars))
        }
        let room = width - gaps.reduce(0, +) - bars * barLength
        widths = Self.filled(needs, room: room)
        widen(needs.map(\.comfortable), in: room)
        let widest = needs.indices.filter { needs[$0].isPlainFigures }.map { widths[$0] }.max()
        widen(needs.indices.map { needs[$0].isPlainFigures ? widest ?? 0 : 0 }, in: room)
        let rest = max(0, room - widths.reduce(0, +))
        let open = gaps.indices.filter { !needs[$0].isMuted }
        if !open.isEmpty {
            for index in open { gaps[index] += rest / Double(open.count) }
        } else if bars == 0 {
            widths[widths.count - 1] += rest
        }
    }

    /// Each column as wide as it would be, but none wider than a width that all can have.
    private static func filled(_ needs: [DataTableColumnNeeds], room: Double) -> [Double] {
        let widths = { (most: Double) in needs.map { max($0.least, min($0.natural, most)) } }
        var (low, high) = (0.0, needs.map(\.natural).max() ?? 0)
        if widths(high).reduce(0, +) <= room + 1e-6 { return widths(high) }
        while high - low > 0.01 {
            let middle = (low + high) / 2
            if widths(middle).reduce(0, +) <= room { low = middle } else { high = middle }
        }
        return widths(low)
    }

    /// Gives columns the widths they wish for where there is room for all wishes.
    private mutating func widen(_ wishes: [Double], in room: Double) {
        let wider = zip(widths, wishes).map { max($0, $1) }
        if wider.reduce(0, +) <= room + 1e-6 { widths = wider }
    }
}
