import Graphics

/// The search for places, priority by priority.
///
/// Each priority goes through greedy placement, repair by moving those in the way (Kakoulis and
/// Tollis 1998 match labels to places by such augmenting chains), descent in cost by single moves and
/// by moves of pairs (Christensen, Marks and Shieber 1995 call it discrete gradient descent), and a
/// last look at what is still without a place. Nothing is drawn by lot.
struct LabelSearch {
    /// Which request each label is.
    ///
    /// Labels are numbered by rank, those with the fewest options first, then by where they want to
    /// be, and are searched by this number: the order of the requests has no influence.
    let order: [Int]
    /// Who stands where.
    var board: LabelBoard
    /// Why nudges were lost to other labels.
    private(set) var losses: [LabelNudge.Loss?]

    private let names: [String]
    /// The rank of each label: 0 for what is required, then higher for lower priorities.
    let ranks: [Int]
    /// Labels that must not be moved again in the chain that is being tried.
    private var isHeld: [Bool]
    /// How many more options a chain may try.
    private var budget = 0
    /// How hard it tries.
    private let effort: LabelPlacer.Effort
    /// How many options a chain may try.
    private let fullBudget: Int

    /// How many labels in a row may be moved to make room for one.
    private static let chainLength = 3
    /// How many options are tried for such a chain before it is given up; with all effort, as long as
    /// there are not many labels.
    private static let (chainBudget, largeChainBudget) = (400, 1500)
    private static let manyLabels = 60
    /// Of more labels than this, most have no room anyway.
    private static let mostTogether = 200
    /// How often all labels are gone through for better places.
    private static let mostPasses = 12
    /// Costs that differ by less are the same.
    private static let leastGain = 1e-9

    /// A search over the options of `requests`.
    init(
        _ requests: [LabelRequest], _ options: [LabelOptions], in bounds: Rect,
        effort: LabelPlacer.Effort
    ) {
        self.effort = effort
        fullBudget =
            effort == .thorough && requests.count <= Self.manyLabels
            ? Self.largeChainBudget : Self.chainBudget
        let priorities = Set(requests.filter { !$0.isRequired }.map(\.priority)).sorted(by: >)
        let places = Dictionary(uniqueKeysWithValues: zip(priorities, 1...))
        let ranks = requests.map { $0.isRequired ? 0 : places[$0.priority] ?? 0 }
        let keys = requests.indices.map { Key(rank: ranks[$0], requests[$0], options[$0].options) }
        let order = requests.indices.sorted { left, right in
            if keys[left].precedes(keys[right]) { return true }
            return keys[right].precedes(keys[left]) ? false : left < right
        }
        self.order = order
        board = LabelBoard(
            order.map { options[$0].options }, in: bounds,
            clearanceLeader: effort.clearanceLeader)
        losses = [LabelNudge.Loss?](repeating: nil, count: requests.count)
        isHeld = [Bool](repeating: false, count: requests.count)
        names = order.map { requests[$0].name }
        self.ranks = order.map { ranks[$0] }
    }

    /// What decides who comes first, whatever the order of the requests.
    private struct Key {
        var numbers: [Double]
        var name: String
        var text: String

        init(rank: Int, _ request: LabelRequest, _ options: [LabelOption]) {
            let place = options.first?.letters ?? Rect(origin: .zero, size: .zero)
            numbers = [
                Double(rank), Double(options.count), options.first?.cost ?? 0,
                place.minY, place.minX, place.maxY, place.maxX,
            ]
            name = request.name
            text = request.text.text
        }

        func precedes(_ other: Key) -> Bool {
            for (own, others) in zip(numbers, other.numbers) where own != others {
                return own < others
            }
            return (name, text) < (other.name, other.text)
        }
    }

    /// Places all labels.
    mutating func run() {
        if effort == .thorough {
            placeNudged(ranks.indices)
            if ranks.count <= Self.mostTogether { placeTogether() }
        }
        var reached = 0
        while reached < ranks.count {
            let tier =
                reached..<(ranks[reached...].firstIndex { $0 > ranks[reached] } ?? ranks.count)
            reached = tier.upperBound
            if effort == .usual { placeNudged(tier) }
            for label in tier where board.taken[label] == nil { takeFree(label) }
            for label in tier where board.taken[label] == nil { makeRoom(for: label) }
            // Settling may take places away from lower ranks, for which there may be others.
            for _ in 0..<4 {
                improve(0..<reached)
                if !settle(0..<reached) { break }
            }
        }
    }

    // MARK: - Greedy

    /// Puts labels where their nudges want them; who is in the way is moved if that can be.
    private mutating func placeNudged(_ tier: Range<Int>) {
        for label in tier where board.options[label].first?.isNudged == true {
            let start = board.moment
            budget = fullBudget
            if push(label, to: 0, Self.chainLength) {
                release(keeping: true, from: start)
            } else {
                release(keeping: false, from: start)
                let inTheWay = board.blockers(of: label, 0)?.first
                losses[label] = inTheWay.map { .meetsLabel(names[$0]) }
            }
        }
    }

    /// The options that a label may be moved to: a nudge that was lost does not come back.
    func choices(of label: Int) -> Range<Int> {
        let options = board.options[label]
        return (options.first?.isNudged == true ? 1 : 0)..<options.count
    }

    /// Gives a label the cheapest place that is free.
    private mutating func takeFree(_ label: Int) {
        for option in choices(of: label) where board.isFree(label, option) {
            board.move(label, to: option)
            board.keep()
            return
        }
        board.unsettled[label] = true
    }

    // MARK: - Repair

    /// Finds a place for a label by moving others to places of theirs, the shortest chain first.
    @discardableResult
    private mutating func makeRoom(for label: Int) -> Bool {
        for length in 0...Self.chainLength {
            let start = board.moment
            budget = fullBudget
            let isPlaced = relocate(label, length)
            release(keeping: isPlaced, from: start)
            if isPlaced { return true }
            // Nothing was left untried: a longer chain may find more, a larger budget may not.
            if board.options[label].isEmpty { return false }
        }
        return false
    }

    /// Finds a place for a label without one; may leave the board changed where it fails.
    private mutating func relocate(_ label: Int, _ length: Int) -> Bool {
        for option in choices(of: label) {
            budget -= 1
            guard budget > 0 else { return false }
            if board.isFree(label, option) {
                board.move(label, to: option)
                isHeld[label] = true
                return true
            }
        }
        guard length > 0 else { return false }
        for option in choices(of: label) {
            guard budget > 0 else { return false }
            let start = board.moment
            if push(label, to: option, length) { return true }
            letGo(from: start)
        }
        return false
    }

    /// Puts a label to an option and moves those away that are in its way.
    private mutating func push(_ label: Int, to option: Int, _ length: Int) -> Bool {
        budget -= 1
        guard let blockers = board.blockers(of: label, option, most: 2),
            blockers.allSatisfy({ !isHeld[$0] && !board.isNudged($0) })
        else { return false }
        for blocker in blockers { board.move(blocker, to: nil) }
        board.move(label, to: option)
        isHeld[label] = true
        for blocker in blockers where !relocate(blocker, length - 1) { return false }
        return true
    }

    /// Undoes moves, and lets those that were moved be moved again.
    private mutating func letGo(from start: Int) {
        for label in board.moved(since: start) { isHeld[label] = false }
        board.undo(to: start)
    }

    /// Ends a chain.
    private mutating func release(keeping: Bool, from start: Int) {
        if keeping {
            for label in board.moved(since: start) { isHeld[label] = false }
            board.keep()
        } else {
            letGo(from: start)
        }
    }

    // MARK: - Descent

    /// Moves labels to better places, one at a time or in pairs, as long as the total cost falls.
    private mutating func improve(_ labels: Range<Int>) {
        for _ in 0..<Self.mostPasses {
            var hasMoved = false
            for label in labels where board.restless[label] {
                board.restless[label] = false
                let isBetter =
                    board.taken[label] == nil ? makeRoom(for: label) : moveToBetter(label)
                if isBetter { hasMoved = true }
            }
            if !hasMoved { return }
        }
    }

    /// Moves a label to a cheaper place, if need be with the one that stands there.
    private mutating func moveToBetter(_ label: Int) -> Bool {
        guard let current = board.option(of: label), !current.isNudged else { return false }
        for option in choices(of: label) {
            let gain = current.cost - board.options[label][option].cost
            guard gain > Self.leastGain else { return false }
            guard let blockers = board.blockers(of: label, option, most: 1) else { continue }
            let start = board.moment
            board.move(label, to: option)
            guard let other = blockers.first else {
                board.keep()
                return true
            }
            if moveAway(other, forLessThan: gain - Self.leastGain) {
                board.keep()
                return true
            }
            board.undo(to: start)
        }
        return false
    }

    /// Moves a label to a place that is free and costs less than `gain` more than its own.
    private mutating func moveAway(_ label: Int, forLessThan gain: Double) -> Bool {
        guard let current = board.option(of: label), !current.isNudged else { return false }
        board.move(label, to: nil)
        for option in choices(of: label) {
            guard board.options[label][option].cost - current.cost < gain else { return false }
            if board.isFree(label, option) {
                board.move(label, to: option)
                return true
            }
        }
        return false
    }

    // MARK: - Settling

    /// Places every label that only labels of lower priority keep from a place; they go without.
    ///
    /// One pass from the highest priority down is enough: whoever loses a place comes later in it.
    private mutating func settle(_ labels: Range<Int>) -> Bool {
        var hasChanged = false
        for label in labels where board.unsettled[label] && board.taken[label] == nil {
            board.unsettled[label] = false
            for option in choices(of: label) {
                guard let blockers = board.blockers(of: label, option),
                    blockers.allSatisfy({ ranks[$0] > ranks[label] })
                else { continue }
                for blocker in blockers {
                    if board.isNudged(blocker) { losses[blocker] = .meetsLabel(names[label]) }
                    board.move(blocker, to: nil)
                }
                board.move(label, to: option)
                board.keep()
                for blocker in blockers { board.unsettled[blocker] = true }
                hasChanged = true
                break
            }
        }
        return hasChanged
    }
}
