public import Graphics

/// An area of a map in one fill: one feature, or several whose inner borders are hidden.
public struct MapRegion: Hashable, Sendable {
    /// The features that make the area.
    public var features: [GeoFeature]
    /// What fills it.
    public var fill: Paint
    /// Its outline; `nil` for the map's borders.
    public var outline: Stroke?
    /// Whether it is spoken of; such areas are drawn over the others.
    public var isLit: Bool

    /// An area.
    public init(features: [GeoFeature], fill: Paint, outline: Stroke? = nil, isLit: Bool) {
        self.features = features
        self.fill = fill
        self.outline = outline
        self.isLit = isLit
    }

    /// The area's outline on a map; of a larger map only what a frame shows.
    func path(on map: FittedProjection, within frame: Rect? = nil) -> Path {
        if features.count == 1, let feature = features.first {
            return map.path(of: feature, within: frame)
        }
        return map.path(ofRings: dissolved(features), within: frame)
    }
}
