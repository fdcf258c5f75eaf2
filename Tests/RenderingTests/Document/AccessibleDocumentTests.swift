import Diagnostics
import Graphics
import TestSupport
import Testing

@testable import Rendering

/// What a reader without eyes gets: the structure beside the pages.
@Suite(.enabled(if: Tool("pdfinfo").isInstalled)) struct AccessibleDocumentTests {
    private let typesetter: Typesetter
    private let style = TextStyle(family: "Inter", size: 14)

    init() throws { typesetter = try Typesetter(fonts: testFonts) }

    private func text(_ words: String, _ x: Double, _ y: Double) -> SceneItem {
        .text(typesetter.line(words, style), at: Point(x, y))
    }

    private func box(_ x: Double, _ y: Double) -> SceneItem {
        .fill(.rect(Rect(x: x, y: y, width: 20, height: 10)), .black)
    }

    /// A page with everything that a scene can say.
    private var page: Scene {
        Scene(
            size: Size(400, 300), title: "Página",
            items: [
                // A ground over the whole page, which Cairo would take for a fresh one.
                .tagged(
                    Tag(.artifact),
                    [.fill(.rect(Rect(x: 0, y: 0, width: 400, height: 300)), .white)]),
                .tagged(Tag(.heading(1)), [text("Título de", 10, 30), text("dos líneas", 10, 50)]),
                text("suelto", 200, 30), box(200, 40),
                .tagged(
                    Tag(.section, id: "parte"),
                    [
                        .tagged(Tag(.heading(2)), [text("Parte", 10, 70)]),
                        .tagged(
                            Tag(.list),
                            [
                                box(0, 80),
                                .tagged(Tag(.listItem), [box(10, 80), text("uno", 40, 90)]),
                                .tagged(
                                    Tag(.listItem),
                                    [.tagged(Tag(.artifact), [box(10, 100)]), text("dos", 40, 110)]),
                            ]),
                    ]),
                .tagged(
                    Tag(.figure, id: "mapa", alternative: "corta", detail: "larga: 3"),
                    [box(200, 80), .tagged(Tag(.paragraph), [text("3", 200, 120)])]),
                .tagged(
                    Tag(.table),
                    [
                        .tagged(
                            Tag(.row),
                            [
                                .tagged(Tag(.headerCell(.column)), [text("Marca", 10, 150)]),
                                .tagged(Tag(.headerCell(.column)), []),
                            ]),
                        .tagged(
                            Tag(.row),
                            [
                                .tagged(
                                    Tag(.headerCell(.group(columns: 2))), [text("Todas", 10, 165)])
                            ]),
                        .tagged(
                            Tag(.row),
                            [
                                .tagged(Tag(.headerCell(.row)), [text("Kia", 10, 180)]),
                                .tagged(
                                    Tag(.cell),
                                    [
                                        text("7", 60, 180),
                                        .tagged(Tag(.figure, alternative: "sube"), [box(90, 170)]),
                                    ]),
                            ]),
                    ]),
                .group(
                    [.tagged(Tag(.note), [text("Fuente", 0, 0)])],
                    transform: Transform(a: 1, b: 0, c: 0, d: 1, tx: 10, ty: 280),
                    clip: .rect(Rect(x: -5, y: -20, width: 300, height: 40))),
            ])
    }

    private func document(
        _ scenes: [Scene], _ options: DocumentOptions = DocumentOptions(),
        metadata: DocumentMetadata = .sample
    ) throws -> [UInt8] {
        try pdf(of: scenes, metadata: metadata, options: options, typesetter: typesetter)
    }

    @Test func itIsReadInOrderWithEveryPartByItsKind() throws {
        try withTemporaryFile(document([page])) { path in
            let lines = Tool("pdfinfo").run("-struct-text", path).output.split(separator: "\n")
                .map { $0.drop { $0 == " " } }.filter { !$0.hasPrefix("/") && $0 != "\"\"" }
            // The title of a section is printed byte by byte.
            #expect(
                lines.dropFirst(2).map(String.init) == [
                    "H1 (block)", "\"Título de dos líneas\"", "P (block)", "\"suelto\"",
                    "Sect <parte>", "H2 (block)", "\"Parte\"", "L (block)", "LI (block)",
                    "LBody (block)",
                    "\"uno\"", "LI (block)", "LBody (block)", "\"dos\"", "Figure <mapa>:", "\"3\"",
                    "Table (block):", "TR", "TH:", "\"Marca\"", "TH:", "TR", "TH:", "\"Todas\"",
                    "TR",
                    "TH:", "\"Kia\"", "TD", "Span (inline)", "\"7\"", "Figure:", "P (block)",
                    "\"Fuente\"",
                ])
        }
    }

    @Test func theChecksFindNothing() throws {
        let second = Scene(
            size: Size(300, 400), title: "Otra",
            items: [.tagged(Tag(.heading(1)), [text("Otra", 10, 30)])])
        let table = DocumentOptions.Attachment(
            name: "datos/ñ.csv", type: "text/csv", bytes: Array("a\n1\n".utf8), detail: "INEGI")
        for (options, flags) in [
            (DocumentOptions(), []), (DocumentOptions(destinations: ["una", "otra"]), []),
            (DocumentOptions(attachments: [table]), ["--attached"]),
        ] {
            try withTemporaryFile(document([page, second], options)) { path in
                let script = "\(repositoryRoot)/Tests/Checks/accessible_pdf.py"
                let (output, succeeded) = Tool("python3").run([script] + flags + [path])
                #expect(succeeded, "\(output)")
            }
        }
    }

    @Test func theChecksFindWhatIsLeftOut() throws {
        try withTemporaryFile(document([page], DocumentOptions(standards: []))) { path in
            let script = "\(repositoryRoot)/Tests/Checks/accessible_pdf.py"
            #expect(!Tool("python3").run(script, path).succeeded)
        }
    }

    /// A page with links among words: in a paragraph, in a list, and loose.
    private func linked(_ target: LinkTarget) -> Scene {
        let link = { (words: String, x: Double, y: Double) in
            SceneItem.tagged(Tag(.link(target)), [self.text(words, x, y), self.box(x, y)])
        }
        return Scene(
            size: Size(400, 300), title: "Enlaces",
            items: [
                .tagged(Tag(.heading(1)), [text("Enlaces", 10, 30)]),
                .tagged(
                    Tag(.paragraph),
                    [text("antes ", 10, 60), link("aquí", 60, 60), text(" después", 100, 60)]),
                .tagged(
                    Tag(.list),
                    [.tagged(Tag(.listItem), [text("uno ", 10, 90), link("dos", 60, 90)])]),
                link("suelto", 10, 120), box(200, 200),
            ])
    }

    @Test func linksAreReadAmongTheirWordsAndLeadSomewhere() throws {
        let address = "https://example.mx/a?b=(1)&c=2"
        try withTemporaryFile(document([linked(.web(address))])) { path in
            let script = "\(repositoryRoot)/Tests/Checks/accessible_pdf.py"
            let (output, succeeded) = Tool("python3").run(script, path)
            #expect(succeeded, "\(output)")
            let urls = Tool("pdfinfo").run("-url", path).output.split(separator: "\n").dropFirst()
            #expect(urls.count == 3 && urls.allSatisfy { $0.hasSuffix(address) })
            let lines = Tool("pdfinfo").run("-struct-text", path).output.split(separator: "\n")
                .map { $0.drop { $0 == " " } }.filter { !$0.hasPrefix("Object") }
            #expect(
                lines.dropFirst(4).map(String.init) == [
                    "P (block)", "Span (inline)", "\"antes \"", "Link (inline)", "\"aquí\"",
                    "Span (inline)", "\" después\"", "L (block)", "LI (block)", "LBody (block)",
                    "Span (inline)", "\"uno \"", "Link (inline)", "\"dos\"", "P (block)",
                    "Link (inline)", "\"suelto\"",
                ])
        }
    }

    @Test func linksToPagesLeadThereIfTheyAreThere() throws {
        let script = "\(repositoryRoot)/Tests/Checks/accessible_pdf.py"
        for (destinations, count) in [(["una", "ñandú"], 3), (["una", "otra"], 0)] {
            let options = DocumentOptions(destinations: destinations)
            try withTemporaryFile(document([linked(.page("ñandú")), page], options)) { path in
                #expect(Tool("python3").run(script, path).succeeded)
                let file = Tool("qpdf").run("--qdf", "--object-streams=disable", path, "-").output
                #expect(file.split(separator: "/Subtype /Link").count - 1 == count)
            }
        }
    }

    @Test func partsSayTheirLanguage() throws {
        var scene = Scene(
            size: Size(300, 100), title: "Deux",
            items: [
                .tagged(Tag(.heading(1)), [text("Deux", 10, 30)]),
                .tagged(Tag(.section, language: "en"), [text("three", 10, 60)]),
            ])
        scene.language = "fr-CA"
        try withTemporaryFile(document([scene])) { path in
            let file = Tool("qpdf").run("--qdf", "--object-streams=disable", path, "-").output
            for language in ["es-MX", "fr-CA", "en"] {
                #expect(file.contains("/Lang (\(language))"), "\(language)")
            }
        }
        let drawing = String(
            decoding: try svg(of: scene, typesetter: typesetter), as: UTF8.self)
        #expect(drawing.contains(" lang=\"fr-CA\"") && drawing.contains("<g lang=\"en\">"))
    }

    @Test func aFigureWithoutWordsKeepsADocumentFromItsStandards() throws {
        var scene = page
        scene.items.append(.tagged(Tag(.figure, id: "foto"), [box(300, 200)]))
        let error = #expect(throws: Diagnostics.self) { try document([page, scene]) }
        #expect(
            error?.all.map(\.message) == [
                "the figure “foto” on page 2 has no alternative text, so the PDF cannot be a-2a, ua-1"
            ])
        #expect(throws: Never.self) { try document([scene], DocumentOptions(standards: [])) }
        var metadata = DocumentMetadata.sample
        (metadata.title, metadata.language) = ("", "")
        let nameless = #expect(throws: Diagnostics.self) {
            try document([page], metadata: metadata)
        }
        #expect(nameless?.all.count == 2)
    }

    @Test func attachedFilesComeOutAsTheyWentIn() throws {
        let bytes = Array("a,b\n1,\"ñ\"\n".utf8)
        let options = DocumentOptions(
            attachments: [
                .init(name: "b.csv", type: "text/csv", bytes: bytes),
                .init(name: "a.csv", type: "text/csv", bytes: []),
            ])
        try withTemporaryFile(document([page], options)) { path in
            let list = Tool("pdfdetach").run("-list", path).output
            #expect(list == "2 embedded files\n1: a.csv\n2: b.csv\n")
            let shown = Tool("qpdf").run("--show-attachment=b.csv", path).output
            #expect(Array(shown.utf8) == bytes)
        }
    }

    @Test func destinationsLeadToTheirPages() throws {
        let options = DocumentOptions(destinations: ["b", "a"])
        try withTemporaryFile(document([page, page], options)) { path in
            let lines = Tool("pdfinfo").run("-dests", path).output.split(separator: "\n")
            let found = lines.dropFirst().map { $0.split(separator: " ") }
            #expect(found == [["1", "[", "Fit", "]", "\"b\""], ["2", "[", "Fit", "]", "\"a\""]])
        }
    }
}

@Test func marksOfNothingBecomeArtifacts() {
    let content = Array(
        "/H1 << /MCID 0 >> BDC (/NonStruct) Tj EMC\n/NonStruct << /MCID 12 >> BDC f EMC /NonStruct << x"
            .utf8)
    let (marked, count) = MarkedContent.withArtifacts(content)
    #expect(count == 1)
    #expect(
        String(decoding: marked, as: UTF8.self)
            == "/H1 << /MCID 0 >> BDC (/NonStruct) Tj EMC\n/Artifact BMC f EMC /NonStruct << x")
    #expect(MarkedContent.withArtifacts([]).content.isEmpty)
}

@Test func theProfileIsAsLongAsItSaysAndWhiteIsWhite() {
    let bytes = SRGBProfile.bytes
    let number = { (offset: Int) in bytes[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) } }
    #expect(number(0) == bytes.count && bytes[36..<40].elementsEqual("acsp".utf8))
    var sums = [0, 0, 0]
    for tag in 0..<number(128) {
        let entry = 132 + 12 * tag
        let (offset, size) = (number(entry + 4), number(entry + 8))
        #expect(offset % 4 == 0 && offset + size <= bytes.count)
        if bytes[(entry + 1)..<(entry + 4)].elementsEqual("XYZ".utf8) {
            for axis in 0..<3 { sums[axis] += number(offset + 8 + 4 * axis) }
        }
    }
    // The primaries add up to D50, to the rounding of the standards' figures.
    for (sum, white) in zip(sums, [0.9642, 1, 0.8249]) {
        #expect(abs(Double(sum) / 65_536 - white) < 0.0003)
    }
}
