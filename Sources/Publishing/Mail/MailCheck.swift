import Diagnostics
import Gumbo

/// Looks through a finished mail for what clients cut off, block or spoil.
struct MailCheck {
    var html: String
    var pictures: [MailPicture]
    /// Bytes of the whole message.
    var whole: Int
    /// The file of the HTML's template, for messages; `nil` for the usual one.
    var template: String?
    /// Where the deck writes the mail; `nil` where it does not.
    var location: SourceLocation?
    /// Whether budgets that are overdrawn are errors.
    var isChecking: Bool

    /// The measures, and what is wrong with them.
    ///
    /// - Throws: a `Diagnostic` where the HTML cannot be read.
    func run() throws -> (MailBudget, Diagnostics) {
        var findings = Diagnostics()
        let count = html.utf8.count
        // A parser would need a large stack for what no client shows anyway.
        guard count <= 2 * MailBudget.mostHTML else {
            throw Diagnostic.error(
                "the HTML has \(MailBudget.kilobytes(count)), more than twice what a mail may have",
                at: place, hint: "Gmail cuts it off at 102 KB: show fewer parts")
        }
        let document = try HTMLDocument(reading: html)
        let style = document.elements.filter { $0.name == "style" }.map(\.text.utf8.count)
            .reduce(0, +)
        weigh(count, MailBudget.mostHTML, "the HTML", "Gmail cuts it off at 102 KB", &findings)
        weigh(
            style, MailBudget.mostStyle, "the HTML's style", "Gmail drops what is beyond 16 KB",
            &findings)
        images(document, &findings)
        blocked(document, &findings)
        let words = document.elements.filter { !["style", "title"].contains($0.name) }
        if pictures.isEmpty, words.allSatisfy({ $0.text.allSatisfy(\.isWhitespace) }) {
            findings.add(.error("the HTML says nothing", at: place))
        }
        for picture in pictures { look(at: picture, &findings) }
        if whole > MailBudget.hardWhole {
            findings.add(
                .error(
                    wholeWords, at: location, hint: "\(heaviest); servers refuse more than 10 MB"))
        } else {
            weigh(whole, MailBudget.mostWhole, "the whole mail", heaviest, &findings)
        }
        let budget = MailBudget(
            html: count, style: style,
            pictures: pictures.map { .init(name: $0.name, bytes: $0.bytes.count) }, whole: whole,
            smallestText: pictures.compactMap { $0.smallestText?.size }.min())
        return (budget, findings)
    }

    private var wholeWords: String { "the whole mail has \(MailBudget.kilobytes(whole))" }

    private var heaviest: String {
        guard let picture = pictures.max(by: { $0.bytes.count < $1.bytes.count }) else {
            return "leave out the PDF"
        }
        return
            "the heaviest picture is \(picture.name) with \(MailBudget.kilobytes(picture.bytes.count))"
    }

    private var place: SourceLocation? {
        template.map { SourceLocation(file: $0, line: 1, column: 1) } ?? location
    }

    private func weigh(
        _ bytes: Int, _ most: Int, _ noun: String, _ hint: String, _ findings: inout Diagnostics
    ) {
        guard bytes > most else { return }
        findings.add(
            Diagnostic(
                isChecking ? .error : .warning,
                "\(noun) has \(MailBudget.kilobytes(bytes)), the budget is \(most >> 10) KB",
                at: place, hint: hint))
    }

    /// Each image of the HTML: a picture of the mail, with words and a width.
    private func images(_ document: HTMLDocument, _ findings: inout Diagnostics) {
        var waiting = Set(pictures.map(\.id))
        for element in document.elements {
            for (attribute, value) in element.attributes.sorted(by: { $0.key < $1.key })
            where value.lowercased().contains("data:") && attribute != "alt" {
                findings.add(
                    .error(
                        "the HTML has data in “\(attribute)” of <\(element.name)>",
                        at: place, hint: "Gmail strips data: and Outlook breaks it"))
            }
            guard element.name == "img" else { continue }
            let source = element.attributes["src"] ?? ""
            let shown = source.isEmpty ? "without a source" : "“\(source)”"
            if source.hasPrefix("cid:") {
                let id = String(source.dropFirst(4))
                if !pictures.contains(where: { $0.id == id }) {
                    findings.add(.error("the mail has no picture \(shown)", at: place))
                }
                waiting.remove(id)
            } else if !source.hasPrefix("data:") {
                findings.add(
                    .error(
                        "the image \(shown) is not in the mail", at: place,
                        hint: "clients do not load images from elsewhere: write cid:{{id}}"))
            }
            if (element.attributes["alt"] ?? "").isEmpty {
                findings.add(
                    .error(
                        "the image \(shown) has no alternative text", at: place,
                        hint: "write alt=\"{{alternative}}\""))
            }
            if Int(element.attributes["width"] ?? "") == nil {
                findings.add(
                    .error(
                        "the image \(shown) has no width in pixels", at: place,
                        hint: "Outlook needs width=\"{{width}}\""))
            }
        }
        for picture in pictures where waiting.contains(picture.id) {
            findings.add(
                .error(
                    "the HTML does not show the picture \(picture.name)", at: place,
                    hint: "write <img src=\"cid:{{id}}\" …> in {{#picture}}"))
        }
    }

    /// What mail programs take out: a reader would miss it, or see what is left.
    private func blocked(_ document: HTMLDocument, _ findings: inout Diagnostics) {
        func refuse(_ what: String, _ hint: String) {
            let finding = Diagnostic.error("the HTML has \(what)", at: place, hint: hint)
            if !findings.all.contains(finding) { findings.add(finding) }
        }
        let taken = "mail programs take it out"
        for element in document.elements {
            if Self.blockedElements.contains(element.name) { refuse("<\(element.name)>", taken) }
            if element.name == "link" {
                refuse("<link>", "clients load nothing: write its style out")
            }
            let isRefresh = element.attributes["http-equiv"]?.lowercased() == "refresh"
            if element.name == "meta", isRefresh { refuse("a meta refresh", taken) }
            for (name, value) in element.attributes.sorted(by: { $0.key < $1.key }) {
                let value = value.lowercased().filter { !$0.isWhitespace }
                if name.hasPrefix("on") { refuse("“\(name)” of <\(element.name)>", taken) }
                if ["href", "src", "action"].contains(name), value.hasPrefix("javascript:") {
                    refuse("a script in “\(name)” of <\(element.name)>", taken)
                }
                if name == "background" || (name == "style" && Self.loads(value)) {
                    refuse(
                        "a picture in “\(name)” of <\(element.name)>",
                        "clients do not load it: use <img src=\"cid:{{id}}\">")
                }
            }
            if element.name == "style", Self.loads(element.text.lowercased()) {
                refuse("a style that loads something", "clients load nothing: write it out")
            }
        }
    }

    private static let blockedElements: Set = [
        "script", "iframe", "object", "embed", "form", "input", "button", "video", "audio", "base",
        "svg", "canvas",
    ]

    private static func loads(_ style: String) -> Bool {
        style.contains("url(") || style.contains("@import")
    }

    private func look(at picture: MailPicture, _ findings: inout Diagnostics) {
        if picture.bytes.count > MailBudget.mostPicture {
            findings.add(
                Diagnostic(
                    isChecking ? .error : .warning,
                    "the picture \(picture.name) has \(MailBudget.kilobytes(picture.bytes.count)), "
                        + "the budget is \(MailBudget.mostPicture >> 10) KB", at: picture.location))
        }
        if picture.height * 2 > MailBudget.tallest {
            findings.add(
                .error(
                    "the picture \(picture.name) is \(picture.height * 2) pixels high, Outlook shows "
                        + "\(MailBudget.tallest)", at: picture.location, hint: "make it narrower"))
        }
        if picture.alternative.isEmpty {
            findings.add(
                .error(
                    "the picture \(picture.name) has no alternative text", at: picture.location,
                    hint: "give the block an “alt:”"))
        }
        // The type of colours (PNG, 11.2.2): its third bit says alpha.
        if picture.bytes.count < 26 || picture.bytes[25] & 4 != 0 {
            findings.add(
                .error("the picture \(picture.name) is not opaque", at: picture.location))
        }
        guard let smallest = picture.smallestText, smallest.size < MailBudget.leastText - 1e-6
        else { return }
        let size = (smallest.size * 10).rounded() / 10
        findings.add(
            Diagnostic(
                picture.isPage ? .warning : .error,
                "“\(smallest.text)” in the picture \(picture.name) is \(size) px high, "
                    + "\(Int(MailBudget.leastText)) can be read", at: picture.location,
                hint: picture.isPage
                    ? "show its blocks by “figure:” instead, which are laid out for the mail"
                    : "give it more “zoom” or more width"))
    }
}
