import Diagnostics
import Graphics
import Layout
import TestSupport
import Testing

/// A stack of up to 20 labels, with anchors on a circle, a line, or anywhere.
private func stack(_ random: inout SplitMix64) -> LabelStack {
    func number(_ range: ClosedRange<Double>) -> Double { .random(in: range, using: &random) }
    let side = Bool.random(using: &random) ? LabelStack.Side.right : .left
    let kind = Int.random(in: 0...3, using: &random)
    let items = (0..<Int.random(in: 0...20, using: &random)).map { index -> LabelStack.Item in
        let anchor: Point
        switch kind {
        case 0: anchor = Point(100, number(0...200))
        case 1: anchor = Point(number(0...100), Double(Int.random(in: 0...6, using: &random)) * 30)
        case 2: anchor = Point(100, Double(Int.random(in: 0...4, using: &random)) * 40)
        default: anchor = Point(number(-100...100), number(-40...240))
        }
        return LabelStack.Item(
            name: "\(index)", wish: anchor.y + number(-5...5), above: number(0...12),
            below: number(0...20), priority: Int.random(in: 0...3, using: &random),
            anchor: side == .right ? anchor : Point(200 - anchor.x, anchor.y))
    }
    return LabelStack(items, side: side, low: 0, high: number(40...400), gap: number(0...4))
}

@Test func stackedLabelsKeepApartAndInside() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<2000 {
        let stack = stack(&random)
        let arrangement = stack.arranged()
        #expect(arrangement.levels.count == stack.items.count)
        var bottom = stack.low - stack.gap
        for index in arrangement.order {
            let (item, level) = (stack.items[index], arrangement.levels[index] ?? .nan)
            #expect(level - item.above >= bottom + stack.gap - 1e-6)
            bottom = level + item.below
            #expect(bottom <= stack.high + 1e-6)
        }
        #expect(
            arrangement.dropped
                == stack.items.indices.filter { arrangement.levels[$0] == nil }.map {
                    stack.items[$0].name
                })
        #expect(arrangement.order.count + arrangement.dropped.count == stack.items.count)
        #expect(arrangement == stack.arranged())
    }
}

@Test func droppedLabelsWouldNotFitBesideThoseThatMatterMore() {
    var random = SplitMix64(seed: 2)
    var drops = 0
    for _ in 0..<1000 {
        let stack = stack(&random)
        let arrangement = stack.arranged()
        for index in stack.items.indices where arrangement.levels[index] == nil {
            drops += 1
            let item = stack.items[index]
            let above = arrangement.order.map { stack.items[$0] }.filter {
                $0.priority >= item.priority
            }
            let gap = max(stack.gap, 0.1)
            let needed = (above + [item]).reduce(-gap) { $0 + $1.above + $1.below + gap }
            #expect(needed > stack.high - stack.low)
        }
    }
    #expect(drops > 500)
}

@Test func noLeaderOfAStackCrossesAnotherOrALabel() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<2000 {
        let stack = stack(&random)
        let arrangement = stack.arranged()
        let sign = stack.side == .right ? 1.0 : -1.0
        let run = Double(Int.random(in: 0...1, using: &random)) * 5
        let elbows = ElbowLeaders(
            start: 100 + sign * run, finish: 100 + sign * (run + 14),
            end: 100 + sign * (run + 14 + run))
        let leaders = elbows.leaders(of: stack, arrangement)
        #expect(leaders.count == stack.items.count)
        let drawn = leaders.compactMap { $0 }
        #expect(drawn.count == arrangement.order.count)
        for (index, one) in drawn.enumerated() {
            for other in drawn[(index + 1)...] {
                #expect(!one.crosses(other), "\(one) \(other)")
            }
            for index in stack.items.indices {
                guard let level = arrangement.levels[index] else { continue }
                let (item, edge) = (stack.items[index], elbows.end + sign * 2)
                let box = Rect(
                    x: sign > 0 ? edge : edge - 80, y: level - item.above, width: 80,
                    height: item.above + item.below)
                #expect(!one.intersects(box))
            }
        }
        for (item, leader) in zip(stack.items, leaders) {
            guard let leader, let anchor = item.anchor else { continue }
            #expect((leader.points.first?.distance(to: anchor) ?? .infinity) < 1 / 100)
        }
    }
}

@Test func noOtherLevelsAreNearerToTheWishes() {
    var random = SplitMix64(seed: 4)
    for _ in 0..<500 {
        let stack = stack(&random)
        let arrangement = stack.arranged()
        let cost = { (levels: [Double]) in
            zip(levels, arrangement.order).reduce(0) { sum, pair in
                let off = pair.0 - stack.items[pair.1].wish
                return sum + off * off
            }
        }
        let levels = arrangement.order.compactMap { arrangement.levels[$0] }
        // Moving any run of labels a little is either forbidden or no better.
        for first in levels.indices {
            for last in first..<levels.count {
                for step in [-0.05, 0.05] {
                    var moved = levels
                    for index in first...last { moved[index] += step }
                    var bottom = stack.low - max(stack.gap, 0.1)
                    let isAllowed = zip(moved, arrangement.order).allSatisfy { level, index in
                        let item = stack.items[index]
                        defer { bottom = level + item.below }
                        return level - item.above >= bottom + max(stack.gap, 0.1)
                    }
                    guard isAllowed, bottom <= stack.high else { continue }
                    #expect(cost(moved) >= cost(levels) - 1e-6)
                }
            }
        }
    }
}

@Test func wishesThatDoNotTouchAreKept() {
    let stack = LabelStack(
        [("b", 40.0), ("a", 10), ("c", 90)].map {
            LabelStack.Item(name: $0.0, wish: $0.1, height: 10)
        }, low: 0, high: 100)
    #expect(stack.arranged().levels == [40, 10, 90])
    #expect(stack.arranged().order == [1, 0, 2])
}

@Test func labelsThatWantOneLevelShareItsSurroundingsInTheirOrder() {
    let stack = LabelStack(
        ["a", "b", "c"].map { LabelStack.Item(name: $0, wish: 50, height: 10) }, low: 0, high: 100)
    #expect(stack.arranged().levels == [38, 50, 62])
    var low = stack
    low.high = 60
    #expect(low.arranged().levels == [31, 43, 55])
}

@Test func theLeastImportantLabelGoesWithoutAndIsNamed() {
    let stack = LabelStack(
        [("a", 0), ("b", 2), ("c", 1)].map {
            LabelStack.Item(name: $0.0, wish: 10, height: 10, priority: $0.1)
        }, low: 0, high: 25)
    let arrangement = stack.arranged()
    #expect(arrangement.dropped == ["a"])
    #expect(arrangement.levels == [nil, 5, 17])
    var canvas = Canvas(measurer: FixedMeasurer())
    arrangement.report(on: &canvas)
    #expect(canvas.messages == ["no room for the label of a"])
    #expect(canvas.findings.all.map(\.severity) == [.warning])
}

@Test func strangeStacksNameWhatTheyCannotPlace() {
    let strange = [Double.nan, .infinity, -.infinity, 1e308]
    for number in strange {
        let stack = LabelStack(
            [
                .init(name: "wish", wish: number, height: 10),
                .init(name: "height", wish: 10, height: number),
                .init(name: "anchor", wish: 10, height: 10, anchor: Point(number, number)),
                .init(name: "negative", wish: 10, height: -10),
            ], low: 0, high: 100, gap: number)
        let arrangement = stack.arranged()
        #expect(arrangement.dropped == ["wish", "height", "negative"])
        #expect(arrangement.levels == [nil, nil, 10, nil])
        #expect(
            ElbowLeaders(start: 10, finish: 20, end: 30).leaders(of: stack, arrangement)
                == [nil, nil, nil, nil])
        for (low, high) in [(number, 10.0), (0, number), (10, 0)] {
            let nowhere = LabelStack(
                [.init(name: "a", wish: 10, height: 4)], low: low, high: high)
            let levels = nowhere.arranged().levels
            #expect(levels == [nil] || levels == [10])
        }
    }
    #expect(LabelStack([], low: 0, high: 0).arranged().levels.isEmpty)
}
