public import Deck
import Diagnostics
public import Files
import Nettle

/// The folder of a batch, and what lies where in it.
///
/// Each deck has a folder below it. What the batch remembers of them lies in `.lamina`, under names made of the
/// decks' outputs: a record, a lock, and a place where new outputs are put together.
public struct BatchFolder: Hashable, Sendable {
    /// Where it is.
    public let path: String

    /// The folder at a path; nothing is made yet.
    public init(path: String) { self.path = path }

    /// Where the batch keeps what it remembers.
    var records: String { "\(path)/.lamina" }
    /// What is to be made, for those who look at a batch of several machines.
    var plan: String { "\(records)/plan.json" }
    /// Touched when everything had gone well.
    var health: String { "\(path)/health.json" }

    /// A deck's outputs.
    func outputs(of job: BatchJob) -> String { "\(path)/\(job.output)" }
    /// What is remembered of a deck.
    func record(of job: BatchJob) -> String { "\(records)/\(Self.key(of: job.output)).json" }
    /// The beginning of paths where its new outputs are put together.
    func workshop(of job: BatchJob) -> String { "\(records)/\(Self.key(of: job.output))" }

    /// A deck's outputs may be called anything; their digest makes a name that every file system takes.
    private static func key(of output: String) -> String {
        String(sha256(of: Array(output.utf8)).prefix(24))
    }

    /// The lock of one deck, held by who makes it; `nil` where somebody else does.
    func lock(of job: BatchJob) throws -> FileLock? {
        try FileLock(at: "\(records)/\(Self.key(of: job.output)).lock")
    }

    /// Makes the folder, and takes its lock.
    ///
    /// A whole batch has it alone. Shards share it, each with a lock of its own: the same shard twice at a time, or a
    /// shard beside a whole batch, is refused.
    ///
    /// - Throws: a `Diagnostic`, of kind `.temporary` where another batch has the folder.
    public func locked(for shard: Shard?) throws -> [FileLock] {
        try createFolder(records)
        for folder in [path, records] { sweepTemporaries(in: folder) }
        let note =
            "process \(Machine.process) on \(Machine.name), since \(RunLog.moment(Machine.now))"
        var held: [FileLock] = []
        let names = ["lock"] + (shard.map { ["shard-\($0.index)-of-\($0.count).lock"] } ?? [])
        for name in names {
            let isShared = shard != nil && name == "lock"
            guard let lock = try FileLock(at: "\(records)/\(name)", isShared: isShared, note: note)
            else { throw busy(name) }
            held.append(lock)
        }
        if shard == nil { sweepWorkshops() }
        return held
    }

    /// Ends what killed batches were doing with decks, those too that are no more.
    private func sweepWorkshops() {
        let names = (try? SourceFolder(path: records).folders()) ?? []
        let keys = names.filter { $0.hasSuffix(".new") || $0.hasSuffix(".old") }.map {
            String($0.dropLast(4))
        }
        for key in Set(keys).sorted() {
            guard let lock = try? FileLock(at: "\(records)/\(key).lock") else { continue }
            withExtendedLifetime(lock) {
                let record = EditionRecord.read(at: "\(records)/\(key).json")
                guard let output = record?.output, Self.isName(output), Self.key(of: output) == key
                else {
                    // Of a deck that was never finished. What cannot be removed is in nobody's way.
                    try? removeTree("\(records)/\(key).new")
                    return
                }
                try? settleFolder("\(path)/\(output)", workshop: "\(records)/\(key)")
            }
        }
    }

    /// That another batch has a lock, and which.
    private func busy(_ name: String) -> Diagnostic {
        let bytes = (try? SourceFolder(path: records).read(name, limit: 1000)) ?? []
        let who = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).first
        return .error(
            "another batch is writing to `\(path)`" + (who.map { " (\($0))" } ?? ""),
            kind: .temporary, hint: "wait until it is done, or name another folder with -o")
    }

    /// Throws where the outputs of a job would be a deck's own folder, or one that a deck lies in.
    ///
    /// - Throws: `Diagnostics` with all such jobs.
    public func requireApart(_ jobs: [BatchJob]) throws {
        var findings = Diagnostics()
        let owners = Dictionary(
            jobs.map { (outputs(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
        let index = FolderIndex(owners.keys.sorted())
        for deck in Set(jobs.map { DeckPath($0.deck).folder }).sorted() {
            guard let path = index.folder(around: deck), let job = owners[path] else { continue }
            findings.add(
                .error(
                    "the outputs of “\(job.id)” would go to `\(path)`, where the deck `\(deck)` lies",
                    kind: .usage, at: job.location, hint: "write another output, or name another -o"
                ))
        }
        try findings.throwIfErrors()
    }

    /// Where the summary goes: a shard writes its own.
    func summary(of shard: Shard?) -> String {
        guard let shard else { return "\(path)/batch.json" }
        return "\(path)/batch-\(shard.index)-of-\(shard.count).json"
    }
}
