import Diagnostics
import Graphics
import Layout
import YAML

/// A block beside the lines of the deck file that make it: for decks that teach how decks are made.
struct ListingBlock: Block {
    /// What the lines make.
    var content: PlacedBlock
    /// The lines, without the indentation that they share.
    var lines: [String]
    /// Columns of twelve that the lines take.
    private static let columns = 5.0

    init?(reading node: Node, into reading: Reading) {
        guard let pairs = node.pairs else {
            reading.error(
                "a listing holds the block that it shows, not \(node.noun)", at: node.location,
                hint: "as in listing: { chart: … }")
            return nil
        }
        guard let block = PlacedBlock(reading: node, into: reading) else { return nil }
        content = block
        lines = Self.lines(of: pairs.first?.location ?? node.location, reading)
    }

    /// The lines from a place on that are as deeply indented as the first one.
    private static func lines(of start: SourceLocation, _ reading: Reading) -> [String] {
        let first = max(0, start.line - 1)
        guard reading.lines.indices.contains(first) else { return [] }
        let depth = reading.lines[first].prefix { $0 == " " }.count
        var result: [String] = []
        for line in reading.lines[first...] {
            let indent = line.prefix { $0 == " " }.count
            let isBlank = line.allSatisfy { $0 == " " }
            guard isBlank || indent >= depth else { break }
            result.append(String(line.dropFirst(min(indent, depth))))
        }
        while result.last?.allSatisfy({ $0 == " " }) ?? false { result.removeLast() }
        return result
    }

    func element(_ resolver: Resolver, on surface: Surface) -> any Element {
        let listing = ListingElement(
            lines: lines, key: resolver.theme.text(.note, surface.text).with { $0.weight = .bold },
            value: resolver.theme.text(.note, surface.text),
            comment: resolver.theme.text(.note, surface.muted))
        let panel = Panel(
            Padded(listing, Insets(horizontal: 14, vertical: 12)),
            ground: resolver.theme.color(.panel))
        return Stack(
            .horizontal, gap: resolver.theme.gutter + 8,
            [
                .init(panel, .span(Self.columns)),
                .init(content.element(resolver, on: surface), .span(12 - Self.columns)),
            ])
    }
}

/// Lines of YAML with their indentation; long ones go on in the next line, further in.
private struct ListingElement: Element {
    var lines: [String]
    var key: TextStyle
    var value: TextStyle
    var comment: TextStyle

    /// The width of one space of indentation, in ems: as deep as it looks in an editor.
    private static let space = 0.62
    private static let leading = 1.45
    private static let sizes = [11.0, 10.5, 10, 9.5, 9]

    func size(in space: Size, measuring measurer: any TextMeasurer) -> Size { space }

    func draw(in rect: Rect, on canvas: inout Canvas) {
        for size in Self.sizes {
            let paragraphs = paragraphs(size, in: rect.width, on: &canvas)
            let height = paragraphs.reduce(0) { $0 + $1.height }
            guard height <= rect.height + 0.5 || size == Self.sizes.last else { continue }
            guard height <= rect.height + 0.5 else {
                return canvas.error(
                    "the listing needs \(Int(height.rounded(.up))) pt of height, has "
                        + "\(Int(rect.height))",
                    hint: "shorten it, or give it more columns")
            }
            var top = rect.minY
            for (paragraph, inset, height) in paragraphs {
                paragraph.draw(
                    in: Rect(
                        left: rect.minX + inset, top: top, right: rect.maxX, bottom: top + height),
                    on: &canvas)
                top += height
            }
            return
        }
    }

    private func paragraphs(
        _ size: Double, in width: Double, on canvas: inout Canvas
    ) -> [(paragraph: Paragraph, inset: Double, height: Double)] {
        lines.map { line in
            let depth = line.prefix { $0 == " " }.count
            let inset = Double(depth) * Self.space * size
            let text = String(line.dropFirst(depth))
            let leading = size * Self.leading
            let paragraph = Paragraph(
                text.isEmpty ? [] : runs(text, size), leading: leading)
            let count = paragraph.lines(in: width - inset, measuring: canvas.measurer).count
            return (paragraph, inset, Double(max(1, count)) * leading)
        }
    }

    /// A key stands out from its value, and a comment stands back.
    private func runs(_ text: String, _ size: Double) -> [TextRun] {
        let look = { (style: TextStyle) in style.with { $0.size = size } }
        if text.first == "#" { return [TextRun(text, look(comment))] }
        let name = text.prefix { $0.isLetter || $0.isNumber || "-_ ".contains($0) }
        let rest = text.dropFirst(name.count)
        guard rest.first == ":", !name.isEmpty, rest.dropFirst().first ?? " " == " " else {
            return [TextRun(text, look(value))]
        }
        return [TextRun(String(name), look(key)), TextRun(String(rest), look(value))]
    }
}
