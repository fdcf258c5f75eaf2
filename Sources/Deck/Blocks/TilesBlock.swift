import Diagnostics
import Graphics
import Layout
import YAML

/// Panels in a grid, each with one figure or several side by side.
struct TilesBlock: Block {
    /// One panel.
    struct Tile: Sendable {
        var figures: [FigureBlock]
        var span: Int
        var panel: Surface
        var location: SourceLocation
    }

    var columns: Int
    var tiles: [Tile]

    init?(reading node: Node, into reading: Reading) {
        let fields = Fields(node, "tiles", reading)
        columns = fields.whole("columns", within: 1...6) ?? 3
        tiles = fields.requiredList("items").map { item in
            let fields = Fields(item, "a tile", reading)
            let span = fields.whole("span", within: 1...6) ?? 1
            let panel = fields.word("panel", Surface.self) ?? .panel
            let scale: FigureBlock.Scale = panel == .ink ? .huge : .medium
            var figures: [FigureBlock] = []
            if item["figures"] != nil {
                figures = fields.list("figures").compactMap { node in
                    let fields = Fields(node, "a figure", reading)
                    defer { fields.finish() }
                    return FigureBlock(fields, scale: scale)
                }
            } else if let figure = FigureBlock(fields, scale: scale) {
                figures = [figure]
            }
            fields.finish()
            return Tile(figures: figures, span: span, panel: panel, location: item.location)
        }
        fields.finish()
    }

    func element(_ resolver: Resolver, on surface: Surface) -> any Element {
        Grid(
            columns: columns, gap: resolver.theme.gutter,
            tiles.map { tile in
                let figures = TileElement(
                    figures: tile.figures.map { ($0.element(resolver, on: tile.panel), $0.span) },
                    isLead: tile.panel == .ink, rule: resolver.theme.color(tile.panel.rule))
                let panel = Panel(figures, ground: resolver.theme.color(tile.panel.ground))
                return Grid.Cell(Located(panel, at: tile.location), span: tile.span)
            })
    }
}

/// Figures side by side; those of the lead tile stand in the middle, parted by a line.
private struct TileElement: Element {
    var figures: [(element: any Element, span: Double)]
    var isLead: Bool
    var rule: Color

    func size(in space: Size, measuring measurer: any TextMeasurer) -> Size { space }

    func draw(in rect: Rect, on canvas: inout Canvas) {
        let inner = rect.inset(by: Insets(top: 16, left: 20, bottom: 11, right: 20))
        let stack = Stack(
            .horizontal, gap: isLead ? 40 : 16,
            figures.map { .init($0.element, .span($0.span)) })
        guard isLead else { return stack.draw(in: inner, on: &canvas) }
        // They begin at one height, so that figures of one size share a baseline, whatever is below.
        let needed = stack.size(in: inner.size, measuring: canvas.measurer).height
        let height = min(needed, inner.height)
        let middle = Rect(
            x: inner.minX, y: inner.midY - height / 2, width: inner.width, height: height)
        let frames = stack.frames(in: middle, measuring: canvas.measurer)
        stack.draw(in: middle, on: &canvas)
        for frame in frames.dropFirst() {
            canvas.tagged(Tag(.artifact)) { canvas in
                canvas.line(
                    from: Point(frame.minX - 20, rect.minY + 20),
                    to: Point(frame.minX - 20, rect.maxY - 20), Stroke(rule, width: 0.75))
            }
        }
    }
}
