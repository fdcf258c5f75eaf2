import Charts
import Diagnostics
import Graphics
import Layout
import TestSupport

/// Colours that tell in a test which part of a chart something is.
enum Ink {
    static let ink = Color(0x111111)
    static let muted = Color(0x666666)
    static let hairline = Color(0xDDDDDD)
    static let track = Color(0xEEEEEE)
    static let mark = Color(0x9DB8D2)
    static let key = Color(0x14508C)
    static let accent = Color(0xC8102E)
    static let accentText = Color(0x8A0B20)
    static let hatch = Hatch(line: Color(0x888888), ground: Color(0xF4F4F4))

    /// A colour that no other datum has.
    static func own(_ index: Int) -> Color { Color(0x30_0000 + UInt32(index)) }
}

let style = ChartStyle(
    family: "Inter", ink: Ink.ink, muted: Ink.muted, hairline: Ink.hairline, ground: .white,
    track: Ink.track, mark: Ink.mark, key: Ink.key, accent: Ink.accent, accentText: Ink.accentText,
    missing: Ink.hatch, missingOutline: Color(0x777777), missingText: "n.d.", decimalMark: ".")

/// A chart drawn on a canvas of its own.
func drawn(_ chart: some Element, in rect: Rect) -> Canvas {
    var canvas = Canvas(measurer: FixedMeasurer())
    chart.draw(in: rect, on: &canvas)
    return canvas
}

/// A chart as text.
func dump(_ chart: some Element, in size: Size) -> String {
    Scene(size: size, items: drawn(chart, in: Rect(origin: .zero, size: size)).items).dump
}

/// A figure with one decimal at most.
func printed(_ value: Double) -> String {
    let tenths = (value * 10).rounded()
    guard abs(tenths) < 1e15 else { return "\(value)" }
    let (whole, rest) = Int(tenths).quotientAndRemainder(dividingBy: 10)
    return rest == 0 ? "\(whole)" : "\(whole).\(abs(rest))"
}

// MARK: - Any data

extension SplitMix64 {
    /// A name of 1 to `most` characters in words.
    mutating func name(_ most: Int) -> String {
        var name = ""
        for _ in 0..<Int.random(in: 1...most, using: &self) {
            let isSpace =
                !name.isEmpty && name.last != " " && Int.random(in: 0...6, using: &self) == 0
            name +=
                isSpace
                ? " " : ["a", "e", "o", "n", "ñ", "é", "T"].randomElement(using: &self) ?? ""
        }
        return name.last == " " ? name + "a" : name
    }

    /// A figure of any size from nothing to a million millions.
    mutating func figure() -> Double {
        switch Int.random(in: 0...5, using: &self) {
        case 0: 0
        case 1: Double.random(in: 0...1, using: &self)
        case 2: Double.random(in: 0...1e12, using: &self)
        default: Double.random(in: 0...5000, using: &self)
        }
    }

    /// A place of any size, from none to a page.
    mutating func rect() -> Rect {
        Rect(
            x: Double(Int.random(in: 0...50, using: &self)),
            y: Double(Int.random(in: 0...50, using: &self)),
            width: Double(Int.random(in: 0...900, using: &self)),
            height: Double(Int.random(in: 0...500, using: &self)))
    }
}

// MARK: - Asking scenes

/// A line of text in a scene.
struct Lettering {
    var text: String
    var style: TextStyle
    /// The box of what is seen of it: the height of capitals and digits.
    var box: Rect
}

extension [SceneItem] {
    /// All items that are no groups, whatever they are grouped by.
    private var leaves: [SceneItem] {
        flatMap { item -> [SceneItem] in
            switch item {
            case .group(let items, _, _), .tagged(_, let items): items.leaves
            case .path, .text, .picture: [item]
            }
        }
    }

    /// All lines of text.
    var lettering: [Lettering] {
        leaves.compactMap { item in
            guard case .text(let line, let origin) = item, let style = line.runs.first?.style
            else { return nil }
            let height = style.size * 0.73
            return Lettering(
                text: line.text, style: style,
                box: Rect(x: origin.x, y: origin.y - height, width: line.width, height: height))
        }
    }

    /// The paths filled with a colour.
    func fills(_ color: Color) -> [Path] {
        leaves.compactMap { item in
            guard case .path(let path, .color(color)?, _) = item else { return nil }
            return path
        }
    }

    /// The bounds of what is filled with a colour.
    func bounds(_ color: Color) -> [Rect] { fills(color).compactMap(\.controlBounds) }

    /// The bounds of the places hatched as missing.
    var missing: [Rect] {
        leaves.compactMap { item in
            guard case .path(let path, .hatch(Ink.hatch)?, _) = item else { return nil }
            return path.controlBounds
        }
    }

    /// The outlines that are only drawn, with how.
    var strokes: [(path: Path, stroke: Stroke)] {
        leaves.compactMap { item in
            guard case .path(let path, nil, let stroke?) = item else { return nil }
            return (path, stroke)
        }
    }

    /// Whether each number in it can be drawn.
    var isFinite: Bool {
        leaves.allSatisfy { item in
            switch item {
            case .path(let path, _, let stroke):
                path.points.allSatisfy { $0.x.isFinite && $0.y.isFinite }
                    && (stroke?.width ?? 0).isFinite
            case .text(let line, let origin):
                origin.x.isFinite && origin.y.isFinite && line.width.isFinite
                    && line.runs.allSatisfy { $0.style.size.isFinite && $0.style.size > 0 }
            case .group, .tagged, .picture: true
            }
        }
    }
}

extension Path {
    /// All points, those that pull curves included.
    var points: [Point] {
        elements.flatMap { element -> [Point] in
            switch element {
            case .move(let point), .line(let point): [point]
            case .curve(let first, let second, let end): [first, second, end]
            case .close: []
            }
        }
    }
}

extension Canvas {
    /// The messages of all findings.
    var messages: [String] { findings.all.map(\.message) }

    /// Texts that lie on each other, and texts that lie outside of `rect`.
    func collisions(in rect: Rect, tolerance: Double = 1) -> [String] {
        let all = items.lettering.filter { !$0.text.isEmpty }
        var found: [String] = []
        for (index, one) in all.enumerated() {
            if !rect.contains(one.box, tolerance: tolerance) {
                found.append("“\(one.text)” at \(one.box) leaves \(rect)")
            }
            for other in all[(index + 1)...] where one.box.intersects(other.box) {
                found.append("“\(one.text)” and “\(other.text)”")
            }
        }
        return found
    }
}
