import Graphics
import Layout
import Scales

/// The labels of points, cells, bands and rules, each with the places that it may take.
struct PointLabels {
    private let frame: PlotFrame

    private var data: PlotData { frame.data }
    private var style: ChartStyle { data.chart.style }

    /// Lines of more points have labels at their extremes only.
    private static let mostLabelled = 24
    /// Two points of one place closer than this have their labels on their outer sides, in points.
    private static let nearPoints = 34.0

    /// Where all points stand that labels may belong to.
    private let points: [Point]

    /// Labels for the marks of a frame.
    ///
    /// - Parameter points: where all points of lines and of layers of points stand.
    init(_ frame: PlotFrame, points: [Point]) {
        self.frame = frame
        self.points = points
    }

    // MARK: - Lines

    /// Room beside lines without axes for the figures at their ends, left and right, in points.
    static func endRoom(_ data: PlotData, on canvas: inout Canvas) -> (left: Double, right: Double)
    {
        var room = (left: 0.0, right: 0.0)
        for marks in data.marks where marks.layer.mark == .line {
            let known = (0..<marks.count).filter { !marks.isMissing($0) }
            let which = marks.layer.labels.which
            guard let first = known.first, let last = known.last, which == .last || which == .ends
            else { continue }
            let look = data.chart.style.text(marks.layer.labels.letterSize ?? 12, .bold)
            let width = { (index: Int, canvas: inout Canvas) in
                canvas.line(data.text(marks, index), look).width + 10
            }
            room.right = max(room.right, width(last, &canvas))
            if which == .ends { room.left = max(room.left, width(first, &canvas)) }
        }
        return room
    }

    /// Labels at the points of lines.
    func requests(
        _ lines: LineMarks, among all: [LineMarks], on canvas: inout Canvas
    ) -> [LabelRequest] {
        let isNamed = frame.sideNames.haveLastFigures
        let isSingle = data.series.count == 1
        // Without axes there is room beside the ends: see `endRoom`.
        let isBeside =
            frame.plot.minX > frame.rect.minX + 0.5 || frame.plot.maxX < frame.rect.maxX - 0.5
            ? frame.axes.isEmpty && frame.sideNames.width == 0 : false
        return lines.lines.enumerated().flatMap { number, line -> [LabelRequest] in
            wanted(lines, line, isNamed: isNamed).compactMap { position in
                let index = line.indices[position]
                let words = data.text(lines.marks, index)
                guard !words.isEmpty else { return nil }
                let detail = lines.marks.layer.detail(index)
                let isEnd = position == 0 || position == line.points.count - 1
                let isStrong = position == line.points.count - 1 && isSingle
                let size =
                    lines.marks.layer.labels.letterSize ?? (detail.isKey ? 14 : isStrong ? 12 : 11)
                // Among several lines a figure has the colour of its own.
                let color =
                    isSingle ? style.ink : style.words(data.color(lines.marks, index))
                let look = style.text(
                    size, detail.isKey ? .extrabold : isStrong ? .bold : .semibold, color)
                let text = LabelText(canvas.line(words, look))
                let below = isBelow(lines, line, position, number: number, among: all)
                let neighbours = near(line.points[position])
                var order = order(lines.marks.layer.labels, below: below)
                if isBeside, isEnd {
                    let side: LabelSide = position == 0 ? .left : .right
                    order = [side] + order.filter { $0 != side }
                }
                return LabelRequest(
                    name: data.name(lines.marks, index), text: text,
                    candidates: LabelCandidate.around(
                        line.points[position], text: text,
                        radius: lines.markerRadius(line, position),
                        gap: lines.marks.layer.labels.spacing ?? 3.2,
                        order: order
                    ).map { aligned($0, with: line.points[position], lines.marks.layer) }
                        .map { told($0, from: line.points[position], neighbours) },
                    priority: detail.isKey ? 100 : isEnd ? 50 : 10, nudge: detail.nudge)
            }
        }
    }

    private func order(_ options: LabelOptions, below: Bool) -> [LabelSide] {
        let first: LabelSide? =
            switch options.position {
            case .top: .above
            case .bottom: .below
            case .leading: .left
            case .trailing: .right
            default: nil
            }
        let usual = below ? LabelSide.valley : LabelSide.chart
        guard let first else { return usual }
        return options.isMovable ? [first] + usual.filter { $0 != first } : [first]
    }

    /// Positions in a line of the points that have a label.
    private func wanted(_ lines: LineMarks, _ line: LineMarks.Line, isNamed: Bool) -> [Int] {
        let count = line.points.count
        let last = count - 1
        let amounts = { (position: Int) in lines.marks.amounts[line.indices[position]] }
        var found: [Int]
        switch lines.marks.layer.labels.which {
        case .none: return []
        case .all: found = Array(0..<count)
        case .automatic where lines.marks.count <= Self.mostLabelled:
            found = Array(0..<count)
        case .automatic, .extremes:
            let greatest = (0..<count).max { amounts($0) < amounts($1) }
            let least = (0..<count).min { amounts($0) < amounts($1) }
            found = Set([0, last, greatest ?? 0, least ?? 0]).sorted()
            if lines.lines.count > 1, lines.marks.layer.labels.which == .automatic { found = [] }
            // What was said of a point is said, however many there are.
            let told = lines.marks.layer.details.contains { $0.text?.isEmpty == false }
            if told {
                found += (0..<count).filter {
                    lines.marks.layer.detail(line.indices[$0]).text?.isEmpty == false
                }
                found = Set(found).sorted()
            }
        case .ends: found = Set([0, last]).sorted()
        case .last: found = [last]
        case .key:
            found = (0..<count).filter { lines.marks.layer.detail(line.indices[$0]).isKey }
        }
        // The figure at a line's end stands beside the plot already.
        return isNamed ? found.filter { $0 != last } : found
    }

    /// Whether a point's label belongs below it: beside another series on the outer side, in a valley
    /// below, on a peak above, and elsewhere where its series has them.
    private func isBelow(
        _ lines: LineMarks, _ line: LineMarks.Line, _ position: Int, number: Int,
        among all: [LineMarks]
    ) -> Bool {
        let own = line.points[position]
        let others = all.flatMap(\.lines).filter { $0.series != line.series }.compactMap { other in
            other.points.first { $0.x == own.x }?.y
        }
        if let near = others.first(where: { abs($0 - own.y) < Self.nearPoints && $0 != own.y }) {
            return own.y > near
        }
        guard position > 0, position < line.points.count - 1 else { return number > 0 }
        let (before, after) = (line.points[position - 1].y, line.points[position + 1].y)
        if own.y < before, own.y < after { return false }
        if own.y > before, own.y > after { return true }
        return number > 0
    }

    /// Lets a label above or below its point begin or end there, where the layer asks for it.
    private func aligned(
        _ candidate: LabelCandidate, with point: Point, _ layer: Layer
    ) -> LabelCandidate {
        let box = candidate.box
        guard candidate.leaders.isEmpty, layer.labels.alignment != .center,
            box.minX < point.x, box.maxX > point.x
        else { return candidate }
        var moved = candidate
        moved.box.origin.x = layer.labels.alignment == .leading ? point.x : point.x - box.width
        return moved
    }

    // MARK: - Neighbours

    /// Points further off than this are no neighbours of a label, in points.
    private static let neighbourhood = 70.0
    /// What a place costs that is as near to another point as to its own.
    private static let mistakable = 5.0

    /// The other points around one.
    private func near(_ point: Point) -> [Point] {
        points.filter {
            let distance = $0.distance(to: point)
            return distance > 0.5 && distance < Self.neighbourhood
        }
    }

    /// A place with its cost: a label nearer to another point than to its own is taken for that one's.
    private func told(
        _ candidate: LabelCandidate, from own: Point, _ others: [Point]
    ) -> LabelCandidate {
        let box = candidate.box
        let distance = { (point: Point) -> Double in
            let nearest = Point(
                min(max(point.x, box.minX), box.maxX), min(max(point.y, box.minY), box.maxY))
            return nearest.distance(to: point)
        }
        let reach = distance(own) * 1.4 + 1
        guard others.contains(where: { distance($0) < reach }) else { return candidate }
        var costly = candidate
        costly.cost += Self.mistakable
        return costly
    }

    // MARK: - Points

    /// Labels at points: their own texts, or their figures where there are few.
    func requests(_ points: PointMarks, on canvas: inout Canvas) -> [LabelRequest] {
        let layer = points.marks.layer
        guard layer.labels.which != .none else { return [] }
        let hasTexts = layer.details.contains { $0.text != nil }
        // A point in a plane is worth a label where it has a name.
        guard hasTexts || layer.labels.which != .automatic || frame.bars != nil else { return [] }
        return points.centers.indices.compactMap { index in
            let detail = layer.detail(index)
            guard let center = points.centers[index], layer.labels.which != .key || detail.isKey,
                !hasTexts || detail.text != nil
            else { return nil }
            let words = data.text(points.marks, index)
            guard !words.isEmpty else { return nil }
            let text = LabelText(
                canvas.line(
                    words,
                    style.text(layer.labels.letterSize ?? 11, detail.isKey ? .bold : .medium)))
            let neighbours = near(center)
            return LabelRequest(
                name: data.name(points.marks, index), text: text,
                candidates: LabelCandidate.around(
                    center, text: text, radius: points.radius(index),
                    gap: layer.labels.spacing ?? 2.5,
                    order: order(layer.labels, below: false).sorted {
                        rank($0, layer.labels) < rank($1, layer.labels)
                    }, distances: [10, 22]
                ).map { aligned($0, with: center, layer) }
                    .map { told($0, from: center, neighbours) },
                priority: detail.isKey ? 100 : 10, nudge: detail.nudge)
        }
    }

    /// Names of points stand right of them first, as on maps.
    private func rank(_ side: LabelSide, _ options: LabelOptions) -> Int {
        guard options.position == .automatic else { return 0 }
        return LabelSide.map.firstIndex(of: side) ?? 0
    }

    // MARK: - Cells, bands and rules

    /// Figures in cells, and the names of bands.
    func requests(_ rectangles: RectangleMarks, on canvas: inout Canvas) -> [LabelRequest] {
        let layer = rectangles.marks.layer
        guard layer.labels.which != .none else { return [] }
        return rectangles.boxes.indices.compactMap { index in
            guard let box = rectangles.boxes[index] else { return nil }
            return rectangles.isGrid
                ? cell(rectangles, index, box, on: &canvas)
                : band(rectangles, index, box, on: &canvas)
        }
    }

    private func cell(
        _ cells: RectangleMarks, _ index: Int, _ box: Rect, on canvas: inout Canvas
    ) -> LabelRequest? {
        let layer = cells.marks.layer
        let isMissing = cells.isMissing(index)
        let own = layer.detail(index).text
        let figure: Double? =
            if case .numbers(let values)? = layer.channels[.color]?.values { values[index] } else {
                nil
            }
        let words =
            own
            ?? (isMissing
                ? style.missingText
                : figure.map {
                    (layer.labels.format ?? .plain).text($0, locale: data.chart.locale.number)
                        + layer.detail(index).standing.mark
                } ?? "")
        guard !words.isEmpty else { return nil }
        let fill = isMissing ? style.ground : data.color(cells.marks, index)
        let size = layer.labels.letterSize ?? max(9, min(11.5, box.height * 0.45))
        let text = LabelText(
            canvas.line(
                words, style.text(size, .medium, isMissing ? style.muted : style.ink, tabular: true)
            ))
        return LabelRequest(
            name:
                "\(data.name(cells.marks, index)) \(data.x.slot(at: cells.marks.x[index])?.label ?? "")",
            text: text,
            candidates: LabelCandidate.cell(
                box, text: text, fill: fill, colors: style.labelColors), priority: 5)
    }

    private func band(
        _ bands: RectangleMarks, _ index: Int, _ box: Rect, on canvas: inout Canvas
    ) -> LabelRequest? {
        guard let words = bands.marks.layer.detail(index).text, !words.isEmpty else { return nil }
        let letters = style.text(11.5, .bold, style.accentText)
        let isAlongX = bands.marks.y.allSatisfy(\.isNaN)
        let room = max(legendEdge(on: &canvas) - box.maxX, box.minX - frame.plot.minX) - 8
        let text =
            isAlongX
            ? twoLines(words, letters, room, on: &canvas)
            : LabelText(canvas.line(words, letters))
        var candidates: [LabelCandidate] = []
        if isAlongX {
            // Beside the head of the band, right or left of it; inside where it is wide.
            let capitals = text.size.height - text.leading * Double(text.lines.count - 1)
            let top = box.minY + 11 - capitals
            for (cost, x) in [(0.0, box.maxX + 8), (1, box.minX - 8 - text.size.width)] {
                candidates.append(
                    LabelCandidate(Rect(origin: Point(x, top), size: text.size), cost: cost))
            }
            candidates.append(
                LabelCandidate(
                    Rect(
                        origin: Point(box.midX - text.size.width / 2, top + 4), size: text.size),
                    cost: text.size.width + 8 < box.width ? -1 : 3))
        } else {
            candidates = LabelCandidate.rule(atY: box.minY, in: frame.plot, text: text)
        }
        return LabelRequest(
            name: "the band", text: text, candidates: candidates, priority: 80)
    }

    /// Where names level with the legend of rounded figures have to end.
    private func legendEdge(on canvas: inout Canvas) -> Double {
        guard data.hasRounded else { return frame.plot.maxX }
        let width = canvas.line(style.roundedText, style.text(10.5, .medium, style.muted)).width
        return frame.plot.maxX - width - 26
    }

    /// A name in one line, or in the two that are most alike where one is wider than `room`.
    private func twoLines(
        _ words: String, _ letters: TextStyle, _ room: Double, on canvas: inout Canvas
    ) -> LabelText {
        let whole = canvas.line(words, letters)
        let parts = words.split(separator: " ")
        guard whole.width > room, parts.count > 1 else { return LabelText(whole) }
        let pairs = (1..<parts.count).map { count in
            [parts[..<count], parts[count...]].map {
                canvas.line($0.joined(separator: " "), letters)
            }
        }
        let width = { (lines: [TextLine]) in lines.map(\.width).max() ?? 0 }
        return LabelText(pairs.min { width($0) < width($1) } ?? [whole])
    }

    /// The names of rules at the edge of the plot.
    func requests(_ rules: RuleMarks, on canvas: inout Canvas) -> [LabelRequest] {
        guard rules.marks.layer.labels.which != .none else { return [] }
        return rules.segments.indices.compactMap { index in
            guard let segment = rules.segments[index],
                let words = rules.marks.layer.detail(index).text, !words.isEmpty
            else { return nil }
            let color = rules.color(index)
            let readable = style.words(color)
            let text = LabelText(canvas.line(words, style.text(11.5, .bold, readable)))
            let candidates =
                segment.start.y == segment.end.y
                ? LabelCandidate.rule(atY: segment.start.y, in: frame.plot, text: text)
                : LabelCandidate.rule(atX: segment.start.x, in: frame.plot, text: text)
            return LabelRequest(
                name: "the rule", text: text, candidates: candidates, priority: 60)
        }
    }
}
