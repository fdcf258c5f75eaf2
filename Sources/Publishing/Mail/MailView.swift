import Deck
import Graphics
import Mustache

/// A mail as its template sees it: names with texts, markup, lists.
struct MailView {
    var mail: Mail
    var subject: String
    var organisation: String
    var language: String
    var fontFamily: String
    var colors: [ColorRole: Color]
    /// The pictures, by their place among the parts.
    var pictures: [Int: MailPicture]

    /// How many figures in words stand side by side.
    private static let numbersInRow = 3
    /// Between them, in CSS pixels.
    private static let gap = 9

    /// What a template may name.
    var values: [String: TemplateValue] {
        let title = mail.title.isEmpty ? Self.escaped(subject) : Self.markup(mail.title)
        var values: [String: TemplateValue] = [
            "language": .text(language), "subject": .text(subject),
            "organisation": .present(organisation), "preheader": .present(mail.preheader),
            "title-html": .text(title), "foot-html": .present(Self.markup(mail.foot)),
            "font": .text(fontFamily), "marks": .present(Self.unbroken(mail.note)),
            "parts": .list(mail.parts.enumerated().map { .object(part($1, at: $0)) }),
            "unsubscribe": .present(mail.list?.unsubscribe ?? ""),
        ]
        for (name, value) in values { values[name] = value.withoutControls }
        for (role, color) in colors { values["color-\(role.rawValue)"] = .text("#\(color.hex)") }
        return values
    }

    private func part(_ part: Mail.Part, at index: Int) -> [String: TemplateValue] {
        var names: [String: TemplateValue] = [
            "heading-html": .flag(false), "paragraph-html": .flag(false), "numbers": .flag(false),
            "picture": .flag(false),
        ]
        switch part {
        case .heading(let words): names["heading-html"] = .present(Self.markup(words))
        case .paragraph(let words): names["paragraph-html"] = .present(Self.markup(words))
        case .numbers(let numbers):
            names["numbers"] = .object(["rows": .list(Self.rows(numbers))])
        case .picture(let wanted):
            names["picture"] = .object(picture(wanted, pictures[index]))
        }
        return names
    }

    private static func rows(_ numbers: [Mail.Number]) -> [TemplateValue] {
        // Rows of equal length look better than a full one and a rest.
        let rows = (numbers.count + numbersInRow - 1) / numbersInRow
        let length = rows == 0 ? 1 : (numbers.count + rows - 1) / rows
        let width = (Int(Mail.Picture.standardWidth) - (length - 1) * gap) / length
        return stride(from: 0, to: numbers.count, by: length).map { start in
            let row = numbers[start..<min(start + length, numbers.count)]
            let cells = row.enumerated().map { place, number in
                TemplateValue.object([
                    "value": .text(number.value), "label": .text(number.label),
                    "change": .present(number.change), "width": .text(String(width)),
                    "is-last": .flag(place == row.count - 1),
                ])
            }
            return .object(["cells": .list(cells)])
        }
    }

    private func picture(
        _ wanted: Mail.Picture, _ drawn: MailPicture?
    ) -> [String: TemplateValue] {
        [
            "caption-html": .present(Self.markup(wanted.heading)),
            "text-html": .present(Self.markup(wanted.text)),
            "source-html": .present(Self.markup(wanted.source)),
            "note": .present(Self.unbroken(drawn?.note ?? "")),
            "id": .text(drawn?.id ?? ""), "alternative": .text(drawn?.alternative ?? ""),
            "width": .text(String(drawn?.width ?? 0)), "height": .text(String(drawn?.height ?? 0)),
        ]
    }

    /// A star stays with its word.
    private static func unbroken(_ note: String) -> String {
        note.replacing("* ", with: "*\u{A0}")
    }

    private static func markup(_ words: [Mail.Words]) -> String {
        words.map { words in
            var html = escaped(words.text)
            if words.isStrong { html = "<strong>\(html)</strong>" }
            guard !words.address.isEmpty else { return html }
            return
                "<a href=\"\(escaped(words.address))\" style=\"color:inherit;text-decoration:underline\">\(html)</a>"
        }.joined()
    }

    /// As HTML writes it.
    private static func escaped(_ text: String) -> String {
        // By scalars: a sign with an accent on it is a character of its own, and a sign to HTML all the same.
        let signs: [Unicode.Scalar: String] = [
            "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;",
        ]
        return text.unicodeScalars.map { signs[$0] ?? String($0) }.joined()
    }
}

extension TemplateValue {
    /// The value with control characters of its texts as blanks, which HTML does not hold.
    fileprivate var withoutControls: TemplateValue {
        switch self {
        case .text(let text):
            let isControl = { (scalar: Unicode.Scalar) in
                scalar.value < 0x20 && scalar != "\n" && scalar != "\t"
                    || (0x7F..<0xA0).contains(scalar.value)
            }
            return .text(
                String(
                    String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? " " : $0 })))
        case .flag: return self
        case .list(let items): return .list(items.map(\.withoutControls))
        case .object(let members): return .object(members.mapValues(\.withoutControls))
        }
    }
}
