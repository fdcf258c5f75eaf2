import Diagnostics
import JSON

/// The grammar of TopoJSON (specification 1.0.0): areas made of arcs that neighbours share.
extension BoundaryReader {
    /// The features of one object of a topology.
    mutating func topology(object wanted: String?) throws(Diagnostic) -> [GeoFeature] {
        let start = json.start()
        var arcs: TopologyArcs?
        var transform: Transform?
        var found: [(name: String, bookmark: JSONReader)]?
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "arcs":
                try refuseRepeated(key, arcs != nil)
                arcs = try self.arcs()
            case "transform":
                try refuseRepeated(key, transform != nil)
                transform = try self.transform()
            case "objects":
                // What the objects mean is known by the arcs, which may come later.
                try refuseRepeated(key, found != nil)
                found = try bookmarks()
            default: try foreignMember(key)
            }
        }
        guard var arcs, let found else {
            let missing = found == nil ? "objects" : "arcs"
            throw json.error("no member \"\(missing)\"", at: start)
        }
        objects = found.map(\.name)
        try decode(&arcs, transform)
        let end = json
        json = try chosen(wanted, among: found, at: start)
        let features = try features(arcs)
        json = end
        return features
    }

    // MARK: - Arcs

    /// How whole numbers become degrees.
    private struct Transform {
        var scale: (x: Double, y: Double)
        var translate: (x: Double, y: Double)
    }

    private mutating func transform() throws(Diagnostic) -> Transform {
        var scale: (Double, Double)?
        var translate: (Double, Double)?
        let start = json.start()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "scale":
                try refuseRepeated(key, scale != nil)
                scale = try pair(of: "a scale")
            case "translate":
                try refuseRepeated(key, translate != nil)
                translate = try pair(of: "a translation")
            default: try json.skipValue()
            }
        }
        guard let scale, let translate else {
            let missing = scale == nil ? "scale" : "translate"
            throw json.error("a transform without \"\(missing)\"", at: start)
        }
        return Transform(scale: scale, translate: translate)
    }

    /// The two numbers of an array, of which further ones are passed over.
    private mutating func pair(of name: String) throws(Diagnostic) -> (Double, Double) {
        let start = json.start()
        var numbers: (Double?, Double?) = (nil, nil)
        try json.beginArray()
        if try json.nextElement() {
            numbers.0 = try json.number()
            if try json.nextElement() {
                numbers.1 = try json.number()
                while try json.nextElement() { _ = try json.number() }
            }
        }
        guard case (let x?, let y?) = numbers else {
            throw json.error("\(name) has fewer than two numbers", at: start)
        }
        return (x, y)
    }

    /// All arcs as they are written.
    private mutating func arcs() throws(Diagnostic) -> TopologyArcs {
        var arcs = TopologyArcs()
        try json.beginArray()
        while try json.nextElement() {
            arcs.offsets.append(json.start())
            try json.beginArray()
            while try json.nextElement() {
                // Rings are counted by their positions; arcs that none uses count here.
                guard arcs.places.count < limits.vertices else {
                    throw over("more than \(limits.vertices) positions", at: json.offset)
                }
                let (x, y) = try pair(of: "a position")
                arcs.places.append(GeoPoint(longitude: x, latitude: y))
            }
            arcs.ends.append(arcs.places.count)
        }
        return arcs
    }

    /// Turns what is written into degrees.
    private mutating func decode(
        _ arcs: inout TopologyArcs, _ transform: Transform?
    ) throws(Diagnostic) {
        for arc in 0..<arcs.count {
            var (x, y) = (0.0, 0.0)
            let range = arcs[arc]
            for index in range {
                var (longitude, latitude) = (
                    arcs.places[index].longitude, arcs.places[index].latitude
                )
                if let transform {
                    x += longitude
                    y += latitude
                    longitude = x * transform.scale.x + transform.translate.x
                    latitude = y * transform.scale.y + transform.translate.y
                }
                arcs.places[index] = try place(
                    longitude, latitude, at: arcs.offsets[arc], element: index - range.lowerBound)
            }
        }
    }

    // MARK: - Objects

    /// The objects by their names, which are passed over.
    private mutating func bookmarks() throws(Diagnostic) -> [(String, JSONReader)] {
        var found: [(name: String, bookmark: JSONReader)] = []
        var known: Set<String> = []
        try json.beginObject()
        while let name = try json.nextKey() {
            try refuseRepeated(name, !known.insert(name).inserted)
            guard found.count < limits.features else {
                throw over("more than \(limits.features) objects", at: json.keyOffset)
            }
            found.append((name, json))
            try json.skipValue()
        }
        return found
    }

    private func chosen(
        _ wanted: String?, among found: [(name: String, bookmark: JSONReader)], at start: Int
    ) throws(Diagnostic) -> JSONReader {
        guard let first = found.first else {
            throw json.error("the file has no objects", at: start)
        }
        // A list that a reader can use.
        let shown = found.prefix(12).map { "“\($0.name)”" } + (found.count > 12 ? ["…"] : [])
        guard let wanted else {
            guard found.count > 1 else { return first.bookmark }
            throw json.error(
                "the file has the objects \(shown.joined(separator: ", "))", at: start,
                hint: "say which is meant behind the file's name: #\(first.name)")
        }
        if let object = found.first(where: { $0.name == wanted }) { return object.bookmark }
        let guess = nearest(to: wanted, among: found.map(\.name)).map { "did you mean “\($0)”?" }
        throw json.error(
            "the file has no object “\(wanted)”", at: start,
            hint: guess ?? "there are \(shown.joined(separator: ", "))")
    }

    /// The features of the object that comes next: the members of a collection, else itself.
    private mutating func features(_ arcs: TopologyArcs) throws(Diagnostic) -> [GeoFeature] {
        _ = try json.peek()
        let object = json
        var type: String?
        var members: JSONReader?
        try json.beginObject()
        while let key = try json.nextKey() {
            if key == "type", try json.peek() == .text {
                type = try json.text()
            } else {
                if key == "geometries" { members = json }
                // The type of a collection stands before its members, or nearly always.
                if type == "GeometryCollection", members != nil { break }
                try json.skipValue()
            }
        }
        json = object
        guard type == "GeometryCollection", let members else {
            return try recovering { (reader) throws(Diagnostic) in
                try reader.feature(arcs)
            }.map { [$0] } ?? []
        }
        json = members
        return try list(of: "features", atMost: limits.features) {
            (reader) throws(Diagnostic) in
            try reader.feature(arcs)
        }
    }

    private mutating func feature(_ arcs: TopologyArcs) throws(Diagnostic) -> GeoFeature {
        let start = json.start()
        return try finished(geometry(arcs), at: start)
    }

    // MARK: - Geometry

    private enum Shape {
        case polygon, multiPolygon, collection, none, refused

        /// The member that holds what a shape is made of.
        var member: String? {
            switch self {
            case .polygon, .multiPolygon: "arcs"
            case .collection: "geometries"
            case .none, .refused: nil
            }
        }
    }

    private mutating func geometry(_ arcs: TopologyArcs) throws(Diagnostic) -> GeoFeature {
        var id: String?
        var properties: [String: PropertyValue]?
        var shape: Shape?
        var parts: [[[GeoPoint]]]?
        // As in GeoJSON: what comes before the type is read when that is known.
        var early: [(member: String, bookmark: JSONReader)] = []
        let start = json.start()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "type":
                try refuseRepeated(key, shape != nil)
                shape = try self.shape()
            case "id":
                try refuseRepeated(key, id != nil)
                id = try identifier()
            case "properties":
                try refuseRepeated(key, properties != nil)
                properties = try self.properties()
            case "arcs", "geometries":
                let isMeant = shape?.member == key
                try refuseRepeated(
                    key, isMeant && parts != nil || early.contains { $0.member == key })
                if let shape, isMeant {
                    parts = try self.parts(of: shape, arcs)
                } else {
                    early.append((key, json))
                    try json.skipValue()
                }
            default: try json.skipValue()
            }
        }
        if shape == nil { try note("a geometry without \"type\"", at: start) }
        if let shape, let member = shape.member, parts == nil {
            if let bookmark = early.first(where: { $0.member == member })?.bookmark {
                let end = json
                json = bookmark
                parts = try self.parts(of: shape, arcs)
                json = end
            } else {
                try note("a geometry without \"\(member)\"", at: start)
            }
        }
        return GeoFeature(id: id ?? "", properties: properties ?? [:], polygons: parts ?? [])
    }

    private mutating func shape() throws(Diagnostic) -> Shape {
        if try json.peek() == .null {
            try json.null()
            return .none
        }
        let start = json.offset
        let name = try json.text()
        switch name {
        case "Polygon": return .polygon
        case "MultiPolygon": return .multiPolygon
        case "GeometryCollection": return .collection
        default:
            try refuseGeometry(name, at: start)
            return .refused
        }
    }

    private mutating func parts(
        of shape: Shape, _ arcs: TopologyArcs
    ) throws(Diagnostic) -> [[[GeoPoint]]] {
        var parts: [[[GeoPoint]]] = []
        switch shape {
        case .none, .refused: try json.skipValue()
        case .polygon:
            if let rings = try polygon(arcs) { parts.append(rings) }
        case .multiPolygon:
            try json.beginArray()
            while try json.nextElement() {
                if let rings = try polygon(arcs) { parts.append(rings) }
            }
        case .collection:
            try json.beginArray()
            while try json.nextElement() { parts += try geometry(arcs).polygons }
        }
        return parts
    }

    private mutating func polygon(_ arcs: TopologyArcs) throws(Diagnostic) -> [[GeoPoint]]? {
        try polygon { (reader) throws(Diagnostic) in try reader.ring(arcs) }
    }

    /// A ring as features have it; `nil` for one without an area.
    private mutating func ring(_ arcs: TopologyArcs) throws(Diagnostic) -> [GeoPoint]? {
        let start = json.start()
        var points: [GeoPoint] = []
        var previous = 0
        try json.beginArray()
        while try json.nextElement() {
            let offset = json.start()
            let index = try json.number()
            // Below zero, an arc is walked backwards: −1 is the first.
            guard let number = Int(exactly: index), number < arcs.count, ~number < arcs.count else {
                let shown = Int(exactly: index).map(String.init) ?? "\(index)"
                throw json.error(
                    "there is no arc \(shown)", at: offset, hint: "the file has \(arcs.count) arcs")
            }
            let range = arcs[number < 0 ? ~number : number]
            try count(positions: range.count, at: offset)
            guard let first = (number < 0 ? range.last : range.first) else { continue }
            if points.isEmpty {
                points.append(arcs.places[first])
            } else if points.last != arcs.places[first] {
                throw json.error(
                    "arc \(number) does not start where arc \(previous) ends", at: offset)
            }
            if number < 0 {
                points += arcs.places[range.dropLast()].reversed()
            } else {
                points += arcs.places[range.dropFirst()]
            }
            previous = number
        }
        guard points.first == points.last else {
            throw json.error("a ring is not closed: its arcs end where it did not start", at: start)
        }
        return ring(points, at: start)
    }
}
