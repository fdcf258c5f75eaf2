import Diagnostics
import Graphics
import Layout
import TestSupport
import Testing

private var ruler: FixedMeasurer { FixedMeasurer() }

private func near(_ one: Double, _ other: Double) -> Bool { abs(one - other) < 1e-6 }

// MARK: - Any children

/// A random stack, and whether one of its children has a span.
private func stack(_ random: inout SplitMix64) -> (stack: Stack, isSharing: Bool) {
    var isSharing = false
    let axis = Bool.random(using: &random) ? Axis.horizontal : .vertical
    let children = (0..<Int.random(in: 0...7, using: &random)).map { _ -> Stack.Child in
        let box = Box(
            Double.random(in: 0...90, using: &random), Double.random(in: 0...90, using: &random))
        switch Int.random(in: 0...3, using: &random) {
        case 0: return .init(box)
        case 1: return .init(box, .fixed(Double.random(in: 0...90, using: &random)))
        // What fills a width it is offered asks for all of it; shares are for the vertical.
        case 2 where axis == .vertical:
            isSharing = true
            return .init(Filling())
        default:
            isSharing = true
            return .init(box, .span(Double(Int.random(in: 1...6, using: &random))))
        }
    }
    let stack = Stack(
        axis, gap: Double(Int.random(in: 0...24, using: &random)),
        packing: Double.random(in: 0...1, using: &random), children)
    return (stack, isSharing)
}

@Test func childrenFollowEachOtherWithEqualGaps() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<300 {
        let (stack, _) = stack(&random)
        let rect = Rect(x: 30, y: 40, width: 700, height: 600)
        let frames = stack.frames(in: rect, measuring: ruler)
        #expect(frames.count == stack.children.count)
        for (frame, next) in zip(frames, frames.dropFirst()) {
            switch stack.axis {
            case .horizontal: #expect(near(next.minX - frame.maxX, stack.gap))
            case .vertical: #expect(near(next.minY - frame.maxY, stack.gap))
            }
        }
        for frame in frames {
            #expect(
                rect.contains(frame, tolerance: 1e-6) || drawn(stack, in: rect).findings.hasErrors)
            switch stack.axis {
            case .horizontal: #expect(frame.minY == 40 && frame.height == 600)
            case .vertical: #expect(frame.minX == 30 && frame.width == 700)
            }
        }
    }
}

@Test func sharesFillTheRoomAndNaturalChildrenArePacked() throws {
    var random = SplitMix64(seed: 2)
    for _ in 0..<300 {
        let (stack, isSharing) = stack(&random)
        let rect = Rect(x: 0, y: 0, width: 2000, height: 2000)
        let frames = stack.frames(in: rect, measuring: ruler)
        guard let first = frames.first, let last = frames.last else { continue }
        let (start, end) =
            stack.axis == .horizontal ? (first.minX, last.maxX) : (first.minY, last.maxY)
        if isSharing {
            #expect(near(start, 0) && near(end, 2000))
        } else {
            #expect(near(start, (2000 - (end - start)) * stack.packing))
        }
    }
}

@Test func theRoomAStackAsksForIsEnough() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<300 {
        let (stack, isSharing) = stack(&random)
        let space = Size(2000, 1500)
        let size = stack.size(in: space, measuring: ruler)
        #expect(size.width.isFinite && size.height.isFinite)
        #expect(drawn(stack, in: Rect(origin: .zero, size: size)).findings.all.isEmpty)
        if isSharing {
            #expect(stack.axis == .horizontal ? size.width == 2000 : size.height == 1500)
        }
    }
}

// MARK: - The grid

@Test func spansStandOnTwelveColumns() {
    let rect = Rect(x: 44, y: 0, width: 872, height: 100)
    // A column is 58 pt wide, a gutter 16 pt: column n begins at 44 + 74 (n - 1).
    for spans in [[7, 5], [6, 6], [3, 3, 3, 3], [12], [1, 11], [4, 2, 5, 1]] {
        let stack = Stack(
            .horizontal, gap: 16, spans.map { .init(Box(0, 0), .span(Double($0))) })
        let frames = stack.frames(in: rect, measuring: ruler)
        var column = 0
        for (frame, span) in zip(frames, spans) {
            #expect(near(frame.minX, 44 + 74 * Double(column)))
            #expect(near(frame.width, 74 * Double(span) - 16))
            column += span
        }
    }
}

@Test func sevenAndFiveColumnsOf872PointsAre502And354() {
    let stack = Stack(
        .horizontal, gap: 16, [.init(Box(0, 0), .span(7)), .init(Box(0, 0), .span(5))])
    let frames = stack.frames(in: Rect(x: 0, y: 0, width: 872, height: 10), measuring: ruler)
    #expect(frames.map(\.width) == [502, 354])
    #expect(frames.map(\.minX) == [0, 518])
}

@Test func spansShareWhatOthersLeave() {
    let stack = Stack(
        .vertical, gap: 10,
        [.init(Box(5, 30)), .init(Box(0, 0), .span(1)), .init(Box(0, 0), .fixed(50))])
    let frames = stack.frames(in: Rect(x: 0, y: 0, width: 80, height: 200), measuring: ruler)
    #expect(frames.map(\.minY) == [0, 40, 150])
    #expect(frames.map(\.height) == [30, 100, 50])
}

// MARK: - Extents

@Test func naturalChildrenAreAsHighAsTheyAsk() {
    let stack = Stack(.vertical, gap: 4, [.init(Box(20, 30)), .init(Box(50, 10))])
    #expect(stack.size(in: Size(100, 100), measuring: ruler) == Size(50, 44))
    let frames = stack.frames(in: Rect(x: 0, y: 0, width: 100, height: 100), measuring: ruler)
    #expect(frames.map(\.height) == [30, 10])
}

@Test func packingSharesTheFreeRoom() {
    for (packing, first) in [(0.0, 0.0), (0.5, 30), (1, 60)] {
        let stack = Stack(.vertical, packing: packing, [.init(Box(0, 30)), .init(Box(0, 10))])
        let frames = stack.frames(in: Rect(x: 0, y: 0, width: 9, height: 100), measuring: ruler)
        #expect(frames.map(\.minY) == [first, first + 30])
    }
}

@Test func aColumnIsMeasuredAtTheWidthItWillHave() {
    // Ten words of 24 pt and nine spaces of 6 pt: one line in 300 pt, two in half of it.
    let text = Array(repeating: "abcd", count: 10).joined(separator: " ")
    let paragraph = Paragraph(text, ten, leading: 12)
    let columns = Stack(
        .horizontal, gap: 20, [.init(paragraph, .span(1)), .init(paragraph, .span(1))])
    #expect(columns.size(in: Size(340, .infinity), measuring: ruler) == Size(340, 24))
    let page = Stack(.vertical, [.init(columns), .init(Box(10, 10))])
    let canvas = drawn(page, in: Rect(x: 0, y: 0, width: 340, height: 34))
    #expect(canvas.findings.all.isEmpty)
    #expect(canvas.items.texts.count == 4)
}

@Test func whatFillsItsRoomSharesWhatIsLeft() {
    let stack = Stack(.vertical, gap: 10, [.init(Box(5, 30)), .init(Filling()), .init(Filling())])
    let canvas = drawn(stack, in: Rect(x: 0, y: 0, width: 80, height: 200))
    #expect(canvas.findings.all.isEmpty)
    #expect(canvas.items.shapes.map(\.height) == [30, 75, 75])
    #expect(stack.size(in: Size(80, 200), measuring: ruler) == Size(80, 200))
}

@Test func nestedStacksThatFillTheirRoomStayFinite() {
    var element: any Element = Filling()
    for _ in 0..<60 {
        element = Stack(.vertical, gap: 1, [.init(Box(5, 1)), .init(element)])
    }
    let canvas = drawn(element, in: Rect(x: 0, y: 0, width: 80, height: 200))
    #expect(canvas.findings.all.isEmpty)
    #expect(canvas.items.shapes.last == Rect(x: 0, y: 120, width: 80, height: 80))
}

@Test func noChildrenNeedNoRoom() {
    let stack = Stack(.horizontal, gap: 16, [])
    #expect(stack.size(in: Size(100, 100), measuring: ruler) == .zero)
    let canvas = drawn(stack, in: Rect(x: 0, y: 0, width: 0, height: 0))
    #expect(canvas.items.isEmpty && canvas.findings.all.isEmpty)
}

// MARK: - Too little room

@Test func childrenThatDoNotFitAreAnError() {
    let boxes = Stack(.vertical, gap: 8, [.init(Box(10, 60)), .init(Box(10, 50.2))])
    let canvas = drawn(boxes, in: Rect(x: 0, y: 0, width: 100, height: 99.5))
    #expect(canvas.messages == ["the blocks need 119 pt of height, have 99"])
    #expect(canvas.items.count == 2)
    let columns = Stack(
        .horizontal, gap: 16, [.init(Box(0, 0), .fixed(90)), .init(Box(0, 0), .span(1))])
    let narrow = drawn(columns, in: Rect(x: 0, y: 0, width: 100, height: 10))
    #expect(narrow.messages == ["the blocks need 106 pt of width, have 100"])
}

@Test func halfAPointTooMuchIsForgiven() {
    let stack = Stack(.vertical, [.init(Box(10, 100.4))])
    #expect(drawn(stack, in: Rect(x: 0, y: 0, width: 9, height: 100)).findings.all.isEmpty)
}

@Test func noFrameHasANegativeSide() {
    for spans in [[7.0, 5], [11, 1], [0.1, 24], [0, 0], [-3, 2]] {
        let children = spans.map { Stack.Child(Box(0, 0), .span($0)) }
        let stack = Stack(.horizontal, gap: 16, children + [.init(Box(0, 0), .fixed(30))])
        for width in [0.0, 10, 46, 60, 62, 100] {
            let frames = stack.frames(
                in: Rect(x: 0, y: 0, width: width, height: 1), measuring: ruler)
            #expect(frames.allSatisfy { $0.width >= 0 && $0.width.isFinite })
        }
    }
}

@Test(arguments: [Double.infinity, .nan, 1e300])
func extentsBeyondMeasureDoNotTrap(length: Double) {
    for axis in [Axis.horizontal, .vertical] {
        for child in [
            Stack.Child(Box(length, length)), .init(Box(1, 1), .fixed(length)),
            .init(Box(1, 1), .span(length)),
        ] {
            let stack = Stack(axis, gap: 4, [child, .init(Box(1, 1), .span(1))])
            _ = stack.size(in: Size(100, 100), measuring: ruler)
            _ = stack.size(in: Size(length, length), measuring: ruler)
            _ = drawn(stack, in: Rect(x: 0, y: 0, width: 100, height: 100))
        }
    }
}
