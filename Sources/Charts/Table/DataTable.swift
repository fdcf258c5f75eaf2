public import Graphics
public import Layout
public import Scales

/// Rows and columns of words and figures, as a page of a report prints them.
///
/// Figures stand one above the other on their decimal mark, headers over what they head. Hairlines
/// part rows, never columns. A table spans the width it is given and is as high as its rows need.
public struct DataTable: Element, Hashable {
    /// What stands below one header.
    public struct Column: Hashable, Sendable {
        /// How a column shows its cells.
        public enum Kind: Hashable, Sendable {
            /// Words, on up to three lines.
            case text(HorizontalAlignment)
            /// Figures.
            case figure
            /// Figures, and their length from zero beside them.
            case bar(Bar)
            /// Figures with their direction: a chip of arrow, sign and colour.
            case change
            /// A small line of values.
            case sparkline
        }

        /// What it holds; empty where that is plain.
        public var header: String
        /// The unit of its figures, on a line below the header; empty for none.
        public var unit: String
        /// How it shows its cells.
        public var kind: Kind
        /// Whether it only counts rows, and so keeps in the background.
        public var isMuted: Bool

        /// A column.
        public init(
            _ header: String, unit: String = "", kind: Kind = .text(.left), isMuted: Bool = false
        ) {
            self.header = header
            self.unit = unit
            self.kind = kind
            self.isMuted = isMuted
        }
    }

    /// How a column draws the length of its figures.
    public struct Bar: Hashable, Sendable {
        /// The figures at the ends of its scale, zero within; `nil` for what the figures need.
        public var domain: Extent?
        /// Columns of one name share their scale; empty for a scale of its own.
        public var shared: String
        /// The colour of its bars; `nil` for the chart's.
        public var color: Color?

        /// Bars of a scale and colour.
        public init(domain: Extent? = nil, shared: String = "", color: Color? = nil) {
            self.domain = domain
            self.shared = shared
            self.color = color
        }
    }

    /// What stands where a row and a column meet.
    public struct Cell: Hashable, Sendable {
        /// What it says.
        public enum Content: Hashable, Sendable {
            /// Nothing, and nothing is missing.
            case empty
            /// Words.
            case words(String)
            /// A figure as it is printed.
            case figure(Double, String)
            /// A figure that is not known.
            case missing
            /// The values of a small line, with gaps, and what is told to who does not see it.
            case series([Double?], told: String)
        }

        /// What it says.
        public var content: Content
        /// How sure its figure is.
        public var standing: Standing
        /// Whether its figure is known rounded only.
        public var isRounded: Bool

        /// A cell.
        public init(
            _ content: Content, standing: Standing = .firm, isRounded: Bool = false
        ) {
            self.content = content
            self.standing = standing
            self.isRounded = isRounded
        }
    }

    /// Cells from left to right.
    public struct Row: Hashable, Sendable {
        /// One for each column.
        public var cells: [Cell]
        /// The group it belongs to; rows of one group that follow each other share a heading.
        public var group: String
        /// Whether the table is about it.
        public var isKey: Bool

        /// A row.
        public init(_ cells: [Cell], group: String = "", isKey: Bool = false) {
            self.cells = cells
            self.group = group
            self.isKey = isKey
        }
    }

    /// The colours of a table, beside those of all charts.
    public struct Style: Hashable, Sendable {
        /// Colours and letters of charts.
        public var chart: ChartStyle
        /// What lies behind the rows that the table is about.
        public var keyGround: Color
        /// What lies behind every second row, where that is asked for.
        public var zebraGround: Color
        /// What lies behind a rise.
        public var riseGround: Color
        /// Arrow and words of a rise.
        public var rise: Color
        /// What lies behind a fall.
        public var fallGround: Color
        /// Arrow and words of a fall.
        public var fall: Color

        /// A style, part by part.
        public init(
            chart: ChartStyle, keyGround: Color, zebraGround: Color, riseGround: Color, rise: Color,
            fallGround: Color, fall: Color
        ) {
            self.chart = chart
            self.keyGround = keyGround
            self.zebraGround = zebraGround
            self.riseGround = riseGround
            self.rise = rise
            self.fallGround = fallGround
            self.fall = fall
        }
    }

    /// The columns from left to right.
    public var columns: [Column]
    /// The rows from top to bottom.
    public var rows: [Row]
    /// Rows below a line, without bars: sums and means of the others.
    public var totals: [Row]
    /// Whether hairlines part the rows.
    public var hasRules: Bool
    /// Whether every second row stands on a ground of its own.
    public var hasZebra: Bool
    /// Colours and letters.
    public var style: Style

    /// A table.
    public init(
        columns: [Column], rows: [Row], totals: [Row] = [], hasRules: Bool = true,
        hasZebra: Bool = false, style: Style
    ) {
        self.columns = columns
        self.rows = rows
        self.totals = totals
        self.hasRules = hasRules
        self.hasZebra = hasZebra
        self.style = style
    }

    /// The height that its rows need in a finite space; without an end to it, all there is.
    public func size(in space: Size, measuring measurer: any TextMeasurer) -> Size {
        guard space.height.isFinite, problem == nil,
            case .fits(let layout) = DataTableLayout.fit(self, in: space, measuring: measurer)
        else { return space }
        return Size(space.width, min(space.height, layout.height))
    }

    /// Draws itself into a rectangle of the page.
    public func draw(in rect: Rect, on canvas: inout Canvas) {
        if let problem { return canvas.error(problem.message, hint: problem.hint) }
        switch DataTableLayout.fit(self, in: rect.size, measuring: canvas.measurer) {
        case .fits(let layout):
            for cell in (rows + totals).lazy.flatMap(\.cells) {
                canvas.footnotes.formUnion(cell.footnotes)
            }
            DataTableDrawing(table: self, layout: layout, origin: rect.origin).draw(on: &canvas)
        case .tooNarrow(let column, let needed):
            let points = pointsText(needed, rect.width)
            canvas.error(
                columns.count == 1 || column == nil
                    ? "the table has no room for its \(columns.count) columns: it needs \(points)"
                    : "the table has no room for its \(columns.count) columns: it needs \(points), "
                        + "most of it for \(name(ofColumn: column ?? 0))",
                hint: "show fewer columns, shorten headers and words, or give it more width")
        case .tooLow(let fitting):
            canvas.error(
                "the table has no room for its \(rows.count) rows: \(fitting) fit",
                hint: "show fewer rows, as with LIMIT, or give it more height")
        }
    }

    /// As in `410 pt of width, has 400`.
    private func pointsText(_ needed: Double, _ available: Double) -> String {
        let whole = { (length: Double) in length.isNaN ? 0 : Int(max(0, min(length, 1e9))) }
        return "\(whole(needed.rounded(.up))) pt of width, has \(whole(available))"
    }

    /// A column as messages call it: by its header, else by its place.
    func name(ofColumn index: Int) -> String {
        columns[index].header.isEmpty
            ? "column \(index + 1)" : "column “\(shortened(columns[index].header))”"
    }

    /// A row as messages call it: by its first words, else by its place.
    func name(ofRow index: Int) -> String {
        for cell in (rows + totals)[index].cells {
            if case .words(let words) = cell.content, !words.isEmpty {
                return "“\(shortened(words))”"
            }
        }
        return "row \(index + 1)"
    }
}

private func shortened(_ text: String) -> String {
    text.count > 40 ? text.prefix(37) + "…" : text
}

// MARK: - What the parts have in common

extension DataTable {
    /// The scale of each column's bars: from the least figure or zero to the greatest or zero.
    var scales: [Extent?] {
        let own = columns.indices.map { index -> Extent? in
            guard case .bar(let bar) = columns[index].kind else { return nil }
            if let domain = bar.domain { return domain }
            let values = rows.map { row -> Double in
                guard case .figure(let value, _) = row.cells[index].content else { return 0 }
                return value
            }
            return Extent(around: values + [0])
        }
        return columns.indices.map { index -> Extent? in
            guard case .bar(let bar) = columns[index].kind, !bar.shared.isEmpty else {
                return own[index]
            }
            let sharing = columns.indices.filter { other in
                guard case .bar(let its) = columns[other].kind else { return false }
                return its.shared == bar.shared
            }
            return Extent(around: sharing.compactMap { own[$0] }.flatMap { [$0.start, $0.end] })
        }
    }

    /// Whether rows stand on grounds, and so need air at their ends.
    var hasGrounds: Bool { hasZebra || rows.contains(where: \.isKey) }

    /// Whether a row opens a group: the first of rows that follow each other with one name.
    func opensGroup(_ index: Int) -> Bool {
        !rows[index].group.isEmpty && (index == 0 || rows[index - 1].group != rows[index].group)
    }

    /// The standing that all figures of a column share; its mark then stands in the header.
    func sharedStanding(ofColumn column: Int) -> Standing {
        var shared: Standing?
        var count = 0
        for row in rows + totals {
            guard case .figure = row.cells[column].content else { continue }
            count += 1
            if let shared, shared != row.cells[column].standing { return .firm }
            shared = row.cells[column].standing
        }
        return count > 1 ? shared ?? .firm : .firm
    }
}

extension DataTable.Column {
    /// The letters of header and unit, in bytes.
    var letters: Int { header.utf8.count + unit.utf8.count }

    /// Whether its cells are figures, aligned on their decimal mark.
    var hasFigures: Bool {
        switch kind {
        case .figure, .bar, .change: true
        case .text, .sparkline: false
        }
    }

    /// Where its header stands.
    var headerAlignment: HorizontalAlignment {
        switch kind {
        case .text(let alignment): alignment
        case .figure, .bar, .change: .right
        case .sparkline: .left
        }
    }
}

extension DataTable.Cell {
    /// The footnotes that a reader of this cell needs.
    fileprivate var footnotes: Set<FootnoteMark> {
        switch content {
        case .empty, .words: return []
        case .missing: return [.missing]
        case .series(let values, _): return values.contains(nil) ? [.missing] : []
        case .figure:
            let rounded: Set<FootnoteMark> = isRounded ? [.rounded] : []
            switch standing {
            case .firm: return rounded
            case .preliminary: return rounded.union([.preliminary])
            case .derived: return rounded.union([.derived])
            case .estimated: return rounded.union([.estimated])
            }
        }
    }
}

extension Standing {
    /// The sign behind a figure of a table; empty where there is nothing to say.
    ///
    /// The letters are the first ones of *preliminary* and *estimated*, and of the same words in
    /// Spanish, with which the page's note explains them.
    var tableMark: String {
        switch self {
        case .firm: ""
        case .preliminary: "p"
        case .derived: "*"
        case .estimated: "e"
        }
    }
}
