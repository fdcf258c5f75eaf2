/// The arcs of a topology, one behind the other.
struct TopologyArcs {
    /// The positions of all arcs.
    var places: [GeoPoint] = []
    /// Where each arc's positions end.
    var ends: [Int] = []
    /// Where each arc starts in the file, in bytes.
    var offsets: [Int] = []

    /// How many arcs there are.
    var count: Int { ends.count }

    /// The positions of an arc.
    subscript(arc: Int) -> Range<Int> { (arc == 0 ? 0 : ends[arc - 1])..<ends[arc] }
}
