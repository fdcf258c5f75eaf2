import Graphics
import Pango

/// The lines shaped last, by their runs, so that a line measured and then drawn is shaped once.
///
/// Bounded by two generations: when the young one is full, the old one is dropped and the young one
/// grows old. A line asked for again moves to the young one.
struct LineCache {
    private var young: [[TextRun]: Layout] = [:]
    private var old: [[TextRun]: Layout] = [:]
    private let capacity: Int

    /// An empty cache of at most two times `capacity` lines.
    init(capacity: Int = 1024) { self.capacity = capacity }

    /// How many lines it holds.
    var count: Int { young.count + old.count }

    /// The line of these runs; shaped by `shape` where it is not at hand.
    mutating func line(
        _ runs: [TextRun], shape: () throws(PangoError) -> Layout
    ) throws(PangoError) -> Layout {
        if let line = young[runs] { return line }
        let line = if let line = old.removeValue(forKey: runs) { line } else { try shape() }
        if young.count >= capacity {
            old = young
            young.removeAll(keepingCapacity: true)
        }
        young[runs] = line
        return line
    }
}
