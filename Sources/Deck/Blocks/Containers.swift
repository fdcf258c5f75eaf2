import Diagnostics
import Graphics
import Layout
import YAML

/// Blocks one above the other.
struct StackBlock: Block {
    var blocks: [PlacedBlock]
    var gap: Double?

    init?(reading node: Node, into reading: Reading) {
        guard let children = readChildren(of: node, "a stack", reading) else { return nil }
        (blocks, gap, _) = children
    }

    func element(_ resolver: Resolver, on surface: Surface) -> any Element {
        Stack(
            .vertical, gap: gap ?? resolver.theme.gutter, blocks.map { $0.child(resolver, surface) }
        )
    }
}

/// Blocks side by side, on the grid that their spans make.
struct ColumnsBlock: Block {
    var blocks: [PlacedBlock]
    var gap: Double?
    /// Whether thin lines part the columns.
    var hasRules: Bool

    init?(reading node: Node, into reading: Reading) {
        guard let children = readChildren(of: node, "columns", reading) else { return nil }
        (blocks, gap, hasRules) = children
    }

    func element(_ resolver: Resolver, on surface: Surface) -> any Element {
        let children = blocks.map { block in
            // A column without a span is one column wide: side by side means sharing the width.
            Stack.Child(block.element(resolver, on: surface), .span(block.span ?? 1))
        }
        let stack = Stack(.horizontal, gap: gap ?? resolver.theme.gutter, children)
        return hasRules
            ? RuledColumns(stack: stack, color: resolver.theme.color(surface.rule)) : stack
    }
}

/// Columns parted by thin lines in the middle of their gaps.
private struct RuledColumns: Element {
    var stack: Stack
    var color: Color

    func size(in space: Size, measuring measurer: any TextMeasurer) -> Size {
        stack.size(in: space, measuring: measurer)
    }

    func draw(in rect: Rect, on canvas: inout Canvas) {
        stack.draw(in: rect, on: &canvas)
        let frames = stack.frames(in: rect, measuring: canvas.measurer)
        canvas.tagged(Tag(.artifact)) { canvas in
            for frame in frames.dropFirst() {
                let x = frame.minX - stack.gap / 2
                canvas.line(
                    from: Point(x, rect.minY), to: Point(x, rect.maxY), Stroke(color, width: 0.75))
            }
        }
    }
}

/// Blocks in rows of equal columns.
struct GridBlock: Block {
    var columns: Int
    var blocks: [PlacedBlock]

    init?(reading node: Node, into reading: Reading) {
        let fields = Fields(node, "a grid", reading)
        columns = fields.whole("columns", within: 1...12) ?? 2
        blocks = fields.requiredList("items").compactMap { PlacedBlock(reading: $0, into: reading) }
        fields.finish()
    }

    func element(_ resolver: Resolver, on surface: Surface) -> any Element {
        Grid(
            columns: columns, gap: resolver.theme.gutter,
            blocks.map { Grid.Cell($0.element(resolver, on: surface), span: Int($0.span ?? 1)) })
    }
}

/// A thin line across.
struct RuleBlock: Block {
    init?(reading node: Node, into reading: Reading) {
        if case .bool(true)? = node.scalar?.value { return }
        reading.error("a rule is written “rule: true”", at: node.location)
        return nil
    }

    func element(_ resolver: Resolver, on surface: Surface) -> any Element {
        Rule(Stroke(resolver.theme.color(surface.rule), width: 0.75))
    }
}

/// Room without anything in it.
struct SpaceBlock: Block {
    var length: Double

    init?(reading node: Node, into reading: Reading) {
        switch node.scalar?.value {
        case .int(let points)? where (0...500).contains(points): length = Double(points)
        case .float(let points)? where (0...500).contains(points): length = points
        default:
            reading.error("a space is a number of points from 0 to 500", at: node.location)
            return nil
        }
    }

    func element(_ resolver: Resolver, on surface: Surface) -> any Element { Spacer(length) }
}

extension PlacedBlock {
    /// The block as a stack's child: its share where it has a span, else what it needs.
    fileprivate func child(_ resolver: Resolver, _ surface: Surface) -> Stack.Child {
        Stack.Child(
            element(resolver, on: surface), span.map { .span($0) } ?? .natural)
    }
}

/// Children as a plain list, or as `items` of a mapping with a `gap`.
private func readChildren(
    of node: Node, _ noun: String, _ reading: Reading
) -> (blocks: [PlacedBlock], gap: Double?, hasRules: Bool)? {
    if let items = node.items {
        if items.isEmpty { reading.error("\(noun) without a block", at: node.location) }
        return (items.compactMap { PlacedBlock(reading: $0, into: reading) }, nil, false)
    }
    guard node.pairs != nil else {
        reading.error("\(noun) is a list of blocks, not \(node.noun)", at: node.location)
        return nil
    }
    let fields = Fields(node, noun, reading)
    let gap = fields.number("gap", within: 0...200)
    let hasRules = fields.flag("rules") ?? false
    let items = fields.requiredList("items")
    fields.finish()
    return (items.compactMap { PlacedBlock(reading: $0, into: reading) }, gap, hasRules)
}
