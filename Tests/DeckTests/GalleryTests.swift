import Deck
import Diagnostics
import Files
import Graphics
import Rendering
import TestSupport
import Testing

/// The gallery of charts, set in its own fonts.
private struct Gallery {
    let typesetter: Typesetter
    let deck: Deck

    init() throws {
        typesetter = try Typesetter(fonts: try testFonts)
        deck = try Deck.load(
            from: SourceFolder(path: "\(repositoryRoot)/Decks/gallery"),
            resources: try Resources(path: repositoryRoot))
    }
}

@Test func theGalleryIsLaidOutWithoutAFinding() throws {
    let gallery = try Gallery()
    #expect(gallery.deck.warnings.all.isEmpty)
    for page in gallery.deck.pages {
        let (_, findings) = page.scene(measuring: gallery.typesetter)
        #expect(findings.all.isEmpty, "\(page.id): \(findings.all)")
    }
}

/// The pictures that the gallery's README shows are the references: `make gallery` draws them anew.
@Test func theGalleryLooksAsItsREADMEShowsIt() throws {
    let gallery = try Gallery()
    for (index, page) in gallery.deck.pages.enumerated() {
        let (scene, _) = page.scene(measuring: gallery.typesetter)
        let picture = try png(
            of: scene, pixelWidth: 800, typesetter: gallery.typesetter)
        let number = index < 9 ? "0\(index + 1)" : "\(index + 1)"
        expectPicture(
            picture, matches: "\(number)-\(page.id)", in: "Decks/gallery/pictures",
            atMost: 80 * 1024)
    }
}

@Test func everyPictureOfTheGalleryIsInItsREADME() throws {
    let gallery = try Gallery()
    let readme = try #require(bytes(ofFile: "\(repositoryRoot)/Decks/gallery/README.md"))
    let text = String(decoding: readme, as: UTF8.self)
    for (index, page) in gallery.deck.pages.enumerated() {
        let number = index < 9 ? "0\(index + 1)" : "\(index + 1)"
        #expect(text.contains("pictures/\(number)-\(page.id).png"), "\(page.id)")
    }
}

@Test func everyFigureOfTheGalleryIsToldInWords() throws {
    let gallery = try Gallery()
    for page in gallery.deck.pages where page.id != "tabla" {
        let (scene, _) = page.scene(measuring: gallery.typesetter)
        let tags = scene.items.figures
        #expect(!tags.isEmpty, "\(page.id)")
        for tag in tags {
            #expect((1...125).contains(tag.alternative.count), "\(page.id): \(tag.alternative)")
        }
    }
}

extension [SceneItem] {
    /// The tags of charts, maps and pictures, however deep.
    fileprivate var figures: [Graphics.Tag] {
        flatMap { item -> [Graphics.Tag] in
            switch item {
            case .tagged(let tag, let items):
                (tag.role == .figure ? [tag] : []) + items.figures
            case .group(let items, _, _): items.figures
            case .path, .text, .picture: []
            }
        }
    }
}
