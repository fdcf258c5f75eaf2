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

    /// The digest of all that is asked for, apart from what stands in files.
    func wish(_ job: BatchJob) -> String {
        let date = Environment.value(named: "SOURCE_DATE_EPOCH") ?? ""
        return sha256(of: Array([fingerprint, date, job.line].joined(separator: "\n").utf8))
    }

    /// Whether the wish is the same, no input has changed, and the outputs are as they were written.
    func isGood(_ good: EditionRecord.Good, _ job: BatchJob) -> Bool {
        let (source, outputs) = (
            DeckPath(job.deck).source, SourceFolder(path: folder.outputs(of: job))
        )
        return good.wish == wish(job)
            && good.inputs.allSatisfy { file in
                digests.digest(of: file.path, in: file.isOfProgram ? program : source)
                    == file.digest
            }
            && good.outputs.allSatisfy { digests.digest(of: $0.path, in: outputs) == $0.digest }
    }
}
