import Graphics

extension LabelSearch {
    /// Gives all labels places at once, before each is looked at for itself.
    ///
    /// A few large labels decide the places of all others, so one after the other does not do. This is
    /// a tabu search (Glover 1989) as for colouring graphs (Hertz and de Werra 1987): every label has a
    /// place from the start, overlaps cost, and each step makes the change that lowers the costs
    /// most, or raises them least; what was left may not be taken again for some steps.
    mutating func placeTogether() {
        var labels = LabelAssignment(self)
        labels.search()
        for (label, option) in labels.agreed(ranks).enumerated() {
            guard let option, board.taken[label] == nil else { continue }
            board.move(label, to: option)
        }
        board.keep()
    }
}

/// A place for each label, overlaps allowed.
private struct LabelAssignment {
    /// Options of all labels in one list: whose they are, which of its options, and their costs.
    private var owners: [Int] = []
    private var numbers: [Int] = []
    private var costs: [Double] = []
    private var options: [LabelOption] = []
    /// Where each option reaches, with the air it wants.
    private var reaches: [Rect] = []
    /// The options of each label in that list.
    private var ranges: [Range<Int>] = []
    /// Which option each label has; `nil` for labels without any.
    private var taken: [Int?] = []
    private var best: [Int?] = []
    /// What the overlaps of each option with those taken cost.
    private var pressure: [Double]
    /// What an overlap of two labels costs: more for those that were often in each other's way.
    private var weights: [Double]
    /// For each pair of options: 0 for not compared yet, 1 for apart, 2 for in conflict.
    private var known: [UInt8]

    /// What an overlap costs at first, and at least.
    private static let overlap = 30.0
    private static let leastOverlap = 4.0
    /// What a step of two labels in each other's way adds to that, and by which factor it falls in a
    /// step without overlaps.
    private static let breakout = 3.0
    private static let relief = 0.85
    /// How many options are compared in all, and how many of one label at most.
    private static let mostOptions = 2400
    private static let mostOfLabel = 120
    /// How many steps an option stays forbidden that was left, and what lies near it, in points.
    private static let tenure = 12
    private static let near = Size(26, 15)
    /// After how many steps without a better assignment it is shaken up.
    private static let kickAfter = 80
    /// After how many steps without a better assignment the search ends.
    private static let patience = 800

    init(_ search: LabelSearch) {
        let board = search.board
        let filled = board.options.filter { !$0.isEmpty }.count
        let most = max(8, min(Self.mostOfLabel, Self.mostOptions / max(1, filled)))
        for label in board.options.indices {
            let start = owners.count
            // A nudge that is kept is no question.
            let choices = board.isNudged(label) ? 0..<1 : search.choices(of: label)
            for option in choices.prefix(most) {
                owners.append(label)
                numbers.append(option)
                options.append(board.options[label][option])
                reaches.append(
                    board.options[label][option].reach.outset(by: LabelPlacer.clearanceAcross))
                costs.append(board.options[label][option].cost)
            }
            ranges.append(start..<owners.count)
            taken.append(start == owners.count ? nil : start)
        }
        best = taken
        pressure = [Double](repeating: 0, count: owners.count)
        weights = [Double](repeating: Self.overlap, count: ranges.count * ranges.count)
        known = [UInt8](repeating: 0, count: owners.count * owners.count)
    }

    /// Whether two options conflict.
    private mutating func areInConflict(_ one: Int, _ other: Int) -> Bool {
        let pair = min(one, other) * owners.count + max(one, other)
        if known[pair] == 0 {
            let isNear = reaches[one].intersects(reaches[other])
            known[pair] = isNear && options[one].conflicts(with: options[other]) ? 2 : 1
        }
        return known[pair] == 2
    }

    /// Adds what overlaps with an option cost to all that overlap with it, `sign` times.
    private mutating func press(_ option: Int, _ sign: Double) {
        let row = owners[option] * ranges.count
        for other in owners.indices
        where owners[other] != owners[option] && areInConflict(option, other) {
            pressure[other] += sign * weights[row + owners[other]]
        }
    }

    /// The labels that are in each other's way.
    private mutating func overlaps(_ taken: [Int?]) -> [(Int, Int)] {
        var found: [(Int, Int)] = []
        for (label, option) in taken.enumerated() {
            guard let option else { continue }
            for other in (label + 1)..<max(label + 1, taken.count) {
                if let another = taken[other], areInConflict(option, another) {
                    found.append((label, other))
                }
            }
        }
        return found
    }

    /// Makes an overlap of two labels cost more.
    private mutating func strengthen(_ one: Int, _ other: Int) {
        weights[one * ranges.count + other] += Self.breakout
        weights[other * ranges.count + one] += Self.breakout
        for (label, partner) in [(one, other), (other, one)] {
            guard let option = taken[partner] else { continue }
            for choice in ranges[label] where areInConflict(choice, option) {
                pressure[choice] += Self.breakout
            }
        }
    }

    // MARK: - Search

    /// Finds the assignment with the fewest overlaps, and among those the one that costs least.
    ///
    /// What an overlap costs rises as long as it lasts (Morris 1993 calls it breakout) and falls while
    /// there is none, so that the search crosses bad assignments and comes back.
    mutating func search() {
        guard taken.count(where: { $0 != nil }) > 1 else { return }
        for option in taken.compactMap({ $0 }) { press(option, 1) }
        var cost = taken.compactMap { $0 }.reduce(0.0) { $0 + costs[$1] }
        var pairs = overlaps(taken)
        var least = (pairs: pairs.count, cost: cost)
        var free = [Int](repeating: 0, count: owners.count)
        var (step, idle, base, kicks) = (0, 0, Self.overlap, 0)
        while idle < Self.patience {
            step += 1
            idle += 1
            if idle % Self.kickAfter == 0 {
                kick(kicks, &free, step)
                kicks += 1
                base = Self.overlap
                cost = taken.compactMap { $0 }.reduce(0.0) { $0 + costs[$1] }
                pairs = overlaps(taken)
            }
            var isInTheWay = [Bool](repeating: false, count: ranges.count)
            for (one, other) in pairs { (isInTheWay[one], isInTheWay[other]) = (true, true) }
            guard let option = bestMove(isInTheWay, pairs.isEmpty, free, step, cost, least),
                let old = taken[owners[option]]
            else { break }
            cost += costs[option] - costs[old]
            press(old, -1)
            press(option, 1)
            taken[owners[option]] = option
            forbid(old, except: option, until: step + Self.tenure + step % 7, &free)
            pairs = overlaps(taken)
            if (pairs.count, cost + 1e-9) < least {
                (least, best, idle) = ((pairs.count, cost), taken, 0)
            }
            for (one, other) in pairs { strengthen(one, other) }
            if pairs.isEmpty, base * Self.relief > Self.leastOverlap {
                base *= Self.relief
                for index in weights.indices { weights[index] *= Self.relief }
                for index in pressure.indices { pressure[index] *= Self.relief }
            }
        }
    }

    /// Goes back to the best assignment, but with one of its worst-placed labels at its best place,
    /// to stay there for a while: the others have to make room.
    private mutating func kick(_ number: Int, _ free: inout [Int], _ step: Int) {
        taken = best
        let excess = taken.enumerated().compactMap { label, option in
            option.map { (label: label, cost: costs[$0] - costs[ranges[label].lowerBound]) }
        }.sorted { ($1.cost, $0.label) < ($0.cost, $1.label) }
        guard !excess.isEmpty else { return }
        let label = excess[number % excess.count].label
        // One of its best places, another one in each round.
        let round = number / excess.count
        taken[label] = ranges[label].lowerBound + round % ranges[label].count
        weights = [Double](repeating: Self.overlap, count: weights.count)
        pressure = [Double](repeating: 0, count: pressure.count)
        for option in taken.compactMap({ $0 }) { press(option, 1) }
        free = [Int](repeating: 0, count: free.count)
        for option in ranges[label] { free[option] = step + Self.kickAfter / 2 }
    }

    /// The change that lowers all costs most, or raises them least.
    ///
    /// While there are overlaps, labels that are in nobody's way move to better places only: there
    /// are so many others that are almost as good.
    private func bestMove(
        _ isInTheWay: [Bool], _ isClear: Bool, _ free: [Int], _ step: Int, _ cost: Double,
        _ least: (pairs: Int, cost: Double)
    ) -> Int? {
        var found: (option: Int, change: Double)?
        for (label, current) in taken.enumerated() {
            guard let current else { continue }
            let own = costs[current] + pressure[current]
            for option in ranges[label] where option != current {
                let change = costs[option] + pressure[option] - own
                if !isClear, !isInTheWay[label], change > -1e-9 { continue }
                if free[option] > step {
                    // What would be the best ever is never forbidden.
                    let isBest =
                        least.pairs == 0 && isClear && pressure[option] < 1e-9
                        && cost + costs[option] - costs[current] < least.cost - 1e-9
                    if !isBest { continue }
                }
                if found.map({ change < $0.change - 1e-12 }) ?? true { found = (option, change) }
            }
        }
        return found?.option
    }

    /// Forbids an option and what lies near it, which is as good, for a while.
    private func forbid(_ option: Int, except other: Int, until step: Int, _ free: inout [Int]) {
        let center = options[option].letters.center
        for choice in ranges[owners[option]] where choice != other {
            let place = options[choice].letters.center
            if abs(place.x - center.x) <= Self.near.width,
                abs(place.y - center.y) <= Self.near.height
            {
                free[choice] = step
            }
        }
    }

    // MARK: - Result

    /// The option of each label in the best assignment; of two in each other's way the one of lower
    /// rank, or that is in the way of more, goes without.
    mutating func agreed(_ ranks: [Int]) -> [Int?] {
        var kept = best
        while true {
            let placed = kept.compactMap { $0 }
            var worst: (label: Int, key: (Int, Int))?
            for option in placed {
                let count = placed.count { other in
                    owners[other] != owners[option] && areInConflict(option, other)
                }
                guard count > 0 else { continue }
                let key = (ranks[owners[option]], count)
                if worst.map({ key > $0.key }) ?? true { worst = (owners[option], key) }
            }
            guard let worst else { break }
            kept[worst.label] = nil
        }
        return kept.map { $0.map { numbers[$0] } }
    }
}
