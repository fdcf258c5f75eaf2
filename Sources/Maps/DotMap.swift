public import Graphics
public import Layout

/// A map of evenly spaced dots: large ones in areas spoken of, small ones elsewhere.
public struct DotMap: Element, Hashable {
    /// Features spoken of.
    public var lit: [GeoFeature]
    /// All others.
    public var unlit: [GeoFeature]
    /// Places to point out: the dot nearest to each takes the accent.
    public var places: [GeoPoint]
    /// How the globe is laid flat.
    public var projection: Projection
    /// From dot to dot, in points.
    public var pitch: Double
    /// The colours of lit dots, other dots and places.
    public var colors: Colors
    /// Boxes that no dot may touch; dots stand clear of them by a pitch.
    public var keepOut: [Rect]

    /// The colours of lit dots, other dots and places.
    public struct Colors: Hashable, Sendable {
        /// Dots in areas spoken of.
        public var lit: Color
        /// Dots elsewhere.
        public var unlit: Color
        /// Dots at places.
        public var place: Color

        /// Three colours.
        public init(lit: Color, unlit: Color, place: Color) {
            self.lit = lit
            self.unlit = unlit
            self.place = place
        }
    }

    /// Dots closer than this are a grey, and too many to draw, in points.
    private static let leastPitch = 0.5

    /// A dotted map.
    public init(
        lit: [GeoFeature], unlit: [GeoFeature], places: [GeoPoint], projection: Projection,
        pitch: Double, colors: Colors, keepOut: [Rect] = []
    ) {
        self.lit = lit
        self.unlit = unlit
        self.places = places
        self.projection = projection
        self.pitch = pitch
        self.colors = colors
        self.keepOut = keepOut
    }

    /// Fills whatever room it is given.
    public func size(in space: Size, measuring measurer: any TextMeasurer) -> Size { space }

    /// Draws the dots as large as the room allows without touching what is kept out.
    ///
    /// The map shrinks towards the right edge until its dots are clear; a map of which a third has
    /// to go is an error, not a smaller map.
    public func draw(in rect: Rect, on canvas: inout Canvas) {
        guard pitch >= Self.leastPitch, pitch.isFinite else {
            return canvas.error("the dotted map has no pitch")
        }
        guard let map = FittedProjection(projection, fitting: lit + unlit, in: rect) else {
            return canvas.error(
                "the dotted map has nothing to show", hint: "name areas, and give the block room")
        }
        let outline = (lit + unlit).flatMap { map.polygons(of: $0) }.flatMap { $0.rings.joined() }
        for step in 0...14 {
            let factor = 1 - 0.025 * Double(step)
            let size = Size(rect.width * factor, rect.height * factor)
            let frame = Rect(
                x: rect.maxX - size.width, y: rect.midY - size.height / 2, width: size.width,
                height: size.height)
            // The frames are alike, so corners move along; they tell quickly which frames are worth
            // filling with dots.
            let isClose = outline.contains { corner in
                let moved = Point(
                    frame.maxX - (rect.maxX - corner.x) * factor,
                    frame.midY + (corner.y - rect.midY) * factor)
                return keepOut.contains { $0.outset(by: pitch / 2).contains(moved) }
            }
            guard !isClose, let dots = dots(in: frame) else { continue }
            if dots.allSatisfy(isClear) { return draw(dots, on: &canvas) }
        }
        canvas.error(
            "the dotted map touches the text beside it",
            hint: "shorten the text, or leave the map out")
    }

    private struct Dot {
        var center: Point
        var kind: Kind
        enum Kind { case lit, unlit, place }
    }

    private func dots(in frame: Rect) -> [Dot]? {
        guard let map = FittedProjection(projection, fitting: lit + unlit, in: frame) else {
            return nil
        }
        let areas =
            lit.flatMap { map.polygons(of: $0) }.map { ($0, $0.bounds, Dot.Kind.lit) }
            + unlit.flatMap { map.polygons(of: $0) }.map { ($0, $0.bounds, Dot.Kind.unlit) }
        var dots: [Dot] = []
        for y in stride(from: frame.minY + pitch / 2, to: frame.maxY, by: pitch) {
            for x in stride(from: frame.minX + pitch / 2, to: frame.maxX, by: pitch) {
                let center = Point(x, y)
                let area = areas.first { polygon, bounds, _ in
                    bounds?.contains(center) == true && polygon.contains(center)
                }
                if let area { dots.append(Dot(center: center, kind: area.2)) }
            }
        }
        for place in places.compactMap({ map.point($0) }) {
            let nearest = dots.indices.min {
                dots[$0].center.distance(to: place) < dots[$1].center.distance(to: place)
            }
            if let nearest { dots[nearest].kind = .place }
        }
        return dots
    }

    private func isClear(_ dot: Dot) -> Bool {
        !keepOut.contains { $0.outset(by: pitch).contains(dot.center) }
    }

    private func draw(_ dots: [Dot], on canvas: inout Canvas) {
        canvas.tagged(Tag(.artifact)) { canvas in
            for (kind, radius, color) in [
                (Dot.Kind.unlit, 0.2, colors.unlit), (.lit, 0.345, colors.lit),
                (.place, 0.43, colors.place),
            ] {
                var path = Path()
                for dot in dots where dot.kind == kind {
                    path.add(.circle(center: dot.center, radius: pitch * radius))
                }
                if !path.isEmpty { canvas.fill(path, color) }
            }
        }
    }
}
