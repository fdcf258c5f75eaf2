import Diagnostics
import Graphics
import Layout
import Maps
import YAML

/// A map as a deck writes it: boundaries, which regions are filled how, and what is written on it.
struct MapBlock: Block {
    /// How regions without a row of their own are drawn.
    enum Rest: String, CaseIterable, Sendable {
        /// As plain land.
        case land
        /// Hatched: they should have data and have none.
        case noData = "no-data"
        /// Not at all.
        case hidden
    }

    /// The areas that have a fill of their own.
    struct Regions: Sendable {
        var query: Query
        var scale: MapScale
        var isDissolved: Bool
        var outline: ColorRole?
    }

    /// Lines around regions, or around groups of them.
    struct Outlines: Sendable {
        var query: Query
        var color: ColorRole
        var width: Double
    }

    /// Figures of regions.
    struct Labels: Sendable {
        var query: Query
        var format: String?
        var nudges: Nudges
        var location: SourceLocation
    }

    /// Places with names.
    struct Pins: Sendable {
        var query: Query
        var glyphs: [String: Glyph]
        var unknown: Template?
        /// Where the signs stand.
        var signs: SignPlace
        var nudges: Nudges
        var location: SourceLocation
    }

    /// Where the sign of a pin stands.
    enum SignPlace: String, CaseIterable, Sendable {
        /// Before the text of its label; the place has a dot.
        case label
        /// At its place.
        case place
    }

    /// A pin's sign, and what the key says that it means.
    struct Glyph: Sendable {
        var token: GlyphToken
        var label: Template?
    }

    /// Circles whose areas are amounts.
    struct Symbols: Sendable {
        var query: Query
        /// The radius of the greatest, in points.
        var radius: Double
        var color: ColorRole
        var format: String?
        var location: SourceLocation
    }

    /// Labels that someone wants elsewhere, by their names, in points.
    typealias Nudges = [String: (vector: Point, location: SourceLocation)]

    /// A part drawn larger.
    struct Inset: Sendable {
        /// What it shows: a query of places, or a centre and a size.
        enum Extent: Sendable {
            case places(Query)
            case around(GeoPoint, Size)
        }

        var extent: Extent
        var magnification: Double?
        var nudge: Point?
        var location: SourceLocation
    }

    /// What the colours, signs and sizes mean.
    struct Legend: Sendable {
        var title: Template?
        var format: String?
        var isUpright: Bool
        var width: Double?
        var nudge: Point?
        var location: SourceLocation
    }

    /// Lines of longitude and latitude.
    struct Grid: Sendable {
        /// Degrees from line to line.
        var step: Double
        var color: ColorRole
    }

    /// What regions and places are called, one and many; `nil` for regions and places.
    struct Nouns: Sendable {
        var regions: MapNoun?
        var pins: MapNoun?
    }

    /// Rows of areas: more than the municipalities of any country.
    static let mostAreas = 10_000

    var boundaries: String
    var key: String
    var projection: Projection
    var farthestIsland: Double?
    var fit: Query?
    var regions: [Regions]
    var outlines: [Outlines]
    var rest: Rest
    var restColor: ColorRole
    var restOnly: Query?
    var labels: [Labels]
    var pins: [Pins]
    var symbols: Symbols?
    var insets: [Inset]
    var legend: Legend?
    var grid: Grid?
    var water: ColorRole?
    var nouns: Nouns
    var places: Query?
    var margins: Insets
    var alignment: HorizontalAlignment
    var isClipped: Bool
    var location: SourceLocation

    func element(_ resolver: Resolver, on surface: Surface) -> any Element {
        content(resolver, on: surface, heading: "", unit: "").element
    }

    func content(
        _ resolver: Resolver, on surface: Surface, heading: String, unit: String
    ) -> (element: any Element, alternative: Alternative?) {
        var maker = MapMaker(self, resolver, on: surface)
        guard let chart = maker.chart() else { return (Spacer(), nil) }
        let told = maker.description(heading: heading, unit: unit)
        return (chart, Alternative(short: told.short, long: told.long))
    }

    /// The dotted form of the map, for covers.
    func dotted(_ resolver: Resolver, keepOut: [Rect]) -> DotMap? {
        MapMaker(self, resolver, on: .ink).dotted(keepOut: keepOut)
    }
}
