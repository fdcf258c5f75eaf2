import Graphics
import Layout
import Scales

/// The bars of one layer in their places.
struct BarMarks {
    let frame: PlotFrame
    let marks: PlotMarks
    /// The place of each bar; `nil` where it has none.
    private(set) var boxes: [Rect?] = []

    /// The height of the hatched place of a missing figure, in points.
    static let missingHeight = 30.0
    /// A bar of some length is drawn at least this long, so that it is seen, in points.
    private static let leastLength = 1.2
    /// The white line that parts the segments of a stack, in points.
    private static let parting = 1.5

    private var data: PlotData { frame.data }
    private var style: ChartStyle { data.chart.style }

    /// Finds the places of a layer's bars.
    init(_ marks: PlotMarks, in frame: PlotFrame) {
        self.frame = frame
        self.marks = marks
        let isStacked = marks.isStacked
        // Unknown parts stand on top of the known ones of their stack.
        var unknown: [Stacking.Key: Int] = [:]
        boxes = (0..<marks.count).map { index in
            guard let across = across(index) else { return nil }
            let amounts = frame.data.amountDimension(marks)
            let span = marks.spans[index]
            // What lies beyond a cut axis is cut off with it.
            let domain = amounts.domain
            var (start, end) = (
                amounts(domain.clamp(span.start)), amounts(domain.clamp(span.end))
            )
            // Amounts grow upward, and so against y, unless they are reversed.
            let way: Double =
                (marks.isHorizontal == amounts.isReversed) == (span.end < span.start) ? 1 : -1
            if marks.isMissing(index), marks.layer.stacking != .waterfall {
                let key = Stacking.Key(place: marks.places[index], lane: marks.lanes[index])
                let below = Double(isStacked ? unknown[key] ?? 0 : 0)
                unknown[key, default: 0] += 1
                let room = missingLength
                if start.isNaN { start = amounts(amounts.base) }
                start += way * below * room
                end = start + way * room
                // Within the plot, where only one end of a stretch is known.
                let limits = amounts.range
                if span.end.isNaN, end < limits.lower || end > limits.upper {
                    end = start - way * room
                }
            } else if span.start != span.end, abs(end - start) < Self.leastLength {
                end = start + way * Self.leastLength
            }
            return marks.isHorizontal
                ? Rect(
                    left: min(start, end), top: across.low, right: max(start, end),
                    bottom: across.high)
                : Rect(
                    left: across.low, top: min(start, end), right: across.high,
                    bottom: max(start, end))
        }
    }

    /// Where a bar begins and ends across its amounts.
    private func across(_ index: Int) -> (low: Double, high: Double)? {
        let place = marks.places[index]
        guard !place.isNaN, let layout = frame.bars else { return nil }
        return layout.lane(
            marks.lanes[index], of: marks.laneCount, around: data.placeDimension(place))
    }

    private var missingLength: Double {
        let most = data.mostMissingInStack
        guard most > 0 else { return Self.missingHeight }
        let side = marks.isHorizontal ? frame.plot.width : frame.plot.height
        return min(Self.missingHeight, side * 0.4 / Double(most))
    }

    // MARK: - Drawing

    /// Draws tracks and bars.
    func draw(on canvas: inout Canvas) {
        if marks.layer.hasTrack { drawTracks(on: &canvas) }
        if marks.layer.stacking == .waterfall { drawConnectors(on: &canvas) }
        let isStacked = marks.isStacked
        for (index, box) in boxes.enumerated() {
            guard let box else { continue }
            if marks.isMissing(index), marks.layer.stacking != .waterfall {
                canvas.add(.missing(in: box, style: style))
            } else {
                draw(parted(box, index, isStacked), index, on: &canvas)
            }
        }
    }

    /// A segment without the line that parts it from the one it stands on.
    private func parted(_ box: Rect, _ index: Int, _ isStacked: Bool) -> Rect {
        let span = marks.spans[index]
        guard isStacked, span.start != 0, marks.layer.stacking != .center else { return box }
        let isForward = (span.end < span.start) == data.amountDimension(marks).isReversed
        let gap = min(Self.parting, (marks.isHorizontal ? box.width : box.height) / 2)
        if marks.isHorizontal {
            return box.inset(by: isForward ? Insets(left: gap) : Insets(right: gap))
        }
        return box.inset(by: isForward ? Insets(bottom: gap) : Insets(top: gap))
    }

    private func draw(_ box: Rect, _ index: Int, on canvas: inout Canvas) {
        guard box.width > 0, box.height > 0 else { return }
        let opacity = marks.layer.opacity
        let plain = data.color(marks, index)
        let color = opacity < 1 ? plain.opacity(opacity * plain.alpha) : plain
        let standing = marks.shownStanding(index)
        guard standing != .firm, min(box.width, box.height) > 3 else {
            return canvas.fill(box, color)
        }
        // A published figure is solid; hatching means that there is none.
        let tint = standing.tint
        let dash: [Double] = standing == .estimated ? [3, 2] : []
        let inset = 0.6
        canvas.add(
            .path(
                .rect(box.inset(by: Insets(all: inset))),
                fill: .color(color.mixed(with: style.ground, tint)),
                stroke: Stroke(color, width: 2 * inset, dash: dash)))
    }

    private func drawTracks(on canvas: inout Canvas) {
        for (index, box) in boxes.enumerated() {
            guard let box, !marks.isMissing(index) else { continue }
            let plot = frame.plot
            canvas.fill(
                marks.isHorizontal
                    ? Rect(x: plot.minX, y: box.minY, width: plot.width, height: box.height)
                    : Rect(x: box.minX, y: plot.minY, width: box.width, height: plot.height),
                style.track)
        }
    }

    /// Hairlines from where one step ends to where the next one begins.
    private func drawConnectors(on canvas: inout Canvas) {
        let amounts = data.amountDimension(marks)
        let stroke = Stroke(style.muted, width: 0.75)
        for index in boxes.indices.dropLast() {
            guard let box = boxes[index], let next = boxes[index + 1] else { continue }
            let level = amounts(marks.spans[index].end)
            if marks.isHorizontal {
                canvas.line(from: Point(level, box.maxY), to: Point(level, next.minY), stroke)
            } else {
                canvas.line(from: Point(box.maxX, level), to: Point(next.minX, level), stroke)
            }
        }
    }
}

extension PlotMarks {
    /// How sure a mark looks: where all of a layer are calculated, none need stand out.
    func shownStanding(_ index: Int) -> Standing {
        let standing = layer.detail(index).standing
        guard standing == .derived else { return standing }
        return layer.details.allSatisfy { $0.standing == .derived } ? .firm : standing
    }
}

extension SceneItem {
    /// The hatched, dashed place where a mark would stand if its figure were known.
    static func missing(in rect: Rect, style: ChartStyle) -> SceneItem {
        .path(
            .rect(rect), fill: .hatch(style.missing),
            stroke: Stroke(style.missingOutline, width: 0.75, dash: [3, 2]))
    }
}
