import Synchronization

/// Typesetters for several threads, each used by one at a time.
///
/// What one has shaped it remembers, so that pages that were laid out are not shaped again.
public final class Typesetters: Sendable {
    private let fonts: FontSet
    private let idle = Mutex<[Box]>([])

    /// A typesetter on its way between threads.
    ///
    /// Sendable although typesetters are not: it leaves `idle` under the lock for one thread, and is put
    /// back before another can have it. Pango's font maps may change threads, only not be shared by them.
    private struct Box: @unchecked Sendable {
        let typesetter: Typesetter
    }

    /// Typesetters of some fonts; each is made when there is none at rest.
    public init(fonts: FontSet) { self.fonts = fonts }

    /// Runs `body` with a typesetter that nobody else has.
    ///
    /// - Throws: what `body` throws, and a `Diagnostic` where Pango cannot be set up.
    public func withOne<Result>(_ body: (Typesetter) throws -> Result) throws -> Result {
        let box = try idle.withLock { $0.popLast() } ?? Box(typesetter: Typesetter(fonts: fonts))
        defer { idle.withLock { $0.append(box) } }
        return try body(box.typesetter)
    }
}
