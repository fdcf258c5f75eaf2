import Diagnostics
import Graphics
import Layout
import TestSupport
import Testing

private let page = Rect(x: 0, y: 0, width: 200, height: 100)

private func drawn(_ requests: [LabelRequest], _ obstacles: LabelObstacles) -> Canvas {
    var canvas = Canvas(measurer: FixedMeasurer(), at: SourceLocation(file: "deck.yaml", line: 7))
    LabelPlacer.place(requests, among: obstacles, in: page)
        .draw(on: &canvas, leaders: Stroke(.black, width: 0.75), hint: "make room")
    return canvas
}

@Test func halosAreDrawnFirstThenLeadersThenLetters() {
    var obstacles = LabelObstacles()
    obstacles.add(Polyline([Point(0, 44), Point(200, 44)]), .soft(1))
    let request = LabelRequest(
        name: "a", text: labelText("12"),
        candidates: [
            LabelCandidate(
                Rect(x: 50, y: 40, width: 12, height: 7.3),
                leaders: [Polyline([Point(20, 20), Point(49, 42)])], color: Color(0x14508C))
        ])
    let canvas = drawn([request], obstacles)
    #expect(canvas.findings.all.isEmpty)
    #expect(canvas.items.count == 3)
    guard canvas.items.count == 3, case .tagged(let halo, let ground) = canvas.items[0],
        case .tagged(let leader, let line) = canvas.items[1],
        case .text(let letters, let origin) = canvas.items[2]
    else {
        Issue.record("the items are \(canvas.items)")
        return
    }
    #expect(halo == Tag(.artifact) && leader == Tag(.artifact))
    #expect(
        ground == [
            .fill(
                .roundedRect(
                    Rect(left: 48, top: 38.5, right: 64, bottom: 48.8), radius: 2),
                Color.white.opacity(0.85))
        ])
    #expect(
        line == [
            .stroke(.line(from: Point(20, 20), to: Point(49, 42)), Stroke(.black, width: 0.75))
        ])
    #expect(letters.runs[0].style.color == Color(0x14508C))
    #expect(origin.x == 50 && abs(origin.y - 47.3) < 1e-9)
}

@Test func linesStandWhereTheCandidateAligns() {
    let measurer = FixedMeasurer()
    let text = LabelText(
        [measurer.line("abcd", ten), measurer.line("a", ten)], leading: 12, alignment: .center)
    let box = Rect(x: 50, y: 20, width: 24, height: 19.3)
    for (alignment, second) in [(nil, 59.0), (.left, 50), (HorizontalAlignment.right, 68)] {
        let request = LabelRequest(
            name: "a", text: text, candidates: [LabelCandidate(box, alignment: alignment)])
        let label = LabelPlacer.place([request], among: LabelObstacles(), in: page).labels[0]
        #expect(label.origins.map(\.x) == [50, second])
        #expect(label.origins.map { ($0.y * 10).rounded() } == [273, 393])
    }
}

@Test func labelsWithoutAPlaceAreWarningsAndRequiredOnesErrors() {
    var requests = ["Cancún", "Mérida"].map { name in
        LabelRequest(
            name: name, text: labelText("12"),
            candidates: [LabelCandidate(Rect(x: 300, y: 0, width: 12, height: 7))])
    }
    requests[1].isRequired = true
    requests[1].location = SourceLocation(file: "deck.yaml", line: 9)
    requests.append(LabelRequest(name: "a glyph", text: LabelText(size: .zero), candidates: []))
    #expect(
        drawn(requests, LabelObstacles()).findings.all == [
            .warning(
                "no room for the label “12” of Cancún",
                at: SourceLocation(file: "deck.yaml", line: 7), hint: "make room"),
            .error(
                "no room for the label “12” of Mérida",
                at: SourceLocation(file: "deck.yaml", line: 9), hint: "make room"),
            .warning(
                "no room for the label of a glyph",
                at: SourceLocation(file: "deck.yaml", line: 7), hint: "make room"),
        ])
}

@Test func drawnLabelsDoNotOverlapInTheScene() {
    for (scene, placement) in labelScenes.prefix(200) {
        var canvas = Canvas(measurer: FixedMeasurer())
        placement.draw(on: &canvas, leaders: Stroke(.black, width: 1))
        let page = Scene(size: scene.bounds.size, items: canvas.items)
        #expect(page.overlappingTexts.isEmpty)
    }
}
