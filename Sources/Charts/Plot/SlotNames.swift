import Graphics
import Layout
import Scales

/// The names of slots below a plot, and brackets for the groups they belong to.
struct SlotNames {
    let slots: [Dimension.Slot]
    let style: ChartStyle
    /// The width of a slot in points.
    let step: Double
    /// Whether the names are those of few, wide columns.
    let isLarge: Bool
    /// Lines to keep free, so that neighbouring charts' baselines agree.
    let leastLines: Int
    /// The lines of each name; `nil` for names that are left out.
    private var lines: [[TextLine]?] = []
    /// Names that had to be left out although nothing stands for them.
    private(set) var dropped: [String] = []

    /// Air at each side of a name, in points.
    private static let air = 2.0
    private static let mostLines = 3

    private var size: Double { isLarge ? 13 : slots.count > 16 ? 10.5 : 11 }
    private var leading: Double { isLarge ? 17 : 13.5 }
    private var top: Double { isLarge ? 6 : 5 }
    private var hasGroups: Bool { slots.contains { !$0.group.isEmpty } }

    /// Names for slots of `step` points.
    ///
    /// - Parameters:
    ///   - values: the slots that are named; `nil` for all that have room.
    ///   - isStrong: whether each slot's name is set strongly; others are muted.
    ///   - margins: how far the first and the last name may reach beyond their slots, in points.
    init(
        _ slots: [Dimension.Slot], step: Double, isLarge: Bool, leastLines: Int,
        values: AxisOptions.Values? = nil, margins: (left: Double, right: Double),
        style: ChartStyle, isStrong: [Bool], on canvas: inout Canvas
    ) {
        let slots = Self.named(slots, by: values, on: &canvas)
        self.slots = slots
        self.style = style
        self.step = step
        self.isLarge = isLarge
        self.leastLines = leastLines
        let looks = isStrong.map { look(isStrong: $0) }
        let single = zip(slots, looks).map { [canvas.line($0.label, $1)] }
        let widest = single.map { $0[0].width }.max() ?? 0
        if widest <= step - 2 * Self.air {
            lines = single
        } else if isOrdered {
            let every = Self.every(widest + 2, step, of: slots)
            lines = single.indices.map { index in
                let half = single[index][0].width / 2
                let fits =
                    half <= step * (Double(index) + 0.5) + margins.left
                    && half <= step * (Double(slots.count - 1 - index) + 0.5) + margins.right
                return fits && Self.isShown(index, every, of: slots) ? single[index] : nil
            }
        } else {
            wrap(looks, on: &canvas)
        }
    }

    /// The slots with the names of those that the axis does not name taken away.
    private static func named(
        _ slots: [Dimension.Slot], by values: AxisOptions.Values?, on canvas: inout Canvas
    ) -> [Dimension.Slot] {
        let wanted: Set<String>
        switch values {
        case .names(let names): wanted = Set(names)
        case .numbers(let numbers): wanted = Set(Channel("", .numbers(numbers)).names)
        case .dates(let days): wanted = Set(days.map(\.description))
        case .count, nil: return slots
        }
        // A period goes by its label as well: 2024 stands for 2024-01-01.
        let isNamed = { (slot: Dimension.Slot) in
            wanted.contains(slot.key) || wanted.contains(slot.label)
        }
        let known = Set(slots.flatMap { [$0.key, $0.label] })
        for name in wanted.subtracting(known).sorted() {
            canvas.warning("the axis has a tick at \(name) outside of its domain")
        }
        return slots.map { slot in
            var slot = slot
            if !isNamed(slot) { slot.label = "" }
            return slot
        }
    }

    /// Every how many names one is printed, so that they keep clear of each other.
    ///
    /// Months under their years go by steps that divide a year, so that all years look alike.
    private static func every(_ width: Double, _ step: Double, of slots: [Dimension.Slot]) -> Int {
        let least = max(1, Int((width / max(step, 0.1)).rounded(.up)))
        guard month(of: slots) != nil else { return least }
        return [1, 2, 3, 4, 6, 12].first { $0 >= least } ?? (least + 11) / 12 * 12
    }

    /// Whether a name is printed for its neighbours: counted from January, else from the last one.
    private static func isShown(_ index: Int, _ every: Int, of slots: [Dimension.Slot]) -> Bool {
        guard let first = month(of: slots) else { return (slots.count - 1 - index) % every == 0 }
        return (first + index) % every == 0
    }

    /// The month of the first slot, from 0, where slots are months in groups.
    private static func month(of slots: [Dimension.Slot]) -> Int? {
        guard let first = slots.first, let second = slots.dropFirst().first, !first.group.isEmpty,
            let one = CivilDate(iso: first.key), let two = CivilDate(iso: second.key),
            two.monthIndex - one.monthIndex == 1
        else { return nil }
        return one.month - 1
    }

    /// How far the first and the last name may reach beyond their slots' middles, in points.
    static func reach(
        _ slots: [Dimension.Slot], in width: Double, style: ChartStyle, on canvas: inout Canvas
    ) -> Double {
        let step = width / Double(max(slots.count - 1, 1))
        let ends = [slots.first, slots.last].compactMap { $0?.label }
        let widest = ends.map { canvas.line($0, style.text(11, .semibold)).width }.max() ?? 0
        // Longer names are broken into the width of a slot; years and numbers are not.
        return min(widest, max(step, 44)) / 2
    }

    /// Names that follow from their neighbours': numbers, dates, and periods.
    private var isOrdered: Bool {
        hasGroups || slots.allSatisfy { Double($0.key) != nil || CivilDate(iso: $0.key) != nil }
    }

    /// Breaks names into lines, in the largest size in which all fit: an axis has one size.
    private mutating func wrap(_ looks: [TextStyle], on canvas: inout Canvas) {
        let width = step - 2 * Self.air
        let least = max(Paragraph.leastScale, Paragraph.leastSize / size)
        for scale in [1, (1 + least) / 2, least] {
            lines = zip(slots, looks).map { slot, look in
                let broken = Paragraph(
                    slot.label, look.with { $0.size *= scale }, leading: leading,
                    breaking: .balanced
                ).lines(in: width, measuring: canvas.measurer)
                let fits =
                    broken.count <= Self.mostLines
                    && broken.allSatisfy { $0.width <= width + 0.5 }
                return fits ? broken : nil
            }
            if lines.allSatisfy({ $0 != nil }) { break }
        }
        dropped = zip(slots, lines).filter { $1 == nil && !$0.label.isEmpty }.map(\.0.label)
    }

    private func look(isStrong: Bool) -> TextStyle {
        if isLarge { return style.text(13, .bold) }
        return isStrong
            ? style.text(size, .semibold) : style.text(size, .medium, style.muted)
    }

    /// The room below the axis line, in points.
    var height: Double {
        let most = max(leastLines, lines.map { $0?.count ?? 0 }.max() ?? 1)
        return hasGroups ? 40 : Double(most) * leading + 7
    }

    /// Draws the names below `base`, each in the middle of its slot.
    ///
    /// - Parameter middle: where a slot's middle stands.
    func draw(below base: Double, middle: (Int) -> Double, on canvas: inout Canvas) {
        for (index, lines) in lines.enumerated() {
            for (number, line) in (lines ?? []).enumerated() where !line.text.isEmpty {
                canvas.text(
                    line, x: middle(index),
                    baseline: base + top + size * 0.97 + Double(number) * leading, .center)
            }
        }
        for name in dropped {
            canvas.warning(
                "no room for the name “\(name)” below its slot",
                hint: "let the bars lie, shorten the name, or give the chart more width")
        }
        drawGroups(below: base, middle: middle, on: &canvas)
    }

    /// A bracket under the slots of each group, with its label.
    private func drawGroups(below base: Double, middle: (Int) -> Double, on canvas: inout Canvas) {
        guard hasGroups else { return }
        var first = 0
        for index in slots.indices {
            let group = slots[index].group
            guard index == slots.count - 1 || slots[index + 1].group != group else { continue }
            defer { first = index + 1 }
            guard !group.isEmpty else { continue }
            let inset = min(6, step / 4)
            let ends = [middle(first), middle(index)]
            GroupBracket(label: group, style: style).draw(
                from: (ends.min() ?? 0) - step / 2 + inset,
                to: (ends.max() ?? 0) + step / 2 - inset,
                room: 2 * inset, at: base + 20.5, on: &canvas)
        }
    }
}
