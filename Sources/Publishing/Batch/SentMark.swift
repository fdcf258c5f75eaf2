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
    private let lock: FileLock
    /// What stood there; `nil` where it was not handed over yet.
    let before: Note?

    /// What stands in the file.
    struct Note: Hashable {
        /// How far the message has come.
        var state: State
        /// The digest of what it says.
        var saying: String
        /// The deck that it was made of, by its outputs.
        var output: String
    }

    /// The mark of a message, once nobody else has it in hand; `nil` where that takes longer than some seconds.
    init?(of message: String, in folder: BatchFolder, patience: Double = 0) throws {
        let name = Self.name(of: message)
        path = "\(folder.records)/\(name)"
        let end = Machine.uptime + patience
        while true {
            if let lock = try FileLock(at: path) {
                self.lock = lock
                break
            }
            guard Machine.uptime < end else { return nil }
            Machine.rest(milliseconds: 50)
        }
        before = try Self.note(name, folder)
    }

    /// What stands there of a message, for those who only look; `nil` where it was not handed over yet.
    static func note(of message: String, in folder: BatchFolder) -> Note? {
        (try? note(name(of: message), folder)) ?? nil
    }

    /// Notes how far it has come.
    ///
    /// - Throws: a `Diagnostic` where it cannot be written.
    func write(_ note: Note) throws {
        let word =
            note.state.rawValue + String(repeating: " ", count: 8 - note.state.rawValue.count)
        try writeInPlace(Array("\(word)\(note.saying) \(note.output)\n".utf8), to: path)
    }

    private static func name(of message: String) -> String {
        "\(sha256(of: Array(message.utf8)).prefix(24)).sent"
    }

    private static func note(_ name: String, _ folder: BatchFolder) throws -> Note? {
        let bytes = try SourceFolder(path: folder.records).read(name)
        let line = bytes.prefix { $0 != 0x0A }
        let (word, rest) = (line.prefix(8).prefix { $0 != 0x20 }, line.dropFirst(8))
        guard let state = State(rawValue: String(decoding: word, as: UTF8.self)) else { return nil }
        let saying = rest.prefix { $0 != 0x20 }
        return Note(
            state: state, saying: String(decoding: saying, as: UTF8.self),
            output: String(decoding: rest.dropFirst(saying.count + 1), as: UTF8.self))
    }
}

extension SentMark.Note {
    /// Whether it is of another deck whose mail does not say the same: then a deck's own mail has not gone out.
    ///
    /// A deck's own corrected figures are no other mail, and neither is that of a deck that says the same. One that was
    /// certainly not taken stands in nobody's way.
    func isOfAnother(than saying: String, _ output: String) -> Bool {
        state != .refused && self.saying != saying && self.output != output
    }

    /// What is wrong with a deck's mail beside it.
    var clash: Diagnostic {
        let went = state == .sent ? "went out" : "may have gone out"
        return .error(
            "its mail does not go out: that of “\(output)” \(went), has the same title, period, parameters, subject and "
                + "people, and does not say the same",
            hint: "give it another subject, or say --resend")
    }
}
