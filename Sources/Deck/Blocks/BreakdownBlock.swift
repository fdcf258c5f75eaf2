import Diagnostics
import Graphics
import Layout
import Maps
import YAML

/// A whole and its parts: a segmented bar, and a row for each part with its glyph and count.
///
/// Beside a map the rows are the legend of its pins.
struct BreakdownBlock: Block {
    var data: Query
    var glyphs: [String: GlyphToken]

    init?(reading node: Node, into reading: Reading) {
        let fields = Fields(node, "a breakdown", reading)
        let data = fields.required("data").flatMap { Query(reading: $0, into: reading) }
        glyphs = readGlyphs(fields)
        fields.finish()
        guard let data else { return nil }
        self.data = data
    }

    func element(_ resolver: Resolver, on surface: Surface) -> any Element {
        let table = resolver.table(data, needs: ["key", "label", "value"], amounts: ["value"])
        if table.contains(where: { $0.number("value") == nil }) {
            resolver.findings.add(
                .error(
                    "a part of the breakdown is missing", at: data.location,
                    hint: "a whole with an unknown part cannot be divided: show its figures as text"
                ))
        }
        let rows = table.map { row in
            let glyph = glyphs[row.text("key")]
            if glyph == nil {
                resolver.findings.add(
                    .error(
                        "there is no glyph for “\(row.text("key"))”", at: data.location,
                        hint: "add it under “glyphs:”"))
            }
            return BreakdownElement.Row(
                label: row.text("label"), value: row.number("value") ?? 0,
                text: resolver.print(row.number("value"), nil),
                glyph: (glyph ?? GlyphToken(shape: .circle, color: .muted)).resolved(resolver.theme)
            )
        }
        return BreakdownElement(rows: rows, theme: resolver.theme, surface: surface)
    }
}

/// A glyph as a deck writes it: a shape and a colour's role.
struct GlyphToken: Hashable, Sendable {
    var shape: PinGlyph.Shape
    var color: ColorRole

    /// The glyph in a theme's colours.
    func resolved(_ theme: Theme) -> PinGlyph {
        PinGlyph(shape: shape, color: theme.color(color), ground: theme.color(.ground))
    }
}

/// Reads `glyphs:`, a mapping of names to shape and colour.
func readGlyphs(_ fields: Fields) -> [String: GlyphToken] {
    var glyphs: [String: GlyphToken] = [:]
    for pair in fields.mapping("glyphs") {
        let fields = Fields(pair.value, "a glyph", fields.reading)
        let shape = fields.word("shape", PinGlyph.Shape.self) ?? .circle
        let color = fields.word("color", ColorRole.self) ?? .primary
        fields.finish()
        glyphs[pair.name] = GlyphToken(shape: shape, color: color)
    }
    return glyphs
}

private struct BreakdownElement: Element {
    struct Row: Sendable {
        var label: String
        var value: Double
        var text: String
        var glyph: PinGlyph
    }

    var rows: [Row]
    var theme: Theme
    var surface: Surface

    private static let pitch = 24.0

    func size(in space: Size, measuring measurer: any TextMeasurer) -> Size {
        Size(space.width, 8 + 8 + Double(rows.count) * Self.pitch)
    }

    func draw(in rect: Rect, on canvas: inout Canvas) {
        let total = rows.map(\.value).reduce(0, +)
        guard total > 0, total.isFinite, rows.allSatisfy({ $0.value >= 0 }) else {
            return canvas.error("a breakdown needs parts that add to more than zero, none negative")
        }
        var x = rect.minX
        // Gaps of 1.5 pt part the segments.
        let room = rect.width - 1.5 * Double(rows.count - 1)
        for row in rows {
            let width = room * row.value / total
            canvas.fill(Rect(x: x, y: rect.minY, width: width, height: 8), row.glyph.color)
            x += width + 1.5
        }
        let figure = theme.text(17, .bold, surface.text).with { $0.tabularDigits = true }
        var widest = 0.0
        for row in rows { widest = max(widest, canvas.line(row.text, figure).width) }
        for (index, row) in rows.enumerated() {
            let middle = rect.minY + 16 + Self.pitch * (Double(index) + 0.5)
            row.glyph.draw(center: Point(rect.minX + 6, middle), size: 11, on: &canvas)
            canvas.text(
                row.text, figure, x: rect.minX + 20 + widest, baseline: middle + 6.2, .right)
            canvas.text(
                row.label, theme.text(14, .medium, surface.text), x: rect.minX + 28 + widest,
                baseline: middle + 5.6)
        }
    }
}
