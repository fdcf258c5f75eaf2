public import Graphics

/// A projection brought to a page: enlarged and moved, so that places become points.
public struct FittedProjection: Hashable, Sendable {
    /// What lays the earth on the plane.
    public let projection: Projection
    /// Points per earth radius where the projection is true to scale.
    public let scale: Double
    /// Where the projection's centre lies, whether or not that is on the page.
    public let origin: Point

    /// How close to the last kept vertex, in points, another one is left out to keep PDFs small.
    ///
    /// A third of a dot of print at 500 dpi.
    private static let mergeDistance = 0.05

    /// The largest map of `features` in a frame, in its middle.
    ///
    /// `nil` where nothing of them is on the map, or where the frame has no area.
    public init?(_ projection: Projection, fitting features: [GeoFeature], in frame: Rect) {
        let points = features.lazy.flatMap(\.polygons).flatMap { part in
            projection.images(of: part).flatMap { $0 }
        }
        self.init(projection, around: points, in: frame)
    }

    /// The largest map of `places` in a frame, in its middle.
    ///
    /// `nil` for places that share one image, or where the frame has no area.
    public init?(_ projection: Projection, fitting places: [GeoPoint], in frame: Rect) {
        self.init(projection, around: places.compactMap { projection.project($0) }, in: frame)
    }

    private init?(_ projection: Projection, around points: some Sequence<Point>, in frame: Rect) {
        guard let bounds = Rect(around: points), frame.width > 0, frame.height > 0 else {
            return nil
        }
        // A line of places has no width or no height, which then does not count.
        let scale = min(
            bounds.width > 0 ? frame.width / bounds.width : .infinity,
            bounds.height > 0 ? frame.height / bounds.height : .infinity)
        self.init(projection, scale: scale, origin: frame.center - bounds.center * scale)
    }

    private init?(_ projection: Projection, scale: Double, origin: Point) {
        guard scale > 0, scale.isFinite, origin.x.isFinite, origin.y.isFinite else { return nil }
        self.projection = projection
        self.scale = scale
        self.origin = origin
    }

    /// The same map `factor` times larger, with a place in the middle of another frame.
    ///
    /// `nil` where the place is not on the map, or the factor not above zero.
    public func magnified(_ factor: Double, about place: GeoPoint, in frame: Rect)
        -> FittedProjection?
    {
        guard let image = projection.project(place) else { return nil }
        let scale = scale * factor
        return FittedProjection(projection, scale: scale, origin: frame.center - image * scale)
    }

    // MARK: - Places

    /// Where a place lies on the page; `nil` where it is not on the map.
    public func point(_ place: GeoPoint) -> Point? {
        projection.project(place).map(onPage)
    }

    /// The place under a point of the page; `nil` outside the map.
    public func invert(_ point: Point) -> GeoPoint? {
        projection.invert((point - origin) * (1 / scale))
    }

    /// How many points a kilometre takes near a place, on average of all directions.
    public func pointsPerKilometre(near place: GeoPoint) -> Double? {
        projection.scale(near: place).map { $0 * scale / GeoPoint.earthRadiusInKilometres }
    }

    // MARK: - Outlines

    /// The outline of a feature: all exteriors and holes in one path.
    ///
    /// Rings with a vertex that is not on the map are left out, and so are those that shrink to
    /// fewer than three points. What crosses the map's edge is cut there.
    public func path(of feature: GeoFeature) -> Path {
        path(ofRings: feature.rings)
    }

    /// The outline of rings, such as those of a union; see `path(of:)`.
    public func path(ofRings rings: [[GeoPoint]]) -> Path {
        var path = Path()
        for ring in images(of: rings) { path.add(.polygon(ring)) }
        return path
    }

    /// Open lines through places, such as borders; interrupted where the map's edge is crossed.
    public func path(ofLines lines: [[GeoPoint]]) -> Path {
        var path = Path()
        for line in lines {
            for run in runs(of: line) { path.add(.polyline(run)) }
        }
        return path
    }

    /// The parts of a feature as they lie on the page, largest first; those of no area are left out.
    public func polygons(of feature: GeoFeature) -> [PlanePolygon] {
        let polygons = feature.polygons.map { PlanePolygon(images(of: $0)) }
        // By area, then by place in the file: sorting alone need not keep the order of equals.
        return polygons.enumerated()
            .map { (index: $0.offset, area: $0.element.area, polygon: $0.element) }
            .filter { $0.area > 0 }
            .sorted { ($1.area, $0.index) < ($0.area, $1.index) }
            .map(\.polygon)
    }

    private func images(of rings: [[GeoPoint]]) -> [[Point]] {
        projection.images(of: rings).compactMap { ring in
            var kept = thinned(ring.map(onPage))
            // The ring closes by itself: its end may come as close to its start as any neighbour.
            while kept.count > 1, let first = kept.first, let last = kept.last,
                last.distance(to: first) < Self.mergeDistance
            {
                kept.removeLast()
            }
            return kept.count < 3 ? nil : kept
        }
    }

    /// The stretches of a line between places that are not on the map and jumps across its edge.
    private func runs(of line: [GeoPoint]) -> [[Point]] {
        var runs: [[Point]] = []
        var run: [Point] = []
        var previous = 0.0
        for place in line {
            let longitude = projection.relativeLongitude(place)
            let isJump =
                projection.kind != .azimuthalEqualArea && abs(longitude - previous) > 180
            previous = longitude
            let image = point(place)
            if isJump || image == nil {
                runs.append(run)
                run = []
            }
            if let image { run.append(image) }
        }
        runs.append(run)
        return runs.filter { $0.count > 1 }.map { run in
            // A line ends where its neighbours do, at the very point.
            guard let end = run.last else { return run }
            let kept = thinned(run)
            return kept.last == end ? kept : kept.dropLast(kept.count > 1 ? 1 : 0) + [end]
        }
    }

    private func thinned(_ points: [Point]) -> [Point] {
        var kept: [Point] = []
        for point in points {
            if let last = kept.last, last.distance(to: point) < Self.mergeDistance { continue }
            kept.append(point)
        }
        return kept
    }

    private func onPage(_ image: Point) -> Point {
        image * scale + origin
    }
}

extension Projection {
    /// The images of rings, cut at the map's edge, without those that have a vertex off the map.
    fileprivate func images(of rings: [[GeoPoint]]) -> [[Point]] {
        rings.flatMap(cut).compactMap { ring in
            var images: [Point] = []
            for place in ring {
                guard let image = project(place) else { return nil }
                images.append(image)
            }
            return images
        }
    }
}
