import Graphics
import Layout

/// Where a table's columns and rows stand, from its top left corner.
///
/// Letters are set as large as the room allows, from 14 to 10.5 pt; where even the smallest are too
/// wide or too high they shrink once more, like any text, to 85 % and 9 pt. Rows are then as high
/// as the room allows, in steps of four points, the low ones of two.
struct DataTableLayout {
    /// Whether a table fits its place.
    enum Outcome {
        case fits(DataTableLayout)
        /// Its columns need so many points; the column that needs most of them.
        case tooNarrow(column: Int?, needed: Double)
        /// How many of its rows would fit.
        case tooLow(fitting: Int)
    }

    /// A column's place.
    struct PlacedColumn {
        /// The left edge of what it holds.
        var left = 0.0
        /// The right edge of words and figures; marks and bars stand beyond it.
        var right = 0.0
        /// The place of the decimal mark.
        var axis = 0.0
        /// The ends of its longest bar.
        var bar: (left: Double, right: Double)?
        /// The width of its chips.
        var chip = 0.0
        /// Lines of its header.
        var headerLines = 0
        /// Lines of its unit.
        var unitLines = 0
    }

    /// A row's place.
    struct PlacedRow {
        /// The heading of the group that it opens, above it; `nil` where it opens none.
        var heading: (top: Double, height: Double)?
        /// Its upper edge.
        var top: Double
        /// Its height.
        var height: Double
        /// Lines of words in each column.
        var lines: [Int]
    }

    let letters: DataTableLetters
    /// From the table's edges to what stands on grounds, in points.
    let inset: Double
    let width: Double
    /// The height of a row whose words stand on one line, in points.
    let pitch: Double
    let columns: [PlacedColumn]
    let headerHeight: Double
    /// The rows, then the totals.
    let rows: [PlacedRow]

    /// What the whole table takes, in points.
    var height: Double { rows.last.map { $0.top + $0.height } ?? headerHeight }

    /// In rows lower than this the letters of neighbours touch, in points.
    private static let leastPitch = 16.0
    /// Rows higher than this would fall apart, in points.
    private static let greatestPitch = 32.0
    /// No column with the gap before it is narrower than this, in points.
    private static let leastColumn = 16.0
    /// From header to rule and from the table's edge to what stands on a ground, in points.
    static let air = 8.0

    /// Sizes to try, with the lines that a cell may take: words on one line are worth two points.
    private static let attempts: [(size: Double, lines: Int)] =
        [14, 13, 12].map { ($0, 1) } + [14, 13, 12, 11, 10.5].map { ($0, 2) }
        + [13, 12, 11, 10.5, 10, 9.5, 9].map { ($0, 3) }

    /// The largest letters, and then the highest rows, that fit a place.
    static func fit(
        _ table: DataTable, in place: Size, measuring measurer: any TextMeasurer
    ) -> Outcome {
        guard place.width.isFinite, place.height.isFinite else {
            return .tooNarrow(column: nil, needed: 0)
        }
        let least = Double(table.columns.count) * leastColumn
        guard least <= place.width else { return .tooNarrow(column: nil, needed: least) }
        let headings = table.rows.indices.count(where: table.opensGroup)
        let count = table.rows.count + table.totals.count + headings
        guard Double(count) * leastPitch <= place.height else {
            let room = Int(max(0, min(place.height / leastPitch, 1e6)))
            return .tooLow(fitting: max(0, room - table.totals.count - min(headings, 1) - 1))
        }
        var outcome = Outcome.tooNarrow(column: nil, needed: least)
        for attempt in attempts {
            let letters = DataTableLetters(size: attempt.size, style: table.style.chart)
            outcome = fit(
                table, in: place, letters: letters, mostLines: attempt.lines, measuring: measurer)
            if case .fits = outcome { return outcome }
        }
        return outcome
    }

    private static func fit(
        _ table: DataTable, in place: Size, letters: DataTableLetters, mostLines: Int,
        measuring measurer: any TextMeasurer
    ) -> Outcome {
        let inset = table.hasGrounds ? air : 0
        let needs = table.columns.indices.map { column in
            DataTableColumnNeeds(
                table, column: column, letters: letters, mostLines: mostLines, measuring: measurer)
        }
        let shares = DataTableColumnShares(
            needs, width: place.width - 2 * inset, gap: (letters.size * 1.5).rounded())
        if shares.missing > 0 {
            let widest = needs.indices.max { needs[$0].least < needs[$1].least }
            return .tooNarrow(column: widest, needed: place.width + shares.missing)
        }
        let columns = placed(needs, shares, from: inset)
        let headerHeight = rounded(
            columns.map { Double($0.headerLines + $0.unitLines) * letters.headerLeading }.max() ?? 0
        )
        let header = headerHeight > 0 ? headerHeight + air : 0
        let lines = (table.rows + table.totals).indices.map { row in
            zip(needs, columns).map { need, column in
                need.words.isEmpty ? 0 : need.words[row].lines(in: column.right - column.left)
            }
        }
        let least = max(leastPitch, (letters.size * 0.8).rounded() * 2)
        var pitch = min(greatestPitch, (letters.size * 2.4 / 4).rounded(.down) * 4)
        while true {
            let rows = placed(
                table, lines: lines, pitch: pitch, leading: letters.leading, from: header)
            let layout = DataTableLayout(
                letters: letters, inset: inset, width: place.width, pitch: pitch, columns: columns,
                headerHeight: header, rows: rows)
            if layout.height <= place.height + 1e-6 { return .fits(layout) }
            if pitch <= least {
                let excess = layout.height - place.height
                let last =
                    layout.height
                    - rows.suffix(table.totals.count).reduce(0) {
                        $0 + $1.height
                    }
                let room = last - excess
                return .tooLow(
                    fitting: rows.prefix(table.rows.count).count { $0.top + $0.height <= room })
            }
            // Low rows come in half steps, or a step would cost the page a quarter of its rows.
            pitch -= pitch > 24 ? 4 : 2
        }
    }

    /// Up to the next line of the page's rhythm of four points.
    private static func rounded(_ length: Double) -> Double { (length / 4).rounded(.up) * 4 }

    private static func placed(
        _ needs: [DataTableColumnNeeds], _ shares: DataTableColumnShares, from inset: Double
    ) -> [PlacedColumn] {
        var x = inset
        let gaps = shares.gaps + [0]
        return needs.indices.map { index in
            let (need, width) = (needs[index], shares.widths[index])
            var column = PlacedColumn(left: x, right: x + width - need.mark - need.chipEnd)
            column.axis = column.right - need.tail
            column.chip = need.chip
            if need.hasBar {
                column.right -= DataTableColumnNeeds.barGap
                column.axis -= DataTableColumnNeeds.barGap
                column.bar = (x + width, x + width + shares.barLength)
            }
            let room = column.right - column.left
            column.headerLines = need.header.lines(in: room)
            column.unitLines = need.unit.lines(in: room)
            x += width + (need.hasBar ? shares.barLength : 0) + gaps[index]
            return column
        }
    }

    private static func placed(
        _ table: DataTable, lines: [[Int]], pitch: Double, leading: Double, from top: Double
    ) -> [PlacedRow] {
        var y = top
        return lines.indices.map { index in
            var heading: (top: Double, height: Double)?
            if index < table.rows.count, table.opensGroup(index) {
                // Later groups keep a little more distance from what they follow.
                let height = pitch + (index == 0 ? 0 : 4)
                heading = (y, height)
                y += height
            }
            let most = lines[index].max() ?? 1
            let height = pitch + rounded(Double(max(0, most - 1)) * leading)
            defer { y += height }
            return PlacedRow(heading: heading, top: y, height: height, lines: lines[index])
        }
    }
}
