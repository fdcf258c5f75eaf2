import Graphics
import Layout
import TestSupport
import Testing

private func near(_ one: Double, _ other: Double) -> Bool { abs(one - other) < 1e-9 }

@Test func theBodyOfALabelRunsFromCapitalsToTheBaseline() {
    #expect(labelText("107").size == Size(18, 7.3))
    #expect(labelText("107", size: 20).size == Size(36, 14.6))
    #expect(labelText("").size == Size(0, 7.3))
    #expect(LabelText([]).size == .zero)
}

@Test func linesAddTheirLeading() {
    let line = FixedMeasurer().line("ab", ten)
    #expect(LabelText([line, line, line], leading: 12).size == Size(12, 31.3))
    #expect(LabelText([line, line]).leading == 12.5)
}

@Test func lettersThatHangReachBelowTheBody() {
    for hanging in ["g", "j", "p", "q", "y", "ç", "1,234", "(a)", "Ш", "ş", "¿"] {
        #expect(near(labelText(hanging).overhang.bottom, 2.1), "\(hanging)")
    }
    for standing in ["107", "abc", "2.5 %", "−3", "É", "Ñandú"] {
        #expect(labelText(standing).overhang.bottom == 0, "\(standing)")
    }
}

@Test func accentsOnCapitalsReachAboveTheBody() {
    for accented in ["África", "Ñandú", "Última", "É"] {
        #expect(near(labelText(accented).overhang.top, 2), "\(accented)")
    }
    for plain in ["Africa", "ú", "107", "ñ"] {
        #expect(labelText(plain).overhang.top == 0, "\(plain)")
    }
}

@Test func risenTextReachesHigher() {
    let line = FixedMeasurer().line([
        TextRun("a", ten),
        TextRun(
            "2",
            ten.with {
                $0.size = 6; $0.rise = 4
            }),
    ])
    #expect(near(LabelText(line).size.height, 8.38))
}

@Test func strangeTextIsNowhere() {
    let line = TextLine(runs: [TextRun("a", ten)], width: .nan, ascent: 9, descent: 2)
    let huge = TextLine(
        runs: [TextRun("a", ten.with { $0.size = .infinity })], width: 9, ascent: 9, descent: 2)
    for line in [line, huge] {
        let request = LabelRequest(
            name: "a", text: LabelText(line),
            candidates: [LabelCandidate(Rect(x: 0, y: 0, width: 9, height: 9))])
        let placement = LabelPlacer.place(
            [request], among: LabelObstacles(), in: Rect(x: -90, y: -90, width: 500, height: 500))
        #expect(placement.unplaced.count == 1)
    }
}
