import Diagnostics
import Graphics
import Layout
import TestSupport

@testable import Maps

/// What a plan promises to a reader of the map, checked without the code that made it.
struct PlanPromises {
    let chart: MapChart
    let frame: Rect
    let map: FittedProjection
    let plan: MapLabelPlan
    let messages: [String]

    /// The distance that leaders and letters keep to other places, in points.
    private static let clear = 3.4 - 1e-6

    init?(_ scene: CityScene) {
        self.init(scene.chart, in: scene.frame)
    }

    init?(_ chart: MapChart, in frame: Rect) {
        guard let map = chart.placed(in: frame) else { return nil }
        var canvas = Canvas(measurer: FixedMeasurer())
        self.chart = chart
        self.frame = frame
        self.map = map
        plan = MapLabelPlan(chart, MapDrawing(chart, map, in: frame), on: &canvas)
        messages = canvas.messages
    }

    /// All that is broken, in words.
    var broken: [String] {
        names + letters + leaders + ends + places
    }

    /// Each row is on the map once, or named in a message.
    private var names: [String] {
        var counts: [String: Int] = [:]
        for label in plan.labels {
            for row in label.block.label.rows { counts[row.name, default: 0] += 1 }
        }
        return chart.labels.flatMap(\.rows).compactMap { row in
            let isSaid = messages.contains {
                $0.hasPrefix("no room for the label") && $0.contains(row.name)
            }
            let count = counts[row.name] ?? 0
            return count + (isSaid ? 1 : 0) == 1
                ? nil : "\(row.name) is placed \(count) times, said: \(isSaid)"
        }
    }

    /// Letters keep clear of each other and of all that is drawn, and lie in the frame.
    private var letters: [String] {
        var broken: [String] = []
        for (index, label) in plan.labels.enumerated() {
            if !frame.contains(label.box, tolerance: 1e-6) { broken.append("\(label.name) leaves") }
            for other in plan.labels.dropFirst(index + 1) {
                let clear = label.box.inset(
                    by: Insets(horizontal: -2 + 1e-6, vertical: -1.5 + 1e-6))
                if clear.intersects(other.box) { broken.append("\(label.name) / \(other.name)") }
            }
            if let key = plan.key, key.intersects(label.box) {
                broken.append("\(label.name) over the key")
            }
            for inset in plan.insets {
                if inset.frame.intersects(label.box) || inset.locator.intersects(label.box) {
                    broken.append("\(label.name) over an inset")
                }
                if inset.rays.contains(where: { $0.intersects(label.box) }) {
                    broken.append("\(label.name) over an inset's rays")
                }
            }
            for dot in dots where distance(dot, label.box) < Self.clear {
                if !label.dots.contains(dot) || !label.leaders.isEmpty {
                    broken.append("\(label.name) over a dot")
                }
            }
        }
        for inset in plan.insets {
            if let key = plan.key, key.intersects(inset.frame) { broken.append("key / inset") }
            if !frame.contains(inset.frame, tolerance: 1e-6) { broken.append("an inset leaves") }
        }
        return broken
    }

    /// Leaders meet neither each other nor letters, dots, insets or the key.
    private var leaders: [String] {
        var broken: [String] = []
        let lines = plan.labels.enumerated().flatMap { number, label in
            label.leaders.map { (number, $0) }
        }
        for (index, (number, line)) in lines.enumerated() {
            let (name, start) = (plan.labels[number].name, line.points[0])
            for (_, other) in lines.dropFirst(index + 1) where line.crosses(other) {
                broken.append("leaders of \(name) cross")
            }
            for (another, label) in plan.labels.enumerated() where another != number {
                if line.intersects(label.box.outset(by: 1 - 1e-6)) {
                    broken.append("leader of \(name) through \(label.name)")
                }
            }
            if let key = plan.key, line.intersects(key) { broken.append("\(name) through the key") }
            for inset in plan.insets {
                let isHome = inset.frame.contains(start)
                if !isHome, line.intersects(inset.frame) {
                    broken.append("leader of \(name) through an inset")
                }
                if !inset.locator.contains(start), line.intersects(inset.locator) {
                    broken.append("leader of \(name) through a locator")
                }
                if inset.rays.contains(where: { $0.crosses(line) }) {
                    broken.append("leader of \(name) through rays")
                }
            }
            // Inside of an inset places may lie so close that no line keeps clear of all.
            if isInInset(start) { continue }
            for dot in dots
            where dot.distance(to: start) > Self.clear && line.distance(to: dot) < Self.clear {
                broken.append("leader of \(name) over a dot")
            }
        }
        return broken
    }

    /// Each leader runs from its row's place to its row.
    private var ends: [String] {
        plan.labels.flatMap { label -> [String] in
            if label.leaders.isEmpty { return [] }
            let rows = label.block.label.rows
            guard label.leaders.count == rows.count, label.order.sorted() == Array(rows.indices)
            else { return ["\(label.name) has \(label.leaders.count) leaders"] }
            return label.leaders.enumerated().compactMap { line, leader in
                let (start, end) = (leader.points[0], leader.points[leader.points.count - 1])
                let place = rows[label.order[line]].place
                let isItsOwn = place.map { map.point($0) == start } ?? label.dots.contains(start)
                guard isInInset(start) || isItsOwn else {
                    return "a leader of \(label.name) starts elsewhere"
                }
                let level = label.box.minY + label.block.levels[line]
                let isBeside =
                    abs(end.y - level) < 1e-6
                    && min(abs(label.box.minX - end.x), abs(label.box.maxX - end.x)) < 3.1
                let isStem =
                    leader.points.count == 2 && end.x > label.box.minX && end.x < label.box.maxX
                    && min(abs(label.box.minY - end.y), abs(label.box.maxY - end.y)) < 4.1
                return isBeside || isStem ? nil : "a leader of \(label.name) ends elsewhere"
            }
        }
    }

    /// A label without leaders stands right beside its place.
    private var places: [String] {
        plan.labels.compactMap { label in
            guard label.leaders.isEmpty, label.block.label.nudge == nil, let dot = label.dots.first
            else { return nil }
            return distance(dot, label.box) < 12 ? nil : "\(label.name) is far from its place"
        }
    }

    /// The dots on the map, without those that an inset shows.
    private var dots: [Point] {
        plan.labels.filter { !$0.dots.contains(where: isInInset) }.flatMap(\.dots) + plan.bareDots
    }

    private func isInInset(_ point: Point) -> Bool {
        plan.insets.contains { $0.frame.contains(point) }
    }

    private func distance(_ point: Point, _ box: Rect) -> Double {
        Point(
            min(max(point.x, box.minX), box.maxX), min(max(point.y, box.minY), box.maxY)
        ).distance(to: point)
    }
}
