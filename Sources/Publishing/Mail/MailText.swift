import Deck

/// The words of a mail without its looks, for those who read no HTML: figures, and what pictures show.
struct MailText {
    var mail: Mail
    var subject: String
    var organisation: String
    /// The pictures, by their place among the parts.
    var pictures: [Int: MailPicture]

    /// The text, with a line feed at the end of each line.
    var text: String {
        let title = mail.title.isEmpty ? subject : Self.plain(mail.title)
        var blocks = [organisation, Self.underlined(title, "=")]
        for (index, part) in mail.parts.enumerated() {
            switch part {
            case .heading(let words): blocks.append(Self.underlined(Self.plain(words), "-"))
            case .paragraph(let words): blocks.append(Self.plain(words))
            case .numbers(let numbers):
                let lines = numbers.map { number in
                    "- \(number.label): \(number.value)"
                        + (number.change.isEmpty ? "" : " (\(number.change))")
                }
                blocks.append(lines.joined(separator: "\n"))
            case .picture(let wanted):
                blocks += picture(wanted, pictures[index])
            }
        }
        blocks.append(mail.note)
        // Not of two dashes and a blank, behind which programs see a signature and fold it away.
        if !mail.foot.isEmpty || mail.list != nil { blocks.append("----") }
        if !mail.foot.isEmpty { blocks.append(Self.plain(mail.foot)) }
        if let list = mail.list { blocks.append(list.unsubscribe) }
        return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private func picture(_ wanted: Mail.Picture, _ drawn: MailPicture?) -> [String] {
        let heading = Self.plain(wanted.heading)
        return [
            heading.isEmpty ? "" : Self.underlined(heading, "-"), Self.plain(wanted.text),
            drawn?.alternative ?? "", drawn?.note ?? "", Self.plain(wanted.source),
        ]
    }

    private static func plain(_ words: [Mail.Words]) -> String {
        words.map { $0.address.isEmpty ? $0.text : "\($0.text) <\($0.address)>" }.joined()
    }

    private static func underlined(_ text: String, _ sign: Character) -> String {
        text.isEmpty ? "" : text + "\n" + String(repeating: sign, count: min(text.count, 72))
    }
}
