public import Tables

/// What was read of one product, for telling the user.
public struct ProductSummary: Hashable, Sendable {
    /// A year's vehicles.
    public struct Year: Hashable, Sendable {
        /// The year.
        public let year: Int
        /// Its vehicles, in the months that have figures.
        public let units: Int
        /// How many months have figures.
        public let months: Int
    }

    /// The product, as its table is called: `ventas`.
    public let name: String
    /// How many files its figures are from.
    public let files: Int
    /// The rows of these files.
    public let rows: Int
    /// The months, in order, those without figures included.
    public let months: [Period]
    /// Each year's vehicles, in order.
    public let years: [Year]
    /// Keys that stood in several rows of a file, which were added up.
    public let repeated: Int
    /// Keys that differed from another by spelling alone, which were added to it.
    public let respelled: Int
    /// Cells below zero, which were kept.
    public let negative: Int
    /// How sure the figures are: all statuses there are, the least sure first.
    public let statuses: [Status]

    /// The summary of the months that are written.
    init(_ product: Product, _ reports: [MonthReport]) {
        var counts = MonthReport.Counts()
        var years: [Int: (units: Int, months: Int)] = [:]
        var statuses: Set<Status> = []
        for report in reports {
            counts.add(report.counts)
            let sum = report.sum
            statuses.insert(sum.total == nil ? .missing : sum.status)
            guard let units = sum.total else { continue }
            let known = years[report.month.year, default: (0, 0)]
            years[report.month.year] = (known.units + units, known.months + 1)
        }
        name = product.rawValue
        files = Set(reports.map(\.file)).count
        rows = counts.rows
        months = reports.map(\.month)
        self.years = years.sorted { $0.key < $1.key }.map { year, sum in
            Year(year: year, units: sum.units, months: sum.months)
        }
        repeated = counts.repeated
        respelled = counts.respelled
        negative = counts.negative
        self.statuses = Status.allCases.filter(statuses.contains).reversed()
    }
}
