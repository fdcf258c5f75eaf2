import Cairo
import Diagnostics
import Graphics
import Pango

/// Writes a scene's items as SVG, all in the page's own points.
struct SVGWriter {
    private let name: String
    private let typesetter: Typesetter
    /// Where outlines of glyphs are made.
    private let context: Cairo.Context
    private var body = ""
    private var definitions = ""
    private var symbols: [Symbol: String] = [:]
    private var clips = 0
    /// The ids of groups, which no other may have.
    private var groups: Set<String> = []

    /// A glyph of a look.
    private struct Symbol: Hashable {
        var family: String
        var weight: Int
        var size: Double
        var glyph: UInt32
    }

    init(name: String, typesetter: Typesetter) throws {
        (self.name, self.typesetter) = (name, typesetter)
        context = try Cairo.Context(ImageSurface(width: 1, height: 1))
    }

    /// The finished document.
    func document(of scene: Scene) -> String {
        let (size, paper) = (scene.size, scene.paperSize)
        let words = (scene.wordsOutsideFigures + [scene.described]).filter { !$0.isEmpty }
            .joined(separator: "\n")
        let language = scene.language.isEmpty ? "" : " lang=\"\(escaped(scene.language))\""
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \
            width="\(number(paper.width))pt" height="\(number(paper.height))pt" \
            viewBox="0 0 \(number(size.width)) \(number(size.height))" role="img"\(language) \
            aria-labelledby="\(name)-title \(name)-desc">
            <title id="\(name)-title">\(escaped(scene.title))</title>
            <desc id="\(name)-desc">\(escaped(words))</desc>
            <defs>
            \(definitions)</defs>
            <rect width="\(number(size.width))" height="\(number(size.height))" fill="#FFFFFF"/>
            \(body)</svg>

            """
    }

    /// Writes items, bottom to top.
    mutating func write(_ items: [SceneItem], under transform: Transform, depth: Int) throws {
        guard depth < 200 else { throw unfit("groups are nested more than 200 deep") }
        for item in items {
            switch item {
            case .path(let path, let fill, let stroke):
                try write(path.transformed(by: transform), fill, stroke, transform.enlargement)
            case .text(let line, let origin): try write(line, at: origin, under: transform)
            case .picture(let picture, let frame):
                write(picture, in: frame, under: transform)
            case .group(let items, let inner, let clip):
                let whole = transform.concatenated(after: inner)
                if let clip {
                    body += "<g clip-path=\"url(#\(try define(clip.transformed(by: whole))))\">\n"
                }
                try write(items, under: whole, depth: depth + 1)
                if clip != nil { body += "</g>\n" }
            case .tagged(let tag, let items):
                if case .link(.web(let address)) = tag.role {
                    body += "<a href=\"\(escaped(address))\">\n"
                    try write(items, under: transform, depth: depth + 1)
                    body += "</a>\n"
                    continue
                }
                let isNamed = tag.role == .figure || !tag.id.isEmpty || !tag.language.isEmpty
                if isNamed { open(tag) }
                try write(items, under: transform, depth: depth + 1)
                if isNamed { body += "</g>\n" }
            }
        }
    }

    private mutating func open(_ tag: Tag) {
        body += "<g"
        if !tag.id.isEmpty { body += " id=\"\(groupID(of: tag.id))\"" }
        if tag.role == .figure { body += " role=\"img\"" }
        if !tag.language.isEmpty { body += " lang=\"\(escaped(tag.language))\"" }
        body += ">\n"
        if !tag.alternative.isEmpty { body += "<title>\(escaped(tag.alternative))</title>\n" }
        if !tag.detail.isEmpty { body += "<desc>\(escaped(tag.detail))</desc>\n" }
    }

    /// The id of a group by its name in the deck, which no other has.
    private mutating func groupID(of name: String) -> String {
        let wish = "\(self.name)-figure-\(name.asSafeName)"
        var id = wish
        var number = 2
        while !groups.insert(id).inserted {
            id = "\(wish)-\(number)"
            number += 1
        }
        return id
    }

    // MARK: - Paths

    private mutating func write(
        _ path: Path, _ fill: Paint?, _ stroke: Stroke?, _ enlargement: Double
    ) throws {
        guard !path.isEmpty else { return }
        let outline = try syntax(of: path)
        var look = " fill=\"none\""
        var hatch: Hatch?
        switch fill {
        case nil: break
        case .color(let color): look = paint("fill", color)
        case .hatch(let lines):
            look = paint("fill", lines.ground)
            hatch = lines
        }
        if let hatch {
            body += "<path d=\"\(outline)\"\(look)/>\n"
            try write(hatch, within: path)
            look = " fill=\"none\""
            if stroke == nil { return }
        }
        if let stroke {
            look += paint("stroke", stroke.color)
            look += " stroke-width=\"\(number(stroke.width * enlargement))\""
            if stroke.cap == .round { look += " stroke-linecap=\"round\"" }
            if stroke.join == .round { look += " stroke-linejoin=\"round\"" }
            // Cairo's limit for pointed corners is 10, SVG's 4.
            if stroke.join == .miter { look += " stroke-miterlimit=\"10\"" }
            if !stroke.dash.isEmpty {
                let dash = stroke.dash.map { number($0 * enlargement) }.joined(separator: " ")
                look += " stroke-dasharray=\"\(dash)\""
            }
        }
        if fill == nil, stroke == nil { return }
        body += "<path d=\"\(outline)\"\(look)/>\n"
    }

    /// The lines of a hatch within a shape: they rise to the right, and their phase hangs on the page's
    /// corner.
    private mutating func write(_ hatch: Hatch, within path: Path) throws {
        guard let box = path.controlBounds, hatch.pitch >= 0.25, hatch.pitch.isFinite else {
            throw unfit("a hatch has lines every \(hatch.pitch) pt")
        }
        let area = box.outset(by: hatch.width)
        let step = hatch.pitch * 2.0.squareRoot()
        var lines = ""
        var index = ((area.minX + area.minY) / step).rounded(.up)
        while index * step <= area.maxX + area.maxY {
            let sum = index * step
            let left = max(area.minX, sum - area.maxY)
            let right = min(area.maxX, sum - area.minY)
            lines +=
                "M\(number(left)) \(number(sum - left))L\(number(right)) \(number(sum - right))"
            index += 1
        }
        body +=
            "<path clip-path=\"url(#\(try define(path)))\" d=\"\(lines)\" fill=\"none\""
            + paint("stroke", hatch.line) + " stroke-width=\"\(number(hatch.width))\"/>\n"
    }

    /// Defines a clip and returns its id.
    private mutating func define(_ clip: Path) throws -> String {
        clips += 1
        let id = "\(name)-c\(clips)"
        definitions += "<clipPath id=\"\(id)\"><path d=\"\(try syntax(of: clip))\"/></clipPath>\n"
        return id
    }

    private func syntax(of path: Path) throws -> String {
        var text = ""
        func point(_ point: Point) throws -> String {
            guard abs(point.x) <= 2_000_000, abs(point.y) <= 2_000_000 else {
                throw unfit("the point (\(point.x), \(point.y)) lies too far off the page")
            }
            return "\(number(point.x)) \(number(point.y))"
        }
        for element in path.elements {
            switch element {
            case .move(let end): text += "M" + (try point(end))
            case .line(let end): text += "L" + (try point(end))
            case .curve(let first, let second, let end):
                text += "C\(try point(first)) \(try point(second)) \(try point(end))"
            case .close: text += "Z"
            }
        }
        return text
    }

    private func paint(_ kind: String, _ color: Color) -> String {
        let opacity = color.alpha < 1 ? " \(kind)-opacity=\"\(number(color.alpha))\"" : ""
        return " \(kind)=\"#\(color.hex.prefix(6))\"\(opacity)"
    }

    // MARK: - Text

    private mutating func write(
        _ line: TextLine, at origin: Point, under transform: Transform
    ) throws {
        guard line.runs.contains(where: { !$0.text.isEmpty }) else { return }
        let layout = try typesetter.layout(for: line.runs)
        let place = transform.apply(to: origin)
        let isTurned = transform.a != 1 || transform.b != 0 || transform.c != 0 || transform.d != 1
        let start = isTurned ? Point(0, 0) : place
        if isTurned {
            let parts = [transform.a, transform.b, transform.c, transform.d, place.x, place.y]
            body += "<g transform=\"matrix(\(parts.map(number).joined(separator: " ")))\">\n"
        }
        for run in layout.glyphRuns {
            guard let style = line.style(atByte: run.offset) else { continue }
            var uses = ""
            for glyph in run.glyphs {
                guard let id = try symbol(glyph.index, of: run, style) else { continue }
                uses +=
                    "<use xlink:href=\"#\(id)\" x=\"\(number(start.x + glyph.x))\" "
                    + "y=\"\(number(start.y + glyph.y))\"/>"
            }
            if !uses.isEmpty { body += "<g\(paint("fill", style.color))>\(uses)</g>\n" }
        }
        if isTurned { body += "</g>\n" }
    }

    /// The id of a glyph's outline, which is defined where it is new; `nil` for a blank.
    private mutating func symbol(
        _ glyph: UInt32, of run: GlyphRun, _ style: TextStyle
    ) throws -> String? {
        let key = Symbol(
            family: style.family, weight: style.weight.rawValue, size: style.size, glyph: glyph)
        if let known = symbols[key] { return known.isEmpty ? nil : known }
        let steps = try run.outline(of: glyph, on: context)
        let id = steps.isEmpty ? "" : "\(name)-g\(symbols.count + 1)"
        symbols[key] = id
        guard !steps.isEmpty else { return nil }
        var outline = ""
        for step in steps {
            switch step {
            case .move(let x, let y): outline += "M\(number(x)) \(number(y))"
            case .line(let x, let y): outline += "L\(number(x)) \(number(y))"
            case .curve(let x1, let y1, let x2, let y2, let x, let y):
                outline +=
                    "C\([x1, y1, x2, y2, x, y].map(number).joined(separator: " "))"
            case .close: outline += "Z"
            }
        }
        definitions += "<path id=\"\(id)\" d=\"\(outline)\"/>\n"
        return id
    }

    // MARK: - Pictures

    private mutating func write(
        _ picture: Picture, in frame: Rect, under transform: Transform
    ) {
        // As it is stored, in its own units, under what turns and stretches it to its frame.
        let placed = transform.concatenated(after: picture.placement(in: frame))
        let parts = [placed.a, placed.b, placed.c, placed.d, placed.tx, placed.ty]
        let type = picture.format == .svg ? "svg+xml" : picture.format.rawValue
        body +=
            "<image width=\"\(number(picture.width))\" height=\"\(number(picture.height))\" "
            + "preserveAspectRatio=\"none\" "
            + "transform=\"matrix(\(parts.map(precise).joined(separator: " ")))\" "
            + "xlink:href=\"data:image/\(type);base64,\(base64(picture.bytes))\"/>\n"
    }

    private func unfit(_ message: String) -> Diagnostic { .error(message, kind: .internalFailure) }
}

extension TextLine {
    /// The look at a UTF-8 offset of the line's text.
    fileprivate func style(atByte offset: Int) -> TextStyle? {
        var end = 0
        for run in runs {
            end += run.text.utf8.count
            if offset < end { return run.style }
        }
        return runs.last?.style
    }
}

extension Transform {
    /// By how much it enlarges lengths.
    fileprivate var enlargement: Double { abs(a * d - b * c).squareRoot() }
}

/// For factors, which are small where pictures are large.
private func precise(_ value: Double) -> String { shortNumber(value, decimals: 9) ?? "0" }

/// Points to a thousandth; what is drawn was found to be a number before.
private func number(_ value: Double) -> String { shortNumber(value, decimals: 3) ?? "0" }

/// Text as XML holds it, without the control characters that it cannot hold.
private func escaped(_ text: String) -> String {
    let allowed = text.unicodeScalars.map { scalar -> Unicode.Scalar in
        scalar.value < 0x20 && scalar != "\n" ? " " : scalar
    }
    return String(String.UnicodeScalarView(allowed)).replacing("&", with: "&amp;")
        .replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        .replacing("\"", with: "&quot;")
}

/// Bytes in base64 (RFC 4648, section 4).
private func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
        let part = bytes[start..<min(start + 3, bytes.count)]
        let bits = part.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - part.count))
        for index in 0..<4 {
            text.append(
                index <= part.count ? digits[bits >> (18 - 6 * index) & 63] : UInt8(ascii: "="))
        }
    }
    return String(decoding: text, as: UTF8.self)
}
