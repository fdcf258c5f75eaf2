import Tables

/// What one file says of one month of one product.
struct MonthReport: Sendable {
    /// The product.
    let product: Product
    /// The month.
    let month: Period
    /// The file's name, for messages.
    let file: String
    /// When the file was last changed; `nil` where nobody says.
    let vintage: CalendarDay?
    /// The records by their keys, in the product's order of columns.
    let records: [[String]: Record]
    /// What was met on the way.
    let counts: Counts

    /// How the rows of a file became records.
    struct Counts: Hashable, Sendable {
        /// Rows of the file.
        var rows = 0
        /// Keys that stand in several rows of the file.
        var repeated = 0
        /// Keys that differ from another by spelling alone.
        var respelled = 0
        /// Cells below zero.
        var negative = 0

        /// Adds the counts of another month.
        mutating func add(_ other: Counts) {
            rows += other.rows
            repeated += other.repeated
            respelled += other.respelled
            negative += other.negative
        }
    }

    /// Whether it has no figure at all, as months to come have.
    var isMissing: Bool { records.values.allSatisfy(\.isMissing) }
}

/// The rows of one file, added up by month and key while they are read.
struct MonthTally {
    private struct Month {
        var records: [[String]: Record] = [:]
        var repeated: Set<[String]> = []
        var counts = MonthReport.Counts()

        mutating func add(_ record: Record, at key: [String]) {
            counts.rows += 1
            counts.negative += record.figures.count { ($0 ?? 0) < 0 }
            guard var sum = records[key] else {
                records[key] = record
                return
            }
            repeated.insert(key)
            sum.add(record)
            records[key] = sum
        }
    }

    private let product: Product
    private var months: [Period: Month] = [:]

    /// No rows yet.
    init(of product: Product) {
        self.product = product
    }

    /// Adds a row.
    mutating func add(_ record: Record, at key: [String], in month: Period) {
        months[month, default: Month()].add(record, at: key)
    }

    /// The months, in order, with spellings joined.
    func reports(file: String, vintage: CalendarDay?) -> [MonthReport] {
        var spelling = Spelling()
        return months.sorted { $0.key < $1.key }.map { period, month in
            let (records, joined) = spelling.joined(month.records, of: product)
            var counts = month.counts
            counts.repeated = month.repeated.count
            counts.respelled = joined
            return MonthReport(
                product: product, month: period, file: file, vintage: vintage, records: records,
                counts: counts)
        }
    }
}
