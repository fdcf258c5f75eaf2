import Graphics

/// The columns and lines of a frame that all labels with leaders share, so that they align without
/// being told to, and the search for the best places on them.
struct CalloutGuides {
    /// The room for labels.
    let frame: Rect
    /// How many places a label may choose from, and how many of them near each other.
    private let mostPlaces: Int
    private let mostInTile: Int

    /// From guide to guide across and down, in points.
    private static let column = 12.0
    private static let line = 6.75
    /// Places that are near each other, in points.
    private static let tile = Size(36, 27)
    /// What a column costs that only every second, or none, of the labels is to use.
    private static let secondary = 0.35
    private static let tertiary = 0.7
    /// How far a bend may stand back from the last of what is named, in points.
    private static let slack = 0.5

    /// The guides of a frame.
    ///
    /// - Parameters:
    ///   - labels: how many labels look for places; of many each gets fewer to choose from.
    ///   - isDeep: whether to look at many places that are nearly the same.
    init(frame: Rect, labels: Int = 1, isDeep: Bool = false) {
        self.frame = frame
        let most = min(100, max(48, 2000 / max(1, labels)))
        (mostPlaces, mostInTile) = isDeep ? (500, 6) : (most, 2)
    }

    /// A box on the guides, right or left of what it names.
    struct Place {
        var box: Rect
        var isRight: Bool
        /// What the ground costs, and what a guide off the main ones costs.
        var ground: Double
        var guide: Double
        /// All costs, with leaders as they will be more or less.
        var cost: Double
    }

    /// The best boxes of a size, none of which overshoots what it names, the cheapest first.
    ///
    /// - Parameters:
    ///   - reach: the rectangle around all that is named.
    ///   - back: how far labels stand from the last of it at least, in points.
    func best(
        of size: Size, from reach: Rect, back: Double, on places: CalloutPlaces
    ) -> [Place] {
        guard frame.isOnPage, reach.isOnPage, size.width >= 0, size.height >= 0,
            frame.width >= size.width, frame.height >= size.height
        else { return [] }
        var kept = Tiles(frame, Self.tile, depth: mostInTile, most: mostPlaces)
        let columns = Int((frame.width - size.width) / Self.column)
        let lines = Int((frame.height - size.height) / Self.line)
        // The line level with what is named, from which costs rise up and down.
        let level = (reach.midY - size.height / 2 - frame.minY) / Self.line
        let first = Int(min(max(level.rounded(), 0), Double(lines)))
        for isRight in [true, false] {
            for column in 0...columns {
                let shift = Double(column) * Self.column
                let left = isRight ? frame.minX + shift : frame.maxX - shift - size.width
                let bend = isRight ? left - back : left + size.width + back
                if isRight ? reach.maxX > bend + Self.slack : reach.minX < bend - Self.slack {
                    continue
                }
                let guide =
                    column % 4 == 0 ? 0 : column % 2 == 0 ? Self.secondary : Self.tertiary
                let run = isRight ? bend - reach.midX : reach.midX - bend
                let limit = kept.limit
                // The columns that follow are farther away.
                if CalloutPlaces.cost(ofLength: run) >= limit { break }
                for direction in [-1, 1] {
                    var line = direction < 0 ? first : first + 1
                    while (0...lines).contains(line) {
                        let top = frame.minY + Double(line) * Self.line
                        let rise = top + size.height / 2 - reach.midY
                        let length = (run * run + rise * rise).squareRoot()
                        var place = Place(
                            box: Rect(x: left, y: top, width: size.width, height: size.height),
                            isRight: isRight, ground: 0, guide: guide,
                            cost: guide + CalloutPlaces.cost(ofLength: length))
                        // What is too far away already need not look at its ground.
                        if place.cost >= limit { break }
                        line += direction
                        let tile = kept.tile(place)
                        guard place.cost < kept.worst(in: tile) else { continue }
                        place.ground = places.groundCost(
                            place.box.outset(by: CalloutPlaces.air))
                        place.cost += place.ground
                        kept.insert(place, in: tile)
                    }
                }
            }
        }
        return kept.best
    }
}

/// The cheapest places of each tile of a frame.
private struct Tiles {
    private let frame: Rect
    private let size: Size
    private let depth: Int
    private let most: Int
    private let across: Int
    /// The costs of each tile's places, ascending, and their places; infinite for none yet.
    private var costs: [Double]
    private var places: [Int32]
    private var all: [CalloutGuides.Place] = []
    /// How many of the kept places cost less than each whole number and the next.
    private var counts = [Int](repeating: 0, count: Self.mostCost)

    /// Costs from here on are not told apart when places are counted.
    private static let mostCost = 200

    init(_ frame: Rect, _ size: Size, depth: Int, most: Int) {
        (self.frame, self.size, self.depth, self.most) = (frame, size, depth, most)
        across = Int((frame.width / size.width).rounded(.up)) + 1
        let down = Int((frame.height / size.height).rounded(.up)) + 1
        costs = [Double](repeating: .infinity, count: across * down * 2 * depth)
        places = [Int32](repeating: -1, count: costs.count)
    }

    /// The tile of a place.
    func tile(_ place: CalloutGuides.Place) -> Int {
        let row = Int((place.box.minY - frame.minY) / size.height)
        let column = Int((place.box.minX - frame.minX) / size.width)
        return (row * across + column) * 2 + (place.isRight ? 1 : 0)
    }

    /// What a place must cost less than to be kept in a tile.
    func worst(in tile: Int) -> Double { costs[tile * depth + depth - 1] }

    /// What a place must cost less than to be among the best of all.
    var limit: Double {
        var count = 0
        for (cost, more) in counts.enumerated() {
            count += more
            if count >= most { return Double(cost + 1) }
        }
        return .infinity
    }

    mutating func insert(_ place: CalloutGuides.Place, in tile: Int) {
        guard place.cost < worst(in: tile) else { return }
        let start = tile * depth
        var slot = start + depth - 1
        count(costs[slot], -1)
        while slot > start, costs[slot - 1] > place.cost {
            (costs[slot], places[slot]) = (costs[slot - 1], places[slot - 1])
            slot -= 1
        }
        costs[slot] = place.cost
        places[slot] = Int32(truncatingIfNeeded: all.count)
        all.append(place)
        count(place.cost, 1)
    }

    private mutating func count(_ cost: Double, _ change: Int) {
        if cost < Double(Self.mostCost) { counts[Int(max(0, cost))] += change }
    }

    /// The cheapest of all places; of equal ones those in the upper left first.
    var best: [CalloutGuides.Place] {
        // By their numbers: places are large, and sorting moves things about.
        let order = places.filter { $0 >= 0 }.sorted { one, other in
            let (place, second) = (all[Int(one)], all[Int(other)])
            if place.cost != second.cost { return place.cost < second.cost }
            return (place.box.minY, place.box.minX, place.isRight ? 1 : 0)
                < (second.box.minY, second.box.minX, second.isRight ? 1 : 0)
        }
        return order.prefix(most).map { all[Int($0)] }
    }
}
