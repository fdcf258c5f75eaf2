public import Diagnostics

extension FeatureCollection {
    /// The features of a GeoJSON file (RFC 7946): polygons and multipolygons.
    ///
    /// `file` is the name that findings carry. Longitudes may lie between −360 and 360, so that a
    /// map need not be cut where the day begins. Nested properties are left out, as they cannot
    /// serve as keys or labels. Mistakes of geometry are collected; broken JSON ends the reading.
    public static func parse(_ bytes: [UInt8], file: String) throws(Diagnostics)
        -> FeatureCollection
    {
        try GeoJSONReader.read(bytes, file: file)
    }
}

/// What a GeoJSON file may hold, so that a wrong file ends in a finding and not in a full memory.
struct GeoJSONLimits {
    var bytes = 64 << 20
    var features = 100_000
    var rings = 200_000
    var vertices = 2_000_000
}

/// One pass over a GeoJSON file, with what it has counted and found so far.
struct GeoJSONReader {
    /// How many findings are listed; a file in metres or in the wrong order has one per vertex.
    private static let mostFindings = 20

    private var json: JSONReader
    private let limits: GeoJSONLimits
    private var findings = Diagnostics()
    private var ringCount = 0
    private var vertexCount = 0

    private init(_ json: JSONReader, limits: GeoJSONLimits) {
        self.json = json
        self.limits = limits
    }

    /// The features in `bytes`, or all findings.
    static func read(
        _ bytes: [UInt8], file: String, limits: GeoJSONLimits = GeoJSONLimits()
    ) throws(Diagnostics) -> FeatureCollection {
        guard bytes.count <= limits.bytes else {
            let message = "a map of \(bytes.count) bytes; at most \(limits.bytes) are read"
            throw Diagnostics([
                .error(
                    message, at: SourceLocation(file: file), hint: "simplify the map's outlines")
            ])
        }
        var reader = GeoJSONReader(JSONReader(bytes, file: file), limits: limits)
        do throws(Diagnostic) {
            let features = try reader.collection()
            try reader.json.end()
            if !reader.findings.hasErrors { return FeatureCollection(features) }
        } catch {
            reader.findings.add(error)
        }
        throw reader.findings
    }

    // MARK: - Objects

    private mutating func collection() throws(Diagnostic) -> [GeoFeature] {
        var features: [GeoFeature]?
        var hasType = false
        _ = try json.peek()
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
            default:
                try json.skipValue()
            }
        }
        guard hasType, let features else {
            let missing = hasType ? "features" : "type"
            throw json.error(
                "no member \"\(missing)\"", at: start, hint: "a map is a GeoJSON FeatureCollection")
        }
        return features
    }

    private mutating func feature() throws(Diagnostic) -> GeoFeature {
        var hasType = false
        var id: String?
        var properties: [String: PropertyValue]?
        var polygons: [[[GeoPoint]]]?
        _ = try json.peek()
        let start = json.offset
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
            default:
                try json.skipValue()
            }
        }
        if !hasType { try note("a feature without \"type\"", at: start) }
        if polygons == nil {
            try note(
                "a feature without \"geometry\"", at: start,
                hint: "write \"geometry\": null for a feature without a shape")
        }
        return GeoFeature(id: id ?? "", properties: properties ?? [:], polygons: polygons ?? [])
    }

    private mutating func identifier() throws(Diagnostic) -> String {
        switch try json.peek() {
        case .text: return try json.text()
        case .number: return try json.numberAsText()
        case .object, .array, .bool, .null:
            try note("an identifier is a text or a number", at: json.offset)
            try json.skipValue()
            return ""
        }
    }

    private mutating func properties() throws(Diagnostic) -> [String: PropertyValue] {
        var properties: [String: PropertyValue] = [:]
        if try json.peek() == .null {
            try json.null()
            return properties
        }
        try json.beginObject()
        while let key = try json.nextKey() {
            if properties[key] != nil {
                try note("the property \"\(key)\" is there twice", at: json.keyOffset)
            }
            if let value = try propertyValue() { properties[key] = value }
        }
        return properties
    }

    /// The next value as a property; `nil` for objects, and for arrays of more than numbers.
    private mutating func propertyValue() throws(Diagnostic) -> PropertyValue? {
        switch try json.peek() {
        case .text: return .text(try json.text())
        case .number: return .number(try json.number())
        case .bool: return .bool(try json.bool())
        case .null:
            try json.null()
            return .null
        case .object:
            try json.skipValue()
            return nil
        case .array:
            let bookmark = json
            var numbers: [Double] = []
            try json.beginArray()
            while try json.nextElement() {
                guard try json.peek() == .number else {
                    json = bookmark
                    try json.skipValue()
                    return nil
                }
                numbers.append(try json.number())
            }
            return .numbers(numbers)
        }
    }

    // MARK: - Geometry

    private enum Shape {
        case polygon, multiPolygon, refused
    }

    /// The parts of a geometry; none for `null`.
    private mutating func geometry() throws(Diagnostic) -> [[[GeoPoint]]] {
        if try json.peek() == .null {
            try json.null()
            return []
        }
        let start = json.offset
        var shape: Shape?
        var parts: [[[GeoPoint]]]?
        // What the coordinates mean is known by the type. Where they come first, they are passed
        // over and read from a bookmark afterwards.
        var bookmark: JSONReader?
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "type":
                try refuseRepeated(key, shape != nil)
                shape = try self.shape()
            case "coordinates":
                try refuseRepeated(key, parts != nil || bookmark != nil)
                if let shape {
                    parts = try coordinates(of: shape)
                } else {
                    bookmark = json
                    try json.skipValue()
                }
            default:
                try json.skipValue()
            }
        }
        guard let shape else {
            try note("a geometry without \"type\"", at: start)
            return []
        }
        if let bookmark {
            let end = json
            json = bookmark
            parts = try coordinates(of: shape)
            json = end
        }
        if parts == nil, shape != .refused {
            try note("a geometry without \"coordinates\"", at: start)
        }
        return parts ?? []
    }

    private mutating func shape() throws(Diagnostic) -> Shape {
        _ = try json.peek()
        let start = json.offset
        let name = try json.text()
        switch name {
        case "Polygon": return .polygon
        case "MultiPolygon": return .multiPolygon
        default:
            try note(
                "a geometry of type \"\(name)\"", at: start,
                hint: "maps are made of Polygon and MultiPolygon")
            return .refused
        }
    }

    /// The parts that coordinates describe; an empty array of them is no shape (RFC 7946, 3.1).
    private mutating func coordinates(of shape: Shape) throws(Diagnostic) -> [[[GeoPoint]]] {
        switch shape {
        case .refused:
            try json.skipValue()
            return []
        case .polygon:
            let rings = try polygon()
            return rings.isEmpty ? [] : [rings]
        case .multiPolygon:
            var parts: [[[GeoPoint]]] = []
            try json.beginArray()
            while try json.nextElement() {
                let rings = try polygon()
                if !rings.isEmpty { parts.append(rings) }
            }
            return parts
        }
    }

    private mutating func polygon() throws(Diagnostic) -> [[GeoPoint]] {
        var rings: [[GeoPoint]] = []
        try json.beginArray()
        while try json.nextElement() {
            ringCount += 1
            guard ringCount <= limits.rings else {
                throw json.error("more than \(limits.rings) rings", at: json.offset)
            }
            rings.append(try ring())
        }
        return rings
    }

    /// A ring without the position that repeats the first.
    private mutating func ring() throws(Diagnostic) -> [GeoPoint] {
        _ = try json.peek()
        let start = json.offset
        var points: [GeoPoint] = []
        try json.beginArray()
        while try json.nextElement() {
            points.append(try position())
        }
        if points.count < 4 {
            try note(
                "a ring of \(points.count) positions", at: start,
                hint: "a ring has at least four, the last like the first")
        } else if points.first != points.last {
            try note(
                "a ring is not closed", at: start, hint: "repeat the first position at the end")
        }
        return points.dropLast()
    }

    /// A longitude and a latitude; further numbers, such as a height, are passed over.
    private mutating func position() throws(Diagnostic) -> GeoPoint {
        _ = try json.peek()
        let start = json.offset
        vertexCount += 1
        guard vertexCount <= limits.vertices else {
            throw json.error(
                "more than \(limits.vertices) positions", at: start,
                hint: "simplify the map's outlines")
        }
        try json.beginArray()
        let longitude = try coordinate(start)
        let latitude = try coordinate(start)
        while try json.nextElement() { _ = try json.number() }
        if abs(longitude) > 360 || abs(latitude) > 90 {
            try note(
                "the position [\(longitude), \(latitude)] is not on the earth", at: start,
                hint: "positions are [longitude, latitude] in degrees")
        }
        return GeoPoint(longitude: longitude, latitude: latitude)
    }

    private mutating func coordinate(_ start: Int) throws(Diagnostic) -> Double {
        guard try json.nextElement() else {
            throw json.error("a position has fewer than two numbers", at: start)
        }
        return try json.number()
    }

    // MARK: - Findings

    /// The elements of the array that comes next, each read by `element`.
    private mutating func list<Element>(
        of name: String, atMost limit: Int,
        _ element: (inout GeoJSONReader) throws(Diagnostic) -> Element
    ) throws(Diagnostic) -> [Element] {
        var elements: [Element] = []
        try json.beginArray()
        while try json.nextElement() {
            guard elements.count < limit else {
                throw json.error("more than \(limit) \(name)", at: json.offset)
            }
            elements.append(try element(&self))
        }
        return elements
    }

    private mutating func expect(_ type: String) throws(Diagnostic) {
        _ = try json.peek()
        let start = json.offset
        let found = try json.text()
        guard found != type else { return }
        let hint =
            found == "Topology"
            ? "convert TopoJSON to GeoJSON first"
            : "a map is a GeoJSON FeatureCollection of Features"
        throw json.error("expected \"\(type)\", found \"\(found)\"", at: start, hint: hint)
    }

    private func refuseRepeated(_ key: String, _ isRepeated: Bool) throws(Diagnostic) {
        guard isRepeated else { return }
        throw json.error("the member \"\(key)\" is there twice", at: json.keyOffset)
    }

    /// Keeps a finding and goes on, up to the number that a reader of a list can use.
    private mutating func note(
        _ message: String, at offset: Int, hint: String? = nil
    ) throws(Diagnostic) {
        let finding = json.error(message, at: offset, hint: hint)
        guard findings.all.count < Self.mostFindings else {
            throw .error("further mistakes are not listed", at: finding.location)
        }
        findings.add(finding)
    }
}
