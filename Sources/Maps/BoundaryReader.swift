import Diagnostics
import JSON

/// One pass over a file of boundaries, with what it has counted and found so far.
///
/// Here is what both notations share; each has its grammar in an extension.
struct BoundaryReader {
    /// How many findings are listed; a file in the wrong order has one per vertex.
    private static let mostFindings = 20

    var json: JSONReader
    let limits: BoundaryLimits
    /// What the file says of itself.
    private(set) var title: String?
    private(set) var licence: String?
    var objects: [String] = []
    private(set) var warnings = Diagnostics()

    private var errors = Diagnostics()
    /// Whether going on makes no sense: a limit was reached.
    private var isOver = false
    private var ringCount = 0
    private var vertexCount = 0
    private var crossing = SelfCrossing()
    /// Where a feature's crossings are, until its name is known.
    private var crossings: [(place: GeoPoint, offset: Int)] = []
    private var identifiers: Set<String> = []
    private var repeated: Set<String> = []
    private var featureCount = 0
    private var shapeless = Tally()
    private var collapsed = Tally()

    /// How often something was met, and where first.
    private struct Tally {
        var count = 0
        var first = 0
        var name = ""

        mutating func add(_ offset: Int, _ name: @autoclosure () -> String = "") {
            if count == 0 { (first, self.name) = (offset, name()) }
            count += 1
        }
    }

    init(_ json: JSONReader, limits: BoundaryLimits) {
        self.json = json
        self.limits = limits
    }

    // MARK: - The file

    /// The notation and the features of the file; throws what ends the reading.
    mutating func read(
        object: String?
    ) throws(Diagnostic) -> (Boundaries.Format, FeatureCollection) {
        let type = try topLevelType()
        let format = type == "Topology" ? Boundaries.Format.topoJSON : .geoJSON
        let features: [GeoFeature]
        switch format {
        case .topoJSON: features = try topology(object: object)
        case .geoJSON:
            if let object {
                try note("a GeoJSON file has no objects, so none called “\(object)”", at: 0)
            }
            features = try geoJSON(type: type)
        }
        try json.end()
        if !errors.hasErrors {
            if features.isEmpty { throw json.error("the map has no features", at: 0) }
            if features.allSatisfy(\.polygons.isEmpty) {
                throw json.error("none of the map's features has a shape", at: shapeless.first)
            }
            tellTallies()
        }
        return (format, FeatureCollection(features))
    }

    /// All errors, then all warnings; `last` is the error that ended the reading, if one did.
    func findings(endingIn last: Diagnostic? = nil) -> Diagnostics {
        var findings = errors
        if let last { findings.add(last) }
        findings.add(warnings)
        return findings
    }

    /// The `type` of the file's object, wherever it stands in it; the reader is at the start again.
    private mutating func topLevelType() throws(Diagnostic) -> String? {
        let bookmark = json
        try json.beginObject()
        var type: String?
        while type == nil, let key = try json.nextKey() {
            if key == "type", try json.peek() == .text {
                type = try json.text()
            } else {
                try json.skipValue()
            }
        }
        json = bookmark
        return type
    }

    /// A member of the file's object that neither notation has: its title, its licence, or another.
    mutating func foreignMember(_ key: String) throws(Diagnostic) {
        switch key {
        case "title", "name", "license", "licence", "attribution", "copyright":
            guard try json.peek() == .text else { return try json.skipValue() }
            let text = try json.text()
            if key == "title" || key == "name" {
                // Programs write the name of a layer; a title was written by a person.
                if title == nil || key == "title" { title = text }
            } else {
                licence = licence ?? text
            }
        case "crs": try coordinateSystem()
        default: try json.skipValue()
        }
    }

    // MARK: - Features

    /// Counts a feature that was read, and keeps what is doubtful about it; `start` is where it
    /// begins.
    ///
    /// A part that is there twice is left out once: where two lie over each other nothing is filled.
    mutating func finished(
        _ whole: GeoFeature, at start: Int
    ) throws(Diagnostic) -> GeoFeature {
        var feature = whole
        featureCount += 1
        func name() -> String { feature.spokenName ?? "no. \(featureCount)" }
        if RingCrowd.isTooDense(feature.polygons) {
            try note(
                "the rings of “\(name())” lie over each other by the thousands", at: start,
                hint: "no area looks like that: was it joined with itself?")
        } else {
            feature = feature.withoutRepeatedParts
            let count = whole.polygons.count - feature.polygons.count
            if count > 0 {
                warn(
                    count == 1
                        ? "“\(name())” has a part twice, which is left out once"
                        : "“\(name())” has \(count) parts more than once, which are left out",
                    at: start)
            }
        }
        if feature.polygons.isEmpty { shapeless.add(start, name()) }
        for (place, offset) in crossings {
            warn("the outline of “\(name())” crosses itself near \(place.spoken)", at: offset)
        }
        crossings = []
        if !feature.id.isEmpty {
            let isNew = identifiers.insert(feature.id).inserted
            if !isNew, repeated.insert(feature.id).inserted {
                warn(
                    "two features have the identifier “\(feature.id)”", at: start,
                    hint: "a table's row for it means both; join on another name to part them")
            }
        }
        return feature
    }

    mutating func identifier() throws(Diagnostic) -> String {
        switch try json.peek() {
        case .text: return try json.text()
        case .number: return try json.numberAsText()
        case .null:
            // Some programs write it for "none".
            try json.null()
            return ""
        case .object, .array, .bool:
            try note("an identifier is a text or a number", at: json.offset)
            try json.skipValue()
            return ""
        }
    }

    mutating func properties() throws(Diagnostic) -> [String: PropertyValue] {
        var properties: [String: PropertyValue] = [:]
        if try json.peek() == .null {
            try json.null()
            return properties
        }
        try json.beginObject()
        while let key = try json.nextKey() {
            let offset = json.keyOffset
            if let value = try propertyValue(), properties.updateValue(value, forKey: key) != nil {
                try note("the property \"\(key)\" is there twice", at: offset)
            }
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

    // MARK: - Rings

    /// Counts positions that come next.
    mutating func count(positions: Int, at offset: Int) throws(Diagnostic) {
        let (sum, overflow) = vertexCount.addingReportingOverflow(positions)
        vertexCount = sum
        guard !overflow, vertexCount <= limits.vertices else {
            throw over("more than \(limits.vertices) positions", at: offset)
        }
    }

    /// An exterior and its holes, each read by `ring`; `nil` where the exterior has no area.
    mutating func polygon(
        _ ring: (inout BoundaryReader) throws(Diagnostic) -> [GeoPoint]?
    ) throws(Diagnostic) -> [[GeoPoint]]? {
        var rings: [[GeoPoint]] = []
        var (isExterior, isFlat) = (true, false)
        try json.beginArray()
        let first = ringCount
        while try json.nextElement() {
            ringCount += 1
            guard ringCount <= limits.rings else {
                throw over("more than \(limits.rings) rings", at: json.offset)
            }
            guard ringCount - first <= limits.holes else {
                throw over("an area with more than \(limits.holes) holes", at: json.offset)
            }
            if let ring = try ring(&self) {
                rings.append(ring)
            } else if isExterior {
                isFlat = true
            }
            isExterior = false
        }
        return isFlat || rings.isEmpty ? nil : rings
    }

    /// A ring as features have it, from closed positions: without repeats, the closing one included.
    ///
    /// `nil` where fewer than three positions are left, which is no area: the rounding of
    /// coordinates does that to islets.
    mutating func ring(_ positions: consuming [GeoPoint], at offset: Int) -> [GeoPoint]? {
        var ring = positions
        if ring.indices.dropFirst().contains(where: { ring[$0] == ring[$0 - 1] }) {
            var distinct: [GeoPoint] = []
            for place in ring where place != distinct.last { distinct.append(place) }
            ring = distinct
        }
        if ring.count > 1, ring.first == ring.last { ring.removeLast() }
        guard ring.count > 2 else {
            collapsed.add(offset)
            return nil
        }
        if let place = crossing.place(in: ring) { crossings.append((place, offset)) }
        return ring
    }

    mutating func refuseGeometry(_ type: String, at offset: Int) throws(Diagnostic) {
        try note(
            "a geometry of type \"\(type)\"", at: offset,
            hint: "maps are made of Polygon and MultiPolygon")
    }

    /// A place on the earth; a finding for what is not.
    ///
    /// `offset` is where the position starts, or with `element` the array whose element it is.
    mutating func place(
        _ longitude: Double, _ latitude: Double, at offset: Int, element: Int? = nil
    ) throws(Diagnostic) -> GeoPoint {
        if abs(longitude) <= 360, abs(latitude) <= 90 {
            return GeoPoint(longitude: longitude, latitude: latitude)
        }
        // Programs that project and turn back miss the poles by a hair.
        if abs(longitude) < 360 + 1e-6, abs(latitude) < 90 + 1e-6 {
            return GeoPoint(
                longitude: min(360, max(-360, longitude)), latitude: min(90, max(-90, latitude)))
        }
        let message = "the position [\(longitude), \(latitude)] is not on the earth"
        let offset = element.flatMap { json.offset(ofElement: $0, inArrayAt: offset) } ?? offset
        if abs(longitude) > 1000 || abs(latitude) > 1000 {
            // Every position of the file is wrong in the same way.
            throw over(
                message, at: offset,
                hint: "positions are degrees, these look like metres: export the map in WGS 84 "
                    + "(EPSG:4326)")
        }
        try note(
            message, at: offset, hint: "positions are [longitude, latitude] in degrees")
        return GeoPoint(longitude: longitude, latitude: latitude)
    }

    // MARK: - Coordinate systems

    /// The old member `crs` (GeoJSON 2008), which programs still write.
    private mutating func coordinateSystem() throws(Diagnostic) {
        let (start, bookmark) = (json.start(), json)
        try json.skipValue()
        let end = json
        json = bookmark
        defer { json = end }
        guard try json.peek() == .object, let name = try systemName(), !isInDegrees(name) else {
            return
        }
        warn(
            "the map says that its coordinates are those of “\(name)”", at: start,
            hint: "they are read as degrees of WGS 84 (EPSG:4326); export it so if they are not")
    }

    /// The `name` or `code` in the `properties` of the object that comes next.
    private mutating func systemName() throws(Diagnostic) -> String? {
        var name: String?
        try json.beginObject()
        while let key = try json.nextKey() {
            if key == "properties", try json.peek() == .object {
                name = try systemName() ?? name
            } else if key == "name", try json.peek() == .text {
                name = try json.text()
            } else if key == "code", try json.peek() == .number {
                name = "EPSG:" + (try json.numberAsText())
            } else {
                try json.skipValue()
            }
        }
        return name
    }

    /// Whether a name is that of WGS 84, or of a system that differs by a few metres at most:
    /// ETRS89, NAD83, those of Mexico (ITRF92 and ITRF2008, by which INEGI publishes) and SIRGAS.
    private func isInDegrees(_ name: String) -> Bool {
        let codes = ["4326", "4258", "4269", "6318", "4483", "6365", "4674", "4979"]
        let upper = name.uppercased()
        return upper.contains("CRS84") || upper.contains("CRS:84") || upper == "WGS84"
            || upper == "WGS 84" || codes.contains { upper.hasSuffix(":\($0)") }
            || codes.contains { upper.hasSuffix("/\($0)") }
    }

    // MARK: - Reading on

    /// The elements of the array that comes next, each read by `element`.
    ///
    /// What is wrong within an element is noted; the reading goes on behind it.
    mutating func list(
        of name: String, atMost limit: Int,
        _ element: (inout BoundaryReader) throws(Diagnostic) -> GeoFeature
    ) throws(Diagnostic) -> [GeoFeature] {
        var elements: [GeoFeature] = []
        var count = 0
        try json.beginArray()
        while try json.nextElement() {
            count += 1
            guard count <= limit else {
                throw over("more than \(limit) \(name)", at: json.offset)
            }
            if let read = try recovering(element) { elements.append(read) }
        }
        return elements
    }

    /// What `read` makes of the value that comes next; `nil`, with the mistake noted, where the
    /// value is sound JSON but not what it should be.
    mutating func recovering<Value>(
        _ read: (inout BoundaryReader) throws(Diagnostic) -> Value
    ) throws(Diagnostic) -> Value? {
        let bookmark = json
        do throws(Diagnostic) {
            return try read(&self)
        } catch {
            if isOver { throw error }
            json = bookmark
            crossings = []
            do throws(Diagnostic) {
                try json.skipValue()
            } catch _ {
                // The file is broken here, which the first error says better.
                throw error
            }
            try note(error)
            return nil
        }
    }

    func refuseRepeated(_ key: String, _ isRepeated: Bool) throws(Diagnostic) {
        guard isRepeated else { return }
        throw json.error("the member \"\(key)\" is there twice", at: json.keyOffset)
    }

    // MARK: - Findings

    /// Keeps an error and goes on, up to the number that a reader of a list can use.
    mutating func note(
        _ message: String, at offset: Int, hint: String? = nil
    ) throws(Diagnostic) {
        try note(json.error(message, at: offset, hint: hint))
    }

    private mutating func note(_ error: Diagnostic) throws(Diagnostic) {
        guard errors.all.count < Self.mostFindings else {
            isOver = true
            throw .error("further mistakes are not listed", at: error.location)
        }
        errors.add(error)
    }

    /// The error that ends the reading because a limit is reached.
    mutating func over(
        _ message: String, at offset: Int, hint: String = BoundaryLimits.simplify
    ) -> Diagnostic {
        isOver = true
        return json.error(message, at: offset, hint: hint)
    }

    private mutating func warn(_ message: String, at offset: Int, hint: String? = nil) {
        let count = warnings.all.count
        guard count <= Self.mostFindings else { return }
        let isLast = count == Self.mostFindings
        warnings.add(
            .warning(
                isLast ? "further warnings are not listed" : message,
                at: json.location(at: offset), hint: isLast ? nil : hint))
    }

    private mutating func tellTallies() {
        if collapsed.count > 0 {
            let told =
                collapsed.count == 1
                ? "a ring has no area and is left out"
                : "\(collapsed.count) rings have no area and are left out; this is the first"
            warn(told, at: collapsed.first)
        }
        if shapeless.count > 0 {
            let told =
                shapeless.count == 1
                ? "the feature “\(shapeless.name)” has no shape"
                : "\(shapeless.count) features have no shape; the first is “\(shapeless.name)”"
            warn(told, at: shapeless.first)
        }
    }
}

extension GeoFeature {
    /// The feature with the first of parts that have one outline.
    fileprivate var withoutRepeatedParts: GeoFeature {
        guard polygons.count > 1 else { return self }
        var outlines: [[GeoPoint]: [Int]] = [:]
        var repeated: Set<Int> = []
        for (number, polygon) in polygons.enumerated() {
            guard let outline = polygon.first else { continue }
            // Hashed by three of its places, which are rarely those of another.
            let places = [outline[0], outline[outline.count / 2], outline[outline.count - 1]]
            let alike = outlines[places] ?? []
            if alike.contains(where: { polygons[$0].first == outline }) {
                repeated.insert(number)
            } else if alike.count < 16 {
                // Only a file made by hand has many others with the same three places.
                outlines[places, default: []].append(number)
            }
        }
        return repeated.isEmpty ? self : keepingParts { !repeated.contains($0) }
    }

    /// What to call it in a message: its name, else its identifier.
    fileprivate var spokenName: String? {
        for name in ["name", "NAME", "NOMGEO", "nombre"] {
            if case .text(let text)? = properties[name], !text.isEmpty { return text }
        }
        return id.isEmpty ? nil : id
    }
}

extension GeoPoint {
    /// The place as people write it, to a hundredth of a degree.
    fileprivate var spoken: String {
        func degrees(_ value: Double, _ positive: String, _ negative: String) -> String {
            "\((abs(value) * 100).rounded() / 100)° \(value < 0 ? negative : positive)"
        }
        return "\(degrees(latitude, "N", "S")) \(degrees(longitude, "E", "W"))"
    }
}
