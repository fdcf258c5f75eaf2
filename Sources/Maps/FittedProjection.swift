public import Graphics
public import Layout

/// A projection brought to a page: enlarged and moved, so that places become points.
public struct FittedProjection: Hashable, Sendable {
    /// What lays the earth on the plane.
    public let projection: Projection
    /// Points per earth radius where the projection is true to scale.
    public let scale: Double
    /// Where the projection's origin lies, whether or not that is on the page.
    public let origin: Point

    /// How far a drawn line may lie from the edge it stands for, in points.
    private static let tolerance = 0.05
    /// Rings that reach less far than this in both directions are left out, in points.
    ///
    /// A third of a dot of print at 500 dpi.
    private static let leastExtent = 0.05

    /// The largest map of `features` in a frame, in its middle, or at its left or right edge.
    ///
    /// `nil` where nothing of them is on the map, or where the frame has no area.
    public init?(
        _ projection: Projection, fitting features: [GeoFeature], in frame: Rect,
        alignment: HorizontalAlignment = .center
    ) {
        self.init(
            projection,
            around: features.lazy.flatMap(\.polygons).flatMap { projection.traced(rings: $0) },
            in: frame, alignment: alignment)
    }

    /// The largest map of the whole earth in a frame, in its middle.
    ///
    /// Of the discs it is the part that they show. `nil` where the frame has no area.
    public init?(_ projection: Projection, fittingEarthIn frame: Rect) {
        self.init(projection, around: [projection.tracedRim], in: frame)
    }

    /// The largest map of `places` in a frame, in its middle.
    ///
    /// `nil` for places that share one image, or where the frame has no area.
    public init?(_ projection: Projection, fitting places: [GeoPoint], in frame: Rect) {
        self.init(
            projection, within: Rect(around: places.compactMap { projection.project($0) }),
            in: frame)
    }

    private init?(
        _ projection: Projection, around rings: some Sequence<[TracedVertex]>, in frame: Rect,
        alignment: HorizontalAlignment = .center
    ) {
        let plane = PageTracer(
            projection: projection, scale: 1, origin: .zero, tolerance: .infinity)
        var bounds: Rect?
        var bent: [[TracedVertex]] = []
        for ring in rings {
            guard let points = plane.points(of: ring, isRing: true),
                let extent = Rect(around: points)
            else { continue }
            bounds = bounds?.union(extent) ?? extent
            let reach = max(extent.width, extent.height)
            if plane.greatestBend(of: ring, points) > reach * 1e-4 { bent.append(ring) }
        }
        // Edges may reach beyond their ends; how closely to look depends on the size of the map.
        if let first = FittedProjection(projection, within: bounds, in: frame) {
            let close = PageTracer(
                projection: projection, scale: 1, origin: .zero,
                tolerance: Self.tolerance / first.scale)
            for ring in bent {
                let points = close.points(of: ring, isRing: true) ?? []
                if let extent = Rect(around: points) { bounds = bounds?.union(extent) }
            }
        }
        self.init(projection, within: bounds, in: frame, alignment: alignment)
    }

    private init?(
        _ projection: Projection, within bounds: Rect?, in frame: Rect,
        alignment: HorizontalAlignment = .center
    ) {
        guard let bounds, frame.width > 0, frame.height > 0 else { return nil }
        // A line of places has no width or no height, which then does not count.
        let scale = min(
            bounds.width > 0 ? frame.width / bounds.width : .infinity,
            bounds.height > 0 ? frame.height / bounds.height : .infinity)
        let free = frame.width - bounds.width * scale
        let shift = Point(free * (alignment.fraction - 0.5), 0)
        self.init(projection, scale: scale, origin: frame.center - bounds.center * scale + shift)
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
        projection.project(place).map { $0 * scale + origin }
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
    /// What crosses the map's edge is cut there and closed along it; edges bend as the map bends
    /// lines that are straight in degrees; vertices that no eye can tell apart are left out, and
    /// rings that are no more than a dot. With a frame, what lies outside of it is left out too.
    public func path(of feature: GeoFeature, within frame: Rect? = nil) -> Path {
        var path = Path()
        for part in feature.polygons { add(part, within: frame, to: &path) }
        return path
    }

    /// The outline of rings, such as those of a union; see `path(of:)`.
    public func path(ofRings rings: [[GeoPoint]], within frame: Rect? = nil) -> Path {
        var path = Path()
        add(rings, within: frame, to: &path)
        return path
    }

    /// Open lines through places, such as borders; interrupted where the map's edge is crossed.
    public func path(ofLines lines: [[GeoPoint]], within frame: Rect? = nil) -> Path {
        let (tracer, clip) = tools(for: frame)
        var path = Path()
        for run in lines.lazy.flatMap({ projection.traced(line: $0) }) {
            guard let points = tracer.points(of: run, isRing: false) else { continue }
            for line in clip?.lines(points) ?? [points] where line.count > 1 {
                path.add(.polyline(Simplification.line(line)))
            }
        }
        return path
    }

    /// The edge of the map of the whole earth; `nil` where none of it is in the frame.
    ///
    /// For maps of the world it is what water fills; for discs the circle. Cones of true areas have
    /// a fan; of Mercator and of cones of true angles, whose poles lie at infinity, it is what they
    /// draw of areas: up to 85.05°.
    func earthOutline(within frame: Rect?) -> Path? {
        // It is seen as a curve, so it is drawn closer than coasts are.
        let (tracer, clip) = tools(for: frame, tolerance: Self.tolerance / 10)
        guard var points = tracer.points(of: projection.tracedRim, isRing: true) else { return nil }
        if let clip { points = clip.area(points) }
        return points.count > 2 ? .polygon(points) : nil
    }

    /// The parts of a feature as they lie on the page, largest first; those of no area are left out.
    public func polygons(of feature: GeoFeature) -> [PlanePolygon] {
        let (tracer, clip) = tools(for: nil)
        let polygons = feature.polygons.map { part in
            PlanePolygon(images(of: projection.traced(rings: part), tracer, clip))
        }
        // By area, then by place in the file: sorting alone need not keep the order of equals.
        return polygons.enumerated()
            .map { (index: $0.offset, area: $0.element.area, polygon: $0.element) }
            .filter { $0.area > 0 }
            .sorted { ($1.area, $0.index) < ($0.area, $1.index) }
            .map(\.polygon)
    }

    private func add(_ rings: [[GeoPoint]], within frame: Rect?, to path: inout Path) {
        let (tracer, clip) = tools(for: frame)
        for ring in images(of: projection.traced(rings: rings), tracer, clip) {
            path.add(.polygon(ring))
        }
    }

    /// The rings on the page, cut to the frame and simplified.
    private func images(of rings: [[TracedVertex]], _ tracer: PageTracer, _ clip: FrameClip?)
        -> [[Point]]
    {
        rings.compactMap { ring in
            guard var points = tracer.points(of: ring, isRing: true) else { return nil }
            if let clip { points = clip.area(points) }
            points = Simplification.ring(points)
            guard points.count > 2, let extent = Rect(around: points),
                max(extent.width, extent.height) >= Self.leastExtent
            else { return nil }
            return points
        }
    }

    private func tools(
        for frame: Rect?, tolerance: Double = Self.tolerance
    ) -> (PageTracer, FrameClip?) {
        let clip = frame.map { FrameClip($0) }
        return (
            PageTracer(
                projection: projection, scale: scale, origin: origin,
                tolerance: tolerance, window: clip?.window), clip
        )
    }
}
