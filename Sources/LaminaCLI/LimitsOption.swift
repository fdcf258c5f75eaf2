import ArgumentParser
import Diagnostics

/// How much input a command takes.
struct LimitsOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            Allow more, or less, than usual of: \(Limit.allCases.map(\.rawValue).joined(separator: ", ")). May be said \
            several times; SECURITY.md lists them with what is usual.
            """, valueName: "name=n"))
    var limit: [LimitArgument] = []

    /// The limits that hold.
    var limits: Limits {
        var limits = Limits()
        for argument in limit { limits[argument.limit] = argument.value }
        return limits
    }

    /// The same as words of a command line, for a worker.
    var words: [String] { limits.words.flatMap { ["--limit", $0] } }
}

/// A limit as it is written on a command line: `query-rows=200000`.
struct LimitArgument: ExpressibleByArgument {
    var limit: Limit
    var value: Int

    init?(argument: String) {
        let sides = argument.split(separator: "=", omittingEmptySubsequences: false)
        guard sides.count == 2, let limit = Limit(rawValue: String(sides[0])),
            let value = Int(sides[1]), (1...1 << 50).contains(value)
        else { return nil }
        (self.limit, self.value) = (limit, value)
    }
}
