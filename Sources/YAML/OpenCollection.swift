import Diagnostics

/// A collection whose end has not come.
struct OpenCollection {
    /// The key that waits for its value.
    enum Key {
        case awaited
        case named(String, SourceLocation)
        /// It has been reported; the value will be dropped.
        case refused
    }

    let collection: Event.Collection
    let isFlow: Bool
    let anchor: String?
    let start: SourceLocation
    /// Whether it stands where a key should.
    let isKey: Bool
    let countBefore: Int
    var lastEnd: SourceLocation
    var height = 1
    var items: [Node] = []
    var pairs: [Pair] = []
    var places: [String: SourceLocation] = [:]
    var key = Key.awaited

    var awaitsKey: Bool {
        if collection == .mapping, case .awaited = key { true } else { false }
    }
}
