import Diagnostics
import Graphics
import Layout
import YAML

/// Panels of equal size, each with an icon and a paragraph.
struct CardsBlock: Block {
    /// One card.
    struct Item: Sendable {
        var text: Template
        var title: Template?
        var icon: Icon?
        var panel: Surface
    }

    var columns: Int
    var items: [Item]

    init?(reading node: Node, into reading: Reading) {
        let fields = Fields(node, "cards", reading)
        columns = fields.whole("columns", within: 1...6) ?? 3
        items = fields.requiredList("items").compactMap { item in
            let fields = Fields(item, "a card", reading)
            let text = fields.requiredTemplate("text")
            let title = fields.template("title")
            let icon = fields.word("icon", Icon.self)
            let panel = fields.word("panel", Surface.self) ?? .panel
            fields.finish()
            return text.map { Item(text: $0, title: title, icon: icon, panel: panel) }
        }
        fields.finish()
    }

    func element(_ resolver: Resolver, on surface: Surface) -> any Element {
        Grid(
            columns: columns, gap: resolver.theme.gutter,
            items.map { item in
                let card = CardElement(
                    text: resolver.text(item.text), title: item.title.map { resolver.text($0) },
                    icon: item.icon, theme: resolver.theme, surface: item.panel)
                return Grid.Cell(
                    Located(
                        Panel(card, ground: resolver.theme.color(item.panel.ground)),
                        at: item.text.location))
            })
    }
}

/// An icon at the top left, text below it.
private struct CardElement: Element {
    var text: RichText
    var title: RichText?
    var icon: Icon?
    var theme: Theme
    var surface: Surface

    func size(in space: Size, measuring measurer: any TextMeasurer) -> Size { space }

    func draw(in rect: Rect, on canvas: inout Canvas) {
        canvas.footnotes.formUnion(text.footnotes)
        let inner = rect.inset(by: Insets(top: 18, left: 20, bottom: 12, right: 20))
        var top = inner.minY
        if let icon {
            let isKey = surface == .ink
            canvas.disc(
                icon, center: Point(inner.minX + 20, top + 20), radius: 20,
                ground: theme.color(isKey ? .accentLight : .primary),
                line: theme.color(isKey ? .ink : .ground))
            top += 52
        }
        if let title {
            let paragraph = Paragraph(
                title.runs(theme.text(.panelTitle, surface.text)),
                leading: theme.token(.panelTitle).leading, breaking: .balanced)
            let room = Rect(left: inner.minX, top: top, right: inner.maxX, bottom: inner.maxY)
            let height = paragraph.size(in: room.size, measuring: canvas.measurer).height
            canvas.tagged(Tag(.heading(2))) { paragraph.draw(in: room, on: &$0) }
            top += height + 4
        }
        let style = theme.text(.card, surface.text)
        let strong = style.with { $0.color = theme.color(surface.strong) }
        let frame = Rect(left: inner.minX, top: top, right: inner.maxX, bottom: inner.maxY)
        canvas.tagged(Tag(.paragraph)) { canvas in
            Paragraph(
                text.runs(style, strong: strong), leading: theme.token(.card).leading,
                breaking: .balanced
            ).draw(in: frame, on: &canvas)
        }
    }
}
