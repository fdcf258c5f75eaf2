import Cairo
import Diagnostics
public import Graphics

/// A page as the bytes of an SVG document (SVG 1.1).
///
/// It looks as the PNG does wherever it is shown, since letters are outlines. Title and description say what
/// the page says, and each chart and map is a group with its name and its own words.
///
/// - Parameter name: what ids begin with, so that several pages can stand in one document; letters, digits
///   and dashes.
/// - Throws: a `Diagnostic` where something on the page cannot be drawn.
public func svg(of scene: Scene, name: String = "p", typesetter: Typesetter) throws -> [UInt8] {
    try diagnosing {
        try requirePageSize(of: scene)
        do {
            var writer = try SVGWriter(name: name, typesetter: typesetter)
            try writer.write(scene.items, under: .identity, depth: 0)
            return Array(writer.document(of: scene).utf8)
        } catch var finding as Diagnostic {
            finding.message = "page “\(scene.title)”: \(finding.message)"
            throw finding
        }
    }
}
