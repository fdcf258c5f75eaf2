import Graphics
import Layout
import Scales

/// The lines of one layer, a line a series, in their places.
///
/// Neighbouring figures are joined by a full line. A gap is bridged by a dotted line, which is left
/// out where it would cross another line or a band: there it would seem to tell something.
struct LineMarks {
    /// One line.
    struct Line {
        var series: Int
        /// The marks of its figures, in the order of their places.
        var indices: [Int]
        /// Where they stand.
        var points: [Point]
        /// Where full stretches begin, as positions in `points`.
        var starts: [Int]
    }

    let frame: PlotFrame
    let marks: PlotMarks
    private(set) var lines: [Line] = []

    private var data: PlotData { frame.data }
    private var style: ChartStyle { data.chart.style }

    /// More points than this have no symbols unless the layer asks for them.
    static let mostMarkers = 40
    /// So near to another line's point a bridge would seem to lead there, in points.
    private static let leastClearance = 6.0

    /// Finds the places of a layer's lines.
    init(_ marks: PlotMarks, in frame: PlotFrame) {
        self.frame = frame
        self.marks = marks
        let amounts = frame.data.amountDimension(marks)
        let places = frame.data.placeDimension
        for (series, ordered) in marks.alongPlaces(seriesCount: frame.data.series.count) {
            var line = Line(series: series, indices: [], points: [], starts: [])
            line.indices.reserveCapacity(ordered.count)
            line.points.reserveCapacity(ordered.count)
            var isBroken = true
            var last = Double.nan
            for index in ordered {
                guard !marks.isMissing(index) else {
                    isBroken = true
                    continue
                }
                let place = marks.places[index]
                // On slots a place without a row is a gap as well.
                if places.kind == .slots, place - last != 1 { isBroken = true }
                if isBroken { line.starts.append(line.points.count) }
                isBroken = false
                last = place
                line.indices.append(index)
                line.points.append(
                    marks.point(along: places(place), at: amounts(marks.amounts[index])))
            }
            if !line.points.isEmpty { lines.append(line) }
        }
    }

    /// Positions in a line's points of each full stretch.
    func runs(_ line: Line) -> [Range<Int>] {
        zip(line.starts, line.starts.dropFirst() + [line.points.count]).map { $0..<$1 }
    }

    /// The full line's straight segments and those of its bridges, for labels to keep clear of.
    func segments(_ line: Line, bridges: [Segment]) -> [Segment] {
        let thin = line.points.count > 2000
        let full = runs(line).flatMap { run -> [Segment] in
            let points = Array(line.points[run])
            let kept = thin ? Thinning.thinned(points, columnWidth: 1) : points
            return zip(kept, kept.dropFirst()).map { Segment($0, $1) }
        }
        return full + bridges
    }

    // MARK: - Drawing

    /// Draws the lines, and gives back the bridges of each.
    func draw(bands: [Rect], on canvas: inout Canvas) -> [[Segment]] {
        lines.map { line in
            let color = data.color(marks, line.indices[0])
            let bridges = drawBridges(line, color, bands: bands, on: &canvas)
            for run in runs(line) where run.count > 1 {
                draw(Array(line.points[run]), Array(line.indices[run]), color, on: &canvas)
            }
            return bridges
        }
    }

    private func stroke(_ color: Color) -> Stroke {
        Stroke(
            marks.layer.opacity < 1 ? color.opacity(marks.layer.opacity * color.alpha) : color,
            width: marks.layer.lineWidth ?? 2.25, dash: marks.layer.drawableDash, join: .round)
    }

    private func draw(
        _ points: [Point], _ indices: [Int], _ color: Color, on canvas: inout Canvas
    ) {
        let stroke = stroke(color)
        guard marks.layer.details.contains(where: { $0.standing == .estimated }) else {
            // What a page cannot show need not be drawn: see `Thinning`.
            let kept = points.count > 2000 ? Thinning.thinned(points) : points
            return canvas.stroke(
                marks.layer.interpolation.simplified(for: kept).path(through: kept), stroke)
        }
        // What leads to an estimate is dashed.
        var start = 0
        for index in 1..<points.count {
            let isDashed = marks.layer.detail(indices[index]).standing == .estimated
            let isNextDashed =
                index + 1 < points.count
                && marks.layer.detail(indices[index + 1]).standing == .estimated
            guard index == points.count - 1 || isDashed != isNextDashed else { continue }
            canvas.stroke(
                marks.layer.interpolation.path(through: Array(points[start...index])),
                isDashed
                    ? Stroke(stroke.color, width: stroke.width, dash: [5, 3], join: .round) : stroke
            )
            start = index
        }
    }

    private func drawBridges(
        _ line: Line, _ color: Color, bands: [Rect], on canvas: inout Canvas
    ) -> [Segment] {
        var bridges: [Segment] = []
        for start in line.starts.dropFirst() {
            let bridge = Segment(line.points[start - 1], line.points[start])
            guard isBridged(bridge, of: line, bands: bands) else {
                canvas.footnotes.insert(.interrupted)
                continue
            }
            canvas.footnotes.insert(.bridged)
            canvas.line(
                from: bridge.start, to: bridge.end,
                Stroke(color, width: 1.6, dash: [0.01, 4], cap: .round))
            bridges.append(bridge)
        }
        return bridges
    }

    private func isBridged(_ bridge: Segment, of line: Line, bands: [Rect]) -> Bool {
        // A band over a known point reaches half a slot into the gap.
        let places = data.placeDimension
        let way = bridge.end - bridge.start
        let reach = abs(marks.isHorizontal ? way.y : way.x)
        let share = places.kind == .slots && reach > 0 ? (places.step / 2 + 0.01) / reach : 0
        let inner = Segment(bridge.start + way * share, bridge.end - way * share)
        if bands.contains(where: { inner.intersects($0) }) { return false }
        for other in lines where other.series != line.series {
            if other.points.contains(where: { bridge.distance(to: $0) < Self.leastClearance }) {
                return false
            }
            for (start, end) in zip(other.points, other.points.dropFirst())
            where bridge.crosses(Segment(start, end)) {
                return false
            }
        }
        return true
    }

    // MARK: - Markers

    /// Positions of the points of a line that have a symbol.
    func marked(_ line: Line) -> [Int] {
        // A point without neighbours has no line to show it.
        let alone = runs(line).filter { $0.count == 1 }.map(\.lowerBound)
        let last = line.points.count - 1
        switch marks.layer.markers {
        case .all: return Array(line.points.indices)
        case .none: return alone
        case .automatic where line.points.count <= Self.mostMarkers / min(3, lines.count):
            return Array(line.points.indices)
        case .automatic where !marks.layer.details.isEmpty:
            let told = line.indices.indices.filter { position in
                let detail = marks.layer.detail(line.indices[position])
                return detail.isKey || detail.isRounded
            }
            return Set(alone + told + [last]).sorted()
        case .automatic, .last: return Set(alone + [last]).sorted()
        }
    }

    /// Draws the symbols, and gives back the circles around them.
    func drawMarkers(on canvas: inout Canvas) -> [MarkerCircle] {
        lines.flatMap { line in
            marked(line).map { drawMarker(line, $0, on: &canvas) }
        }
    }

    /// The radius of a point's symbol, in points.
    func markerRadius(_ line: Line, _ position: Int) -> Double {
        let detail = marks.layer.detail(line.indices[position])
        if detail.isRounded { return 5.4 }
        if detail.standing != .firm { return 4.4 }
        return position == line.points.count - 1 || detail.isKey ? 4.6 : 3.4
    }

    private func drawMarker(_ line: Line, _ position: Int, on canvas: inout Canvas) -> MarkerCircle
    {
        let index = line.indices[position]
        let detail = marks.layer.detail(index)
        let center = line.points[position]
        // Among several lines the points at one place keep their lines' colours.
        let isAccent = detail.isKey && data.series.count < 2
        let color = isAccent ? style.accent : data.color(marks, index)
        let radius = markerRadius(line, position)
        if detail.isRounded {
            canvas.add(
                .path(
                    .diamond(center: center, radius: 4.6), fill: .color(style.ground),
                    stroke: Stroke(color, width: 1.6)))
        } else if detail.standing != .firm {
            let fill =
                detail.standing == .preliminary
                ? color.mixed(with: style.ground, 0.5) : style.ground
            canvas.add(
                .path(
                    .circle(center: center, radius: 3.6), fill: .color(fill),
                    stroke: Stroke(color, width: 1.6)))
        } else {
            canvas.fill(.circle(center: center, radius: radius), style.ground)
            canvas.fill(.circle(center: center, radius: radius - 0.6), color)
        }
        return MarkerCircle(center: center, radius: radius)
    }
}

/// The circle around a marker, which labels keep clear of.
struct MarkerCircle {
    var center: Point
    var radius: Double
}

extension Path {
    /// A square on its corner.
    static func diamond(center: Point, radius: Double) -> Path {
        .polygon([
            Point(center.x, center.y - radius), Point(center.x + radius, center.y),
            Point(center.x, center.y + radius), Point(center.x - radius, center.y),
        ])
    }
}
