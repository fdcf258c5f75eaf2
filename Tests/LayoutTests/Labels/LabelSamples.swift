import Graphics
import Layout
import TestSupport

/// A label of one line of 10 pt, each character of which is 6 pt wide.
func labelText(_ text: String, size: Double = 10) -> LabelText {
    LabelText(FixedMeasurer().line(text, TextStyle(family: "Inter", size: size)))
}

/// Labels, obstacles and bounds, made up from a seed.
struct LabelScene {
    var requests: [LabelRequest]
    var obstacles = LabelObstacles()
    var bounds: Rect

    /// Up to `most` labels around points among lines, markers, bars and texts.
    init(seed: UInt64, most: Int = 24) {
        var random = SplitMix64(seed: seed)
        func number(_ range: ClosedRange<Double>) -> Double { .random(in: range, using: &random) }
        func chance(_ share: Double) -> Bool { number(0...1) < share }
        bounds = Rect(
            x: number(-50...50), y: number(-50...50), width: number(40...320),
            height: number(30...220))
        let bounds = bounds
        func place() -> Point {
            Point(number(bounds.minX...bounds.maxX), number(bounds.minY...bounds.maxY))
        }
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            let text = Rect(origin: place(), size: Size(number(5...40), number(5...12)))
            obstacles.add(text: text)
        }
        if chance(0.6) {
            let line = Polyline((0..<12).map { _ in place() }.sorted { $0.x < $1.x })
            obstacles.add(line, width: 2, chance(0.1) ? .hard : .soft(10))
        }
        if chance(0.3) {
            let bar = Rect(origin: place(), size: Size(number(5...80), number(5...60)))
            obstacles.add(bar, .soft(chance(0.5) ? 4 : 0), fill: Color(0x14508C))
        }
        if chance(0.3) {
            obstacles.add(polygon: [place(), place(), place()], .soft(5), fill: Color(0xEEEEEE))
        }
        let priorities = Int.random(in: 1...4, using: &random)
        requests = []
        for index in 0..<Int.random(in: 1...most, using: &random) {
            let point = place()
            if chance(0.8) {
                obstacles.add(circle: point, radius: 3, chance(0.7) ? .hard : .soft(8))
            }
            let letters = "aÁgn1,234 Núñez"
            let text = labelText(
                String(letters.prefix(Int.random(in: 1...letters.count, using: &random))),
                size: number(8...14))
            var candidates = LabelCandidate.around(
                point, text: text, radius: 3,
                order: chance(0.5) ? LabelSide.chart : LabelSide.map,
                allowsSliding: chance(0.6), distances: chance(0.4) ? [12, 24] : [],
                allowsShapes: chance(0.8))
            if chance(0.15) {
                let bar = Rect(origin: point, size: Size(number(10...90), number(6...20)))
                obstacles.add(bar, chance(0.5) ? .hard : .soft(6), fill: Color(0x14508C))
                candidates = LabelCandidate.bar(
                    bar, growing: .right, text: text, fill: Color(0x14508C),
                    colors: LabelColors(ink: .black), places: BarPlace.allCases)
            }
            requests.append(
                LabelRequest(
                    name: "n\(index)", text: text, candidates: candidates,
                    priority: Int.random(in: 0..<priorities, using: &random),
                    isRequired: chance(0.05),
                    nudge: chance(0.1) ? Point(number(-30...30), number(-30...30)) : nil))
        }
    }

    var placement: LabelPlacement { LabelPlacer.place(requests, among: obstacles, in: bounds) }
}

/// Scenes of all kinds with their placements, made once for all the tests that look at them.
let labelScenes: [(scene: LabelScene, placement: LabelPlacement)] = (0..<1000).map { seed in
    let scene = LabelScene(seed: UInt64(seed))
    return (scene, scene.placement)
}

extension LabelPlacement {
    /// The labels that have a place.
    var placed: [Label] { labels.filter { $0.candidate != nil } }

    /// The placed label of a name.
    func candidate(_ name: String) -> LabelCandidate? {
        labels.first { $0.request.name == name }?.candidate
    }
}

/// Whether the letters of two labels are closer than labels may be, beyond rounding.
func areTooClose(_ one: Rect, _ other: Rect) -> Bool {
    let clear = Rect(
        left: one.minX - 2 + 1e-6, top: one.minY - 1.5 + 1e-6, right: one.maxX + 2 - 1e-6,
        bottom: one.maxY + 1.5 - 1e-6)
    return clear.intersects(other)
}
