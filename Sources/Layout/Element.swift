public import Diagnostics
public import Graphics

// The room of arrangement. It promises:
// - a parent proposes a space, a child answers with the size it needs, the parent places it;
// - the same element in the same space gives the same items, whoever draws them later;
// - what does not fit is said, with its place in the deck, and never clipped in silence.

/// Something that can be placed on a page.
public protocol Element: Sendable {
    /// The size it needs when it may use at most `space`.
    ///
    /// An element that fills whatever it is given answers with `space`; a side of `space` may be
    /// infinite, which asks for the natural extent.
    func size(in space: Size, measuring measurer: any TextMeasurer) -> Size

    /// Draws itself into a rectangle of the page.
    func draw(in rect: Rect, on canvas: inout Canvas)
}

/// A page in the making: items, and what was found wrong on the way.
public struct Canvas {
    /// What was drawn so far, bottom to top.
    public private(set) var items: [SceneItem] = []
    /// What was found wrong.
    public var findings = Diagnostics()
    /// Marks used so far whose meaning a footnote must tell.
    public var footnotes: Set<FootnoteMark> = []
    /// Where in the deck file the element being drawn is written.
    public var location: SourceLocation?
    /// The page, which no text may leave; `nil` while something is drawn on trial.
    public var page: Rect?
    /// Who knows how wide text is.
    public let measurer: any TextMeasurer

    /// An empty page.
    public init(measurer: any TextMeasurer, at location: SourceLocation? = nil) {
        self.measurer = measurer
        self.location = location
    }

    /// Adds an item on top.
    public mutating func add(_ item: SceneItem) { items.append(item) }

    /// Fills an outline.
    public mutating func fill(_ path: Path, _ color: Color) { add(.fill(path, color)) }

    /// Fills a rectangle.
    public mutating func fill(_ rect: Rect, _ color: Color) { add(.fill(.rect(rect), color)) }

    /// Draws an outline.
    public mutating func stroke(_ path: Path, _ stroke: Stroke) { add(.stroke(path, stroke)) }

    /// Draws a straight line.
    public mutating func line(from start: Point, to end: Point, _ stroke: Stroke) {
        add(.stroke(.line(from: start, to: end), stroke))
    }

    /// Writes a line of text whose baseline is at `y`, aligned on `x`.
    ///
    /// - Returns: the box of the text, from its font's top to its bottom.
    @discardableResult
    public mutating func text(
        _ line: TextLine, x: Double, baseline y: Double, _ alignment: HorizontalAlignment = .left
    ) -> Rect {
        let left = x - line.width * alignment.fraction
        if line.runs.contains(where: { $0.link != nil }) {
            addLinked(line.runs, at: Point(left, y))
        } else {
            add(.text(line, at: Point(left, y)))
        }
        let box = Rect(
            x: left, y: y - line.ascent, width: line.width, height: line.ascent + line.descent)
        if let scalar = line.mute {
            error(
                "“\(line.text)” holds U+\(hexadecimal(scalar.value)), which nobody can hear, search for or copy",
                hint: "write a character that has a meaning")
        }
        if let page, !page.contains(box, tolerance: 0.5) {
            error("“\(line.text)” leaves the page", hint: "shorten it, or place it elsewhere")
        }
        return box
    }

    /// Adds a line stretch by stretch: what leads somewhere is tagged and underlined.
    private mutating func addLinked(_ runs: [TextRun], at origin: Point) {
        var x = origin.x
        var rest = runs[...]
        while let first = rest.first {
            let stretch = rest.prefix { $0.link == first.link }
            rest = rest.dropFirst(stretch.count)
            let line = measurer.line(Array(stretch))
            let start = Point(x, origin.y)
            if let target = first.link {
                // As fonts have it: below the baseline by a tenth of the size, half as thick.
                let size = stretch.map(\.style.size).max() ?? 0
                tagged(Tag(.link(target))) { canvas in
                    canvas.add(.text(line, at: start))
                    canvas.line(
                        from: Point(x, origin.y + size * 0.13),
                        to: Point(x + line.width, origin.y + size * 0.13),
                        Stroke(first.style.color, width: max(0.5, size * 0.055)))
                }
            } else {
                add(.text(line, at: start))
            }
            x += line.width
        }
    }

    /// Writes text of one style whose baseline is at `y`, aligned on `x`.
    @discardableResult
    public mutating func text(
        _ text: String, _ style: TextStyle, x: Double, baseline y: Double,
        _ alignment: HorizontalAlignment = .left
    ) -> Rect {
        self.text(line(text, style), x: x, baseline: y, alignment)
    }

    /// Measures a line of one style, and notes characters that its font cannot draw.
    public mutating func line(_ text: String, _ style: TextStyle) -> TextLine {
        line([TextRun(text, style)])
    }

    /// Measures a line, and notes characters that its fonts cannot draw.
    public mutating func line(_ runs: [TextRun]) -> TextLine {
        let metrics = measurer.measure(runs, at: [])
        report(missing: metrics.missing, in: runs.map(\.text).joined())
        return TextLine(
            runs: runs, width: metrics.width, ascent: metrics.ascent, descent: metrics.descent)
    }

    /// Draws items that mean something together; nothing, unless that means something, too.
    public mutating func tagged(
        _ tag: Tag, evenIfEmpty: Bool = false, _ draw: (inout Canvas) -> Void
    ) {
        let inner = collecting(draw)
        if evenIfEmpty || !inner.isEmpty { add(.tagged(tag, inner)) }
    }

    /// Draws items under a transform and a clip.
    public mutating func group(
        transform: Transform = .identity, clip: Path? = nil, _ draw: (inout Canvas) -> Void
    ) {
        let inner = collecting(draw)
        if !inner.isEmpty { add(.group(inner, transform: transform, clip: clip)) }
    }

    /// Draws what is written at `location` of the deck file.
    public mutating func located(_ location: SourceLocation?, _ draw: (inout Canvas) -> Void) {
        let outer = self.location
        self.location = location ?? outer
        draw(&self)
        self.location = outer
    }

    /// The items of an earlier moment's canvas are kept; what `draw` adds is returned instead.
    private mutating func collecting(_ draw: (inout Canvas) -> Void) -> [SceneItem] {
        let outer = items
        items = []
        draw(&self)
        let inner = items
        items = outer
        return inner
    }

    // MARK: - Findings

    /// Notes something that makes the page wrong.
    public mutating func error(_ message: String, hint: String? = nil) {
        findings.add(.error(message, at: location, hint: hint))
    }

    /// Notes something that a reader may stumble over.
    public mutating func warning(_ message: String, hint: String? = nil) {
        findings.add(.warning(message, at: location, hint: hint))
    }

    /// Notes characters without a picture in the font.
    public mutating func report(missing: [Character], in text: String) {
        for character in missing {
            let code = character.unicodeScalars.map { "U+\(hexadecimal($0.value))" }
            findings.add(
                .error(
                    "the font has no glyph for “\(character)” (\(code.joined(separator: " "))) "
                        + "in “\(text)”",
                    kind: .unavailable, at: location,
                    hint: "use another character, or a font that has it"))
        }
    }
}

extension TextLine {
    /// A character of it that means nothing outside of its font: of private use, not assigned, a control
    /// character, or the one that stands for bytes that were none.
    fileprivate var mute: Unicode.Scalar? {
        for run in runs {
            for scalar in run.text.unicodeScalars where scalar.value >= 0x7F || scalar.value < 0x20
            {
                switch scalar.properties.generalCategory {
                case .privateUse, .unassigned, .control, .surrogate: return scalar
                default: if scalar == "\u{FFFD}" { return scalar }
                }
            }
        }
        return nil
    }
}

private func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
}

/// A mark on a page that a footnote explains.
public enum FootnoteMark: String, Hashable, Sendable, CaseIterable {
    /// `*`: the figure was calculated from published ones.
    case derived
    /// `n.d.`, a gap or hatching: there is no figure.
    case missing
    /// A dotted line: values between two points are not known.
    case bridged
    /// A line that breaks off: values between two points are not known.
    case interrupted
    /// A hollow diamond: the figure is known rounded only.
    case rounded
    /// An axis that does not start at zero.
    case truncatedAxis = "truncated-axis"
    /// The figure may still change.
    case preliminary
    /// The figure is an estimate.
    case estimated
}

/// Where something stands between left and right.
public enum HorizontalAlignment: String, Hashable, Sendable, CaseIterable {
    /// At the left edge.
    case left
    /// In the middle.
    case center
    /// At the right edge.
    case right

    /// The share of free space that lies to the left.
    public var fraction: Double {
        switch self {
        case .left: 0
        case .center: 0.5
        case .right: 1
        }
    }
}

/// Where something stands between top and bottom.
public enum VerticalAlignment: String, Hashable, Sendable, CaseIterable {
    /// At the top edge.
    case top
    /// In the middle.
    case center
    /// At the bottom edge.
    case bottom

    /// The share of free space that lies above.
    public var fraction: Double {
        switch self {
        case .top: 0
        case .center: 0.5
        case .bottom: 1
        }
    }
}
