public import Deck
import Files
import Nettle

extension BatchFolder {
    /// Removes the outputs of decks that the batch has no more, some days after they were made.
    ///
    /// Only files that a record names, and that are still as they were written, are removed, never through symbolic
    /// links; folders go where that empties them. To be called when everything went well.
    ///
    /// - Parameters:
    ///   - jobs: the decks that the batch has.
    ///   - days: how long the others stay.
    ///   - now: seconds since 1970.
    /// - Returns: the outputs that were removed, below the batch's folder, sorted.
    public func removeOthers(than jobs: [BatchJob], olderThan days: Int, now: Double) -> [String] {
        let kept = Set(jobs.map { record(of: $0) })
        let names = (try? SourceFolder(path: records).list(extension: "json")) ?? []
        var removed: [String] = []
        for path in names.map({ "\(records)/\($0)" }) where path != plan && !kept.contains(path) {
            guard let record = EditionRecord.read(at: path), let stamp = FileStamp(of: path),
                now - stamp.changed >= Double(days) * 86_400
            else { continue }
            let job = BatchJob(id: record.id, deck: record.folder, output: record.output)
            // A record says where it belongs; one that was copied or changed by hand is left alone.
            guard self.record(of: job) == path, Self.isName(job.output),
                !jobs.contains(where: { Self.overlap($0.output, job.output) }),
                let lock = try? lock(of: job)
            else { continue }
            let isGone = withExtendedLifetime(lock) { removeOutputs(of: record, job) }
            if isGone { removed.append(record.output) }
        }
        return removed.sorted()
    }

    /// Removes the files of a deck that are as they were written, and, where that went well, what is remembered of it.
    ///
    /// - Returns: whether a file was removed.
    private func removeOutputs(of record: EditionRecord, _ job: BatchJob) -> Bool {
        let source = SourceFolder(path: path)
        let files = (record.good?.outputs ?? []) + record.pending
        let own = files.compactMap { file -> String? in
            let inside = "\(record.output)/\(file.path)"
            let bytes = try? source.read(inside, limit: .max)
            return bytes.map { sha256(of: $0) } == file.digest ? inside : nil
        }
        removeFiles(own, in: path)
        let left = own.count { FileStamp(of: "\(path)/\($0)") != nil }
        if left == 0 {
            // Nobody waits for this lock: the whole batch's is held, and the deck is not in it.
            let key = pathParts(of: workshop(of: job)).file
            removeFiles(["\(key).json", "\(key).lock"], in: records)
        }
        return left < own.count
    }

    /// Whether a record names a folder that this program would have named.
    static func isName(_ output: String) -> Bool {
        (try? NameTemplate(output).filled([:])) == output
    }

    /// Whether two outputs are one, or one lies in the other.
    private static func overlap(_ one: String, _ other: String) -> Bool {
        "\(one)/".hasPrefix("\(other)/") || "\(other)/".hasPrefix("\(one)/")
    }
}
