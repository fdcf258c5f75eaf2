import Diagnostics
import Tables

/// A deck's tables as its queries see them.
///
/// Where all answers are known from an earlier run over the same files the tables are not even taken
/// out of the cache.
final class DeckTables {
    private let cached: (cache: TableCache, key: String)?
    private let load: () throws -> Store
    private var store: Store?
    private var known: KeptAnswers
    private var hasNews = false

    /// Tables that are not kept.
    convenience init(_ store: Store) {
        self.init(cached: nil, known: KeptAnswers()) { store }
    }

    /// Tables with a place in a cache and the answers kept there; `load` is called once if at all.
    init(
        cached: (cache: TableCache, key: String)?, known: KeptAnswers,
        load: @escaping () throws -> Store
    ) {
        self.cached = cached
        self.known = known
        self.load = load
    }

    /// What `Store.answer` says, now or at an earlier run.
    func answer(
        _ sql: String, parameters: [String: Cell], at location: SourceLocation
    ) throws -> Answer {
        if cached != nil, let answer = known.answer(to: sql, parameters) { return answer }
        let store = try self.store ?? load()
        self.store = store
        let answer = try store.answer(sql, parameters: parameters, at: location)
        if cached != nil, known.add(answer, to: sql, parameters) { hasNews = true }
        return answer
    }

    /// Keeps the answers for the next run, if there are any that it does not know.
    func keepAnswers() {
        guard hasNews, let (cache, key) = cached else { return }
        cache.keep(known, key)
        hasNews = false
    }
}
