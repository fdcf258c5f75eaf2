import Diagnostics
import Graphics
import Rendering
import TestSupport
import Testing

@Suite struct SceneRendererTests {
    private let typesetter: Typesetter
    private let ink = Color(0x1B2A41)
    private let blue = Color(0x2F6DB5)

    init() throws { typesetter = try Typesetter(fonts: testFonts) }

    // MARK: - Pictures

    @Test func shapesAreFilledAndStroked() throws {
        let frame = Rect(x: 6, y: 6, width: 48, height: 38)
        try expect(
            "rendering-shapes",
            [
                .path(
                    .roundedRect(frame, radius: 8), fill: .color(blue),
                    stroke: Stroke(ink, width: 3)),
                .fill(.circle(center: Point(80, 25), radius: 19), Color(0xF2A33A).opacity(0.5)),
                .stroke(
                    .line(from: Point(104, 10), to: Point(154, 10)),
                    Stroke(ink, width: 4, dash: [10, 6])),
                .stroke(
                    .line(from: Point(106, 20), to: Point(152, 20)),
                    Stroke(ink, width: 4, dash: [0, 8], cap: .round)),
                .stroke(
                    .polyline([Point(106, 42), Point(116, 30), Point(126, 42)]),
                    Stroke(blue, width: 4)),
                .stroke(
                    .polyline([Point(134, 42), Point(144, 30), Point(154, 42)]),
                    Stroke(blue, width: 4, join: .round)),
            ])
    }

    @Test func hatchesOfNeighboursMeetAndFollowThePage() throws {
        let hatch = Paint.hatch(Hatch(line: ink, ground: Color(0xE4E9EF)))
        let left = Path.polygon([Point(10, 5), Point(60, 5), Point(40, 45), Point(10, 45)])
        let right = Path.polygon([Point(60, 5), Point(100, 5), Point(100, 45), Point(40, 45)])
        try expect(
            "rendering-hatch",
            [
                .path(left, fill: hatch, stroke: nil),
                // Moved and scaled, and yet the lines go on.
                .group(
                    [
                        .path(
                            right.transformed(by: .scale(0.5)), fill: hatch, stroke: nil)
                    ], transform: .scale(2), clip: nil),
                .path(
                    .circle(center: Point(130, 25), radius: 20), fill: hatch,
                    stroke: Stroke(ink, width: 1)),
            ])
    }

    @Test func textHasWeightColourTrackingFiguresAndRise() throws {
        let base = TextStyle(family: "Inter", size: 11, color: ink)
        let line = { (runs: [TextRun]) in typesetter.line(runs) }
        try expect(
            "rendering-text",
            [
                .text(
                    line([
                        TextRun("Año ", base),
                        TextRun("2025", base.with { $0.weight = .extrabold }),
                        TextRun("1/", base.with { ($0.size, $0.rise) = (7, 4) }),
                        TextRun(" +14.2 %", base.with { $0.color = Color(0x1E8E3E) }),
                    ]), at: Point(8, 16)),
                .text(
                    line([TextRun("TRACKED", base.with { $0.tracking = 0.2 })]), at: Point(8, 30)),
                .text(line([TextRun("1171", base)]), at: Point(90, 30)),
                .text(
                    line([TextRun("1171", base.with { $0.tabularDigits = true })]),
                    at: Point(120, 30)),
                .text(
                    line([TextRun("½ € “x” → ▲", base.with { $0.weight = .medium })]),
                    at: Point(8, 44)),
            ])
    }

    @Test func groupsMoveTurnAndClip() throws {
        let stripes = (0..<12).map { index in
            SceneItem.fill(
                .rect(Rect(x: Double(index) * 6, y: 0, width: 3, height: 50)), blue)
        }
        let turned = Transform(a: 0.8, b: 0.6, c: -0.6, d: 0.8, tx: 120, ty: -10)
        try expect(
            "rendering-groups",
            [
                .group(
                    stripes, transform: .identity, clip: .circle(center: Point(30, 25), radius: 20)),
                .group(
                    [.tagged(Tag(.figure, alternative: "Stripes"), stripes)],
                    transform: turned, clip: .rect(Rect(x: 0, y: 10, width: 40, height: 30))),
                // What a group did ends with it.
                .stroke(.rect(Rect(x: 65, y: 5, width: 30, height: 40)), Stroke(ink, width: 1)),
            ])
    }

    @Test func picturesAreStretchedToTheirFrames() throws {
        let source = try png(
            of: Scene(
                size: Size(40, 40),
                items: [
                    .fill(.rect(Rect(x: 0, y: 0, width: 40, height: 40)), Color(0xF2A33A)),
                    .fill(.circle(center: Point(20, 20), radius: 15), ink),
                ]), pixelWidth: 40, typesetter: typesetter)
        let picture = Picture(png: source, pixelWidth: 40, pixelHeight: 40)
        try expect(
            "rendering-pictures",
            [
                .picture(picture, in: Rect(x: 5, y: 5, width: 40, height: 40)),
                .picture(picture, in: Rect(x: 55, y: 15, width: 10, height: 20)),
                .picture(picture, in: Rect(x: 75, y: 5, width: 75, height: 40)),
            ])
    }

    private func expect(
        _ name: String, _ items: [SceneItem],
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) throws {
        let frame = SceneItem.stroke(
            .rect(Rect(x: 0.5, y: 0.5, width: 159, height: 49)),
            Stroke(Color(0xD5DCE4), width: 1))
        let scene = Scene(size: Size(160, 50), items: [frame] + items)
        expectPicture(
            try png(of: scene, pixelWidth: 320, typesetter: typesetter), matches: name,
            sourceLocation: sourceLocation)
    }

    // MARK: - What cannot be drawn

    @Test(arguments: [
        SceneItem.fill(.circle(center: Point(.nan, 0), radius: 3), .black),
        .fill(.rect(Rect(x: 0, y: 0, width: .infinity, height: 3)), .black),
        .fill(.rect(Rect(x: 0, y: 0, width: 1e9, height: 3)), .black),
        .fill(.circle(center: .zero, radius: 3), Color(red: .nan, green: 0, blue: 0)),
        .stroke(.line(from: .zero, to: Point(9, 9)), Stroke(.black, width: .nan)),
        .stroke(.line(from: .zero, to: Point(9, 9)), Stroke(.black, width: -1)),
        .stroke(.line(from: .zero, to: Point(9, 9)), Stroke(.black, width: 1, dash: [0])),
        .stroke(.line(from: .zero, to: Point(9, 9)), Stroke(.black, width: 1, dash: [-1, 2])),
        .stroke(.line(from: .zero, to: Point(9, 9)), Stroke(.black, width: 1, dash: [.nan])),
        .path(
            .rect(Rect(x: 0, y: 0, width: 9, height: 9)),
            fill: .hatch(Hatch(line: .black, ground: .white, pitch: 0)), stroke: nil),
        .path(
            .rect(Rect(x: 0, y: 0, width: 9, height: 9)),
            fill: .hatch(Hatch(line: .black, ground: .white, width: .nan)), stroke: nil),
        .group([], transform: .scale(0), clip: nil),
        .group([], transform: .scale(.nan), clip: nil),
        .group([], transform: .scale(1e-20), clip: nil),
        .group([], transform: .translation(.infinity, 0), clip: nil),
        .group(
            [
                .group(
                    [.fill(.circle(center: .zero, radius: 1), .black)], transform: .scale(1e5),
                    clip: nil)
            ],
            transform: .scale(1e5), clip: nil),
        .group([], transform: .identity, clip: .circle(center: Point(0, .nan), radius: 1)),
        .picture(
            Picture(png: [], pixelWidth: 1, pixelHeight: 1),
            in: Rect(x: 0, y: 0, width: 1, height: 1)),
        .picture(
            Picture(png: [1, 2], pixelWidth: 1, pixelHeight: 1),
            in: Rect(x: 0, y: 0, width: 0, height: 1)),
    ])
    func numbersThatAreNoneAreRefusedInEveryFormat(item: SceneItem) throws {
        let scene = Scene(size: Size(100, 50), title: "Mala", items: [item])
        let one = #expect(throws: Diagnostic.self) {
            try png(of: scene, pixelWidth: 100, typesetter: typesetter)
        }
        #expect(one?.message.hasPrefix("page “Mala”: ") == true)
        let other = #expect(throws: Diagnostic.self) {
            try pdf(of: [scene], metadata: .sample, typesetter: typesetter)
        }
        #expect(other == one)
    }

    @Test func nestingHasAnEnd() throws {
        var item = SceneItem.fill(.circle(center: Point(20, 20), radius: 5), .black)
        for _ in 0..<150 { item = .group([item], transform: .identity, clip: nil) }
        let fine = Scene(size: Size(40, 40), items: [item])
        let pixels = try Pixels(png: png(of: fine, pixelWidth: 40, typesetter: typesetter))
        #expect(pixels[20, 20] == 0)
        for _ in 0..<100 { item = .tagged(Tag(.section), [item]) }
        let deep = Scene(size: Size(40, 40), items: [item])
        #expect(throws: Diagnostic.self) {
            try png(of: deep, pixelWidth: 40, typesetter: typesetter)
        }
    }

    @Test func whatIsOffThePageOrEmptyIsNoError() throws {
        let far = Path.rect(Rect(x: -50_000, y: 900_000, width: 100_000, height: 9))
        let hatch = Paint.hatch(Hatch(line: ink, ground: .white, pitch: 0.25))
        let scene = Scene(
            size: Size(40, 40),
            items: [
                .path(far, fill: hatch, stroke: Stroke(ink, width: 0)),
                .path(Path(), fill: hatch, stroke: Stroke(ink, width: 1)),
                .path(.polyline([Point(3, 3)]), fill: .color(ink), stroke: nil),
                .text(TextLine(runs: [], width: 0, ascent: 0, descent: 0), at: Point(1, 1)),
                .group([], transform: .identity, clip: Path()),
            ])
        let pixels = try Pixels(png: png(of: scene, pixelWidth: 40, typesetter: typesetter))
        #expect(pixels.inkColumns == nil)
    }

    @Test(arguments: [0.1, 1, 100, 5000, 10_000])
    func textOfEverySizeUnderEveryScaleEnds(size: Double) throws {
        let line = typesetter.line("Ag", TextStyle(family: "Inter", size: size))
        for scale in [0.01, 1, 50] {
            let scene = Scene(
                size: Size(100, 50),
                items: [
                    .group(
                        [.text(line, at: Point(0.1, 0.5))], transform: .scale(scale), clip: nil)
                ])
            // Drawn, or refused with words; never a crash or an empty page that says it went well.
            do {
                _ = try png(of: scene, pixelWidth: 100, typesetter: typesetter)
                _ = try pdf(of: [scene], metadata: .sample, typesetter: typesetter)
            } catch is Diagnostic {}
        }
    }
}
