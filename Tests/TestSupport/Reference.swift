import Testing

/// A stored expectation, `Tests/Snapshots/<name>` unless it lies elsewhere.
///
/// `RECORD=1` replaces those that differ. A missing one is stored and fails, so that someone looks
/// at it before it is committed; with `CI` set it only fails.
struct Reference {
    let name: String
    /// Its folder, from the repository's root.
    var folder = "Tests/Snapshots"

    /// Its place.
    var path: String { "\(repositoryRoot)/\(folder)/\(name)" }

    /// Compares `actual` with what is stored, and stores it where that is asked for.
    ///
    /// - Parameter difference: says how a stored expectation differs; `nil` where it does not.
    func expect(
        _ actual: [UInt8], at location: SourceLocation, difference: ([UInt8]) -> String?
    ) {
        guard let expected = bytes(ofFile: path) else {
            if environment("CI") != nil {
                Issue.record("\(name) is missing", sourceLocation: location)
            } else if write(actual, toFile: path) {
                guard environment("RECORD") == nil else { return }
                Issue.record(
                    "\(name) was missing and is recorded now: look at it", sourceLocation: location)
            } else {
                Issue.record("\(path) cannot be written", sourceLocation: location)
            }
            return
        }
        guard let difference = difference(expected) else { return }
        if environment("RECORD") != nil, environment("CI") == nil {
            if !write(actual, toFile: path) {
                Issue.record("\(path) cannot be written", sourceLocation: location)
            }
        } else {
            Issue.record("\(name) differs: \(difference)", sourceLocation: location)
        }
    }

    /// Where a failure leaves what it saw, for a person to look at.
    var failurePath: String { "\(repositoryRoot)/Output/failures/\(name)" }
}
