import Deck

/// The words of a mail without its looks, for those who read no HTML: figures, and what pictures show.
struct MailText {
    var mail: Mail
    var subject: String
    /// The pictures, by their place among the parts.
    var pictures: [Int: MailPicture]

    /// The text, with a line feed at the end of each line.
    var text: String {
        var blocks = [Self.underlined(mail.title.isEmpty ? subject : Self.plain(mail.title), "=")]
        for (index, part) in mail.parts.enumerated() {
            switch part {
            case .heading(let words): blocks.append(Self.underlined(Self.plain(words), "-"))
            case .paragraph(let words): blocks.append(Self.plain(words))
            case .numbers(let numbers):
                blocks.append(numbers.map { "- \($0.label): \($0.value)" }.joined(separator: "\n"))
            case .picture(let wanted):
                blocks += picture(wanted, pictures[index])
            }
        }
        if !mail.foot.isEmpty || mail.list != nil { blocks.append("-- ") }
        if !mail.foot.isEmpty { blocks.append(Self.plain(mail.foot)) }
        if let list = mail.list { blocks.append(list.unsubscribe) }
        return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private func picture(_ wanted: Mail.Picture, _ drawn: MailPicture?) -> [String] {
        let heading = Self.plain(wanted.heading)
        return [
            heading.isEmpty ? "" : Self.underlined(heading, "-"), drawn?.alternative ?? "",
            Self.plain(wanted.text), Self.plain(wanted.source),
        ]
    }

    private static func plain(_ words: [Mail.Words]) -> String {
        words.map { $0.address.isEmpty ? $0.text : "\($0.text) <\($0.address)>" }.joined()
    }

    private static func underlined(_ text: String, _ sign: Character) -> String {
        text.isEmpty ? "" : text + "\n" + String(repeating: sign, count: min(text.count, 72))
    }
}
