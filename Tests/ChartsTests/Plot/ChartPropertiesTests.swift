import Diagnostics
import Graphics
import Layout
import Scales
import TestSupport
import Testing

@testable import Charts

/// Where the texts of a chart may stand: within its rectangle, but for the gutter of 14 pt at the
/// right, into which the name of the last slot or tick may reach, and 6 pt above, where the label of
/// the highest mark or tick does.
private func room(_ rect: Rect) -> Rect {
    Rect(left: rect.minX, top: rect.minY - 6, right: rect.maxX + 14, bottom: rect.maxY)
}

@Test func everyChartIsFiniteAndDrawsOrSaysWhyNot() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<300 {
        let any = random.anyChart()
        let canvas = drawn(any.chart, in: any.rect)
        let isFinite = canvas.items.isFinite
        #expect(isFinite, "\(any)")
        let isSilent = canvas.items.isEmpty && canvas.findings.all.isEmpty
        #expect(!isSilent, "\(any)")
    }
}

@Test func textsOfChartsNeitherOverlapNorLeaveThem() {
    var random = SplitMix64(seed: 2)
    var plain = 0
    for _ in 0..<400 {
        let any = random.anyChart()
        let canvas = drawn(any.chart, in: any.rect)
        guard !canvas.findings.hasErrors else { continue }
        plain += 1
        let collisions = canvas.collisions(in: room(any.rect), tolerance: 0.5)
        #expect(collisions.isEmpty, "\(any)")
    }
    #expect(plain > 150)
}

@Test func theSameChartMakesTheSameScene() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<50 {
        let any = random.anyChart()
        let (one, other) = (drawn(any.chart, in: any.rect), drawn(any.chart, in: any.rect))
        let isSame =
            one.items == other.items && one.findings == other.findings
            && one.footnotes == other.footnotes
        #expect(isSame, "\(any)")
    }
}

@Test func everyLabelIsDrawnOrNamedInAFinding() {
    var random = SplitMix64(seed: 4)
    for _ in 0..<300 {
        // Areas are named as wholes, and have no labels at their points.
        var any = random.anyChart(
            AnyForm.allCases.filter { ![.bubbles, .area, .stackedArea].contains($0) })
        for layer in any.chart.layers.indices {
            var details = any.chart.layers[layer].details
            if details.isEmpty {
                details = .init(repeating: .plain, count: any.chart.layers[layer].count)
            }
            for index in details.indices {
                details[index].text = "<\(layer)-\(index)>"
                details[index].inset = random.once(in: 8) ? "[\(layer)-\(index)]" : ""
            }
            any.chart.layers[layer].details = details
            any.chart.layers[layer].labels.which = .all
        }
        let canvas = drawn(any.chart, in: any.rect)
        guard !canvas.findings.hasErrors else { continue }
        let told =
            (canvas.items.lettering.map(\.text) + canvas.messages).joined(separator: "\n")
        for (number, layer) in any.chart.layers.enumerated() {
            for index in 0..<layer.count where !any.isMissing(number, index) {
                let words = "<\(number)-\(index)>"
                // The last one of a line is the figure beside the plot.
                if any.isLastOfLine(number, index) { continue }
                // Sectors are called by their names where their labels have no room.
                let isTold =
                    told.contains(words)
                    || (any.form.isRound && told.contains("of \(any.name(number, index))"))
                #expect(isTold, "\(words) of \(any)")
                let inset = layer.mark == .bar ? layer.detail(index).inset : ""
                let isInsetTold = inset.isEmpty || told.contains(inset)
                #expect(isInsetTold, "\(inset) of \(any)")
            }
        }
    }
}

// MARK: - Geometry

/// The layers of a chart in their places; `nil` where it is not drawn.
private func places(_ any: AnyChart) -> (frame: PlotFrame, bars: [BarMarks])? {
    var canvas = Canvas(measurer: FixedMeasurer())
    guard let data = PlotData(any.chart, on: &canvas),
        let frame = PlotFrame(data, in: any.rect, on: &canvas)
    else { return nil }
    let bars = frame.data.marks.filter { $0.layer.mark == .bar }
    return (frame, bars.map { BarMarks($0, in: frame) })
}

private let barForms = AnyForm.allCases.filter { $0.hasBars || $0 == .barsAndLine }

@Test func barsStayInTheirPlot() {
    var random = SplitMix64(seed: 5)
    var count = 0
    for _ in 0..<400 {
        let any = random.anyChart(barForms)
        guard let (frame, bars) = places(any) else { continue }
        for bars in bars {
            for (index, box) in bars.boxes.enumerated() {
                guard let box else { continue }
                count += 1
                // A small one is 1.2 pt long wherever it begins; an unknown one may need the room of
                // figures beside lying bars.
                let isMissing = bars.marks.isMissing(index)
                let room = isMissing ? any.rect.outset(by: 1) : frame.plot.outset(by: 1.5)
                let isInside = room.contains(box, tolerance: 1e-6)
                #expect(isInside, "\(box) of \(frame.plot) in \(any)")
            }
        }
    }
    #expect(count > 1000)
}

@Test func barsAreAsLongAsTheirFiguresSay() {
    var random = SplitMix64(seed: 6)
    var count = 0
    for _ in 0..<400 {
        let any = random.anyChart(barForms)
        guard let (_, bars) = places(any) else { continue }
        for bars in bars {
            let marks = bars.marks
            // All bars of a layer have one scale: so many points for so much.
            var scale: Double?
            for (index, box) in bars.boxes.enumerated() {
                guard let box, !marks.isMissing(index) else { continue }
                let amount = abs(marks.spans[index].end - marks.spans[index].start)
                let length = marks.isHorizontal ? box.width : box.height
                if amount == 0 { #expect(length < 1e-6, "\(any)") }
                guard length > 1.3, amount > 0,
                    any.chart.yScale.includesZero != false
                else { continue }
                count += 1
                scale = scale ?? length / amount
                let expected = amount * (scale ?? 0)
                let isRight = abs(length - expected) <= 1e-6 * max(length, expected) + 1e-6
                #expect(isRight, "\(length) for \(amount) in \(any)")
            }
        }
    }
    #expect(count > 1000)
}

@Test func segmentsOfAStackFollowEachOther() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<300 {
        let any = random.anyChart([.stacked, .normalized, .centered])
        guard let (frame, bars) = places(any) else { continue }
        for bars in bars {
            let marks = bars.marks
            for place in Set(marks.places).sorted() {
                for isNegative in [false, true] {
                    var last: Double?
                    for index in 0..<marks.count
                    where marks.places[index] == place && !marks.isMissing(index)
                        && (marks.amounts[index] < 0) == isNegative
                    {
                        let span = marks.spans[index]
                        if let last {
                            let size = max(
                                abs(last), frame.data.amountDimension(marks).domain.upper)
                            let isNext = abs(span.start - last) <= 1e-9 * size
                            #expect(isNext, "\(any)")
                        }
                        last = span.end
                    }
                }
            }
        }
    }
}

@Test func barsOfOneCategoryAndLaneDoNotLieOverThoseOfAnother() {
    var random = SplitMix64(seed: 8)
    for _ in 0..<300 {
        let any = random.anyChart([.bars, .grouped, .stacked, .spans])
        guard let (_, bars) = places(any) else { continue }
        for bars in bars {
            let marks = bars.marks
            var lanes: [[Double]: (low: Double, high: Double)] = [:]
            for (index, box) in bars.boxes.enumerated() {
                guard let box else { continue }
                let key = [marks.places[index], Double(marks.lanes[index])]
                lanes[key] =
                    marks.isHorizontal ? (box.minY, box.maxY) : (box.minX, box.maxX)
            }
            let sorted = lanes.values.sorted { $0.low < $1.low }
            let areApart = zip(sorted, sorted.dropFirst()).allSatisfy {
                $0.high <= $1.low + 1e-6
            }
            #expect(areApart, "\(any)")
        }
    }
}

@Test func reversedAmountsMirrorTheBars() {
    var random = SplitMix64(seed: 9)
    var count = 0
    for _ in 0..<400 {
        var any = random.anyChart([.bars, .stacked, .grouped, .centered, .waterfall])
        // Figures beside bars need room at the side to which these grow.
        any.chart.layers[0].labels.which = .none
        any.chart.comparisons = []
        any.chart.xScale.isReversed = false
        any.chart.yScale.isReversed = false
        guard let (frame, plain) = places(any) else { continue }
        if frame.data.isHorizontal {
            any.chart.xScale.isReversed = true
        } else {
            any.chart.yScale.isReversed = true
        }
        guard let (other, mirrored) = places(any), frame.plot == other.plot else { continue }
        // What is unknown has its room at one end of the range.
        guard frame.data.mostMissingInStack == 0 else { continue }
        let plot = frame.plot
        for (box, image) in zip(plain[0].boxes, mirrored[0].boxes) {
            guard let box, let image else { continue }
            count += 1
            let sum =
                frame.data.isHorizontal
                ? box.minX + image.maxX - plot.minX - plot.maxX
                : box.minY + image.maxY - plot.minY - plot.maxY
            #expect(abs(sum) < 1e-6, "\(box) and \(image) in \(any)")
        }
    }
    #expect(count > 500)
}

@Test func ticksAscendWithinTheDomainAndAreAtLeastTwo() {
    var random = SplitMix64(seed: 10)
    var count = 0
    for _ in 0..<300 {
        let any = random.anyChart(
            AnyForm.allCases.filter { !$0.isRound && $0 != .heat && $0 != .bubbles })
        guard let (frame, _) = places(any) else { continue }
        for axis in frame.axes {
            count += 1
            let values = axis.ticks.map(\.value)
            let domain = axis.dimension.domain
            let slack = (domain.upper - domain.lower) * 1e-9
            let areInside = values.allSatisfy {
                $0 >= domain.lower - slack && $0 <= domain.upper + slack
            }
            #expect(areInside, "\(values) in \(domain) of \(any)")
            let isAscending = zip(values, values.dropFirst()).allSatisfy { $0 < $1 }
            #expect(isAscending, "\(values) of \(any)")
            let labels = axis.ticks.map(\.label)
            // Two labels that are read apart, where they have any room at all.
            let hasRoom = axis.edge != .bottom || frame.plot.width > 260
            #expect(!hasRoom || Set(labels).count >= 2, "\(labels) of \(any)")
        }
    }
    #expect(count > 120)
}
