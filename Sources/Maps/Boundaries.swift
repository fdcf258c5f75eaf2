public import Diagnostics
import JSON

/// A file of boundaries as it was read: its features, and what it says of itself.
///
/// It is GeoJSON (RFC 7946) or TopoJSON (1.0); which of the two is told by its `type`. Its positions
/// are degrees of longitude, between −360 and 360 so that a map need not be cut where the day
/// begins, and of latitude. Nested properties are left out, as they cannot serve as keys or labels.
///
/// What cannot be drawn right is an error: a ring that is not closed or has fewer than four
/// positions, a position that is not on the earth, arcs that do not meet, a feature that is not an
/// area. Mistakes are collected, twenty at most; broken JSON ends the reading. What is doubtful is a
/// warning: a ring that crosses itself or has no area, an identifier that comes twice, a feature
/// without a shape, another coordinate system. Which way a ring runs does not matter, nor do
/// positions that repeat the one before.
public struct Boundaries: Hashable, Sendable {
    /// The notations of files of boundaries.
    public enum Format: String, Hashable, Sendable {
        /// Each area has its own positions.
        case geoJSON = "GeoJSON"
        /// Areas share arcs.
        case topoJSON = "TopoJSON"
    }

    /// The notation of the file.
    public let format: Format
    /// What the file calls itself, by `title` or `name`.
    public let title: String?
    /// Who may use it, by `license`, `licence`, `attribution` or `copyright`.
    public let licence: String?
    /// The names of a TopoJSON file's objects, in their order; empty for GeoJSON.
    public let objects: [String]
    /// Its features.
    public let collection: FeatureCollection
    /// What is doubtful; never an error.
    public let warnings: Diagnostics

    /// The boundaries in `bytes`; findings call them `file`.
    ///
    /// `object` says which object of a TopoJSON file is meant, and may be left out where there is
    /// but one. Throws all errors found, with the warnings.
    public init(
        reading bytes: [UInt8], file: String, object: String? = nil, limits: Limits = Limits()
    ) throws(Diagnostics) {
        try self.init(
            reading: bytes, file: file, object: object, limits: BoundaryLimits(limits))
    }

    init(
        reading bytes: [UInt8], file: String, object: String? = nil, limits: BoundaryLimits
    ) throws(Diagnostics) {
        guard bytes.count <= limits.bytes else {
            let message = "a map of \(bytes.count) bytes; at most \(limits.bytes) are read"
            throw Diagnostics([
                .error(
                    message, at: SourceLocation(file: file), hint: BoundaryLimits.simplify)
            ])
        }
        var reader = BoundaryReader(JSONReader(bytes, file: file), limits: limits)
        do throws(Diagnostic) {
            (format, collection) = try reader.read(object: object)
        } catch {
            throw reader.findings(endingIn: error)
        }
        if reader.findings().hasErrors { throw reader.findings() }
        (title, licence, objects) = (reader.title, reader.licence, reader.objects)
        warnings = reader.warnings
    }
}

extension FeatureCollection {
    /// The features of a GeoJSON or TopoJSON file; see `Boundaries` for what else it says.
    ///
    /// `file` is the name that findings carry. Throws all errors found, with the warnings.
    public static func parse(_ bytes: [UInt8], file: String) throws(Diagnostics)
        -> FeatureCollection
    {
        try Boundaries(reading: bytes, file: file).collection
    }
}

/// What a file of boundaries may hold, so that a wrong file ends in a finding and not in a full
/// memory.
struct BoundaryLimits {
    var bytes = 64 << 20
    var features = 100_000
    var rings = 200_000
    /// In one polygon.
    var holes = 10_000
    var vertices = 2_000_000

    init() {}

    /// Areas, rings and holes grow with the positions that are allowed.
    init(_ limits: Limits) {
        let usual = BoundaryLimits()
        let vertices = limits[.mapVertices]
        let grown = { (count: Int) in
            Int(Double(count) * max(1, Double(vertices) / Double(usual.vertices)))
        }
        bytes = limits[.fileBytes]
        (features, rings, holes) = (grown(usual.features), grown(usual.rings), grown(usual.holes))
        self.vertices = vertices
    }

    /// What to do about a file that goes beyond.
    static let simplify = Limit.mapVertices.hint("simplify the map's outlines")
}
