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
                if check.isGood(good, job) {
                    report.status = .rendered
                    (report.pages, report.findings) = (good.pages, good.warnings)
                } else {
                    report.findings = [
                        .warning(
                            "its inputs, outputs or options are not what they were when it was made"
                        )
                    ]
                }
            }
            return report
        }
        return BatchSummary(reports, shard: nil)
    }
}
