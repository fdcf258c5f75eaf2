import Diagnostics
import Graphics
import Layout
import YAML

/// A sentence on a dark strip across the page.
struct BannerBlock: Block {
    var text: Template

    init?(reading node: Node, into reading: Reading) {
        guard let text = Template(reading: node, into: reading) else { return nil }
        self.text = text
    }

    func element(_ resolver: Resolver, on surface: Surface) -> any Element {
        BannerElement(text: resolver.text(text), theme: resolver.theme)
    }
}

private struct BannerElement: Element {
    var text: RichText
    var theme: Theme

    func size(in space: Size, measuring measurer: any TextMeasurer) -> Size {
        Size(space.width, min(space.height, 56))
    }

    func draw(in rect: Rect, on canvas: inout Canvas) {
        canvas.footnotes.formUnion(text.footnotes)
        canvas.tagged(Tag(.artifact)) { canvas in
            canvas.fill(rect, theme.color(.ink))
            canvas.fill(
                Rect(x: rect.minX, y: rect.minY, width: 6, height: rect.height),
                theme.color(.accentLight))
        }
        let style = theme.text(.banner, .ground)
        let strong = style.with { $0.color = theme.color(.accentLight) }
        canvas.tagged(Tag(.paragraph)) { canvas in
            Paragraph(
                text.runs(style, strong: strong), leading: theme.token(.banner).leading,
                breaking: .balanced, vertical: .center
            ).draw(in: rect.inset(by: Insets(top: 2, left: 28, bottom: 2, right: 22)), on: &canvas)
        }
    }
}
