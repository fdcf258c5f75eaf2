public import Deck
public import Diagnostics
public import Files
public import Tables

/// The next edition of a deck, in a folder of its own, and what it still lacks.
public struct NextEdition: Sendable {
    /// A table that lacks rows for a period.
    public struct Gap: Hashable, Sendable {
        /// The table and its file.
        public var table: Lineage.Table
        /// The period without rows.
        public var period: Period
        /// Who said so in the edition before, where the deck does not say who publishes it.
        public var sources: [String]
        /// The values that wait for it.
        public var values: [String]
        /// The pages that wait for it, in order.
        public var pages: [String]
    }

    /// How many files were written.
    public let files: Int
    /// The new edition's period.
    public let period: Period
    /// The tables that lack rows, by name.
    public let gaps: [Gap]
    /// Whether a query follows the period at all; else nothing can be said of what is there.
    public let followsPeriod: Bool
    /// What else is doubtful about the new edition; errors too, as of figures that have no place yet.
    public let findings: Diagnostics

    /// Writes the next edition of a deck beside it.
    ///
    /// All files that the deck reads from its folder are copied; the deck file gets the new period and is
    /// otherwise the same to the byte.
    ///
    /// - Parameters:
    ///   - deck: the edition at hand.
    ///   - folder: where it lies, with its deck file's name.
    ///   - target: the folder for the new one, which must be empty or missing.
    /// - Throws: `Diagnostics` or a `Diagnostic`; then nothing has been written.
    public init(
        of deck: Deck, in folder: SourceFolder, file: String, movedTo period: Period,
        target: String, resources: Resources
    ) throws {
        guard period != deck.period else {
            throw Diagnostic.error(
                "the deck is that of \(period) already", kind: .usage,
                hint: "the next one is --to \(deck.period.next?.description ?? "…")")
        }
        let destination = SourceFolder(path: target)
        guard !holdsAnything(target) else {
            throw Diagnostic.error(
                "the folder `\(target)` is not empty", kind: .cannotCreate,
                hint: "name another folder with -o, or remove it")
        }
        var copies: [(path: String, bytes: [UInt8])] = []
        for input in deck.lineage.files where input.origin == .deck {
            let bytes =
                input.path == file
                ? try Deck.file(
                    input.bytes, named: folder.displayPath(file), movedTo: period) : input.bytes
            copies.append((input.path, bytes))
        }
        for path in copies.map(\.path) {
            let parts = path.split(separator: "/").dropLast()
            try createFolder(([target] + parts.map(String.init)).joined(separator: "/"))
        }
        try writeAtomically(copies.map { ("\(target)/\($0.path)", $0.bytes) })
        files = copies.count
        self.period = period
        do {
            let next = try Deck.load(from: destination, file: file, resources: resources)
            gaps = Self.gaps(of: next, before: deck)
            followsPeriod = next.lineage.queries.contains { asked in
                asked.parameters.contains { next.lineage.periodParameters.contains($0.name) }
            }
            findings = Diagnostics(
                next.warnings.all.filter { !$0.message.hasPrefix("no data for ") })
        } catch let found as Diagnostics {
            // It stands there all the same: its owner mends what the new period does not bear.
            (gaps, findings, followsPeriod) = ([], found, true)
        }
    }

    /// The tables without rows for their periods, with what waits for them.
    private static func gaps(of next: Deck, before: Deck) -> [Gap] {
        var gaps: [Gap] = []
        for lack in next.lineage.lacks {
            let asked = next.lineage.queries[lack.query]
            let last = before.lineage.queries.first { $0.sql == asked.sql }
            let sources = Set(last?.rows.column(named: "source")?.compactMap(\.text) ?? [])
            for name in asked.tables {
                guard let table = next.lineage.tables.first(where: { $0.name == name }) else {
                    continue
                }
                let place = gaps.firstIndex { $0.table == table && $0.period == lack.period }
                var gap =
                    place.map { gaps[$0] }
                    ?? Gap(table: table, period: lack.period, sources: [], values: [], pages: [])
                gap.sources = Set(gap.sources).union(sources).subtracting([""]).sorted()
                gap.values += lack.values.filter { !gap.values.contains($0) }
                gap.pages += lack.pages.filter { !gap.pages.contains($0) }
                if let place { gaps[place] = gap } else { gaps.append(gap) }
            }
        }
        let order = next.pages.map(\.id)
        for index in gaps.indices {
            gaps[index].pages.sort {
                (order.firstIndex(of: $0) ?? 0) < (order.firstIndex(of: $1) ?? 0)
            }
        }
        return gaps.sorted { ($0.table.name, $0.period) < ($1.table.name, $1.period) }
    }
}
