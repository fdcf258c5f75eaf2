import Files
import Nettle

/// Whether a message was handed to the mail server: a file in the batch's folder, named by the Message-ID, that stays
/// whatever becomes of the deck that it was made of.
struct SentMark {
    private let path: String
    private let message: String
    private let lock: FileLock
    /// Whether it was handed over before.
    let isSent: Bool

    /// The mark of a message; `nil` where somebody else has it in hand.
    init?(of message: String, in folder: BatchFolder) throws {
        let name = "\(sha256(of: Array(message.utf8)).prefix(24)).sent"
        path = "\(folder.records)/\(name)"
        guard let lock = try FileLock(at: path) else { return nil }
        self.lock = lock
        self.message = message
        isSent = try !SourceFolder(path: folder.records).read(name).isEmpty
    }

    /// Notes that it was.
    func note() throws { try append(line: message, to: path) }
}
