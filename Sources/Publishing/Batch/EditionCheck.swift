import Deck
import Files
import Nettle

/// Tells whether what was made of a deck is what would be made of it now.
struct EditionCheck {
    private let folder: BatchFolder
    private let program: SourceFolder
    /// What stands for the program and its options in a wish.
    private let fingerprint: String
    private let digests = DigestBook()

    init(_ folder: BatchFolder, resources: Resources, fingerprint: String) {
        self.folder = folder
        self.fingerprint = fingerprint
        program = SourceFolder(path: resources.path)
    }

    /// A file that comes with the program, with its digest.
    func programFile(_ path: String) -> EditionRecord.File {
        .init(path: path, digest: digests.digest(of: path, in: program) ?? "", isOfProgram: true)
    }

    /// The date that the environment wishes for; empty for none.
    static var date: String { Environment.value(named: "SOURCE_DATE_EPOCH") ?? "" }

    /// The digest of all that is asked for, apart from the date and what stands in files.
    ///
    /// A deck is what is in its files, wherever its folder lies.
    func wish(_ job: BatchJob) -> String {
        var job = job
        // What the document is called by.
        job.deck = DeckPath(job.deck).name
        return sha256(of: Array([fingerprint, job.line].joined(separator: "\n").utf8))
    }

    /// Whether the wish is the same, no input has changed, and the outputs are as they were written.
    ///
    /// - Parameter date: the date that it is wished for; `nil` where any will do.
    func isGood(_ good: EditionRecord.Good, _ job: BatchJob, date: String?) -> Bool {
        let (source, outputs) = (
            DeckPath(job.deck).source, SourceFolder(path: folder.outputs(of: job))
        )
        return good.wish == wish(job) && (date == nil || date == good.date)
            && good.inputs.allSatisfy { file in
                digests.digest(of: file.path, in: file.isOfProgram ? program : source)
                    == file.digest
            }
            && good.outputs.allSatisfy { digests.digest(of: $0.path, in: outputs) == $0.digest }
    }

    /// The files in a deck's folder that the batch put there, and that nobody has changed since.
    func own(_ record: EditionRecord, _ job: BatchJob) -> [EditionRecord.File] {
        let outputs = SourceFolder(path: folder.outputs(of: job))
        // The same file may stand in both.
        return Set((record.good?.outputs ?? []) + record.pending).filter {
            digests.digest(of: $0.path, in: outputs) == $0.digest
        }.sorted { $0.path < $1.path }
    }
}
