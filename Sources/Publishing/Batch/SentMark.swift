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
        /// It is being handed over, or nobody knows whether the mail server took it.
        case sending
        /// The mail server has it.
        case sent
        /// The mail server did not take it.
        case refused
    }

    private let path: String
    private let message: String
    private let lock: FileLock
    /// How far it has come; `nil` where it was not handed over yet.
    let state: State?

    /// The mark of a message, once nobody else has it in hand; `nil` where that takes longer than some seconds.
    init?(of message: String, in folder: BatchFolder, patience: Double = 0) throws {
        let name = Self.name(of: message)
        path = "\(folder.records)/\(name)"
        self.message = message
        let end = Machine.uptime + patience
        while true {
            if let lock = try FileLock(at: path) {
                self.lock = lock
                break
            }
            guard Machine.uptime < end else { return nil }
            Machine.rest(milliseconds: 50)
        }
        state = try Self.state(name, folder)
    }

    /// How far a message has come, for those who only look.
    static func state(of message: String, in folder: BatchFolder) -> State? {
        (try? state(name(of: message), folder)) ?? nil
    }

    /// Notes that the mail server did not take it: a doubt, or an earlier handing over, is none the less for that.
    ///
    /// - Throws: a `Diagnostic` where it cannot be written.
    func noteRefusal() throws { try note(state ?? .refused) }

    /// Notes how far it has come.
    ///
    /// - Throws: a `Diagnostic` where it cannot be written.
    func note(_ state: State) throws {
        let word = state.rawValue + String(repeating: " ", count: 8 - state.rawValue.count)
        try writeInPlace(Array("\(word)\(message)\n".utf8), to: path)
    }

    private static func name(of message: String) -> String {
        "\(sha256(of: Array(message.utf8)).prefix(24)).sent"
    }

    private static func state(_ name: String, _ folder: BatchFolder) throws -> State? {
        let bytes = try SourceFolder(path: folder.records).read(name)
        return State(rawValue: String(decoding: bytes.prefix { $0 != 0x20 }, as: UTF8.self))
    }
}
