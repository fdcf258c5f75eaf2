import CCairo
import CPango
public import Cairo

/// A step of a glyph's outline, in points from its origin, `y` downward.
public enum OutlineStep: Hashable, Sendable {
    /// Starts a new contour.
    case move(x: Double, y: Double)
    /// A straight line.
    case line(x: Double, y: Double)
    /// A cubic curve with its two control points.
    case curve(x1: Double, y1: Double, x2: Double, y2: Double, x: Double, y: Double)
    /// Back to the start of the contour.
    case close
}

/// Glyphs of one font that follow each other on a line, `PangoGlyphItem`.
public struct GlyphRun {
    /// A glyph and where its origin stands, in points from the line's left end and its baseline.
    public struct Glyph: Hashable, Sendable {
        /// Its number in the font.
        public let index: UInt32
        /// To the right.
        public let x: Double
        /// Downward.
        public let y: Double
    }

    /// Where in the line's text it begins, in UTF-8 bytes.
    public let offset: Int
    /// The glyphs from left to right; empty ones are left out.
    public let glyphs: [Glyph]
    fileprivate let font: UnsafeMutablePointer<PangoFont>
    // The font belongs to the layout's items.
    fileprivate let layout: Layout

    /// The outline of a glyph of the run's font, `cairo_glyph_path`; empty for a blank.
    ///
    /// - Throws: `CairoError` where Cairo finds fault with the font.
    public func outline(of glyph: UInt32, on context: Cairo.Context) throws(CairoError)
        -> [OutlineStep]
    {
        guard
            let scaled = pango_cairo_font_get_scaled_font(
                OpaquePointer(font))
        else { throw CairoError(.noMemory, while: "outlining a glyph") }
        cairo_set_scaled_font(context.pointer, scaled)
        cairo_new_path(context.pointer)
        var glyph = cairo_glyph_t(index: UInt(glyph), x: 0, y: 0)
        cairo_glyph_path(context.pointer, &glyph, 1)
        try context.check(while: "outlining a glyph")
        guard let path = cairo_copy_path(context.pointer) else { return [] }
        defer { cairo_path_destroy(path) }
        cairo_new_path(context.pointer)
        return steps(of: path.pointee)
    }

    private func steps(of path: cairo_path_t) -> [OutlineStep] {
        var steps: [OutlineStep] = []
        var index = 0
        while index < Int(path.num_data), let data = path.data {
            let header = data[index].header
            let point = { (number: Int) in data[index + number].point }
            switch header.type {
            case CAIRO_PATH_MOVE_TO: steps.append(.move(x: point(1).x, y: point(1).y))
            case CAIRO_PATH_LINE_TO: steps.append(.line(x: point(1).x, y: point(1).y))
            case CAIRO_PATH_CURVE_TO:
                steps.append(
                    .curve(
                        x1: point(1).x, y1: point(1).y, x2: point(2).x, y2: point(2).y,
                        x: point(3).x, y: point(3).y))
            default: steps.append(.close)
            }
            index += max(1, Int(header.length))
        }
        // Cairo starts a new contour after each that it closes.
        if case .move? = steps.last { steps.removeLast() }
        return steps
    }
}

extension Layout {
    /// The glyphs of the line, font by font.
    public var glyphRuns: [GlyphRun] {
        var runs: [GlyphRun] = []
        var (link, pen) = (line.pointee.runs, Int32(0))
        while let node = link {
            link = node.pointee.next
            guard let run = node.pointee.data?.assumingMemoryBound(to: PangoGlyphItem.self).pointee,
                let item = run.item?.pointee, let string = run.glyphs?.pointee,
                let font = item.analysis.font
            else { continue }
            var glyphs: [GlyphRun.Glyph] = []
            pen += run.start_x_offset
            for index in 0..<Int(string.num_glyphs) {
                let info = string.glyphs[index]
                if info.glyph != lamina_glyph_empty() {
                    glyphs.append(
                        .init(
                            index: info.glyph, x: points(pen + info.geometry.x_offset),
                            y: points(info.geometry.y_offset - run.y_offset)))
                }
                pen += info.geometry.width
            }
            pen += run.end_x_offset
            runs.append(
                GlyphRun(offset: Int(item.offset), glyphs: glyphs, font: font, layout: self))
        }
        return runs
    }
}
