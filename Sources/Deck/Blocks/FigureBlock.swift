import Diagnostics
import Graphics
import Layout
import YAML

/// A key figure with its unit, its label, and optionally a meter, a bar and a variation chip.
struct FigureBlock: Block {
    /// How large the figure is set.
    enum Scale: String, CaseIterable, Sendable {
        case small, medium, large, huge

        /// The size in points.
        var points: Double {
            switch self {
            case .small: 22
            case .medium: 37
            case .large: 46
            case .huge: 58
            }
        }
    }

    var value: Template
    var unit: Template?
    var label: Template?
    var above: Template?
    var aside: Template?
    var meter: Template?
    var bar: Template?
    var chip: Chip?
    var scale: Scale
    var color: ColorRole?
    var unitBelow: Bool
    /// The share of the width it takes among the figures of a tile.
    var span: Double

    /// A change against an earlier period.
    struct Chip: Sendable {
        var change: Template
        var label: Template?
    }

    init?(reading node: Node, into reading: Reading) {
        let fields = Fields(node, "a figure", reading)
        self.init(fields, scale: .medium)
        fields.finish()
    }

    /// Reads the keys of a figure that stands among the keys of something else.
    init?(_ fields: Fields, scale: Scale) {
        let value = fields.requiredTemplate("value")
        unit = fields.template("unit")
        label = fields.template("label")
        above = fields.template("above")
        aside = fields.template("aside")
        meter = fields.template("meter")
        bar = fields.template("bar")
        self.scale = fields.word("size", Scale.self) ?? scale
        color = fields.word("color", ColorRole.self)
        unitBelow = fields.flag("unit-below") ?? false
        span = fields.number("share", within: 0.1...100) ?? 1
        if let node = fields.node("chip") {
            let fields = Fields(node, "a chip", fields.reading)
            chip = fields.requiredTemplate("change").map {
                Chip(change: $0, label: fields.template("label"))
            }
            fields.finish()
        }
        guard let value else { return nil }
        self.value = value
    }

    func element(_ resolver: Resolver, on surface: Surface) -> any Element {
        FigureElement(
            value: resolver.text(value), unit: unit.map { resolver.text($0) },
            label: label.map { resolver.text($0) }, above: above.map { resolver.text($0) },
            aside: aside.map { resolver.text($0) }, meter: meter.flatMap { resolver.number($0) },
            bar: bar.flatMap { resolver.number($0) },
            chip: chip.map { chip in
                FigureElement.Chip(
                    change: resolver.text(chip.change), sign: resolver.number(chip.change) ?? 0,
                    label: chip.label.map { resolver.text($0) })
            },
            size: scale.points, color: resolver.theme.color(color ?? surface.figure),
            unitBelow: unitBelow, theme: resolver.theme, surface: surface)
    }
}

/// Parts from top to bottom: words above, figure with unit, bar, label, chip; a meter at the foot.
struct FigureElement: Element {
    struct Chip: Sendable {
        var change: RichText
        var sign: Double
        var label: RichText?
    }

    var value: RichText
    var unit: RichText?
    var label: RichText?
    var above: RichText?
    var aside: RichText?
    var meter: Double?
    var bar: Double?
    var chip: Chip?
    var size: Double
    var color: Color
    var unitBelow: Bool
    var theme: Theme
    var surface: Surface

    /// The height of a digit: 0.727 em in Inter.
    private static let digitHeight = 0.727

    /// Between a figure and its unit, in points.
    private static func unitGap(_ size: Double) -> Double { max(5, size * 0.12) }

    func size(in space: Size, measuring measurer: any TextMeasurer) -> Size {
        var canvas = Canvas(measurer: measurer)
        let rect = Rect(origin: .zero, size: Size(space.width, .infinity))
        return Size(space.width, draw(from: rect, on: &canvas) + (meter == nil ? 0 : 18))
    }

    func draw(in rect: Rect, on canvas: inout Canvas) {
        for part in [value, unit, label, above, aside, chip?.change] {
            canvas.footnotes.formUnion(part?.footnotes ?? [])
        }
        let end = draw(from: rect, on: &canvas)
        if end > rect.maxY + 0.5 {
            canvas.error(
                "the figure “\(value.plain)” and its label need \(Int((end - rect.minY).rounded(.up)))"
                    + " pt of height, have \(Int(rect.height))",
                hint: "shorten the label, or set the figure smaller")
        }
        if let meter {
            // At the foot, so that the meters of a row of tiles stand on one line.
            canvas.meter(
                meter, in: Rect(x: rect.minX, y: rect.maxY - 6, width: rect.width, height: 6),
                mark: theme.color(surface.mark), track: theme.color(surface.track))
        }
    }

    /// Draws all but the meter from the top and returns where they end.
    private func draw(from rect: Rect, on canvas: inout Canvas) -> Double {
        var y = rect.minY
        if let above {
            y = paragraph(above, theme.text(14, .semibold, surface.text), 18, rect, y, &canvas) + 7
        }
        y = drawFigure(rect, y, &canvas)
        if let unit, unitBelow {
            y =
                paragraph(unit, theme.text(13, .semibold, surface.text), 17, rect, y + 7, &canvas)
                - 6
        }
        if let bar {
            y += 13
            if (0...1).contains(bar) {
                canvas.tagged(Tag(.artifact)) { canvas in
                    canvas.fill(
                        Rect(x: rect.minX, y: y, width: (rect.width - 16) * bar, height: 8),
                        theme.color(surface.mark))
                }
            } else {
                canvas.error(
                    "a bar shows a share from 0 to 1, not \(bar)", hint: "divide by the greatest")
            }
            y += 8
        }
        if let label {
            let isHead = size >= 44 && surface != .ink
            let style =
                isHead
                ? theme.text(16.5, .bold, surface.text)
                : theme.text(.label, surface == .ink ? surface.muted : surface.text)
            let leading = isHead ? 21 : theme.token(.label).leading
            y = paragraph(
                label, style, leading, rect, y + (isHead ? 6 : 7 + size * 0.1), &canvas)
        }
        if let chip { y = drawChip(chip, rect, y + 15, &canvas) }
        return y
    }

    private func drawFigure(_ rect: Rect, _ top: Double, _ canvas: inout Canvas) -> Double {
        var size = size
        var line = canvas.line(figureRuns(size))
        let tail = tailRuns()
        let rest = tail.isEmpty ? 0 : canvas.line(tail).width + Self.unitGap(size)
        // A figure may shrink to 85 % like any text, then it is an error.
        let least = self.size * Paragraph.leastScale
        while line.width + rest > rect.width + 0.5, size > least {
            size = max(least, size - 0.5)
            line = canvas.line(figureRuns(size))
        }
        if line.width + rest > rect.width + 0.5 {
            canvas.error(
                "the figure “\(value.plain)” needs \(Int((line.width + rest).rounded(.up))) pt of "
                    + "width, has \(Int(rect.width))",
                hint: "set it smaller, or give it a larger share")
        }
        let baseline = top + size * Self.digitHeight
        canvas.tagged(Tag(.paragraph)) { canvas in
            canvas.text(line, x: rect.minX, baseline: baseline)
            if !tail.isEmpty {
                let tailLine = canvas.line(tail)
                canvas.text(
                    tailLine, x: rect.minX + line.width + Self.unitGap(size), baseline: baseline)
            }
            if let aside {
                let words = canvas.line(aside.runs(theme.text(13, .bold, surface.text)))
                if line.width + rest + 6 + words.width > rect.width + 0.5 {
                    canvas.error(
                        "there is no room for “\(aside.plain)” beside “\(value.plain)”",
                        hint: "shorten it, or move it to the label")
                }
                canvas.text(words, x: rect.maxX, baseline: baseline, .right)
            }
        }
        return baseline
    }

    private func figureRuns(_ size: Double) -> [TextRun] {
        let style = TextStyle(
            family: theme.family, size: size, weight: .extrabold, color: color, tracking: -0.025)
        return value.figureRuns(style)
    }

    /// The unit beside the figure: letters as high as a third of it, capitals spaced.
    private func tailRuns() -> [TextRun] {
        guard let unit, !unitBelow, !unit.isEmpty else { return [] }
        let isLong = unit.plain.count > 4
        let style = TextStyle(
            family: theme.family, size: isLong ? 11 : max(11, size * 0.43),
            weight: isLong ? .semibold : .bold, color: isLong ? theme.color(surface.muted) : color,
            tracking: isLong ? 0.04 : 0)
        return unit.runs(style)
    }

    private func drawChip(
        _ chip: Chip, _ rect: Rect, _ top: Double, _ canvas: inout Canvas
    ) -> Double {
        let isFall = chip.sign < 0
        // Without a direction, be there no change or no figure, a chip has neither arrow nor colour.
        let (ground, ink, lead): (ColorRole, ColorRole, Double) =
            chip.sign == 0
            ? (.track, .ink, 10)
            : isFall ? (.chipNegativeGround, .chipNegativeText, 27) : (.chipGround, .chipText, 27)
        let line = canvas.line(chip.change.runs(theme.text(14, .bold, ink)))
        let box = Rect(x: rect.minX, y: top, width: lead + line.width + min(lead, 9), height: 26)
        let arrowX = box.minX + 16.5
        let tip = isFall ? box.maxY - 7.5 : box.minY + 7.5
        let foot = isFall ? box.minY + 8 : box.maxY - 8
        canvas.tagged(Tag(.paragraph)) { canvas in
            canvas.fill(box, theme.color(ground))
            if chip.sign != 0 {
                canvas.fill(
                    .polygon([
                        Point(arrowX, tip), Point(arrowX + 6.5, foot), Point(arrowX - 6.5, foot),
                    ]), theme.color(ink))
            }
            canvas.text(line, x: box.minX + lead, baseline: box.midY + 5.1)
            if let label = chip.label {
                let style = theme.text(10.5, .semibold, surface.muted).with { $0.tracking = 0.05 }
                let words = canvas.line(label.runs(style))
                if box.maxX + 10 + words.width > rect.maxX + 0.5 {
                    canvas.error(
                        "there is no room for “\(label.plain)” beside the variation",
                        hint: "shorten it, or give the figure a larger share")
                }
                canvas.text(words, x: box.maxX + 10, baseline: box.midY + 3.8)
            }
        }
        return box.maxY
    }

    private func paragraph(
        _ text: RichText, _ style: TextStyle, _ leading: Double, _ rect: Rect, _ top: Double,
        _ canvas: inout Canvas
    ) -> Double {
        let paragraph = Paragraph(text.runs(style), leading: leading, breaking: .balanced)
        let room = Rect(x: rect.minX, y: top, width: rect.width, height: .infinity)
        let height = paragraph.size(in: room.size, measuring: canvas.measurer).height
        let frame = Rect(x: rect.minX, y: top, width: rect.width, height: height)
        canvas.tagged(Tag(.paragraph)) { paragraph.draw(in: frame, on: &$0) }
        return top + height
    }
}
