import Diagnostics
import JSON

/// The grammar of GeoJSON (RFC 7946): polygons and multipolygons, alone or in collections.
extension BoundaryReader {
    private static let advice = "a map is a GeoJSON FeatureCollection or a TopoJSON Topology"

    /// The features of a file whose object is of a type.
    mutating func geoJSON(type: String?) throws(Diagnostic) -> [GeoFeature] {
        let start = json.start()
        switch type {
        case nil, "FeatureCollection": return try featureCollection()
        case "Feature":
            return try recovering { (reader) throws(Diagnostic) in
                try reader.feature(isWholeFile: true)
            }.map { [$0] } ?? []
        case let type? where BoundaryReader.geometries.contains(type):
            return try recovering { (reader) throws(Diagnostic) in
                let parts = try reader.geometry(isWholeFile: true)
                return try reader.finished(GeoFeature(id: "", polygons: parts), at: start)
            }.map { [$0] } ?? []
        case let type?:
            throw json.error("a file of type \"\(type)\"", at: start, hint: Self.advice)
        }
    }

    private static let geometries = [
        "Polygon", "MultiPolygon", "GeometryCollection", "Point", "MultiPoint", "LineString",
        "MultiLineString",
    ]

    // MARK: - Objects

    private mutating func featureCollection() throws(Diagnostic) -> [GeoFeature] {
        var features: [GeoFeature]?
        var hasType = false
        let start = json.offset
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "type":
                try refuseRepeated(key, hasType)
                try expect("FeatureCollection")
                hasType = true
            case "features":
                try refuseRepeated(key, features != nil)
                features = try list(of: "features", atMost: limits.features) {
                    (reader) throws(Diagnostic) in
                    try reader.feature()
                }
            default: try foreignMember(key)
            }
        }
        guard hasType, let features else {
            let missing = hasType ? "features" : "type"
            throw json.error("no member \"\(missing)\"", at: start, hint: Self.advice)
        }
        return features
    }

    private mutating func feature(isWholeFile: Bool = false) throws(Diagnostic) -> GeoFeature {
        var hasType = false
        var id: String?
        var properties: [String: PropertyValue]?
        var polygons: [[[GeoPoint]]]?
        let start = json.start()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "type":
                try refuseRepeated(key, hasType)
                try expect("Feature")
                hasType = true
            case "id":
                try refuseRepeated(key, id != nil)
                id = try identifier()
            case "properties":
                try refuseRepeated(key, properties != nil)
                properties = try self.properties()
            case "geometry":
                try refuseRepeated(key, polygons != nil)
                polygons = try geometry()
            case _ where isWholeFile: try foreignMember(key)
            default: try json.skipValue()
            }
        }
        if !hasType { try note("a feature without \"type\"", at: start) }
        if polygons == nil {
            try note(
                "a feature without \"geometry\"", at: start,
                hint: "write \"geometry\": null for a feature without a shape")
        }
        return try finished(
            GeoFeature(id: id ?? "", properties: properties ?? [:], polygons: polygons ?? []),
            at: start)
    }

    // MARK: - Geometry

    private enum Shape {
        case polygon, multiPolygon, collection, refused

        /// The member that holds what a shape is made of.
        var member: String? {
            switch self {
            case .polygon, .multiPolygon: "coordinates"
            case .collection: "geometries"
            case .refused: nil
            }
        }
    }

    /// The parts of a geometry; none for `null`.
    private mutating func geometry(
        isWholeFile: Bool = false
    ) throws(Diagnostic) -> [[[GeoPoint]]] {
        if try json.peek() == .null {
            try json.null()
            return []
        }
        let start = json.offset
        var shape: Shape?
        var parts: [[[GeoPoint]]]?
        // What the coordinates mean is known by the type. Where they come first, they are passed
        // over and read from a bookmark afterwards.
        var early: [(member: String, bookmark: JSONReader)] = []
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "type":
                try refuseRepeated(key, shape != nil)
                shape = try self.shape()
            case "coordinates", "geometries":
                let isMeant = shape?.member == key
                try refuseRepeated(
                    key, isMeant && parts != nil || early.contains { $0.member == key })
                if let shape, isMeant {
                    parts = try self.parts(of: shape)
                } else {
                    early.append((key, json))
                    try json.skipValue()
                }
            case _ where isWholeFile: try foreignMember(key)
            default: try json.skipValue()
            }
        }
        guard let shape else {
            try note("a geometry without \"type\"", at: start)
            return []
        }
        guard let member = shape.member else { return [] }
        if parts == nil, let bookmark = early.first(where: { $0.member == member })?.bookmark {
            let end = json
            json = bookmark
            parts = try self.parts(of: shape)
            json = end
        }
        if parts == nil { try note("a geometry without \"\(member)\"", at: start) }
        return parts ?? []
    }

    private mutating func shape() throws(Diagnostic) -> Shape {
        let start = json.start()
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

    /// The parts that a geometry's member describes; an empty array of them is no shape (RFC 7946,
    /// 3.1).
    private mutating func parts(of shape: Shape) throws(Diagnostic) -> [[[GeoPoint]]] {
        var parts: [[[GeoPoint]]] = []
        switch shape {
        case .refused: try json.skipValue()
        case .polygon:
            if let rings = try polygon() { parts.append(rings) }
        case .multiPolygon:
            try json.beginArray()
            while try json.nextElement() {
                if let rings = try polygon() { parts.append(rings) }
            }
        case .collection:
            try json.beginArray()
            while try json.nextElement() { parts += try geometry() }
        }
        return parts
    }

    private mutating func polygon() throws(Diagnostic) -> [[GeoPoint]]? {
        try polygon { (reader) throws(Diagnostic) in try reader.ring() }
    }

    /// A ring as features have it; `nil` for one without an area.
    private mutating func ring() throws(Diagnostic) -> [GeoPoint]? {
        let start = json.start()
        var points: [GeoPoint] = []
        try json.beginArray()
        while try json.nextElement() {
            points.append(try position())
        }
        if points.count < 4 {
            try note(
                "a ring of \(points.count) positions", at: start,
                hint: "a ring has at least four, the last like the first")
            return nil
        }
        if points.first != points.last {
            try note(
                "a ring is not closed", at: start, hint: "repeat the first position at the end")
        }
        return ring(points, at: start)
    }

    /// A longitude and a latitude; further numbers, such as a height, are passed over.
    private mutating func position() throws(Diagnostic) -> GeoPoint {
        let start = json.start()
        try count(positions: 1, at: start)
        try json.beginArray()
        let longitude = try coordinate(start)
        let latitude = try coordinate(start)
        while try json.nextElement() { _ = try json.number() }
        return try place(longitude, latitude, at: start)
    }

    private mutating func coordinate(_ start: Int) throws(Diagnostic) -> Double {
        guard try json.nextElement() else {
            throw json.error("a position has fewer than two numbers", at: start)
        }
        return try json.number()
    }

    private mutating func expect(_ type: String) throws(Diagnostic) {
        let start = json.start()
        let found = try json.text()
        guard found != type else { return }
        throw json.error(
            "expected \"\(type)\", found \"\(found)\"", at: start, hint: Self.advice)
    }
}
