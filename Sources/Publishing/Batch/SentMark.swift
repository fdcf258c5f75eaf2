import Diagnostics
import Files
import Nettle

/// Whether a message was handed to the mail server: a file in the batch's folder, named by the Message-ID, that stays
/// whatever becomes of the deck that it was made of.
///
/// It is written before the mail is handed over, so that a disk that has no room left says so then; afterwards only its
/// first word changes, in place.
struct SentMark {
    /// How far a message has come.
    enum State: String {
        /// It is being handed over, or the batch was ended in the middle of that.
        case sending
        /// The mail server has it.
        case sent
        /// The mail server did not take it.
        case refused
    }

    private let path: String
    private let name: String
    private let folder: BatchFolder
    private let lock: FileLock
    /// How far it has come; `nil` where it was not handed over yet.
    let state: State?
    /// The digest of the message that was handed over.
    let digest: String
    /// The deck that it was made of, by its outputs.
    let output: String

    /// The mark of a message; `nil` where somebody else has it in hand.
    init?(of message: String, in folder: BatchFolder) throws {
        name = Self.name(of: message)
        path = "\(folder.records)/\(name)"
        self.folder = folder
        guard let lock = try FileLock(at: path) else { return nil }
        self.lock = lock
        let words = try Self.words(name, folder)
        state = words.first.flatMap { State(rawValue: $0) }
        digest = words.dropFirst().first ?? ""
        output = words.dropFirst(2).joined(separator: " ")
    }

    /// Whether a message was handed over, for those who only look.
    static func isSent(_ message: String, in folder: BatchFolder) -> Bool {
        let words = try? words(name(of: message), folder)
        return words?.first == State.sent.rawValue
    }

    /// Notes how far it has come.
    ///
    /// - Throws: a `Diagnostic` where it cannot be written.
    func note(_ state: State, digest: String, output: String) throws {
        let word = state.rawValue + String(repeating: " ", count: 8 - state.rawValue.count)
        try writeInPlace(Array("\(word)\(digest) \(output)\n".utf8), to: path)
    }

    private static func name(of message: String) -> String {
        "\(sha256(of: Array(message.utf8)).prefix(24)).sent"
    }

    private static func words(_ name: String, _ folder: BatchFolder) throws -> [String] {
        let bytes = try SourceFolder(path: folder.records).read(name)
        let line = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).first
        return (line ?? "").split(separator: " ").map(String.init)
    }
}
