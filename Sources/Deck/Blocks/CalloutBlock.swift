import Diagnostics
import Graphics
import Layout
import YAML

/// The panel that carries a page's key figure or sentence.
struct CalloutBlock: Block {
    var heading: Template?
    var figure: Template?
    var meter: Template?
    var text: Template?
    var period: Template?
    /// Whether a short bar of accent stands above a callout without a figure.
    var hasBar: Bool
    var surface: Surface

    init?(reading node: Node, into reading: Reading) {
        let fields = Fields(node, "a callout", reading)
        heading = fields.template("heading")
        figure = fields.template("figure")
        meter = fields.template("meter")
        text = fields.template("text")
        period = fields.template("period")
        hasBar = fields.flag("bar") ?? false
        surface = fields.word("panel", Surface.self) ?? .ink
        fields.finish()
        if figure == nil, text == nil, node.pairs != nil {
            reading.error("a callout needs a figure or a text", at: node.location)
            return nil
        }
    }

    func element(_ resolver: Resolver, on surface: Surface) -> any Element {
        CalloutElement(
            heading: heading.map { resolver.text($0) }, figure: figure.map { resolver.text($0) },
            meter: meter.flatMap { resolver.number($0) }, text: text.map { resolver.text($0) },
            period: period.map { resolver.text($0) }, hasBar: hasBar, theme: resolver.theme,
            surface: self.surface)
    }
}

private struct CalloutElement: Element {
    var heading: RichText?
    var figure: RichText?
    var meter: Double?
    var text: RichText?
    var period: RichText?
    var hasBar: Bool
    var theme: Theme
    var surface: Surface

    func size(in space: Size, measuring measurer: any TextMeasurer) -> Size { space }

    func draw(in rect: Rect, on canvas: inout Canvas) {
        for part in [heading, figure, text, period] {
            canvas.footnotes.formUnion(part?.footnotes ?? [])
        }
        canvas.tagged(Tag(.artifact)) { $0.fill(rect, theme.color(surface.ground)) }
        let margin = hasBar ? 22.0 : 20
        let inner = rect.inset(by: Insets(horizontal: margin, vertical: margin - 4))
        // Measured once without drawing, so that the group can stand in the middle of its panel.
        var trial = Canvas(measurer: canvas.measurer)
        let height = draw(in: inner, top: inner.minY, on: &trial) - inner.minY
        let free = max(0, inner.height - height)
        draw(in: inner, top: inner.minY + free / 2, on: &canvas)
    }

    /// Draws the parts from `top` down and returns where they end.
    @discardableResult
    private func draw(in inner: Rect, top: Double, on canvas: inout Canvas) -> Double {
        var y = top
        if hasBar {
            canvas.fill(
                Rect(x: inner.minX, y: y, width: 44, height: 6), theme.color(surface.strong))
            y += 6 + 20
        }
        if let heading {
            y = paragraph(
                heading, theme.text(14, .semibold, surface.text), 20, in: inner, y, &canvas)
            y += 10
        }
        if let figure { y = drawFigure(figure, in: inner, y, &canvas) }
        if let meter {
            y += 16
            canvas.meter(
                meter, in: Rect(x: inner.minX, y: y, width: inner.width, height: 6),
                mark: theme.color(surface.strong), track: theme.color(surface.track))
            y += 6
        }
        if let text {
            y += figure == nil ? 0 : 12
            let token = figure == nil ? TypeToken(22, 32, .bold) : theme.token(.callout)
            let style = TextStyle(
                family: theme.family, size: token.size, weight: token.weight,
                color: theme.color(surface.text))
            y = paragraph(text, style, token.leading, in: inner, y, &canvas)
        }
        if let period {
            y += 12
            y = paragraph(period, theme.text(14, .medium, surface.muted), 20, in: inner, y, &canvas)
        }
        return y
    }

    private func drawFigure(
        _ figure: RichText, in inner: Rect, _ y: Double, _ canvas: inout Canvas
    ) -> Double {
        var size = 60.0
        var line: TextLine
        repeat {
            let style = theme.text(size, .extrabold, surface.strong).with { $0.tracking = -0.02 }
            line = canvas.line(figure.figureRuns(style))
            if line.width > inner.width { size -= 1 }
        } while line.width > inner.width && size > 24
        if line.width > inner.width + 0.5 {
            canvas.error(
                "the figure “\(figure.plain)” needs \(Int(line.width.rounded(.up))) pt of width, has "
                    + "\(Int(inner.width))", hint: "shorten it, or give the callout a larger span")
        }
        canvas.tagged(Tag(.paragraph)) { canvas in
            canvas.text(line, x: inner.minX, baseline: y + size * 0.73)
        }
        return y + size * 0.73 + 2
    }

    private func paragraph(
        _ text: RichText, _ style: TextStyle, _ leading: Double, in inner: Rect, _ y: Double,
        _ canvas: inout Canvas
    ) -> Double {
        let strong = style.with { $0.color = theme.color(surface.strong) }
        let paragraph = Paragraph(
            text.runs(style, strong: strong), leading: leading, breaking: .balanced)
        let room = Rect(left: inner.minX, top: y, right: inner.maxX, bottom: max(y, inner.maxY))
        let height = paragraph.size(in: room.size, measuring: canvas.measurer).height
        canvas.tagged(Tag(.paragraph)) { paragraph.draw(in: room, on: &$0) }
        return y + height
    }
}

extension Canvas {
    /// A share of a whole as a bar on a track; a share outside of 0 to 1 is an error.
    mutating func meter(_ share: Double, in rect: Rect, mark: Color, track: Color) {
        guard (0...1).contains(share) else {
            return error(
                "a meter shows a share from 0 to 1, not \(share)", hint: "divide per cents by 100")
        }
        tagged(Tag(.artifact)) { canvas in
            canvas.fill(rect, track)
            canvas.fill(
                Rect(x: rect.minX, y: rect.minY, width: rect.width * share, height: rect.height),
                mark)
        }
    }
}
