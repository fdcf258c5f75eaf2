import Diagnostics
import Graphics
import TestSupport
import Testing

@testable import Deck

private let drawing =
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 10'><path d='M0 0h1v1z'/></svg>"

/// Two pages and a cover with a theme.
private func scenes(_ logo: String, files: [String: String] = ["a.svg": drawing]) throws -> [Scene]
{
    let deck = """
        title: T
        language: en-US
        period: 2024
        theme: theme.yaml
        slides:
          - { id: one, form: cover, title: A }
          - { id: two, title: B, body: { rule: true } }
          - { id: three, title: C, body: { rule: true } }
        """
    let theme = ["theme.yaml": "logo: \(logo)\n"]
    return try TestDeck(deck, files: files.merging(theme) { $1 }).scenes()
}

private func pictures(_ scene: Scene) -> [(frame: Rect, tag: Graphics.Tag)] {
    scene.items.flatMap { item -> [(Rect, Graphics.Tag)] in
        guard case .tagged(let tag, let items) = item else { return [] }
        return items.compactMap { inner in
            if case .picture(_, let frame) = inner { (frame, tag) } else { nil }
        }
    }
}

@Test func aLogoStandsOnEveryPageAndIsHeardOnce() throws {
    let all = try scenes("{ file: a.svg, on-ink: a.svg, alt: House, height: 20 }").map(pictures)
    #expect(all.map(\.count) == [1, 1, 1])
    #expect(all[0][0].tag == Graphics.Tag(.figure, alternative: "House"))
    #expect(all[1][0].tag == Graphics.Tag(.artifact) && all[2][0].tag == Graphics.Tag(.artifact))
    #expect(all[1][0].frame == all[2][0].frame && all[1][0].frame.height == 20)
    #expect(all[1][0].frame.maxX == 960 - 44 && all[1][0].frame.width == 80)
}

@Test func aLogoForLightGroundsStandsOnThemAlone() throws {
    let all = try scenes("{ file: a.svg, alt: House }").map(pictures)
    #expect(all.map(\.count) == [0, 1, 1])
    #expect(all[1][0].tag.alternative == "House" && all[2][0].tag.role == .artifact)
}

@Test func aTitleKeepsClearOfTheLogo() throws {
    let deck = deckFile(body: "{ rule: true }", slide: "").replacing(
        "title: A page", with: "title: \(String(repeating: "wide ", count: 28))")
    let plain = try TestDeck(deck.replacing("period:", with: "date: 2024-01-01\nperiod:"))
    let lone = try plain.scenes()
    #expect(lone.count == 1)
    let withLogo = try TestDeck(
        deck.replacing("slides:", with: "theme: theme.yaml\nslides:"),
        files: ["theme.yaml": "logo: { file: a.svg, alt: A, height: 32 }", "a.svg": drawing])
    #expect(try withLogo.findings().contains { $0.contains("text does not fit") })
}

@Test(arguments: [
    ("{ file: a.svg }", "needs a key “alt”"), ("{ file: a.svg, alt: \"\" }", "“alt” is empty"),
    ("{ file: b.svg, alt: A }", "does not exist"),
    ("{ file: a.svg, alt: A, height: 90 }", "“height” is from"),
    ("a.svg", "a logo is a mapping"), ("{ file: a.svg, alt: A, dark: b }", "no key “dark”"),
])
func aWrongLogoIsToldWithItsPlace(logo: String, finding: String) throws {
    let deck = deckFile(body: "{ rule: true }").replacing(
        "slides:", with: "theme: theme.yaml\nslides:")
    let found = try TestDeck(
        deck, files: ["theme.yaml": "logo: \(logo)\n", "a.svg": drawing]
    ).findings()
    #expect(found.contains { $0.contains(finding) && $0.hasPrefix("theme.yaml:1:") }, "\(found)")
}
