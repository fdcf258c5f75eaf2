import Cairo
import Diagnostics
public import Graphics
import Pango

/// Who shapes text: measures it for layout and draws it for a page.
///
/// Belongs to one thread, as Pango's font maps do: make one for each.
public final class Typesetter: TextMeasurer {
    /// The fonts it sets text in.
    public let fonts: FontSet
    private let context: Pango.Context
    private var lines = LineCache()
    private var faces: [FaceName: Face] = [:]

    /// A typesetter of some fonts.
    ///
    /// - Throws: a `Diagnostic` where Pango cannot be set up.
    public init(fonts: FontSet) throws {
        self.fonts = fonts
        context = try diagnosing { try Pango.Context(FontMap(fonts.configuration)) }
    }

    // MARK: - Measuring

    /// Measures runs set on one line, left to right.
    ///
    /// A family or weight that is not in `fonts` is measured in another; `FontSet.problems` tells
    /// beforehand, and drawing throws. A text of more than 8 KB is measured in pieces, without the
    /// kerning between them.
    public func measure(_ runs: [TextRun], at offsets: [Int]) -> LineMetrics {
        let spans = runs.map(\.span)
        let height = height(of: runs)
        if Layout.allows(spans), let layout = try? shaped(runs) {
            return LineMetrics(
                width: layout.width, ascent: height.ascent, descent: height.descent,
                positions: offsets.map(layout.position), missing: layout.missing)
        }
        var metrics = LineMetrics(
            width: 0, ascent: height.ascent, descent: height.descent, positions: [])
        var rest = offsets[...]
        var start = 0
        for piece in spans.flatMap(\.pieces) {
            // Cannot fail: pieces are cut to what a layout allows. Not cached, as they are large.
            guard let layout = try? Layout(context, [piece]) else { continue }
            let end = start + piece.text.utf8.count
            let within = rest.prefix { $0 < end }
            metrics.positions += within.map { metrics.width + layout.position(at: $0 - start) }
            rest = rest.dropFirst(within.count)
            metrics.width += layout.width
            metrics.missing += layout.missing.filter { !metrics.missing.contains($0) }
            start = end
        }
        metrics.positions += rest.map { _ in metrics.width }
        return metrics
    }

    /// What the font of a style says of itself.
    ///
    /// The heights of capitals and lower-case letters are those of the ink of H and x.
    public func metrics(of style: TextStyle) -> FontMetrics {
        let size = style.font.size
        let face = face(of: style)
        return FontMetrics(
            ascent: face.ascent * size, descent: face.descent * size,
            capHeight: face.capHeight * size, xHeight: face.xHeight * size)
    }

    private func height(of runs: [TextRun]) -> (ascent: Double, descent: Double) {
        let heights = runs.map { run in
            let metrics = metrics(of: run.style)
            let rise = run.style.rise.isFinite ? run.style.rise : 0
            return (ascent: metrics.ascent + rise, descent: metrics.descent - rise)
        }
        return (heights.map(\.ascent).max() ?? 0, heights.map(\.descent).max() ?? 0)
    }

    // MARK: - Drawing

    /// The shaped line of some runs, ready to be drawn.
    ///
    /// - Throws: a `Diagnostic` of kind `.unavailable` where a font or a glyph is missing, and of
    ///   kind `.internalFailure` where a style's numbers cannot be drawn.
    func layout(for runs: [TextRun]) throws -> Layout {
        for run in runs {
            let style = run.style
            guard style.isDrawable else {
                throw Diagnostic.error(
                    "the text “\(run.text.prefix(40))” has a size, tracking, rise or colour that "
                        + "cannot be drawn: \(style)", kind: .internalFailure)
            }
            if let problem = fonts.problems(family: style.family, weights: [style.weight.rawValue])
                .first
            {
                throw problem
            }
            // What Pango loaded may differ all the same: it substitutes without a word.
            let face = face(of: style)
            guard face.name == FaceName(style) else {
                throw Diagnostic.error(
                    "asked for \(FaceName(style)), Pango loaded \(face.name)", kind: .unavailable)
            }
        }
        let layout = try diagnosing { try shaped(runs) }
        let missing = layout.missing
        if !missing.isEmpty {
            let characters = missing.map { "“\($0)”" }.joined(separator: ", ")
            throw Diagnostic.error(
                "the font has no glyph for \(characters) in “\(layout.text.prefix(40))”",
                kind: .unavailable)
        }
        return layout
    }

    private func shaped(_ runs: [TextRun]) throws(PangoError) -> Layout {
        try lines.line(runs) { () throws(PangoError) in try Layout(context, runs.map(\.span)) }
    }

    // MARK: - Faces

    /// What one face measures at a size of one point, found once.
    private func face(of style: TextStyle) -> Face {
        let name = FaceName(style)
        if let face = faces[name] { return face }
        let face = Face(name, in: context)
        faces[name] = face
        return face
    }
}

/// A family and a weight.
private struct FaceName: Hashable, CustomStringConvertible {
    var family: String
    var weight: Int

    init(family: String, weight: Int) {
        self.family = family
        self.weight = weight
    }

    init(_ style: TextStyle) {
        self.init(family: style.family, weight: style.weight.rawValue)
    }

    var description: String { "\(family) \(weight)" }
}

/// What Pango loaded for a name, and its heights at a size of one point.
private struct Face {
    var name: FaceName
    var ascent = 0.0
    var descent = 0.0
    var capHeight = 0.0
    var xHeight = 0.0

    init(_ asked: FaceName, in context: Pango.Context) {
        // Without hinting all heights grow with the size, and a large one loses least to rounding.
        let size = 1000.0
        let font = FontDescription(family: asked.family, weight: asked.weight, size: size)
        func inkTop(_ letter: String) -> Double {
            guard let layout = try? Layout(context, [Span(letter, font: font)]) else { return 0 }
            return -layout.ink.y / size
        }
        name = FaceName(family: "", weight: 0)
        guard let loaded = context.face(font) else { return }
        name = FaceName(family: loaded.family, weight: loaded.weight)
        ascent = loaded.ascent / size
        descent = loaded.descent / size
        capHeight = inkTop("H")
        xHeight = inkTop("x")
    }
}
