import Diagnostics
import Graphics
import Layout
import TestSupport

/// An element of a natural size that draws the rectangle it is given.
struct Box: Element {
    var natural: Size
    var color = Color.black

    init(_ width: Double, _ height: Double) { natural = Size(width, height) }

    func size(in space: Size, measuring measurer: any TextMeasurer) -> Size { natural }

    func draw(in rect: Rect, on canvas: inout Canvas) { canvas.fill(rect, color) }
}

/// An element that fills whatever it is given, as charts do.
struct Filling: Element {
    func size(in space: Size, measuring measurer: any TextMeasurer) -> Size { space }

    func draw(in rect: Rect, on canvas: inout Canvas) { canvas.fill(rect, .white) }
}

/// Letters of 10 pt, each of which the ruler makes 6 pt wide.
let ten = TextStyle(family: "Inter", size: 10)

/// An element drawn on a canvas of its own.
func drawn(_ element: any Element, in rect: Rect) -> Canvas {
    var canvas = Canvas(measurer: FixedMeasurer())
    element.draw(in: rect, on: &canvas)
    return canvas
}

extension [SceneItem] {
    /// The lines of text and where they start, whatever they are grouped by.
    var texts: [(line: TextLine, origin: Point)] {
        flatMap { item -> [(line: TextLine, origin: Point)] in
            switch item {
            case .text(let line, let origin): [(line, origin)]
            case .group(let items, _, _), .tagged(_, let items): items.texts
            case .path, .picture: []
            }
        }
    }

    /// The bounds of what is filled or stroked, whatever it is grouped by.
    var shapes: [Rect] {
        flatMap { item -> [Rect] in
            switch item {
            case .path(let path, _, _): [path.controlBounds].compactMap { $0 }
            case .group(let items, _, _), .tagged(_, let items): items.shapes
            case .text, .picture: []
            }
        }
    }
}

extension Canvas {
    /// The messages of all findings.
    var messages: [String] { findings.all.map(\.message) }
}
