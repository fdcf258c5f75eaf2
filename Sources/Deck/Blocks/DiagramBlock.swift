import Diagnostics
import Glibc
import Graphics
import Layout
import YAML

/// Nodes evenly spaced on a ring around a centre, each with an icon and a label beside it.
struct DiagramBlock: Block {
    /// One node.
    struct Item: Sendable {
        var text: Template
        var icon: Icon?
    }

    var items: [Item]
    var center: Icon?

    init?(reading node: Node, into reading: Reading) {
        let fields = Fields(node, "a diagram", reading)
        center = fields.word("center", Icon.self)
        _ = fields.required("nodes")
        items = fields.list("nodes").compactMap { item in
            let fields = Fields(item, "a node", reading)
            let text = fields.requiredTemplate("text")
            let icon = fields.word("icon", Icon.self)
            fields.finish()
            return text.map { Item(text: $0, icon: icon) }
        }
        fields.finish()
        if !(2...12).contains(items.count), node.pairs != nil {
            reading.error("a diagram has 2 to 12 nodes, not \(items.count)", at: node.location)
            return nil
        }
    }

    func element(_ resolver: Resolver, on surface: Surface) -> any Element {
        RingElement(
            nodes: items.map { (resolver.text($0.text), $0.icon) }, center: center,
            theme: resolver.theme, surface: surface)
    }

    func alternative(_ resolver: Resolver, heading: String, unit: String) -> Alternative? {
        Alternative(short: items.map { resolver.text($0.text).plain }.joined(separator: "; "))
    }
}

private struct RingElement: Element {
    var nodes: [(text: RichText, icon: Icon?)]
    var center: Icon?
    var theme: Theme
    var surface: Surface

    func size(in space: Size, measuring measurer: any TextMeasurer) -> Size { space }

    func draw(in rect: Rect, on canvas: inout Canvas) {
        let middle = rect.center
        // The ring, half a node above and below it, and a little air fill the height.
        let ring = min(rect.height * 0.405, rect.width * 0.19)
        let node = ring * 0.25
        let hub = ring * 0.45
        let places = nodes.indices.map { middle + direction($0) * ring }
        canvas.tagged(Tag(.artifact)) { canvas in
            canvas.stroke(
                .circle(center: middle, radius: ring), Stroke(theme.color(.hairline), width: 10))
            for index in nodes.indices {
                canvas.line(
                    from: middle + direction(index) * hub,
                    to: middle + direction(index) * (ring - node - 4),
                    Stroke(theme.color(.hairline), width: 2))
            }
            canvas.fill(.circle(center: middle, radius: hub), theme.color(.ink))
            if let center {
                canvas.icon(
                    center, center: middle, size: hub * 1.2, color: theme.color(.accentLight))
            }
        }
        for ((text, icon), place) in zip(nodes, places) {
            canvas.footnotes.formUnion(text.footnotes)
            // A ring of the ground's colour lets the node stand free of the ring.
            canvas.fill(.circle(center: place, radius: node + 5), theme.color(surface.ground))
            canvas.fill(.circle(center: place, radius: node), theme.color(.primary))
            if let icon {
                canvas.icon(icon, center: place, size: node * 0.95, color: theme.color(.ground))
            }
            drawLabel(text, beside: place, node: node, middle: middle, in: rect, on: &canvas)
        }
    }

    /// Nodes start so that as many stand left as right: half a step before twelve o'clock.
    private func direction(_ index: Int) -> Point {
        let step = 2 * Double.pi / Double(nodes.count)
        let angle = -Double.pi / 2 - step / 2 + step * Double(index)
        return Point(cos(angle), sin(angle))
    }

    private func drawLabel(
        _ text: RichText, beside place: Point, node: Double, middle: Point, in rect: Rect,
        on canvas: inout Canvas
    ) {
        let isRight = place.x >= middle.x
        let gap = node + 18
        let room = isRight ? rect.maxX - place.x - gap : place.x - gap - rect.minX
        let width = max(0, min(room, 272))
        let frame = Rect(
            x: isRight ? place.x + gap : place.x - gap - width, y: place.y - 60, width: width,
            height: 120)
        canvas.tagged(Tag(.paragraph)) { canvas in
            Paragraph(
                text.runs(theme.text(.node, surface.text)), leading: theme.token(.node).leading,
                alignment: isRight ? .left : .right, breaking: .balanced, vertical: .center
            ).draw(in: frame, on: &canvas)
        }
    }
}
