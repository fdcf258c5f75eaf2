import Expat
import Graphics

/// What a drawing is like, and whether it looks the same everywhere.
struct SVGCheck {
    /// What keeps a drawing out of a deck.
    struct Fault: Error, Hashable {
        let message: String
        let hint: String
    }

    /// Its extent in CSS pixels.
    private(set) var size = Size(0, 0)
    /// What is drawn, but not well.
    private(set) var warnings: [String] = []
    private var depth = 0

    /// Looks through a drawing.
    ///
    /// - Throws: a `Fault` for what would look otherwise elsewhere, or load something; an `XMLError`.
    init(_ bytes: [UInt8]) throws {
        var check = SVGCheck()
        try readXML(bytes, mayHaveDocumentType: true) { event in
            switch event {
            case .start(let element):
                try check.look(at: element)
                check.depth += 1
            case .end: check.depth -= 1
            case .text: break
            }
        }
        self = check
    }

    private init() {}

    private mutating func look(at element: XMLElement) throws {
        if depth == 0 {
            guard element.name == "svg" else {
                throw Fault(
                    message: "is XML, but no SVG: it begins with <\(element.name)>",
                    hint: "save it as plain SVG")
            }
            size = try Self.size(of: element)
        }
        switch element.name {
        case "text", "tspan", "textPath", "flowRoot", "foreignObject":
            throw Fault(
                message: "has text, which looks different on each machine",
                hint: "convert its text to paths before saving")
        case "script", "a":
            throw Fault(
                message: "has <\(element.name)>, which has no place in a picture",
                hint: "take it out")
        case "filter":
            let words = "has filters, which are drawn as pixels in PDF"
            if !warnings.contains(words) { warnings.append(words) }
        default: break
        }
        for attribute in element.attributes where attribute.name == "href" {
            let isInside = attribute.value.hasPrefix("#") || attribute.value.hasPrefix("data:")
            if !isInside, ["image", "use", "feImage"].contains(element.name) {
                throw Fault(
                    message: "shows another file, “\(attribute.value)”",
                    hint: "embed it when saving")
            }
        }
    }

    /// The extent of the outermost element: its sides, else its view box (SVG 1.1, 7.2 and 7.7).
    private static func size(of element: XMLElement) throws -> Size {
        let (width, height) = (length(element["width"]), length(element["height"]))
        let box = (element["viewBox"] ?? "").split { ", \t\n\r".contains($0) }.map { Double($0) }
        let sides = box.count == 4 ? (box[2], box[3]) : (nil, nil)
        let size: Size? =
            switch (width, height, sides.0, sides.1) {
            case (let width?, let height?, _, _): Size(width, height)
            // One side alone follows the box's proportions.
            case (let width?, nil, let across?, let down?): Size(width, width * down / across)
            case (nil, let height?, let across?, let down?): Size(height * across / down, height)
            case (nil, nil, let across?, let down?): Size(across, down)
            default: nil
            }
        let isSound = { (side: Double) in side.isFinite && side >= 0.01 && side <= 1e6 }
        guard let size, isSound(size.width), isSound(size.height) else {
            throw Fault(
                message: "does not say how large it is",
                hint: "give its <svg> a viewBox, or width and height")
        }
        return size
    }

    /// A length in CSS pixels (CSS 2.1, 4.3.2); `nil` where it is none, or a share of something.
    private static func length(_ text: String?) -> Double? {
        guard let text = text.map({ trimmed($0) }) else { return nil }
        let units: [(String, Double)] = [
            ("px", 1), ("pt", 96.0 / 72), ("pc", 16), ("mm", 96 / 25.4), ("cm", 96 / 2.54),
            ("in", 96),
        ]
        for (unit, pixels) in units where text.hasSuffix(unit) {
            return Double(text.dropLast(unit.count)).map { $0 * pixels }
        }
        return Double(text)
    }
}
