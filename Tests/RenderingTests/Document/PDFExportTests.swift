import Cairo
import Diagnostics
import Graphics
import TestSupport
import Testing

@testable import Rendering

extension DocumentMetadata {
    /// What the documents of these tests say of themselves.
    static var sample: DocumentMetadata {
        DocumentMetadata(
            title: "Reporte «año» 2025", author: "Ada (Dirección)", subject: "Industria",
            keywords: "autos, ventas", language: "es-MX",
            date: DocumentDate(unixTime: 1_769_860_800) ?? .start)
    }
}

extension DocumentDate {
    /// The start of 1970.
    fileprivate static var start: DocumentDate {
        guard let date = DocumentDate(unixTime: 0) else { preconditionFailure("it exists") }
        return date
    }
}

@Suite struct PDFExportTests {
    private let typesetter: Typesetter
    private let style = TextStyle(family: "Inter", size: 14)

    init() throws { typesetter = try Typesetter(fonts: testFonts) }

    @Test func theSamePagesGiveTheSameBytes() throws {
        let first = try pdf(of: pages(), metadata: .sample, typesetter: typesetter)
        #expect(first.starts(with: "%PDF-1.7".utf8))
        let other = try Typesetter(fonts: testFonts)
        #expect(try pdf(of: pages(), metadata: .sample, typesetter: other) == first)
    }

    @Test func aDocumentWithoutPagesIsRefused() {
        #expect(throws: Diagnostic.self) {
            try pdf(of: [], metadata: .sample, typesetter: typesetter)
        }
    }

    @Test func aFullSinkIsAnInputOutputError() throws {
        for limit in [0, 10, 100, 2000, 5000] {
            let error = #expect(throws: Diagnostic.self) {
                try pdf(
                    of: pages(), metadata: .sample, options: DocumentOptions(),
                    typesetter: typesetter, sink: ByteSink(limit: limit))
            }
            #expect(error?.kind == .inputOutput)
        }
    }

    @Test func aBadPageAmongGoodOnesIsNamed() throws {
        var scenes = pages()
        scenes[1].items.append(.group([], transform: .scale(0), clip: nil))
        let error = #expect(throws: Diagnostic.self) {
            try pdf(of: scenes, metadata: .sample, typesetter: typesetter)
        }
        #expect(error?.message.hasPrefix("page “Página 2”") == true)
    }

    @Test func aDamagedDocumentIsRefusedAndNotRepaired() throws {
        let sound = try pdf(of: pages(), metadata: .sample, typesetter: typesetter)
        let damaged =
            [0, 1, 9, 500, sound.count / 2, sound.count - 40].map { Array(sound[..<$0]) }
            + [[UInt8](repeating: 7, count: 5000)]
        for bytes in damaged {
            let error = #expect(throws: (any Error).self) {
                try DocumentFinish.apply(to: bytes, StructureLog(), .sample, DocumentOptions())
            }
            let words = error.map { "\($0)" } ?? ""
            #expect(words.hasPrefix("qpdf: "), "\(words)")
        }
    }

    @Test func controlCharactersInNamesDoNoHarm() throws {
        var metadata = DocumentMetadata.sample
        metadata.title = "a\0b\n(c)\\"
        metadata.language = "es\0>>"
        let scene = Scene(size: Size(50, 50), title: "x\0y) >>\n", items: [])
        let bytes = try pdf(
            of: [scene, Scene(size: Size(50, 50))], metadata: metadata,
            options: DocumentOptions(standards: []), typesetter: typesetter)
        try look(at: bytes, with: "pdfinfo") { output in
            #expect(output.contains("Title:           a b (c)\\\n"))
        }
    }

    @Test(.enabled(if: Tool("qpdf").isInstalled))
    func aPictureMayStandTwiceOnAPage() throws {
        let image = try ImageSurface(width: 3, height: 2)
        let picture = try #require(Picture(png: PNGEncoder.encode(image)))
        let scene = Scene(
            size: Size(100, 100), title: "a",
            items: [10.0, 50].map { x in
                .tagged(
                    Tag(.figure, alternative: "foto"),
                    [.picture(picture, in: Rect(x: x, y: 10, width: 30, height: 20))])
            })
        let bytes = try pdf(of: [scene, scene], metadata: .sample, typesetter: typesetter)
        try withTemporaryFile(bytes) { path in
            let (output, succeeded) = Tool("qpdf").run("--check", path)
            #expect(succeeded, "\(output)")
        }
    }

    // MARK: - What other programs see

    @Test(.enabled(if: Tool("qpdf").isInstalled))
    func qpdfFindsNoFault() throws {
        let bytes = try pdf(of: pages(), metadata: .sample, typesetter: typesetter)
        try withTemporaryFile(bytes) { path in
            let (output, succeeded) = Tool("qpdf").run("--check", path)
            #expect(succeeded, "\(output)")
            let catalog = Tool("qpdf").run("--show-object=trailer", path).output
            #expect(catalog.contains("/ID [ <"))
        }
    }

    @Test(.enabled(if: Tool("qpdf").isInstalled))
    func theCatalogSaysLanguageAndTitleBar() throws {
        let bytes = try pdf(of: pages(), metadata: .sample, typesetter: typesetter)
        try withTemporaryFile(bytes) { path in
            let json = Tool("qpdf").run("--json", "--json-key=qpdf", path).output
            #expect(json.contains("\"/Lang\": \"u:es-MX\""))
            #expect(json.contains("\"/DisplayDocTitle\": true"))
            #expect(!json.contains("\"/Interpolate\": true"))
            #expect(json.contains("\"/Title\": \"u:Página 1\""))
        }
    }

    @Test(.enabled(if: Tool("pdfinfo").isInstalled))
    func theDocumentSaysWhatItIs() throws {
        let bytes = try pdf(of: pages(), metadata: .sample, typesetter: typesetter)
        try look(at: bytes, with: "pdfinfo", "-isodates", "-f", "1", "-l", "3") { output in
            for line in [
                "Title:           Reporte «año» 2025", "Subject:         Industria",
                "Keywords:        autos, ventas", "Author:          Ada (Dirección)",
                "Creator:         Lámina", "CreationDate:    2026-01-31T12:00:00Z",
                "ModDate:         2026-01-31T12:00:00Z", "Pages:           3",
                "Page    1 size:  200 x 100 pts", "Page    3 size:  200 x 120 pts",
                "PDF version:     1.7",
            ] {
                #expect(output.contains(line), "\(line) is not in:\n\(output)")
            }
        }
    }

    @Test(.enabled(if: Tool("pdffonts").isInstalled))
    func fontsAreEmbeddedSubsetAndReadable() throws {
        let bytes = try pdf(of: pages(), metadata: .sample, typesetter: typesetter)
        try look(at: bytes, with: "pdffonts") { output in
            let fonts = output.split(separator: "\n").dropFirst(2)
            #expect(fonts.count == 2)
            for font in fonts {
                #expect(font.contains("+Inter-"))
                #expect(font.split(separator: " ").dropLast(2).suffix(3) == ["yes", "yes", "yes"])
            }
        }
    }

    @Test(.enabled(if: Tool("pdftotext").isInstalled))
    func textStaysTextAndStandsWhereItWasMeasured() throws {
        let text = "¡Ventas de vehículos ligeros: 1,361,433 (24.4 %)!"
        let line = typesetter.line("Unidades", style)
        let scene = Scene(
            size: Size(400, 100),
            items: [
                .text(typesetter.line(text, style), at: Point(10, 30)),
                .text(line, at: Point(50, 70)),
            ])
        let bytes = try pdf(of: [scene], metadata: .sample, typesetter: typesetter)
        try withTemporaryFile(bytes) { path in
            let plain = Tool("pdftotext").run("-layout", path, "-").output
            #expect(plain.contains(text))
            let boxes = Tool("pdftotext").run("-bbox", path, "-").output
            let word = try #require(
                boxes.split(separator: "\n").first { $0.contains(">Unidades<") })
            let edges = word.split(separator: "\"").compactMap { Double($0) }
            // A PDF rounds each advance to a thousandth of the size.
            #expect(abs(edges[0] - 50) < 0.1)
            #expect(abs(edges[2] - 50 - line.width) < 0.1)
        }
    }

    private func look(
        at bytes: [UInt8], with tool: String, _ options: String..., then check: (String) -> Void
    ) throws {
        guard Tool(tool).isInstalled else { return }
        try withTemporaryFile(bytes) { path in
            check(Tool(tool).run(options + [path]).output)
        }
    }

    private func pages() -> [Scene] {
        let bold = style.with { $0.weight = .bold }
        let picture = Picture(png: samplePicture, pixelWidth: 3, pixelHeight: 3)
        return (1...3).map { number in
            Scene(
                size: Size(200, number == 3 ? 120 : 100), title: "Página \(number)",
                items: [
                    .text(typesetter.line("Página \(number)", bold), at: Point(10, 20)),
                    .text(typesetter.line("Texto de prueba", style), at: Point(10, 40)),
                    .path(
                        .circle(center: Point(150, 60), radius: 30),
                        fill: .hatch(Hatch(line: .black, ground: .white)), stroke: nil),
                    .picture(picture, in: Rect(x: 10, y: 50, width: 60, height: 30)),
                ])
        }
    }

    private var samplePicture: [UInt8] {
        let dot = Scene(
            size: Size(3, 3), items: [.fill(.circle(center: Point(1.5, 1.5), radius: 1), .black)])
        return (try? png(of: dot, pixelWidth: 3, typesetter: typesetter)) ?? []
    }
}
