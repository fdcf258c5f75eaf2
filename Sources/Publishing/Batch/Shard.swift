public import Deck
public import Diagnostics

/// One of several parts of a batch, each for a machine of its own.
public struct Shard: Hashable, Sendable {
    /// Which, from 0.
    public let index: Int
    /// How many there are.
    public let count: Int

    /// Shard `index` of `count`; `nil` unless `0 <= index < count`.
    public init?(_ index: Int, of count: Int) {
        guard count >= 1, (0..<count).contains(index) else { return nil }
        (self.index, self.count) = (index, count)
    }

    /// Its part of some jobs: they are sorted by name, and every `count`-th is its own.
    ///
    /// So each job is in one shard, whatever their number, and nobody has to be asked.
    public func part(of jobs: [BatchJob]) -> [BatchJob] {
        jobs.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }.enumerated()
            .filter { $0.offset % count == index }.map(\.element)
    }
}

extension Shard {
    /// The shard that a scheduler says this process is, by its variables.
    ///
    /// Known are our own `LAMINA_SHARD_INDEX` and `LAMINA_SHARD_COUNT`, arrays of Slurm, indexed jobs of Kubernetes,
    /// arrays of AWS Batch, Grid Engine and PBS.
    ///
    /// - Parameters:
    ///   - count: how many there are, for schedulers that do not say it.
    ///   - variable: the value of a variable.
    /// - Throws: a `Diagnostic` of kind `.configuration` where none says it, or two disagree.
    public static func automatic(
        count: Int?, variable: (String) -> String?
    ) throws(Diagnostic) -> Shard {
        var found: [(name: String, shard: Shard)] = []
        for scheduler in Scheduler.all {
            guard let text = variable(scheduler.index) else { continue }
            // Grid Engine says so of jobs that are no array.
            if text == "undefined" { continue }
            found.append((scheduler.index, try scheduler.shard(text, count: count, variable)))
        }
        guard let first = found.first else {
            throw .error(
                "no scheduler says which shard this is", kind: .configuration,
                hint: "say --shard I/N, or set LAMINA_SHARD_INDEX and LAMINA_SHARD_COUNT")
        }
        if let other = found.first(where: { $0.shard != first.shard }) {
            throw .error(
                "\(first.name) makes this shard \(first.shard), \(other.name) makes it \(other.shard)",
                kind: .configuration, hint: "unset one of them, or say --shard I/N")
        }
        return first.shard
    }

    /// How a scheduler numbers the tasks of an array.
    private struct Scheduler {
        var index: String
        var count: String?
        var first: String?
        var step: String?
        var last: String?

        static let all = [
            Scheduler(index: "LAMINA_SHARD_INDEX", count: "LAMINA_SHARD_COUNT"),
            Scheduler(
                index: "SLURM_ARRAY_TASK_ID", count: "SLURM_ARRAY_TASK_COUNT",
                first: "SLURM_ARRAY_TASK_MIN", step: "SLURM_ARRAY_TASK_STEP"),
            Scheduler(index: "JOB_COMPLETION_INDEX"),
            Scheduler(
                index: "AWS_BATCH_JOB_ARRAY_INDEX", count: "AWS_BATCH_JOB_ARRAY_SIZE"),
            Scheduler(
                index: "SGE_TASK_ID", first: "SGE_TASK_FIRST", step: "SGE_TASK_STEPSIZE",
                last: "SGE_TASK_LAST"),
            Scheduler(index: "PBS_ARRAY_INDEX"),
        ]

        func shard(
            _ text: String, count said: Int?, _ variable: (String) -> String?
        ) throws(Diagnostic) -> Shard {
            func number(_ name: String?) throws(Diagnostic) -> Int? {
                guard let name, let text = variable(name) else { return nil }
                return try Self.number(text, name)
            }
            let task = try Self.number(text, index)
            let start = try number(first) ?? 0
            let step = max(1, try number(step) ?? 1)
            let (distance, overflow) = task.subtractingReportingOverflow(start)
            var total = try number(count)
            if total == nil, let last = try number(last), !overflow, last >= start {
                total = ((last - start) / step).addingReportingOverflow(1).partialValue
            }
            guard let total = total ?? said else {
                throw .error(
                    "\(index) does not say how many shards there are", kind: .configuration,
                    hint: "say --shard-count N")
            }
            guard !overflow, distance % step == 0, let shard = Shard(distance / step, of: total)
            else {
                throw .error(
                    "\(index) is \(task), which is none of \(total) shards", kind: .configuration,
                    hint: "tasks are numbered from \(start)")
            }
            return shard
        }

        private static func number(_ text: String, _ name: String) throws(Diagnostic) -> Int {
            guard let number = Int(text), number >= 0 else {
                throw .error("\(name) is “\(text)”, not a number", kind: .configuration)
            }
            return number
        }
    }
}

extension Shard: CustomStringConvertible {
    /// As the command line has it: `0/4`.
    public var description: String { "\(index)/\(count)" }
}
