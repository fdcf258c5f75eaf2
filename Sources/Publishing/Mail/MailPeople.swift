public import Deck
import Diagnostics
public import GMime

/// Who writes and gets a mail: what the command line says, else what the deck says.
public enum MailPeople {
    /// Who gets nothing, where a mail is only looked at or weighed.
    private static let nobody = "nobody@example.com"

    /// The sender; a mail that goes nowhere needs none.
    public static func sender(_ said: String?, _ deck: Deck, needed: Bool) throws -> Mailbox {
        let text = said ?? deck.mail?.from
        if text == nil, needed {
            throw Diagnostic.error(
                "nobody sends the mail", kind: .usage,
                hint: "say --from 'Name <user@host>', or write “from:” in the deck's mail")
        }
        return try at(said == nil ? "from" : nil, deck) {
            let list = try Mailbox.list(text ?? nobody)
            guard list.count == 1 else {
                throw Diagnostic.error("a mail has one sender, not \(list.count)", kind: .usage)
            }
            return list[0]
        }
    }

    /// Those who get it; a mail that goes nowhere needs none.
    public static func recipients(_ said: [String], _ deck: Deck, needed: Bool) throws -> [Mailbox]
    {
        let texts = said.isEmpty ? deck.mail?.to ?? [] : said
        if texts.isEmpty, needed {
            throw Diagnostic.error(
                "nobody gets the mail", kind: .usage,
                hint: "say --to user@host, or write “to:” in the deck's mail")
        }
        return try at(said.isEmpty ? "to" : nil, deck) {
            try (texts.isEmpty ? [nobody] : texts).flatMap { try Mailbox.list($0) }
        }
    }

    /// A mail without parts, from the deck's people.
    public static func shell(of deck: Deck) -> Mail {
        var mail = Mail()
        (mail.answers, mail.list) = (deck.mail?.answers, deck.mail?.list)
        mail.template = deck.mail?.template
        return mail
    }

    /// Gives errors of an address the place where the deck writes it.
    private static func at<Result>(
        _ key: String?, _ deck: Deck, _ work: () throws -> Result
    ) throws -> Result {
        do {
            return try work()
        } catch var finding as Diagnostic {
            if let key {
                finding.location = deck.mail?.locations[key]
                finding.kind = .data
            }
            throw finding
        }
    }
}
