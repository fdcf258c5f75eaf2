import Synchronization

/// Typesetters for several threads, each used by one at a time.
///
/// Sendable although typesetters are not: one is handed to a single thread, and taken back before another
/// gets it. What it has shaped it remembers, so that pages that were laid out are not shaped again.
public final class Typesetters: @unchecked Sendable {
    private let fonts: FontSet
    private let idle = Mutex<[Box]>([])

    /// A typesetter on its way between threads.
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
