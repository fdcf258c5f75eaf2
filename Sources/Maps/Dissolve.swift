/// The rings around the union of features that share borders vertex for vertex.
///
/// Exteriors run counterclockwise, holes clockwise; all in one list, since any filling rule tells
/// them apart. Vertices are those of the features, nothing is computed.
public func dissolved(_ features: [GeoFeature]) -> [[GeoPoint]] {
    Coverage(features).rings()
}

/// The exteriors of the union of features, without its holes: its silhouette.
public func outline(of features: [GeoFeature]) -> [[GeoPoint]] {
    dissolved(features).filter { signedSquareKilometres(of: $0) > 0 }
}

/// The borders between features, each once, as open lines.
///
/// Drawn in place of the features' own outlines, a border is as thick as a coast, and not doubled.
public func sharedBorders(of features: [GeoFeature]) -> [[GeoPoint]] {
    Coverage(features).borders()
}
