public import Diagnostics
import Pango

/// The fonts a deck is set in: a few files, and no others.
public struct FontSet: Sendable {
    /// The paths of the font files, as given.
    public let files: [String]
    /// The weights found of each family, upright faces only, lightest first.
    public let weights: [String: [Int]]
    let configuration: FontConfiguration

    /// Reads font files.
    ///
    /// - Throws: a `Diagnostic` of kind `.unavailable` where one is missing or holds no font.
    public init(files: [String]) throws {
        self.files = files
        do {
            configuration = try FontConfiguration(files: files)
        } catch {
            throw Diagnostic.error(error.description, kind: .unavailable)
        }
        var weights: [String: Set<Int>] = [:]
        for face in configuration.faces where face.isUpright {
            weights[face.family, default: []].insert(face.weight)
        }
        self.weights = weights.mapValues { $0.sorted() }
    }

    /// The families found, by name.
    public var families: [String] { weights.keys.sorted() }

    /// What stands in the way of setting text in a family: one finding where it is missing, else one
    /// for each missing weight; all errors of kind `.unavailable`.
    public func problems(
        family: String, weights wanted: [Int], at location: SourceLocation? = nil
    ) -> [Diagnostic] {
        guard let found = weights[family] else {
            let guess = nearest(to: family, among: families)
            let hint =
                guess.map { "did you mean “\($0)”?" }
                ?? (families.isEmpty
                    ? "there are no fonts at all"
                    : "the families are \(families.joined(separator: ", "))")
            return [
                .error(
                    "there is no font family “\(family)”", kind: .unavailable, at: location,
                    hint: hint)
            ]
        }
        return wanted.filter { !found.contains($0) }.map { weight in
            .error(
                "the font family “\(family)” has no weight \(weight)", kind: .unavailable,
                at: location,
                hint: "its weights are \(found.map(String.init).joined(separator: ", "))")
        }
    }
}

extension FontSet: Hashable {
    /// Whether both are of the same files.
    public static func == (left: FontSet, right: FontSet) -> Bool { left.files == right.files }

    /// Hashes the paths of the files.
    public func hash(into hasher: inout Hasher) { hasher.combine(files) }
}
