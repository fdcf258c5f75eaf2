import Graphics
import Layout

/// An inset with the labels of what it shows beside it, as one block for the placer.
struct InsetBlock {
    /// One label of the block, in points from the block's top left corner.
    struct Part {
        var label: Int
        var box: Rect
        var order: [Int]
        var leaders: [Polyline]
    }

    /// The labels on one side of the frame.
    struct Arrangement {
        var size: Size
        var frame: Rect
        var alignment: HorizontalAlignment
        var parts: [Part]
        /// How many leaders run over the dots of others.
        var faults: Int

        var hasCrossings: Bool {
            let leaders = parts.flatMap(\.leaders)
            return leaders.indices.contains { index -> Bool in
                leaders.dropFirst(index + 1).contains { leaders[index].crosses($0) }
            }
        }
    }

    let view: MapInset.View
    /// Labels right of the frame, and left of it.
    let right: Arrangement
    let left: Arrangement
    /// What either of them needs.
    var size: Size {
        Size(max(right.size.width, left.size.width), max(right.size.height, left.size.height))
    }
    /// Whether leaders cross, as those of labels of several places each may have to.
    var hasCrossings: Bool { right.hasCrossings || left.hasCrossings }

    /// What a square point of land costs that a frame covers.
    private static let onLand = 0.2
    /// Points between labels above each other.
    private static let gap = 8.0
    /// How far frames stand from what they show at least, in points.
    private static let back = 6.0
    /// What leaders that cross cost, and one that runs over another place's dot, in points of leader.
    private static let crossing = 1000.0
    private static let overDot = 300.0
    /// What such a leader adds to the cost of a place on this side of the frame.
    private static let fault = 6.0

    /// A block of an inset and the labels whose places it shows.
    ///
    /// - Parameters:
    ///   - labels: by their number, each with its places in points of the frame.
    init(_ view: MapInset.View, labels: [(label: Int, block: LabelBlock, anchors: [Point])]) {
        self.view = view
        right = Self.arranged(view, labels, isRight: true)
        left = Self.arranged(view, labels, isRight: false)
    }

    private typealias Label = (label: Int, block: LabelBlock, anchors: [Point])

    /// The labels beside the frame, in the order in which leaders cross least and are shortest.
    private static func arranged(
        _ view: MapInset.View, _ labels: [Label], isRight: Bool
    ) -> Arrangement {
        let frame = Rect(origin: .zero, size: view.size)
        var order = labels.indices.sorted { left, right in
            let (one, other) = (labels[left], labels[right])
            return (middle(one), one.block.label.name, left)
                < (middle(other), other.block.label.name, right)
        }
        var best = parts(frame, labels, order, isRight)
        var cost = cost(of: best, labels)
        // Each exchange lowers the cost; a dozen rounds are more than such columns need. Long columns
        // exchange neighbours only, which is quick enough for hundreds.
        let reach = order.count > longColumn ? 1 : order.count
        for _ in 0..<12 where order.count <= longestColumn {
            var hasChanged = false
            for (line, other) in pairs(order.count, within: reach) {
                var trial = order
                trial.swapAt(line, other)
                let changed = parts(frame, labels, trial, isRight)
                let changedCost = Self.cost(of: changed, labels)
                if changedCost < cost - 1e-9 {
                    (order, best, cost) = (trial, changed, changedCost)
                    hasChanged = true
                }
            }
            if !hasChanged { break }
        }
        let all = best.reduce(frame) { $0.union($1.box) }
        let shift = Point(-all.minX, -all.minY)
        return Arrangement(
            size: all.size, frame: frame.offset(by: shift), alignment: isRight ? .left : .right,
            parts: best.map { part in
                Part(
                    label: part.label, box: part.box.offset(by: shift), order: part.order,
                    leaders: part.leaders.map { $0.offset(by: shift) })
            }, faults: faults(of: best, labels))
    }

    /// How many labels are exchanged with all others, and with their neighbours.
    private static let longColumn = 12
    private static let longestColumn = 40

    /// All pairs of numbers below `count` that differ by no more than `reach`.
    private static func pairs(_ count: Int, within reach: Int) -> [(Int, Int)] {
        (0..<count).flatMap { low in
            (low + 1..<max(low + 1, min(count, low + reach + 1))).map { (low, $0) }
        }
    }

    /// The mean height of a label's places.
    private static func middle(_ label: Label) -> Double {
        label.anchors.reduce(0) { $0 + $1.y } / Double(max(1, label.anchors.count))
    }

    /// Labels in a column, each as level with its places as the others allow.
    private static func parts(
        _ frame: Rect, _ labels: [Label], _ order: [Int], _ isRight: Bool
    ) -> [Part] {
        let back = CalloutLeaders.gap + CalloutLeaders.run + 2
        let edge = isRight ? frame.maxX + back : frame.minX - back
        let height =
            labels.reduce(0) { $0 + $1.block.size.height } + gap * Double(max(0, labels.count - 1))
        let slack = max(0, height - frame.height) / 2 + 0.5
        let stack = LabelStack(
            order.enumerated().map { line, index in
                LabelStack.Item(
                    name: labels[index].block.label.name, wish: middle(labels[index]),
                    height: labels[index].block.size.height,
                    // The column goes by anchors; these keep the order asked for.
                    anchor: Point(frame.midX, Double(line)))
            }, side: isRight ? .right : .left, low: frame.minY - slack, high: frame.maxY + slack,
            gap: gap)
        return zip(order, stack.arranged().levels).compactMap { index, level in
            guard let level else { return nil }
            let label = labels[index]
            let size = label.block.size
            let box = Rect(
                x: isRight ? edge : edge - size.width, y: level - size.height / 2,
                width: size.width, height: size.height)
            let (lines, rows) = CalloutLeaders.leaders(
                from: label.anchors, to: label.block.levels.map { box.minY + $0 }, edge: edge,
                isRight: isRight)
            return Part(label: label.label, box: box, order: rows, leaders: lines)
        }
    }

    /// What a column costs: leaders that cross, leaders over another's dot, and their lengths.
    private static func cost(of parts: [Part], _ labels: [Label]) -> Double {
        let leaders = parts.flatMap(\.leaders)
        var cost = Double(faults(of: parts, labels)) * overDot
        for (index, leader) in leaders.enumerated() {
            cost += leader.length
            for other in leaders.dropFirst(index + 1) where leader.crosses(other) {
                cost += crossing
            }
        }
        return cost
    }

    /// How often a leader runs over the dot of another place.
    private static func faults(of parts: [Part], _ labels: [Label]) -> Int {
        let dots = labels.flatMap(\.anchors)
        return parts.lazy.flatMap(\.leaders).reduce(0) { faults, leader in
            faults
                + dots.count {
                    $0 != leader.points.first && leader.distance(to: $0) < MapLabelPlan.clearDot
                }
        }
    }

    /// The places that the block may take.
    func candidates(among places: CalloutPlaces) -> [(candidate: LabelCandidate, isRight: Bool)] {
        let locator = view.locator
        let guides = CalloutGuides(frame: places.frame)
        return guides.best(of: size, from: locator, back: Self.back, on: places).map { place in
            let arrangement = place.isRight ? right : left
            let frame = arrangement.frame.offset(by: place.box.origin)
            let rays = MapInset.rays(from: locator, to: frame)
            // A frame over the map hides what it covers.
            let hidden = places.grid.areas(under: frame).land * Self.onLand
            return (
                LabelCandidate(
                    place.box,
                    cost: CalloutPlaces.apart + place.cost + hidden
                        + Double(arrangement.faults) * Self.fault,
                    leaders: [rays.0, rays.1]),
                place.isRight
            )
        }
    }
}

extension Polyline {
    /// The line moved by a vector.
    func offset(by vector: Point) -> Polyline { Polyline(points.map { $0 + vector }) }
}
