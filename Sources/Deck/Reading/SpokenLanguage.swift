import Graphics
import Layout
import YAML

extension Fields {
    /// The language in which words are said, by its tag (BCP 47): `en`, `fr-CA`.
    func spokenLanguage() -> String? {
        guard let text = text("language") else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isSound = parts.enumerated().allSatisfy { index, part in
            let isLetters = part.utf8.allSatisfy {
                (65...90).contains($0) || (97...122).contains($0)
            }
            let isDigits = part.utf8.allSatisfy { (48...57).contains($0) }
            return index == 0
                ? isLetters && (2...3).contains(part.utf8.count)
                : (isLetters || isDigits || part.utf8.allSatisfy { $0 < 0x80 && $0 != 0x20 })
                    && (1...8).contains(part.utf8.count)
        }
        if isSound { return text }
        reading.error(
            "“\(text)” is not a language", at: node["language"]?.location ?? node.location,
            hint: "write its tag, as in en, fr-CA, nah")
        return nil
    }
}

/// An element whose words are in a language of their own, for who hears the page.
struct SpokenElement: Element {
    var element: any Element
    var language: String

    func size(in space: Size, measuring measurer: any TextMeasurer) -> Size {
        element.size(in: space, measuring: measurer)
    }

    func draw(in rect: Rect, on canvas: inout Canvas) {
        canvas.tagged(Tag(.section, language: language)) { element.draw(in: rect, on: &$0) }
    }
}
