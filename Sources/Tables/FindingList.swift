import Diagnostics

/// The findings in one file, up to a limit: a file of another kind is wrong in every line.
struct FindingList {
    /// What is wrong so far, and at the limit that the rest is not told.
    private(set) var all = Diagnostics()
    /// Whether so much is wrong that reading on is of no use.
    private(set) var hasGivenUp = false

    private let file: String
    private let limit: Int

    /// No findings yet.
    init(file: String, limit: Int = 50) {
        self.file = file
        self.limit = max(1, limit)
    }

    /// Notes a finding.
    mutating func add(_ finding: Diagnostic) {
        guard !hasGivenUp else { return }
        guard all.all.count < limit else {
            all.add(
                .error(
                    "more than \(counted(limit, "error")); the rest is not told",
                    at: SourceLocation(file: file)))
            hasGivenUp = true
            return
        }
        all.add(finding)
    }
}

/// A count with its noun: `1 cell`, `2 cells`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
