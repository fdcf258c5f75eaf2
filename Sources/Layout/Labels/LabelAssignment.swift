import Graphics

/// A place for each label, overlaps allowed, and the search for the best of such assignments.
///
/// This is a tabu search (Glover 1989) as for colouring graphs (Hertz and de Werra 1987): every label
/// has a place from the start, overlaps cost, and each step makes the change that lowers the costs
/// most, or raises them least; what was left may not be taken again for some steps. What an overlap
/// costs rises as long as it lasts (Morris 1993 calls it breakout) and falls while there is none, so
/// that the search crosses bad assignments and comes back.
struct LabelAssignment {
    /// The options that are compared, in one list: whose they are, which of its options, their
    /// numbers among all, their costs and where their letters have their middles.
    private var owners: [Int] = []
    private var choices: [Int] = []
    private var numbers: [Int] = []
    private var costs: [Double] = []
    private var middles: [Point] = []
    /// Where their letters and leaders reach, with air for all that keeps clear of them.
    private var reaches: [Rect] = []
    /// The options of each label in that list, and where any of them reaches.
    private var ranges: [Range<Int>] = []
    private var extents: [Rect] = []
    private let conflicts: LabelConflicts
    /// The options that each excludes, once they were asked for.
    private var rivals: [[Int32]?]

    /// Which option each label has; `nil` for labels without any.
    private var taken: [Int?] = []
    private var best: [Int?] = []
    /// How many of those taken each option excludes, and what that costs, in units of `scale`.
    private var rivalsTaken: [Int]
    private var pressure: [Double]
    /// What an overlap of two labels costs: more for those that were often in each other's way.
    private var weights: [Double]
    private var scale = 1.0
    /// How many pairs of labels are in each other's way.
    private var overlaps = 0
    /// The last label that each was found in the way of; only for `strengthen`, without its list.
    private var partnerOf: [Int]
    /// Until which step each option is forbidden.
    private var forbidden: [Int]

    /// What an overlap costs at first, and at least.
    private static let overlap = 30.0
    private static let leastOverlap = 4.0
    /// What a step of two labels in each other's way adds to that, and by which factor it falls in a
    /// step without overlaps.
    private static let breakout = 3.0
    private static let relief = 0.85
    /// How many options are compared in all, and how many of one label at most.
    private static let mostOptions = 1800
    private static let mostOfLabel = 120
    /// How many steps an option stays forbidden that was left, and what lies near it, in points.
    private static let tenure = 12
    private static let near = Size(26, 15)
    /// After how many steps without a better assignment it is shaken up.
    private static let kickAfter = 50
    /// After how many steps without a better assignment the search ends, at least; fewer labels, of
    /// which each step takes less time, get as many steps as make this in all.
    private static let leastPatience = 350
    private static let labelSteps = 14_000
    /// More than labels and leaders keep clear of each other, in points.
    private static let air = 4.0
    /// Costs that differ by less are the same.
    private static let leastGain = 1e-9

    /// Labels that each have the first of some of their options.
    init(_ board: LabelBoard, _ options: [Range<Int>]) {
        conflicts = board.conflicts
        let filled = options.count { !$0.isEmpty }
        let most = max(8, min(Self.mostOfLabel, Self.mostOptions / max(1, filled)))
        for (label, options) in options.enumerated() {
            let start = owners.count
            for option in options.prefix(most) {
                owners.append(label)
                choices.append(option)
                numbers.append(conflicts.number(label, option))
                costs.append(board.options[label][option].cost)
                reaches.append(board.options[label][option].reach.outset(by: Self.air))
                middles.append(board.options[label][option].letters.center)
            }
            ranges.append(start..<owners.count)
            extents.append(
                reaches[start...].dropFirst().reduce(reaches[start...].first ?? .nowhere) {
                    $0.union($1)
                })
            taken.append(start == owners.count ? nil : start)
        }
        best = taken
        rivals = [[Int32]?](repeating: nil, count: owners.count)
        rivalsTaken = [Int](repeating: 0, count: owners.count)
        pressure = [Double](repeating: 0, count: owners.count)
        weights = [Double](repeating: Self.overlap, count: ranges.count * ranges.count)
        forbidden = rivalsTaken
        partnerOf = [Int](repeating: -1, count: ranges.count)
    }

    // MARK: - Conflicts

    /// The options that exclude an option, ascending.
    private mutating func rivals(of option: Int) -> [Int32] {
        if let known = rivals[option] { return known }
        var found: [Int32] = []
        let (owner, number) = (owners[option], numbers[option])
        for (label, range) in ranges.enumerated()
        where label != owner && reaches[option].intersects(extents[label]) {
            for other in range where conflicts.areInConflict(number, numbers[other]) {
                found.append(Int32(truncatingIfNeeded: other))
            }
        }
        rivals[option] = found
        return found
    }

    /// Adds what overlaps with an option cost to all that overlap with it, `sign` times.
    private mutating func press(_ option: Int, _ sign: Int) {
        let row = owners[option] * ranges.count
        for other in rivals(of: option) {
            let other = Int(other)
            rivalsTaken[other] += sign
            pressure[other] += Double(sign) * weights[row + owners[other]]
        }
    }

    /// Makes all overlaps that there are cost more.
    private mutating func strengthen() {
        let more = Self.breakout / scale
        for (label, option) in taken.enumerated() {
            guard let option, rivalsTaken[option] > 0 else { continue }
            let rivals = rivals(of: option)
            for partner in partnerOf.indices { partnerOf[partner] = -1 }
            for rival in rivals where taken[owners[Int(rival)]] == Int(rival) {
                let partner = owners[Int(rival)]
                weights[label * ranges.count + partner] += more
                partnerOf[partner] = label
            }
            for rival in rivals where partnerOf[owners[Int(rival)]] == label {
                pressure[Int(rival)] += more
            }
        }
    }

    /// Takes the best assignment, with all overlaps at their first cost and nothing forbidden.
    private mutating func restart(with label: Int? = nil, at option: Int = 0) {
        taken = best
        if let label { taken[label] = option }
        scale = 1
        for index in weights.indices { weights[index] = Self.overlap }
        for index in pressure.indices {
            (pressure[index], rivalsTaken[index], forbidden[index]) = (0, 0, 0)
        }
        for option in taken.compactMap({ $0 }) { press(option, 1) }
        overlaps = taken.reduce(0) { $0 + ($1.map { rivalsTaken[$0] } ?? 0) } / 2
    }

    private var cost: Double { taken.reduce(0) { $0 + ($1.map { costs[$0] } ?? 0) } }

    // MARK: - Search

    /// Finds the assignment with the fewest overlaps, and among those the one that costs least.
    mutating func search() {
        guard taken.count(where: { $0 != nil }) > 1 else { return }
        restart()
        var cost = cost
        let ideal = cost
        var least = (overlaps: overlaps, cost: cost)
        var (step, idle, kicks) = (0, 0, 0)
        // All at their best places is as good as can be.
        let patience = max(
            Self.leastPatience, Self.labelSteps / max(1, taken.count { $0 != nil }))
        while idle < patience, least.overlaps > 0 || least.cost > ideal + Self.leastGain {
            step += 1
            idle += 1
            if idle % Self.kickAfter == 0 {
                kick(kicks, step)
                kicks += 1
                cost = self.cost
            }
            guard let option = bestMove(step, cost, least), let old = taken[owners[option]] else {
                break
            }
            overlaps += rivalsTaken[option] - rivalsTaken[old]
            cost += costs[option] - costs[old]
            press(old, -1)
            press(option, 1)
            taken[owners[option]] = option
            forbid(old, except: option, until: step + Self.tenure + step % 7)
            if (overlaps, cost + Self.leastGain) < least {
                (least, best, idle) = ((overlaps, cost), taken, 0)
            }
            if overlaps > 0 {
                strengthen()
            } else if Self.overlap * scale * Self.relief > Self.leastOverlap {
                scale *= Self.relief
            }
        }
    }

    /// Goes back to the best assignment, but with one of its worst-placed labels at its best place,
    /// to stay there for a while: the others have to make room.
    private mutating func kick(_ number: Int, _ step: Int) {
        let excess = best.enumerated().compactMap { label, option in
            option.map { (label: label, cost: costs[$0] - costs[ranges[label].lowerBound]) }
        }.sorted { ($1.cost, $0.label) < ($0.cost, $1.label) }
        guard !excess.isEmpty else { return }
        let label = excess[number % excess.count].label
        // One of its best places, another one in each round.
        let round = number / excess.count
        restart(with: label, at: ranges[label].lowerBound + round % ranges[label].count)
        for option in ranges[label] { forbidden[option] = step + Self.kickAfter / 2 }
    }

    /// The change that lowers all costs most, or raises them least.
    ///
    /// While there are overlaps, labels that are in nobody's way move to better places only: there
    /// are so many others that are almost as good.
    private func bestMove(
        _ step: Int, _ cost: Double, _ least: (overlaps: Int, cost: Double)
    ) -> Int? {
        var found: Int?
        var change = Double.infinity
        for (label, current) in taken.enumerated() {
            guard let current else { continue }
            let own = costs[current] + scale * pressure[current]
            // What is not better than the best so far, by more than rounding, need not be looked at.
            let isFree = overlaps == 0 || rivalsTaken[current] > 0
            var limit = min(change - 1e-12, isFree ? .infinity : -Self.leastGain)
            for option in ranges[label] {
                let difference = costs[option] + scale * pressure[option] - own
                guard difference < limit, option != current else { continue }
                if forbidden[option] > step {
                    // What would be the best ever is never forbidden.
                    let isBest =
                        least.overlaps == 0 && overlaps == 0 && rivalsTaken[option] == 0
                        && cost + costs[option] - costs[current] < least.cost - Self.leastGain
                    if !isBest { continue }
                }
                (found, change, limit) = (option, difference, difference - 1e-12)
            }
        }
        return found
    }

    /// Forbids an option and what lies near it, which is as good, for a while.
    private mutating func forbid(_ option: Int, except other: Int, until step: Int) {
        let middle = middles[option]
        for choice in ranges[owners[option]] where choice != other {
            if abs(middles[choice].x - middle.x) <= Self.near.width,
                abs(middles[choice].y - middle.y) <= Self.near.height
            {
                forbidden[choice] = step
            }
        }
    }

    // MARK: - Result

    /// The option of each label in the best assignment; of two in each other's way the one of lower
    /// rank, or that is in the way of more, goes without.
    func agreed(_ ranks: [Int]) -> [Int?] {
        var kept = best
        var rivals = [[Int]](repeating: [], count: best.count)
        for (label, option) in best.enumerated() {
            guard let option else { continue }
            for (other, another) in best.enumerated().dropFirst(label + 1) {
                guard let another, conflicts.areInConflict(numbers[option], numbers[another])
                else { continue }
                rivals[label].append(other)
                rivals[other].append(label)
            }
        }
        while let worst = kept.indices.filter({ !rivals[$0].isEmpty }).max(by: {
            (ranks[$0], rivals[$0].count, $1) < (ranks[$1], rivals[$1].count, $0)
        }) {
            kept[worst] = nil
            for other in rivals[worst] { rivals[other].removeAll { $0 == worst } }
            rivals[worst] = []
        }
        return kept.map { $0.map { choices[$0] } }
    }
}

extension Rect {
    /// What meets nothing.
    fileprivate static let nowhere = Rect(origin: .zero, size: .zero)
}
