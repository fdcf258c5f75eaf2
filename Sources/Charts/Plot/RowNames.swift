import Diagnostics
import Graphics
import Layout

/// The names of slots left of a plot, or above their bars.
struct RowNames {
    let slots: [Dimension.Slot]
    let isKey: [Bool]
    let bars: BarLayout
    let style: ChartStyle
    /// The marks that follow names, such as `*`.
    let marks: [String]
    /// The room of names that stand beside the bars, in points.
    private(set) var width = 0.0

    /// Between names and bars, in points.
    static let gap = 12.0

    /// Names for rows as `bars` lays them out, in a chart of a width.
    init(
        _ slots: [Dimension.Slot], isKey: [Bool], marks: [String], bars: BarLayout,
        style: ChartStyle, chartWidth: Double, on canvas: inout Canvas
    ) {
        self.slots = slots
        self.isKey = isKey
        self.bars = bars
        self.style = style
        self.marks = marks
        guard !bars.areNamesAbove, slots.contains(where: { !$0.label.isEmpty }) else { return }
        let widest = slots.indices.map { canvas.line(text($0), look($0)).width }.max() ?? 0
        width = min(chartWidth * 0.4, widest)
    }

    private func text(_ index: Int) -> String {
        slots[index].label + (marks.indices.contains(index) ? marks[index] : "")
    }

    private func look(_ index: Int) -> TextStyle {
        style.text(
            bars.textSize,
            isKey.indices.contains(index) && isKey[index] ? .bold : .medium)
    }

    /// Draws the names, and gives back their boxes; those that do not fit are told.
    ///
    /// - Parameters:
    ///   - right: how far names above bars may reach.
    func draw(
        left: Double, right: Double, middle: (Int) -> Double, on canvas: inout Canvas
    ) -> [Rect] {
        var boxes: [Rect] = []
        for index in slots.indices where !slots[index].label.isEmpty {
            let size = bars.textSize
            let y = middle(index)
            let height =
                bars.areNamesAbove ? size * 1.21 : max(bars.step, size * 1.21)
            let frame =
                bars.areNamesAbove
                ? Rect(
                    left: left, top: y - bars.step / 2, right: right,
                    bottom: y - bars.step / 2 + height)
                : Rect(x: left, y: y - height / 2, width: width, height: height)
            boxes += drawName(index, in: frame, on: &canvas)
        }
        return boxes
    }

    /// A name on as many lines as its frame holds, in the middle of its height, at most 15 % smaller.
    private func drawName(
        _ index: Int, in frame: Rect, on canvas: inout Canvas
    ) -> [Rect] {
        let look = look(index)
        let paragraph = Paragraph(
            text(index), look, leading: look.size * 1.21, breaking: .balanced,
            mostLines: bars.areNamesAbove ? 1 : nil, vertical: .center)
        var trial = Canvas(measurer: canvas.measurer)
        paragraph.draw(in: frame, on: &trial)
        guard trial.findings.all.isEmpty else {
            canvas.warning(
                "no room for the name “\(slots[index].label)” beside its bar",
                hint: "shorten it, or give the chart more room")
            return []
        }
        return paragraph.draw(in: frame, on: &canvas, mayOverflow: false)
    }
}
