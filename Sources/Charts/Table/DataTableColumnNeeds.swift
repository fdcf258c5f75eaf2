import Graphics

/// How much width a table's column needs at one size of letters.
struct DataTableColumnNeeds {
    /// The narrowest that it can be, without its bars.
    var least = 0.0
    /// The width in which no cell breaks, without its bars.
    var natural = 0.0
    /// The width in which a header of ordinary length does not break either, without its bars.
    var comfortable = 0.0
    /// Whether it only counts rows, and so stands close to what it counts.
    var isMuted: Bool
    /// The width from the decimal mark to the end of the longest fraction.
    var tail = 0.0
    /// The width of the widest mark behind a figure.
    var mark = 0.0
    /// The width of a chip, from its left edge to its right one.
    var chip = 0.0
    /// The width of a chip beyond its figure.
    var chipEnd = 0.0
    /// Whether bars stand beside its figures.
    var hasBar = false
    /// Whether it is one of several columns of plain figures, which look best equally wide.
    var isPlainFigures = false
    /// The words of each row; empty where it has none.
    var words: [DataTableWordWidths] = []
    /// The words of the header.
    var header: DataTableWordWidths
    /// The words of the unit.
    var unit: DataTableWordWidths

    /// Between figures and their bars, in points.
    static let barGap = 8.0
    /// From a chip's left edge to its arrow, in points.
    static let chipStart = 7.0
    /// The width of an arrow, as a share of the letters' size.
    static let arrow = 0.6
    /// From an arrow to its figure, in points.
    static let arrowGap = 5.0
    /// The length of a small line, in points.
    private static let sparkline = 72.0
    /// A header longer than this takes a second line rather than widen its column, in points.
    private static let longHeader = 80.0
    /// A header longer than this reads better on two lines even where there is room, in points.
    private static let longestHeader = 140.0

    init(
        _ table: DataTable, column index: Int, letters: DataTableLetters, mostLines: Int,
        measuring measurer: any TextMeasurer
    ) {
        let column = table.columns[index]
        isMuted = column.isMuted
        let standing = table.sharedStanding(ofColumn: index)
        var headerRuns = [TextRun(column.header.onOneLine, letters.header)]
        if !standing.tableMark.isEmpty {
            headerRuns.append(letters.mark(standing, behind: letters.header))
        }
        header = DataTableWordWidths(headerRuns, measuring: measurer)
        unit = DataTableWordWidths(
            [TextRun(column.unit.onOneLine, letters.unit)], measuring: measurer)
        let headerLines = max(2, mostLines)
        let leastHeader = max(
            header.leastWidth(lines: headerLines), unit.leastWidth(lines: headerLines))
        let naturalHeader = max(
            header.natural <= Self.longHeader ? header.natural : header.leastWidth(lines: 2),
            unit.natural <= Self.longHeader ? unit.natural : unit.leastWidth(lines: 2))
        switch column.kind {
        case .text:
            measureWords(table, index, letters, measurer)
            least = max(leastHeader, words.map { $0.leastWidth(lines: mostLines) }.max() ?? 0)
            natural = max(naturalHeader, words.map(\.natural).max() ?? 0)
        case .figure, .bar, .change:
            let figures = measureFigures(table, index, standing, letters, measurer)
            var content = figures
            if case .change = column.kind {
                chip = Self.chipStart + letters.size * Self.arrow + Self.arrowGap + figures
                chipEnd = Self.chipStart
                content = chip
                chip += chipEnd
            }
            if case .bar = column.kind { hasBar = true }
            if case .figure = column.kind, !column.isMuted { isPlainFigures = true }
            let rest = mark + chipEnd + (hasBar ? Self.barGap : 0)
            least = max(leastHeader, content) + rest
            natural = max(naturalHeader, content) + rest
        case .sparkline:
            least = max(leastHeader, Self.sparkline)
            natural = max(naturalHeader, Self.sparkline)
        }
        natural = max(natural, least)
        let beside = mark + chipEnd + (hasBar ? Self.barGap : 0)
        let single = max(header.natural, unit.natural)
        comfortable = max(natural, single <= Self.longestHeader ? single + beside : 0)
    }

    private mutating func measureWords(
        _ table: DataTable, _ index: Int, _ letters: DataTableLetters,
        _ measurer: any TextMeasurer
    ) {
        let rows = table.rows.map { ($0, $0.isKey ? DataTableLetters.Weight.key : .ordinary) }
        words = (rows + table.totals.map { ($0, .total) }).map { row, weight in
            let look = letters.words(weight)
            return DataTableWordWidths(
                [TextRun(row.cells[index].words(in: table.style.chart), look)],
                measuring: measurer)
        }
    }

    /// Measures figures and marks, and returns the width of the figures.
    private mutating func measureFigures(
        _ table: DataTable, _ index: Int, _ shared: Standing, _ letters: DataTableLetters,
        _ measurer: any TextMeasurer
    ) -> Double {
        var (head, other) = (0.0, 0.0)
        let rows = table.rows.map { ($0, $0.isKey ? DataTableLetters.Weight.key : .ordinary) }
        for (row, weight) in rows + table.totals.map({ ($0, .total) }) {
            let cell = row.cells[index]
            guard case .figure(_, let text) = cell.content else {
                let words = cell.words(in: table.style.chart)
                let look = cell.content == .missing ? letters.missing : letters.words(weight)
                if !words.isEmpty { other = max(other, measurer.line(words, look).width) }
                continue
            }
            let parts = DataTableFigureParts(text, decimalMark: table.style.chart.decimalMark)
            let look = letters.figures(weight)
            let headWidth = measurer.line(parts.head, look).width
            head = max(head, headWidth)
            // The rest of the whole line, so that no kerning is lost at the seam.
            tail = max(tail, measurer.line(parts.head + parts.tail, look).width - headWidth)
            if shared == .firm, cell.standing != .firm {
                let run = letters.mark(cell.standing, behind: look)
                mark = max(mark, measurer.line([run]).width + DataTableDrawing.markGap)
            }
        }
        return max(head + tail, other)
    }
}

extension DataTable.Cell {
    /// The words of a cell that is no figure, on one line.
    func words(in style: ChartStyle) -> String {
        switch content {
        case .empty, .series: ""
        case .words(let text): text.onOneLine
        case .figure(_, let text): text.onOneLine
        case .missing: style.missingText
        }
    }
}

extension String {
    /// The text with spaces in place of line breaks.
    var onOneLine: String {
        contains(where: \.isNewline) ? String(map { $0.isNewline ? " " : $0 }) : self
    }
}
