import Graphics
import Testing

// Testing has a type of that name, too; the import of one declaration wins.
import struct Graphics.Tag

private let blue = Color(0x14508C)
private let style = TextStyle(family: "Inter", size: 12, weight: .semibold, color: blue)

private func dump(_ items: SceneItem...) -> String {
    Scene(size: Size(10, 10), items: items).dump
}

@Test func aSceneWithEverythingInItReadsAsBefore() {
    var curve = Path()
    curve.move(to: .zero)
    curve.addCurve(Point(1, 2), Point(3, 4), to: Point(5, 6.006))
    let raised = style.with {
        $0.tracking = -0.02
        $0.tabularDigits = true
        $0.rise = 2.5
    }
    let line = TextLine(
        runs: [TextRun("CO", style), TextRun("2", raised)], width: 20.456, ascent: 9, descent: 3)
    let scene = Scene(
        size: Size(960, 540.5), title: "Prueba",
        items: [
            .fill(.rect(Rect(x: 0, y: 0, width: 4, height: 3)), blue.opacity(0.5)),
            .stroke(curve, Stroke(.black, width: 0.75, dash: [2, 1.5])),
            .path(
                .line(from: .zero, to: Point(1, 1)),
                fill: .hatch(Hatch(line: .black, ground: .white)), stroke: Stroke(blue, width: 1)),
            .tagged(
                Tag(.heading(1), id: "titulo", alternative: "Un título"),
                [.text(line, at: Point(8, 20))]),
            .group(
                [
                    .picture(
                        Picture(png: [], pixelWidth: 640, pixelHeight: 480),
                        in: Rect(x: 1, y: 2, width: 3, height: 4))
                ],
                transform: .scale(2), clip: .circle(center: .zero, radius: 1)),
            .group([], transform: .identity, clip: nil),
        ])
    #expect(
        scene.dump == """
            scene 960x540.5 "Prueba"
              path fill 14508C80 M0,0 L4,0 L4,3 L0,3 Z
              path stroke 000000 0.75 dash 2,1.5 M0,0 C1,2 3,4 5,6.01
              path hatch 000000/FFFFFF 0.8/5 stroke 14508C 1 M0,0 L1,1
              heading1 #titulo alt "Un título"
                text 8,20 w20.46
                  "CO" Inter 12 semibold 14508C
                  "2" Inter 12 semibold 14508C tracking -20‰ tabular rise 2.5
              group by 2,0,0,2,0,0 clip M0,-1 C0.55,-1 1,-0.55 1,0 C1,0.55 0.55,1 0,1 \
            C-0.55,1 -1,0.55 -1,0 C-1,-0.55 -0.55,-1 0,-1 Z
                picture 1,2 3x4 640x480px
              group

            """)
}

@Test func equalScenesHaveEqualDumps() {
    let item = SceneItem.fill(.circle(center: Point(5, 5), radius: 3), blue)
    #expect(dump(item) == dump(item))
    #expect(dump(item) != dump(item, item))
}

@Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (-0.004, "0"), (1, "1"), (1.005, "1"), (1.05, "1.05"), (1.5, "1.5"),
    (1.999, "2"), (-2.25, "-2.25"), (-0.01, "-0.01"), (100, "100"), (1e20, "1e+20"),
    (.infinity, "inf"), (.nan, "nan"),
])
func numbersHaveTwoDecimalsAtMost(value: Double, text: String) {
    let item = SceneItem.fill(.polyline([Point(value, 0)]), .black)
    #expect(dump(item).contains("M\(text),0\n"))
}

@Test(arguments: [
    (Tag.Role.heading(3), "heading3"), (.paragraph, "paragraph"), (.list, "list"),
    (.listItem, "item"), (.figure, "figure"), (.section, "section"), (.note, "note"),
    (.artifact, "artifact"),
])
func eachRoleHasAWord(role: Tag.Role, word: String) {
    #expect(dump(.tagged(Tag(role), [])).hasSuffix("\n  \(word)\n"))
}
