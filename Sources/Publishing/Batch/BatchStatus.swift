public import Deck
import Diagnostics

extension BatchPlan {
    /// What became of all jobs, whoever made them: a deck is good where its outputs are what would be made of it now.
    ///
    /// - Parameter resources: the fonts and boundaries of the program.
    public func status(in folder: BatchFolder, resources: Resources) -> BatchSummary {
        let check = EditionCheck(folder, resources: resources, fingerprint: fingerprint)
        let reports = jobs.map { job in
            var report = EditionReport(id: job.id, output: job.output, status: .unfinished)
            guard let record = EditionRecord.read(at: folder.record(of: job)) else { return report }
            if !record.failure.isEmpty {
                report.status = .failed
                report.findings = record.failure
            } else if let good = record.good {
                if let doubt = doubt(about: good, job, check, folder) {
                    // An error is of another deck, and the next batch does not mend it.
                    if doubt.severity == .error { report.status = .failed }
                    report.findings = [doubt]
                } else {
                    report.status = .rendered
                    (report.pages, report.findings) = (good.pages, good.warnings)
                }
            }
            return report
        }
        return BatchSummary(reports, shard: nil)
    }

    /// Why what was made of a deck is not what the batch was to make; `nil` where it is.
    private func doubt(
        about good: EditionRecord.Good, _ job: BatchJob, _ check: EditionCheck,
        _ folder: BatchFolder
    ) -> Diagnostic? {
        // Each machine may have had a date of its own.
        guard check.isGood(good, job, date: nil) else {
            return .warning(
                "its inputs, outputs or options are not what they were when it was made")
        }
        guard sendsMail, !good.message.isEmpty else { return nil }
        let note = SentMark.note(of: good.message, in: folder)
        if let note, note.isOfAnother(than: good.saying, job.output) { return note.clash }
        switch note?.state {
        case .sent: return nil
        case .sending:
            return .warning("nobody knows whether its mail went out: the next batch hands it over")
        case .refused, nil: return .warning("its mail was not handed over")
        }
    }
}
