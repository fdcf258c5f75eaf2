import Graphics
import Layout
import Scales

/// The sums of stacks, printed at their ends.
struct StackTotals {
    private let frame: PlotFrame

    private var data: PlotData { frame.data }
    private var style: ChartStyle { data.chart.style }

    /// Sums for the stacks of a frame.
    init(_ frame: PlotFrame) { self.frame = frame }

    /// Labels above stacks; sums beside stacks are drawn, since their place is settled.
    func requests(
        _ all: [BarMarks], obstacles: inout LabelObstacles, on canvas: inout Canvas
    ) -> [LabelRequest] {
        guard data.chart.hasStackTotals else { return [] }
        var requests: [LabelRequest] = []
        for bars in all where bars.marks.isStacked {
            var stacks: [Stacking.Key: [Int]] = [:]
            for index in 0..<bars.marks.count where !bars.marks.places[index].isNaN {
                let key = Stacking.Key(
                    place: bars.marks.places[index], lane: bars.marks.lanes[index])
                stacks[key, default: []].append(index)
            }
            let order = stacks.sorted { ($0.key.place, $0.key.lane) < ($1.key.place, $1.key.lane) }
            for (key, indices) in order {
                // A stack with an unknown part has no known sum.
                guard indices.count > 1, indices.allSatisfy({ !bars.marks.isMissing($0) }),
                    let box = union(indices.compactMap { bars.boxes[$0] })
                else { continue }
                let sum = indices.reduce(0) { $0 + bars.marks.amounts[$1] }
                let format = bars.marks.layer.labels.format ?? .plain
                let words =
                    format.text(sum, locale: data.chart.locale.number) + Standing.derived.mark
                canvas.footnotes.insert(.derived)
                if frame.barLabels.mode == .side {
                    drawBeside(words, box, obstacles: &obstacles, on: &canvas)
                } else {
                    requests.append(request(words, box, data.placeName(key.place), on: &canvas))
                }
            }
        }
        return requests
    }

    /// Which way stacks grow.
    private var direction: BarDirection {
        data.isHorizontal
            ? (data.x.isReversed ? .left : .right) : (data.y.isReversed ? .down : .up)
    }

    private func union(_ boxes: [Rect]) -> Rect? {
        boxes.first.map { first in boxes.dropFirst().reduce(first) { $0.union($1) } }
    }

    private func request(
        _ words: String, _ box: Rect, _ name: String, on canvas: inout Canvas
    ) -> LabelRequest {
        let text = LabelText(canvas.line(words, style.text(12.5, .bold)))
        return LabelRequest(
            name: name, text: text,
            candidates: LabelCandidate.bar(
                box, growing: direction, text: text, fill: style.ground,
                colors: style.labelColors, places: [.outsideEnd],
                gap: data.isHorizontal ? 6 : 5.5), priority: 60)
    }

    /// A stack's sum left of its top, with a tick that ties the two.
    private func drawBeside(
        _ words: String, _ box: Rect, obstacles: inout LabelObstacles, on canvas: inout Canvas
    ) {
        let line = canvas.line(words, style.text(17, .bold))
        let name = canvas.line(style.totalText, style.text(11.5, .medium, style.muted))
        let width = max(line.width, name.width)
        let (left, top) = (box.minX, direction == .down ? box.maxY : box.minY)
        let room = frame.data.x.step - (frame.bars?.thickness ?? 0)
        guard width + 12 <= room, left - 9 - width >= frame.rect.minX else {
            return canvas.warning(
                "no room for the sum “\(words)” beside its stack",
                hint: "give the chart more room")
        }
        canvas.line(
            from: Point(left - 6, top), to: Point(left, top), Stroke(style.ink, width: 0.75))
        obstacles.add(text: canvas.text(line, x: left - 9, baseline: top + 6.2, .right))
        obstacles.add(text: canvas.text(name, x: left - 9, baseline: top + 21, .right))
    }
}
