/// A vertex of an outline on its way from the file to the page.
struct TracedVertex: Hashable, Sendable {
    /// Where it lies on the rotated sphere.
    var sphere: SpherePoint
    /// Where it lies in the file, in degrees that do not jump: what lies half way to the next
    /// vertex is half way in these.
    var place: GeoPoint
    /// Whether the edge that leads to it runs along the rim of the map, not through the file.
    var followsRim = false
}
