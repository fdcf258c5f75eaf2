/// The borders and coasts of a whole collection as long lines, each drawn once.
///
/// Outlines feature by feature draw each border twice, and one over the other; these lines are as
/// thick everywhere, join at their vertices, and make half the work and half the file. A mesh of
/// 300,000 vertices takes some 20 ms.
public struct BorderMesh: Hashable, Sendable {
    /// The borders between features of different groups, from one meeting of borders to the next.
    ///
    /// A border that runs in a circle, as that of an enclave does, repeats its first place.
    public let inner: [[GeoPoint]]
    /// The lines around the union of all features: coasts, and borders to what is not on the map.
    ///
    /// A coast that runs in a circle repeats its first place. The edges along the meridian of 180°
    /// and at the poles, where files are cut for flat maps, are not among them.
    public let outer: [[GeoPoint]]

    /// The mesh of features that share their borders vertex for vertex.
    ///
    /// `groups` has a number for each feature, in the same order: an edge between two features of
    /// the same number is neither inner nor outer. Without it, and for features beyond its end, each
    /// is a group of its own.
    public init(_ features: [GeoFeature], groups: [Int]? = nil) {
        let coverage = Coverage(features, groups: groups)
        inner = coverage.borders()
        outer = coverage.coasts()
    }
}
