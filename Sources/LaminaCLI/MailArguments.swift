import ArgumentParser
import Diagnostics
import GMime
import Publishing

/// How the mails of a batch are made.
struct MailArguments: ParsableArguments {
    @Flag(
        help: "Make each deck's mail, too, as its “mail:” says: a file NAME.eml beside the others.")
    var mail = false

    @Option(
        help: ArgumentHelp(
            "Who sends the mails: Name <user@host>. (default: the deck's “from”)",
            valueName: "address"))
    var from: String?

    @Flag(help: "Attach the whole deck to its mail as a PDF.")
    var attachPdf = false

    @Flag(
        help:
            "Hand each mail to the mail server's sendmail, once: the same edition to the same people is not sent again."
    )
    var sendmail = false

    @Option(help: ArgumentHelp("The program that --sendmail runs.", valueName: "program"))
    var sendmailProgram = "sendmail"

    @Flag(help: "With --sendmail: hand over mails again that were handed over before.")
    var resend = false

    func validate() throws {
        if resend, !sendmail { throw ValidationError("--resend goes with --sendmail.") }
        if !mail, !sendmail, from != nil || attachPdf {
            throw ValidationError("--from and --attach-pdf go with --mail or --sendmail.")
        }
        if let from, let fault = Self.fault(ofSender: from) {
            throw ValidationError("--from: \(fault).")
        }
        if sendmailProgram.isEmpty { throw ValidationError("--sendmail-program is empty.") }
        if sendmailProgram != "sendmail", !sendmail {
            throw ValidationError("--sendmail-program goes with --sendmail.")
        }
    }

    /// Why an address is none of one sender; `nil` where it is.
    private static func fault(ofSender text: String) -> String? {
        do throws(Diagnostic) {
            return try Mailbox.list(text).count == 1 ? nil : "a mail has one sender"
        } catch {
            return error.message
        }
    }

    /// What is wished of each deck's mail; `nil` for none.
    var wish: EditionOptions.MailWish? {
        guard mail || sendmail else { return nil }
        return .init(
            from: from, attachesDocument: attachPdf, sendmail: sendmail ? sendmailProgram : nil)
    }

    /// What of it shows in the files of a deck.
    var contentWords: [String] {
        guard mail || sendmail else { return [] }
        return ["--mail"] + (from.map { ["--from=\($0)"] } ?? [])
            + (attachPdf ? ["--attach-pdf"] : [])
    }

    /// The same as words of a command line, for a worker.
    var words: [String] {
        var words: [String] = []
        if let from { words.append("--from=\(from)") }
        for (name, isOn) in [
            ("mail", mail), ("attach-pdf", attachPdf), ("sendmail", sendmail), ("resend", resend),
        ]
        where isOn {
            words.append("--\(name)")
        }
        if sendmail { words.append("--sendmail-program=\(sendmailProgram)") }
        return words
    }
}
