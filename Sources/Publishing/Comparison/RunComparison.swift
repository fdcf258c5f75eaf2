/// What changed from one rendering to another.
public struct RunComparison: Hashable, Sendable {
    /// The kinds of change, in the order in which they are told.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// A figure of a period that was published before is another one now.
        case restatement
        /// A figure is another one.
        case movement
        /// A row stands higher or lower among those of its chart.
        case rank
        /// A figure or a row that was not there before.
        case new
        /// A figure or a row that is gone.
        case vanished
        /// A figure has another source or status.
        case source
        /// The same figure is printed in another way.
        case format
        /// What is told instead of a chart or a map has changed.
        case alternative
        /// A page is new, gone, renamed, or its texts have moved.
        case layout
    }

    /// One change.
    public struct Change: Hashable, Sendable {
        /// What kind it is.
        public var kind: Kind
        /// The page's id.
        public var page: String
        /// What changed, as `saldo` or `units [Canadá]`; a page's title for its layout.
        public var what: String
        /// What it was; empty where it was not there.
        public var before: String
        /// What it is; empty where it is gone.
        public var after: String
        /// How much, as `+12.5%`; empty where that says nothing.
        public var difference: String
    }

    /// The changes, by kind and then in the order of the pages.
    public let changes: [Change]
    /// The titles and periods of both.
    public let titles: (before: String, after: String)
    /// The periods of both.
    public let periods: (before: String, after: String)

    /// Compares two reports.
    public init(from old: RunFile, to new: RunFile) {
        titles = (old.title, new.title)
        periods = (old.period, new.period)
        var comparing = Comparing(old: old, new: new)
        comparing.compareFigures()
        comparing.compareAlternatives()
        comparing.comparePages()
        let order = Kind.allCases
        changes = comparing.changes.enumerated().sorted { one, other in
            let (kind, second) = (
                order.firstIndex(of: one.element.kind) ?? 0,
                order.firstIndex(of: other.element.kind) ?? 0
            )
            return (kind, one.offset) < (second, other.offset)
        }.map(\.element)
    }

    /// Two comparisons are the same where their changes and titles are.
    public static func == (one: RunComparison, other: RunComparison) -> Bool {
        one.changes == other.changes && one.titles == other.titles && one.periods == other.periods
    }

    /// Goes by the changes.
    public func hash(into hasher: inout Hasher) { hasher.combine(changes) }
}

/// The search for changes.
private struct Comparing {
    let old: RunFile
    let new: RunFile
    var changes: [RunComparison.Change] = []

    init(old: RunFile, new: RunFile) {
        (self.old, self.new) = (old, new)
    }

    // MARK: - Figures

    mutating func compareFigures() {
        let before = Dictionary(old.figures.map { ($0.place, $0) }) { first, _ in first }
        let after = Dictionary(new.figures.map { ($0.place, $0) }) { first, _ in first }
        var told: Set<RunFile.Place> = []
        for figure in new.figures where told.insert(figure.place).inserted {
            if let past = before[figure.place] {
                compare(past, figure)
            } else {
                add(.new, figure, before: "", after: written(figure))
            }
        }
        for figure in old.figures
        where after[figure.place] == nil && told.insert(figure.place).inserted {
            add(.vanished, figure, before: written(figure), after: "")
        }
        compareRanks()
    }

    private mutating func compare(_ past: RunFile.Figure, _ figure: RunFile.Figure) {
        if !Self.areAlike(past.value, figure.value) {
            // A row that names a period says the same thing of it in both editions, or is restated;
            // so is any figure where both are editions of one period.
            let isOfOnePeriod =
                old.period == new.period || figure.place.key.namesPeriod
            let wasMissing = past.value == .missing
            add(
                isOfOnePeriod && !wasMissing ? .restatement : .movement, figure,
                before: written(past), after: written(figure),
                difference: difference(past.value, figure.value))
        } else if past.text != figure.text, let was = past.text, let now = figure.text {
            add(.format, figure, before: was, after: now)
        }
        if past.source != figure.source || past.status != figure.status {
            let join = { (figure: RunFile.Figure) in
                [figure.status, figure.source].filter { !$0.isEmpty }.joined(separator: ", ")
            }
            add(.source, figure, before: join(past), after: join(figure))
        }
    }

    /// Whether two figures are the same but for how a computer adds fractions.
    private static func areAlike(_ one: RunFile.Value, _ other: RunFile.Value) -> Bool {
        guard case .number(let number) = one, case .number(let second) = other else {
            return one == other
        }
        return abs(number - second) <= max(abs(number), abs(second)) * 1e-12
    }

    /// Rows of one chart by their figures: who has overtaken whom.
    private mutating func compareRanks() {
        let (before, after) = (columns(of: old), columns(of: new))
        for column in after.order {
            guard let past = before.rows[column], let rows = after.rows[column] else { continue }
            let common = Set(past.map(\.key)).intersection(rows.map(\.key))
            // Months and years stand in their order, whatever they sold.
            guard common.count > 2, !common.contains(where: \.namesPeriod) else { continue }
            let (was, now) = (ranks(past, of: common), ranks(rows, of: common))
            for row in rows where was[row.key] != now[row.key] {
                guard let old = was[row.key], let new = now[row.key] else { continue }
                changes.append(
                    RunComparison.Change(
                        kind: .rank, page: column.page, what: "\(column.name) [\(row.key)]",
                        before: "\(old)", after: "\(new)",
                        difference: new < old ? "up \(old - new)" : "down \(new - old)"))
            }
        }
    }

    private typealias Rows = [(key: String, value: Double)]

    private func columns(
        of run: RunFile
    ) -> (rows: [RunFile.Place: Rows], order: [RunFile.Place]) {
        var rows: [RunFile.Place: Rows] = [:]
        var order: [RunFile.Place] = []
        for figure in run.figures where !figure.place.key.isEmpty {
            guard case .number(let number) = figure.value else { continue }
            var column = figure.place
            column.key = ""
            if rows[column] == nil { order.append(column) }
            rows[column, default: []].append((figure.place.key, number))
        }
        return (rows, order)
    }

    /// Places from 1, the greatest first; rows that are equal keep their order.
    private func ranks(_ rows: Rows, of common: Set<String>) -> [String: Int] {
        let sorted = rows.filter { common.contains($0.key) }.enumerated().sorted {
            ($1.element.value, $0.offset) < ($0.element.value, $1.offset)
        }
        return Dictionary(zip(sorted.map(\.element.key), 1...)) { first, _ in first }
    }

    // MARK: - Alternatives

    mutating func compareAlternatives() {
        let key = { (told: RunFile.Alternative) in [told.page, told.element] }
        let before = Dictionary(old.alternatives.map { (key($0), $0) }) { first, _ in first }
        for told in new.alternatives {
            guard let past = before[key(told)], past != told else { continue }
            changes.append(
                RunComparison.Change(
                    kind: .alternative, page: told.page, what: told.element,
                    before: past.short == told.short ? past.long : past.short,
                    after: past.short == told.short ? told.long : told.short, difference: ""))
        }
    }

    // MARK: - Pages

    mutating func comparePages() {
        let before = Dictionary(old.pages.map { ($0.id, $0) }) { first, _ in first }
        let after = Set(new.pages.map(\.id))
        for page in new.pages {
            guard let past = before[page.id] else {
                addPage(page, before: "", after: "a new page")
                continue
            }
            if past.title != page.title {
                addPage(page, before: past.title, after: page.title)
            } else if past.layout != page.layout {
                addPage(page, before: "as it was", after: "texts have changed or moved")
            }
        }
        for page in old.pages where !after.contains(page.id) {
            addPage(page, before: page.title, after: "")
        }
    }

    private mutating func addPage(_ page: RunFile.Page, before: String, after: String) {
        changes.append(
            RunComparison.Change(
                kind: .layout, page: page.id, what: page.title, before: before, after: after,
                difference: ""))
    }

    // MARK: - Words

    private mutating func add(
        _ kind: RunComparison.Kind, _ figure: RunFile.Figure, before: String, after: String,
        difference: String = ""
    ) {
        let place = figure.place
        let name = place.element.isEmpty ? place.name : "\(place.element): \(place.name)"
        changes.append(
            RunComparison.Change(
                kind: kind, page: place.page,
                what: place.key.isEmpty ? name : "\(name) [\(place.key)]", before: before,
                after: after, difference: difference))
    }

    private func written(_ figure: RunFile.Figure) -> String {
        if let text = figure.text { return text }
        switch figure.value {
        case .missing: return "missing"
        case .text(let text): return text
        case .number(let number):
            return Int(exactly: number).map(String.init) ?? "\(number)"
        }
    }

    /// How much larger a number is than another, in parts of that one.
    private func difference(_ before: RunFile.Value, _ after: RunFile.Value) -> String {
        guard case .number(let old) = before, case .number(let new) = after, old != 0 else {
            return ""
        }
        let tenths = ((new - old) / abs(old) * 1000).rounded()
        guard abs(tenths) < 1e7 else { return "" }
        let digits = Int(abs(tenths))
        return "\(tenths < 0 ? "−" : "+")\(digits / 10).\(digits % 10)%"
    }
}

extension String {
    /// Whether one of its parts is a year, a quarter, a half or a month.
    fileprivate var namesPeriod: Bool {
        split(whereSeparator: { $0 == " " || $0 == "·" }).contains { part in
            let bytes = Array(part.utf8)
            guard bytes.count == 4 || bytes.count == 7 else { return false }
            return bytes.prefix(4).allSatisfy { (48...57).contains($0) }
                && (bytes.count == 4 || bytes[4] == 45)
        }
    }
}
