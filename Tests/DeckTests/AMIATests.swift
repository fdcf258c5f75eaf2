import Deck
import Diagnostics
import Files
import Graphics
import Rendering
import TestSupport
import Testing

/// The AMIA deck, set in its own fonts.
private struct AMIA {
    let typesetter: Typesetter
    let pages: [Page]

    init() throws {
        typesetter = try Typesetter(fonts: try testFonts)
        pages = try Deck.load(
            from: SourceFolder(path: "\(repositoryRoot)/Decks/amia"),
            resources: try Resources(path: repositoryRoot)
        ).pages
    }

    func scenes() -> [Scene] { pages.map { $0.scene(measuring: typesetter).0 } }
}

@Test func theAMIADeckIsLaidOutWithoutAFinding() throws {
    let amia = try AMIA()
    #expect(amia.pages.count == 14)
    for page in amia.pages {
        let (_, findings) = page.scene(measuring: amia.typesetter)
        #expect(findings.all.isEmpty, "\(page.id): \(findings.all)")
    }
}

@Test func theSamePageIsTheSameSceneEachTime() throws {
    let (first, second) = (try AMIA(), try AMIA())
    #expect(first.scenes() == second.scenes())
    #expect(first.scenes() == second.scenes())
}

@Test func everyNumberOfASceneIsFinite() throws {
    for scene in try AMIA().scenes() {
        let numbers = scene.items.flatMap(\.numbers)
        #expect(!numbers.contains { !$0.isFinite }, "\(scene.title)")
    }
}

@Test func everyLineLiesOnItsPage() throws {
    let amia = try AMIA()
    for scene in amia.scenes() {
        let page = Rect(origin: .zero, size: scene.size)
        for line in scene.lines(measuring: amia.typesetter) {
            #expect(page.contains(line.box), "“\(line.text)” of “\(scene.title)” at \(line.box)")
        }
    }
}

@Test func noTextIsSmallerThanNinePoints() throws {
    let amia = try AMIA()
    for scene in amia.scenes() {
        for line in scene.lines(measuring: amia.typesetter) {
            #expect(line.smallestSize >= 9 - 1e-9, "“\(line.text)” of “\(scene.title)”")
        }
    }
}

@Test func noLineLiesOverAnother() throws {
    let amia = try AMIA()
    for scene in amia.scenes() {
        let lines = scene.lines(measuring: amia.typesetter)
        for (index, line) in lines.enumerated() {
            for other in lines[(index + 1)...] where line.box.intersects(other.box) {
                Issue.record("“\(line.text)” and “\(other.text)” overlap on “\(scene.title)”")
            }
        }
    }
}
