import Maps

/// A topology of features, written as TopoJSON: the counterpart of the reader.
///
/// Arcs are cut at each vertex that rings of several features have, so that they are as short as
/// possible and most rings have many. Coordinates must be whole multiples of `unit`.
struct TopologySample {
    private var arcs: [[GeoPoint]] = []
    private var numbers: [[GeoPoint]: Int] = [:]
    private var objects = ""

    /// A topology with one object, `areas`.
    init(_ features: [GeoFeature]) {
        var users: [GeoPoint: Int] = [:]
        for place in features.flatMap(\.rings).joined() { users[place, default: 0] += 1 }
        var geometries: [String] = []
        for feature in features {
            var parts: [String] = []
            for part in feature.polygons {
                let rings = part.map { "\(indices(of: $0, users))" }
                parts.append("[" + rings.joined(separator: ",") + "]")
            }
            let shape = #""type":"MultiPolygon","arcs":[\#(parts.joined(separator: ","))]"#
            geometries.append(#"{"id":"\#(feature.id)",\#(shape)}"#)
        }
        let list = geometries.joined(separator: ",")
        objects = #"{"areas":{"type":"GeometryCollection","geometries":[\#(list)]}}"#
    }

    /// The arcs of a ring, cut where others meet it.
    private mutating func indices(of ring: [GeoPoint], _ users: [GeoPoint: Int]) -> [Int] {
        var indices: [Int] = []
        var arc: [GeoPoint] = []
        for (step, place) in (ring + ring.prefix(1)).enumerated() {
            arc.append(place)
            if step > 0, users[place] != 1 || step == ring.count {
                indices.append(number(of: arc))
                arc = [place]
            }
        }
        return indices
    }

    private mutating func number(of arc: [GeoPoint]) -> Int {
        if let number = numbers[arc] { return number }
        if let number = numbers[arc.reversed()] { return ~number }
        numbers[arc] = arcs.count
        arcs.append(arc)
        return arcs.count - 1
    }

    /// The text, with coordinates as they are.
    var plain: String {
        let lists = arcs.map { arc in
            "[" + arc.map { "[\($0.longitude),\($0.latitude)]" }.joined(separator: ",") + "]"
        }
        return
            #"{"type":"Topology","objects":\#(objects),"arcs":[\#(lists.joined(separator: ","))]}"#
    }

    /// The text, with coordinates as steps from place to place in units.
    func quantized(by unit: Double) -> String {
        let lists = arcs.map { arc in
            var (x, y) = (0, 0)
            let steps = arc.map { place -> String in
                let column = Int((place.longitude / unit).rounded())
                let row = Int((place.latitude / unit).rounded())
                defer { (x, y) = (column, row) }
                return "[\(column - x),\(row - y)]"
            }
            return "[" + steps.joined(separator: ",") + "]"
        }
        return #"{"type":"Topology","bbox":[0,0,1,1],"arcs":[\#(lists.joined(separator: ","))],"#
            + #""transform":{"scale":[\#(unit),\#(unit)],"translate":[0,0]},"objects":\#(objects)}"#
    }
}
