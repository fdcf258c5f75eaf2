import Diagnostics
import Graphics
import Layout
import YAML

/// Points one above the other, parted by hairlines, each with a dot or an icon.
struct BulletsBlock: Block {
    /// One point.
    struct Item: Sendable {
        var text: Template
        var icon: Icon?
    }

    var items: [Item]

    init?(reading node: Node, into reading: Reading) {
        guard let nodes = node.items, !nodes.isEmpty else {
            reading.error("bullets are a list of texts", at: node.location)
            return nil
        }
        items = nodes.compactMap { item in
            if item.scalar != nil {
                return Template(reading: item, into: reading).map { Item(text: $0) }
            }
            let fields = Fields(item, "a bullet", reading)
            let text = fields.requiredTemplate("text")
            let icon = fields.word("icon", Icon.self)
            fields.finish()
            return text.map { Item(text: $0, icon: icon) }
        }
    }

    func element(_ resolver: Resolver, on surface: Surface) -> any Element {
        BulletsElement(
            items: items.map { (resolver.text($0.text), $0.icon) }, theme: resolver.theme,
            surface: surface)
    }
}

/// Rows of equal height; text stands in the middle of its row.
private struct BulletsElement: Element {
    var items: [(text: RichText, icon: Icon?)]
    var theme: Theme
    var surface: Surface

    /// Beyond this height a row's text would stand alone, in points.
    private static let tallestRow = 84.0

    private var indent: Double { items.contains { $0.icon != nil } ? 60 : 24 }

    func size(in space: Size, measuring measurer: any TextMeasurer) -> Size {
        let natural = Double(items.count) * 54
        return Size(space.width, min(space.height, natural))
    }

    func draw(in rect: Rect, on canvas: inout Canvas) {
        let pitch = min(rect.height / Double(items.count), Self.tallestRow)
        let style = theme.text(.body, surface.text)
        let strong = style.with { $0.color = theme.color(surface.strong) }
        canvas.tagged(Tag(.list)) { canvas in
            for (index, item) in items.enumerated() {
                let row = Rect(
                    x: rect.minX, y: rect.minY + Double(index) * pitch, width: rect.width,
                    height: pitch)
                if index > 0 {
                    canvas.line(
                        from: Point(row.minX, row.minY), to: Point(row.maxX, row.minY),
                        Stroke(theme.color(surface.rule), width: 0.75))
                }
                canvas.footnotes.formUnion(item.text.footnotes)
                canvas.tagged(Tag(.listItem)) { canvas in
                    if let icon = item.icon {
                        canvas.disc(
                            icon, center: Point(row.minX + 20, row.midY), radius: 20,
                            ground: theme.color(.primary), line: theme.color(.ground))
                    } else {
                        canvas.fill(
                            .circle(center: Point(row.minX + 5, row.midY), radius: 5),
                            theme.color(.primary))
                    }
                    Paragraph(
                        item.text.runs(style, strong: strong), leading: theme.token(.body).leading,
                        breaking: .balanced, vertical: .center
                    ).draw(
                        in: row.inset(by: Insets(top: 4, left: indent, bottom: 4, right: 4)),
                        on: &canvas)
                }
            }
        }
    }
}

extension Canvas {
    /// An icon on a filled disc, drawn to fill three fifths of it.
    mutating func disc(
        _ icon: Icon, center: Point, radius: Double, ground: Color, line: Color
    ) {
        tagged(Tag(.artifact)) { canvas in
            canvas.fill(.circle(center: center, radius: radius), ground)
            canvas.icon(icon, center: center, size: radius * 1.2, color: line)
        }
    }

    /// An icon in a square of `size`.
    mutating func icon(_ icon: Icon, center: Point, size: Double, color: Color) {
        for item in icon.items(center: center, size: size, color: color) { add(item) }
    }
}
