import Diagnostics
import Graphics
import Layout
import YAML

/// Words of one role.
struct TextBlock: Block {
    var text: Template
    var role: TypeRole
    var color: ColorRole?
    var alignment: HorizontalAlignment
    var breaking: LineBreaking?
    var vertical: VerticalAlignment

    init?(reading node: Node, into reading: Reading) {
        if node.scalar != nil {
            guard let text = Template(reading: node, into: reading) else { return nil }
            self.text = text
            (role, color, alignment, breaking, vertical) = (.body, nil, .left, nil, .top)
            return
        }
        let fields = Fields(node, "a text", reading)
        let text = fields.requiredTemplate("text")
        role = fields.word("role", TypeRole.self) ?? .body
        color = fields.word("color", ColorRole.self)
        alignment = fields.word("align", HorizontalAlignment.self) ?? .left
        breaking = fields.word("lines", LineBreaking.self)
        vertical = fields.word("vertical", VerticalAlignment.self) ?? .top
        fields.finish()
        guard let text else { return nil }
        self.text = text
    }

    func element(_ resolver: Resolver, on surface: Surface) -> any Element {
        let theme = resolver.theme
        let style = theme.text(role, color ?? surface.text)
        let strong = style.with { $0.color = theme.color(surface.strong) }
        // Statements are balanced; running text fills its lines.
        let statements: [TypeRole] = [
            .claim, .lead, .statement, .title, .node, .heading, .panelTitle,
        ]
        return MarkedParagraph(
            text: resolver.text(text), style: style, strong: strong,
            leading: theme.token(role).leading, alignment: alignment,
            breaking: breaking ?? (statements.contains(role) ? .balanced : .filled),
            vertical: vertical)
    }
}

/// A paragraph that brings its footnotes.
struct MarkedParagraph: Element {
    var text: RichText
    var style: TextStyle
    var strong: TextStyle?
    var leading: Double
    var alignment: HorizontalAlignment = .left
    var breaking: LineBreaking = .filled
    var mostLines: Int?
    var vertical: VerticalAlignment = .top

    private var paragraph: Paragraph {
        Paragraph(
            text.runs(style, strong: strong), leading: leading, alignment: alignment,
            breaking: breaking, mostLines: mostLines, vertical: vertical)
    }

    func size(in space: Size, measuring measurer: any TextMeasurer) -> Size {
        paragraph.size(in: space, measuring: measurer)
    }

    func draw(in rect: Rect, on canvas: inout Canvas) {
        canvas.footnotes.formUnion(text.footnotes)
        canvas.tagged(Tag(.paragraph)) { paragraph.draw(in: rect, on: &$0) }
    }
}
