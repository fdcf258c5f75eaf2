import Diagnostics
import Graphics
import Rendering
import TestSupport
import Testing

@Suite struct SVGExportTests {
    private let typesetter: Typesetter
    private let style = TextStyle(family: "Inter", size: 14)

    init() throws { typesetter = try Typesetter(fonts: testFonts) }

    private func text(_ words: String, _ x: Double, _ y: Double) -> SceneItem {
        .text(typesetter.line(words, style), at: Point(x, y))
    }

    /// A page with all that a scene can hold.
    private var page: Scene {
        let hatch = Hatch(line: .black, ground: .white, pitch: 5, width: 0.8)
        let dot = Path.circle(center: Point(0, 0), radius: 20)
        var shade = Color.black
        shade.alpha = 0.25
        return Scene(
            size: Size(200, 120), title: "Ñandú & <Cía>",
            items: [
                text("Título AVA", 10, 20),
                .path(
                    .rect(Rect(x: 10, y: 30, width: 40, height: 30)), fill: .hatch(hatch),
                    stroke: Stroke(.black, width: 1.5, dash: [4, 2])),
                .tagged(
                    Tag(.figure, id: "mapa", alternative: "corta \"x\"", detail: "larga"),
                    [
                        .group(
                            [
                                .fill(dot, shade),
                                .stroke(dot, Stroke(.black, width: 2, cap: .round)),
                            ],
                            transform: Transform(a: 0.5, b: 0, c: 0, d: 0.5, tx: 90, ty: 45),
                            clip: nil),
                        text("3", 85, 50),
                    ]),
                .group(
                    [
                        text("gira", 0, 0),
                        .fill(.rect(Rect(x: 0, y: 5, width: 30, height: 10)), .black),
                    ],
                    transform: Transform(a: 0.8, b: 0.6, c: -0.6, d: 0.8, tx: 130, ty: 30),
                    clip: .rect(Rect(x: -5, y: -20, width: 25, height: 40))),
                text("VA 12", 10, 100),
            ])
    }

    private func drawing(_ scene: Scene, name: String = "p") throws -> String {
        String(decoding: try svg(of: scene, name: name, typesetter: typesetter), as: UTF8.self)
    }

    @Test func linksToTheWebLeadThere() throws {
        let scene = Scene(
            size: Size(100, 50), title: "A",
            items: [
                .tagged(Tag(.link(.web("https://x.mx/?a=1&b=2"))), [text("web", 10, 20)]),
                .tagged(Tag(.link(.page("dos"))), [text("dos", 10, 40)]),
            ])
        let bytes = try svg(of: scene, typesetter: typesetter)
        let drawing = String(decoding: bytes, as: UTF8.self)
        #expect(drawing.contains("<a href=\"https://x.mx/?a=1&amp;b=2\">\n"))
        #expect(drawing.split(separator: "<a ").count == 2)
    }

    @Test func itIsWellFormedAndSaysWhatItShows() throws {
        let script = """
            import sys, xml.etree.ElementTree as E
            root = E.parse(sys.argv[1]).getroot()
            s = '{http://www.w3.org/2000/svg}'
            ids = [e.get('id') for e in root.iter() if e.get('id')]
            assert len(ids) == len(set(ids)), 'ids repeat'
            uses = [e.get('{http://www.w3.org/1999/xlink}href')[1:] for e in root.iter(s + 'use')]
            assert uses and set(uses) <= set(ids), 'a glyph is missing'
            group = next(e for e in root.iter(s + 'g') if e.get('id') == 'uno-figure-mapa')
            print(root.get('viewBox'), root.find(s + 'title').text, root.find(s + 'desc').text.split(chr(10)),
                group.get('role'), group.find(s + 'title').text, group.find(s + 'desc').text, sep='|')
            """
        try withTemporaryFile(Array(drawing(page, name: "uno").utf8)) { path in
            let (output, succeeded) = Tool("python3").run("-c", script, path)
            #expect(succeeded, "\(output)")
            #expect(
                output
                    == "0 0 200 120|Ñandú & <Cía>|['Título AVA', 'gira', 'VA 12', 'larga']|img|corta \"x\"|larga\n"
            )
        }
    }

    @Test func idsOfGroupsAreFreeOfMarksAndOfEachOther() throws {
        let names = ["title", "q r", "q-r", "a/b#(ñ)", "g1", "g1"]
        let scene = Scene(
            size: Size(50, 50),
            items: names.map { .tagged(Tag(.figure, id: $0, alternative: "x"), [text("A", 5, 20)]) }
        )
        let ids = try drawing(scene).split(separator: "id=\"").dropFirst()
            .compactMap { $0.split(separator: "\"").first.map(String.init) }
        #expect(Set(ids).count == ids.count)
        #expect(
            ids.filter { $0.contains("figure") } == [
                "p-figure-title", "p-figure-q-r", "p-figure-q-r-2", "p-figure-a-b----",
                "p-figure-g1",
                "p-figure-g1-2",
            ])
    }

    @Test func theSamePageGivesTheSameBytes() throws {
        let other = try Typesetter(fonts: testFonts)
        #expect(
            try svg(of: page, typesetter: typesetter) == svg(of: page, typesetter: other))
    }

    @Test func aGlyphIsOutlinedOnce() throws {
        let once = try drawing(Scene(size: Size(50, 50), items: [text("A", 5, 20)]))
        let often = try drawing(
            Scene(size: Size(50, 50), items: [text("AAA", 5, 20), text("A", 5, 40)]))
        let outlines = { (drawing: String) in drawing.ranges(of: "<path id=").count }
        #expect(outlines(once) == 1 && outlines(often) == 1)
        #expect(often.ranges(of: "<use ").count == 4)
        // A blank has no outline.
        #expect(outlines(try drawing(Scene(size: Size(50, 50), items: [text("A A", 5, 20)]))) == 1)
    }

    @Test func whatCannotBeDrawnIsTold() throws {
        let far = Scene(
            size: Size(50, 50), title: "x",
            items: [.fill(.rect(Rect(x: 1e9, y: 0, width: 1, height: 1)), .black)])
        let error = #expect(throws: Diagnostic.self) { try svg(of: far, typesetter: typesetter) }
        #expect(error?.message.hasPrefix("page “x”: the point") == true)
        #expect(throws: Diagnostic.self) {
            try svg(of: Scene(size: Size(0, 50)), typesetter: typesetter)
        }
    }

    @Test(.enabled(if: Tool("rsvg-convert").isInstalled))
    func itLooksAsThePictureDoes() throws {
        let picture = try Pixels(png: png(of: page, pixelWidth: 800, typesetter: typesetter))
        try withTemporaryFile(svg(of: page, typesetter: typesetter)) { path in
            let target = path + ".png"
            defer { _ = Tool("rm").run("-f", target) }
            let (output, succeeded) = Tool("rsvg-convert").run("-w", "800", path, "-o", target)
            try #require(succeeded, "\(output)")
            let drawn = try Pixels(png: #require(bytes(ofFile: target)))
            try #require(drawn.width == picture.width && drawn.height == picture.height)
            var off = 0
            for (one, other) in zip(drawn.colors, picture.colors) {
                for shift in [0, 8, 16] as [UInt32] {
                    off += abs(Int(one >> shift & 255) - Int(other >> shift & 255))
                }
            }
            #expect(Double(off) / Double(3 * drawn.colors.count) < 2)
        }
    }
}
