import CPango
public import Cairo

/// One line of shaped text, `PangoLayout`; measured and drawn from the same glyphs.
///
/// Control characters, tabs and line breaks have no place on a line: they are set as spaces and
/// counted as missing. A character that its font lacks is missing too; no other font steps in.
public final class Layout {
    /// The characters of all spans.
    public let text: String
    private let pointer: OpaquePointer
    let line: UnsafeMutablePointer<PangoLayoutLine>
    private let controls: [Int]

    /// Shapes spans on one line, left to right, `pango_layout_new`.
    ///
    /// - Throws: `PangoError` where the line is longer than `allows` says.
    public init(_ context: Context, _ spans: [Span]) throws(PangoError) {
        guard Self.allows(spans) else { throw PangoError("a line of text is too long") }
        guard let pointer = pango_layout_new(context.pointer) else {
            throw PangoError("no memory for text")
        }
        text = spans.map(\.text).joined()
        var bytes = Array(text.utf8)
        controls = Self.blankControls(in: &bytes)
        pango_layout_set_single_paragraph_mode(pointer, 1)
        pango_layout_set_auto_dir(pointer, 0)
        if let list = pango_attr_list_new() {
            defer { pango_attr_list_unref(list) }
            pango_attr_list_insert(list, pango_attr_fallback_new(0))
            var start = 0
            for span in spans {
                let end = start + span.text.utf8.count
                span.insertAttributes(into: list, from: start, to: end)
                start = end
            }
            pango_layout_set_attributes(pointer, list)
        }
        bytes.withUnsafeBytes { buffer in
            // An empty array has no address, and Pango wants one.
            guard let start = buffer.bindMemory(to: CChar.self).baseAddress else { return }
            pango_layout_set_text(pointer, start, Int32(buffer.count))
        }
        guard let line = pango_layout_get_line_readonly(pointer, 0) else {
            g_object_unref(UnsafeMutableRawPointer(pointer))
            throw PangoError("Pango made no line")
        }
        self.pointer = pointer
        self.line = line  // belongs to the layout
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(pointer)) }

    /// Whether a line is short enough to be shaped as one.
    ///
    /// Pango counts in 32 bits of 1/1024 points, and finds a position by walking the line.
    public static func allows(_ spans: [Span]) -> Bool {
        spans.reduce(0) { $0 + $1.text.utf8.count } <= mostBytes
            && spans.reduce(0) { $0 + $1.extent } <= longestExtent
    }

    /// How many bytes in the look of a span `allows` lets through; 4 at least.
    public static func mostBytes(like span: Span) -> Int {
        min(mostBytes, Int(longestExtent / span.byteExtent))
    }

    private static let mostBytes = 8192
    // A fifth of 2^31 units, since a glyph may be several ems wide.
    private static let longestExtent = 400_000.0

    // MARK: - Measuring

    /// From end to end, in points.
    public var width: Double {
        var logical = PangoRectangle()
        pango_layout_line_get_extents(line, nil, &logical)
        return points(logical.width)
    }

    /// The box around the ink in points, `y` from the baseline downward,
    /// `pango_layout_line_get_extents`.
    public var ink: (x: Double, y: Double, width: Double, height: Double) {
        var ink = PangoRectangle()
        pango_layout_line_get_extents(line, &ink, nil)
        return (points(ink.x), points(ink.y), points(ink.width), points(ink.height))
    }

    /// The distance from the left end at a UTF-8 offset, in points, `pango_layout_line_index_to_x`.
    ///
    /// An offset before the text counts as its start, one beyond as its end, and one within a
    /// character as that character's start.
    public func position(at offset: Int) -> Double {
        let utf8 = text.utf8
        var bytes = min(max(offset, 0), utf8.count)
        var index = utf8.index(utf8.startIndex, offsetBy: bytes)
        while index < utf8.endIndex, utf8[index] & 0xC0 == 0x80 {  // within a character
            utf8.formIndex(before: &index)
            bytes -= 1
        }
        var x: Int32 = 0
        pango_layout_line_index_to_x(line, Int32(bytes), 0, &x)
        return points(x)
    }

    /// How many glyphs are boxes for lack of a picture, `pango_layout_get_unknown_glyphs_count`.
    public var unknownGlyphs: Int { Int(pango_layout_get_unknown_glyphs_count(pointer)) }

    /// The characters without a picture, each once, in order of appearance.
    public var missing: [Character] {
        guard unknownGlyphs > 0 || !controls.isEmpty else { return [] }
        let offsets = Set(controls).union(unknownOffsets)
        var missing: [Character] = []
        var start = 0
        for character in text {
            let end = start + character.utf8.count
            if (start..<end).contains(where: offsets.contains), !missing.contains(character) {
                missing.append(character)
            }
            start = end
        }
        return missing
    }

    /// The UTF-8 offsets of the clusters whose glyphs are boxes.
    private var unknownOffsets: [Int] {
        var offsets: [Int] = []
        var link = line.pointee.runs
        while let node = link {
            link = node.pointee.next
            guard let run = node.pointee.data?.assumingMemoryBound(to: PangoGlyphItem.self).pointee,
                let item = run.item?.pointee, let string = run.glyphs?.pointee
            else { continue }
            for index in 0..<Int(string.num_glyphs)
            where lamina_glyph_is_unknown(string.glyphs[index].glyph) != 0 {
                offsets.append(Int(item.offset) + Int(string.log_clusters[index]))
            }
        }
        return offsets
    }

    /// Replaces what is no character on a line by as many bytes of space, and says where it was.
    private static func blankControls(in bytes: inout [UInt8]) -> [Int] {
        var found: [Int] = []
        for index in bytes.indices {
            switch bytes[index] {
            case 0..<0x20, 0x7F:
                bytes[index] = 0x20
                found.append(index)
            case 0xC2 where (0x80..<0xA0).contains(bytes[index + 1]):
                bytes[index + 1] = 0xA0  // U+0080 to U+009F; U+00A0 is a space of two bytes
                found.append(index)
            case 0xE2 where bytes[index + 1] == 0x80 && [0xA8, 0xA9].contains(bytes[index + 2]):
                bytes[index + 2] = 0x82  // U+2028 and U+2029; U+2002 is a space of three bytes
                found.append(index)
            default:
                continue
            }
        }
        return found
    }

    // MARK: - Drawing

    /// Draws the line with its baseline's left end at the pen's current point,
    /// `pango_cairo_show_layout_line`.
    public func show(on context: Cairo.Context) {
        pango_cairo_show_layout_line(context.pointer, line)
        context.settle()
    }

    /// Fills the outlines of the line's letters with the pen's colour, each exactly in its place,
    /// `pango_cairo_layout_line_path`.
    ///
    /// Cairo 1.16 shows glyphs at whole pixels of an image. The runs' own colours do not count.
    public func fill(on context: Cairo.Context) {
        pango_cairo_layout_line_path(context.pointer, line)
        cairo_fill(context.pointer)
        context.settle()
    }
}
