import Pango
import TestSupport
import Testing

@Suite struct FontConfigurationTests {
    @Test func theFacesOfTheFilesAreFoundAndNoOthers() throws {
        let faces = try FontConfiguration(files: testFontFiles).faces
        #expect(faces.map(\.family) == Array(repeating: "Inter", count: 5))
        #expect(faces.map(\.weight) == [400, 500, 600, 700, 800])
        #expect(faces.filter(\.isUpright).count == 5)
    }

    @Test func aMissingFileIsRefused() {
        let error = #expect(throws: PangoError.self) {
            try FontConfiguration(files: ["/nowhere/Inter.otf"])
        }
        #expect(error?.description == "/nowhere/Inter.otf cannot be read as a font")
    }

    @Test func aFileThatIsNoFontIsRefused() throws {
        try withTemporaryFile(Array("No font at all.".utf8)) { path in
            #expect(throws: PangoError.self) { try FontConfiguration(files: [path]) }
        }
    }

    @Test func aTruncatedFontIsRefusedOrRead() throws {
        let file = try #require(testFontFiles.first)
        let font = try #require(bytes(ofFile: file))
        for count in [0, 1, 100, 1000, 50_000] {
            try withTemporaryFile(Array(font[..<count])) { path in
                #expect(throws: PangoError.self) { try FontConfiguration(files: [path]) }
            }
        }
    }

    @Test func aFamilyThatIsNotThereIsSeenInWhatWasLoaded() throws {
        let context = try Context(FontMap(FontConfiguration(files: testFontFiles)))
        let face = context.face(FontDescription(family: "Helvetica", weight: 400, size: 10))
        #expect(face?.family == "Inter")
        let heavy = context.face(FontDescription(family: "Inter", weight: 900, size: 10))
        #expect(heavy?.weight == 800)
    }
}
