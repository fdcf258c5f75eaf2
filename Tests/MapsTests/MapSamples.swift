import Diagnostics
import Graphics
import Layout
import Maps
import TestSupport

/// Colours that tell in a test what something is.
enum Ink {
    static let ink = Color(0x111111)
    static let land = Color(0xD7DEE5)
    static let lit = Color(0x14508C)
    static let border = Stroke(.white, width: 0.75)
}

/// Four squares of ten degrees around the place without longitude and latitude, two of them lit.
enum Quarters {
    static let all = [
        square("sw", -10, -10, side: 10), square("se", 0, -10, side: 10),
        square("nw", -10, 0, side: 10), square("ne", 0, 0, side: 10),
    ]

    /// A map on which a degree takes as many points everywhere.
    static func chart() throws -> MapChart {
        MapChart(
            regions: all.enumerated().map { index, feature in
                MapRegion(
                    features: [feature], fill: .color(index % 2 == 0 ? Ink.lit : Ink.land),
                    isLit: index % 2 == 0)
            }, fitted: all, projection: try Projection(.equirectangular), border: Ink.border,
            ink: Ink.ink, ground: .white)
    }
}

func drawn(_ map: some Element, in rect: Rect) -> Canvas {
    var canvas = Canvas(measurer: FixedMeasurer())
    map.draw(in: rect, on: &canvas)
    return canvas
}

func place(_ longitude: Double, _ latitude: Double) -> GeoPoint {
    GeoPoint(longitude: longitude, latitude: latitude)
}

extension [SceneItem] {
    /// All items that are no groups, whatever they are grouped by.
    var leaves: [SceneItem] {
        flatMap { item -> [SceneItem] in
            switch item {
            case .group(let items, _, _), .tagged(_, let items): items.leaves
            case .path, .text, .picture: [item]
            }
        }
    }

    /// The paths filled with a colour.
    func fills(_ color: Color) -> [Path] {
        leaves.compactMap { item in
            guard case .path(let path, .color(color)?, _) = item else { return nil }
            return path
        }
    }

    /// The lines that are only drawn, by how.
    func strokes(_ stroke: Stroke) -> [Path] {
        leaves.compactMap { item in
            guard case .path(let path, nil, stroke) = item else { return nil }
            return path
        }
    }

    /// The texts, and where they start.
    var texts: [(text: String, origin: Point)] {
        leaves.compactMap { item in
            guard case .text(let line, let origin) = item else { return nil }
            return (line.text, origin)
        }
    }

    /// Whether each number in it can be drawn.
    var isFinite: Bool {
        leaves.allSatisfy { item in
            switch item {
            case .path(let path, _, _): path.corners.allSatisfy { $0.x.isFinite && $0.y.isFinite }
            case .text(let line, let origin):
                origin.x.isFinite && origin.y.isFinite && line.width.isFinite
            case .group, .tagged, .picture: true
            }
        }
    }
}

extension Path {
    /// The points it runs through.
    var corners: [Point] {
        elements.compactMap { element in
            switch element {
            case .move(let point), .line(let point), .curve(_, _, let point): point
            case .close: nil
            }
        }
    }
}

extension Canvas {
    /// The messages of all findings.
    var messages: [String] { findings.all.map(\.message) }
}
