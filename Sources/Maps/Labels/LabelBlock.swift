import Graphics
import Layout

/// A map's label, measured: lines one above the other in a box, and the level of each row's leader.
struct LabelBlock {
    let label: MapLabel
    /// From the top of the first line's capitals to what hangs below the last line.
    let size: Size
    /// Where each row's leader ends, below the top.
    let levels: [Double]

    private let heading: TextLine?
    private let rows: [TextLine]
    private let baselines: [Double]

    /// A sign's size, from one to the next, and from the last to the text, in points.
    private static let signSize = 7.2
    private static let signPitch = 9.4
    private static let signGap = 3.0
    /// The height of capitals, of the middle of small letters and of what hangs below, in ems.
    private static let capHeight = 0.73
    private static let middle = 0.31
    private static let drop = 0.21

    init(_ label: MapLabel, on canvas: inout Canvas) {
        self.label = label
        heading = label.heading.isEmpty ? nil : canvas.line(label.heading)
        var rows: [TextLine] = []
        for row in label.rows { rows.append(canvas.line(row.runs)) }
        self.rows = rows
        let first = heading ?? rows.first
        let top = Self.em(first) * Self.capHeight
        let start = heading == nil ? 0 : 1
        let baselines = rows.indices.map { top + Double(start + $0) * label.pitch }
        self.baselines = baselines
        let bottom = (baselines.last ?? top) + Self.em(rows.last) * Self.drop
        let widths = zip(label.rows, rows).map { row, line in Self.room(row) + line.width }
        size = Size(max(heading?.width ?? 0, widths.max() ?? 0), bottom)
        // A name over a figure is one thing: its leader ends at the middle of both.
        levels =
            label.region != nil
            ? rows.map { _ in (baselines.last ?? top) / 2 }
            : zip(baselines, rows).map { $0 - Self.em($1) * Self.middle }
    }

    /// How many lines it has, with its heading.
    var lineCount: Int { rows.count + (heading == nil ? 0 : 1) }

    /// Where the label stands in a box that may have air around it.
    func box(in room: Rect) -> Rect {
        Rect(
            x: room.midX - size.width / 2, y: room.midY - size.height / 2, width: size.width,
            height: size.height)
    }

    /// The colour of its first letters.
    var color: Color { (heading ?? rows.first)?.runs.first?.style.color ?? .black }

    /// The size of the largest letters of a line.
    private static func em(_ line: TextLine?) -> Double {
        line?.runs.map(\.style.size).max() ?? 0
    }

    /// What a row's signs take.
    private static func room(_ row: MapLabel.Row) -> Double {
        row.signs.isEmpty ? 0 : Double(row.signs.count) * signPitch + signGap
    }

    /// Draws the label into a box of its size, with its rows in `order`.
    ///
    /// - Parameter color: of all letters; `nil` for their own.
    func draw(
        in box: Rect, _ alignment: HorizontalAlignment, order: [Int], color: Color?,
        on canvas: inout Canvas
    ) {
        if let heading {
            let x = box.minX + box.width * alignment.fraction
            let baseline = box.minY + Self.em(heading) * Self.capHeight
            canvas.text(heading.colored(color), x: x, baseline: baseline, alignment)
        }
        for (line, row) in order.enumerated() where rows.indices.contains(row) {
            draw(row, in: box, alignment, at: box.minY + baselines[line], color, on: &canvas)
        }
    }

    private func draw(
        _ row: Int, in box: Rect, _ alignment: HorizontalAlignment, at baseline: Double,
        _ color: Color?, on canvas: inout Canvas
    ) {
        let (line, signs) = (rows[row], label.rows[row].signs)
        let room = Self.room(label.rows[row])
        let left = box.minX + (box.width - line.width - room) * alignment.fraction
        // Signs stand towards the leader.
        let isAfter = alignment == .right
        let level = baseline - Self.em(line) * 0.33
        for (step, sign) in signs.enumerated() {
            let start = isAfter ? left + line.width + Self.signGap + 2.2 : left
            let center = Point(start + Self.signSize / 2 + Double(step) * Self.signPitch, level)
            sign.draw(center: center, size: Self.signSize, on: &canvas)
        }
        canvas.text(line.colored(color), x: left + (isAfter ? 0 : room), baseline: baseline)
    }
}

extension TextLine {
    /// The line with all its letters in one colour; `nil` leaves them as they are.
    fileprivate func colored(_ color: Color?) -> TextLine {
        guard let color else { return self }
        var copy = self
        for index in copy.runs.indices { copy.runs[index].style.color = color }
        return copy
    }
}
