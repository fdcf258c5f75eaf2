import Graphics

/// Labels on the page: who stands where, and who is in whose way.
struct LabelBoard {
    /// What each label could take.
    let options: [[LabelOption]]
    /// Which of them exclude each other.
    let conflicts: LabelConflicts
    /// Which option each label has; `nil` for none.
    private(set) var taken: [Int?]
    /// Labels that may have found room since they were last tried.
    var restless: [Bool]
    /// Labels without a place around which something changed since they were last settled.
    var unsettled: [Bool]

    private let grid: CellGrid
    /// The labels that have an option in a cell.
    private let hopes: CellIndex
    /// The labels that stand in a cell.
    private var standing: [[Int32]]
    private var seen: [UInt32]
    private var query: UInt32 = 0
    /// What was changed, so that it can be undone: a label, and what it had.
    private var journal: [(label: Int, option: Int?)] = []

    /// An empty board.
    ///
    /// - Parameter clearanceLeader: points between leaders and the letters of others.
    init(_ options: [[LabelOption]], in bounds: Rect, clearanceLeader: Double) {
        self.options = options
        conflicts = LabelConflicts(options, clearanceLeader: clearanceLeader)
        let grid = CellGrid(over: bounds)
        self.grid = grid
        taken = [Int?](repeating: nil, count: options.count)
        restless = [Bool](repeating: false, count: options.count)
        unsettled = restless
        standing = [[Int32]](repeating: [], count: grid.count)
        seen = [UInt32](repeating: 0, count: options.count)
        let reaches = options.map { options in
            options.dropFirst().reduce(options.first?.reach) { $0?.union($1.reach) }
        }
        hopes = CellIndex(cells: grid.count, things: options.count) { label, visit in
            guard let reach = reaches[label] else { return }
            // Whoever moves this near may have made room.
            grid.forEachCell(in: reach.outset(by: 4), visit)
        }
    }

    /// The option that a label has; `nil` for none.
    func option(of label: Int) -> LabelOption? { taken[label].map { options[label][$0] } }

    /// Whether a label stands where its nudge wants it, and so must not be moved.
    func isNudged(_ label: Int) -> Bool { option(of: label)?.isNudged ?? false }

    /// The labels in the way of an option, ascending; gives up beyond `most`.
    mutating func blockers(of label: Int, _ option: Int, most: Int = .max) -> [Int]? {
        query &+= 1
        if query == 0 {
            seen = [UInt32](repeating: 0, count: seen.count)
            query = 1
        }
        let wanted = conflicts.number(label, option)
        let near = options[label][option].reach.outset(by: 3)
        guard let across = grid.columns(from: near.minX, to: near.maxX),
            let down = grid.rows(from: near.minY, to: near.maxY)
        else { return [] }
        var found: [Int] = []
        for row in down {
            for column in across {
                for other in standing[row * grid.columns + column] {
                    let other = Int(other)
                    guard other != label, seen[other] != query else { continue }
                    seen[other] = query
                    guard let place = taken[other],
                        conflicts.areInConflict(conflicts.number(other, place), wanted)
                    else { continue }
                    if found.count >= most { return nil }
                    found.append(other)
                }
            }
        }
        found.sort()
        return found
    }

    /// Whether nobody is in the way of an option.
    mutating func isFree(_ label: Int, _ option: Int) -> Bool {
        blockers(of: label, option, most: 0) != nil
    }

    // MARK: - Moves

    /// Gives a label another option, or none.
    mutating func move(_ label: Int, to option: Int?) {
        journal.append((label, taken[label]))
        change(label, to: option)
    }

    /// A moment to which `undo` can return.
    var moment: Int { journal.count }

    /// The labels moved since a moment.
    func moved(since moment: Int) -> [Int] { journal[moment...].map(\.label) }

    /// Takes back all moves since a moment.
    mutating func undo(to moment: Int) {
        while journal.count > moment {
            let (label, option) = journal.removeLast()
            change(label, to: option)
        }
    }

    /// Keeps all moves so far, and wakes the labels that may profit from them.
    mutating func keep() {
        for (label, old) in journal {
            restless[label] = true
            guard let old, taken[label] != old else { continue }
            grid.forEachCell(in: options[label][old].reach) { cell in
                for hopeful in hopes[cell] {
                    restless[Int(hopeful)] = true
                    unsettled[Int(hopeful)] = true
                }
            }
        }
        journal.removeAll(keepingCapacity: true)
    }

    private mutating func change(_ label: Int, to option: Int?) {
        let entry = Int32(truncatingIfNeeded: label)
        if let old = self.option(of: label) {
            grid.forEachCell(in: old.reach) { cell in
                standing[cell].removeAll { $0 == entry }
            }
        }
        taken[label] = option
        if let new = self.option(of: label) {
            grid.forEachCell(in: new.reach) { cell in standing[cell].append(entry) }
        }
    }
}
