// The room of threads. It promises:
// - work is shared among threads of the system's own; nothing runs on after the call has returned;
// - results stand in the order of the work, and of several errors the first in that order is thrown: how
//   many threads there are shows in the time alone.
import CLinux
import Glibc
import Synchronization

/// How many threads this process may run at once: the processors that it was given, by `sched_getaffinity`, else all of
/// the machine, by `sysconf`.
public var processorCount: Int {
    let given = Int(lamina_processors())
    return given > 0 ? given : max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
}

/// Does pieces of work, the calling thread among those that do them.
///
/// - Parameters:
///   - count: how many pieces there are.
///   - threads: how many threads do them at most, this one included.
///   - done: told on this thread, after each piece of its own, how many are done in all.
///   - work: does the piece of a number.
/// - Returns: what `work` made of each piece.
/// - Throws: what `work` threw for the first of the pieces that failed.
public func inParallel<Value: Sendable>(
    _ count: Int, threads: Int, done: (Int) -> Void = { _ in },
    _ work: @escaping @Sendable (Int) throws -> Value
) throws -> [Value] {
    let queue = WorkQueue(count: count, work)
    var helpers: [pthread_t] = []
    for _ in 1..<max(1, min(threads, count)) {
        // Without a helper this thread does more.
        if let helper = startThread({ queue.help { _ in } }) { helpers.append(helper) }
    }
    queue.help(done)
    for helper in helpers { pthread_join(helper, nil) }
    return try queue.values()
}

/// Pieces of work that threads take one after the other.
private final class WorkQueue<Value: Sendable>: Sendable {
    private struct State {
        var next = 0
        var finished = 0
        var hasFailed = false
        var results: [Result<Value, any Error>?]
    }

    private let work: @Sendable (Int) throws -> Value
    private let state: Mutex<State>

    init(count: Int, _ work: @escaping @Sendable (Int) throws -> Value) {
        self.work = work
        state = Mutex(State(results: Array(repeating: nil, count: count)))
    }

    /// Does pieces until none is left or one has failed.
    ///
    /// They are taken in order, so that all before one that failed were taken, too.
    func help(_ done: (Int) -> Void) {
        while let piece = take() {
            done(finish(piece, Result { try work(piece) }))
        }
    }

    private func take() -> Int? {
        state.withLock { state in
            guard !state.hasFailed, state.next < state.results.count else { return nil }
            state.next += 1
            return state.next - 1
        }
    }

    private func finish(_ piece: Int, _ result: Result<Value, any Error>) -> Int {
        state.withLock { state in
            if case .failure = result { state.hasFailed = true }
            state.results[piece] = result
            state.finished += 1
            return state.finished
        }
    }

    func values() throws -> [Value] {
        try state.withLock { $0.results }.compactMap { try $0?.get() }
    }
}

/// Starts a thread with as large a stack as the first one has; `nil` where the system gives none.
private func startThread(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(&attributes) }
    // Layouts nest, and the default of some systems is a few hundred kilobytes.
    pthread_attr_setstacksize(&attributes, 8 << 20)
    let box = Unmanaged.passRetained(ThreadBody(run: body))
    var thread = pthread_t()
    let code = pthread_create(
        &thread, &attributes,
        { argument in
            guard let argument else { return nil }
            Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().run()
            return nil
        }, box.toOpaque())
    guard code == 0 else {
        box.release()
        return nil
    }
    return thread
}

/// What a thread does, as an object that C can carry.
private final class ThreadBody: Sendable {
    let run: @Sendable () -> Void

    init(run: @escaping @Sendable () -> Void) { self.run = run }
}
