import Graphics

/// Obstacles by their place, asked what lies under a label.
struct ObstacleMap {
    /// Why a label cannot stand somewhere, or what it costs there.
    enum Verdict {
        case possible(cost: Double)
        case leavesBounds
        case leavesContainer
        case meetsObstacle
    }

    private let obstacles: LabelObstacles
    private let bounds: Rect
    private let grid: CellGrid
    private let index: CellIndex
    /// When each piece was last looked at, so that one query sees it once.
    private var seen: [UInt32]
    private var query: UInt32 = 0

    /// The obstacles within reach of labels inside `bounds`.
    init(_ obstacles: LabelObstacles, in bounds: Rect) {
        self.obstacles = obstacles
        self.bounds = bounds
        // What stands just beyond the bounds still wants its air.
        let grid = CellGrid(over: bounds.outset(by: 4))
        self.grid = grid
        index = CellIndex(cells: grid.count, things: obstacles.pieces.count) { piece, visit in
            switch obstacles.pieces[piece].shape {
            case .segment(let segment, let half): grid.forEachCell(along: segment, half, visit)
            case .rect, .circle, .polygon:
                grid.forEachCell(in: obstacles.pieces[piece].shape.bounds, visit)
            }
        }
        seen = [UInt32](repeating: 0, count: obstacles.pieces.count)
    }

    /// Whether a candidate can be taken, as far as other labels do not matter.
    mutating func judge(_ candidate: LabelCandidate, letters: Rect) -> Verdict {
        guard bounds.contains(letters, tolerance: 1e-6) else { return .leavesBounds }
        if let container = candidate.container, !container.contains(letters) {
            return .leavesContainer
        }
        var cost = 0.0
        // Pieces of a thing follow each other, so that a thing is counted once.
        var counted = -1
        let clear = letters.grown(
            across: LabelPlacer.clearanceAcross - 1e-9, down: LabelPlacer.clearanceDown - 1e-9)
        for piece in pieces(in: clear) {
            let (thing, shape) = (obstacles.pieces[piece].thing, obstacles.pieces[piece].shape)
            guard thing != counted, shape.meets(clear) else { continue }
            let (weight, isText) = (obstacles.things[thing].cost, obstacles.things[thing].isText)
            // What holds the whole label is what the candidate asked to be inside of.
            if candidate.container != nil, !isText, shape.covers(letters) { continue }
            guard let weight else { return .meetsObstacle }
            if weight > 0, !candidate.allowsShapes { return .meetsObstacle }
            counted = thing
            cost += weight
        }
        for leader in candidate.leaders {
            guard let box = Rect(around: leader.points), box.isOnPaper,
                bounds.contains(box, tolerance: 1e-6)
            else { return .leavesBounds }
            let reach = box.outset(by: LabelPlacer.clearanceLeader)
            for piece in pieces(in: reach) {
                let shape = obstacles.pieces[piece].shape
                guard shape.bounds.outset(by: LabelPlacer.clearanceLeader).intersects(reach) else {
                    continue
                }
                let thing = obstacles.things[obstacles.pieces[piece].thing]
                let isInTheWay =
                    thing.isText
                    ? leader.runs(through: shape.bounds.outset(by: LabelPlacer.clearanceLeader))
                    : thing.cost == nil && shape.parts(leader)
                if isInTheWay { return .meetsObstacle }
            }
        }
        return .possible(cost: cost)
    }

    /// The halo that letters of a colour need at a place; `nil` where they read well as they are.
    mutating func halo(
        behind letters: Rect, of text: Color?, in container: LabelContainer?
    ) -> Halo? {
        // Lines that touch the letters' air disturb them; the halo reaches a little further.
        let air = letters.outset(by: 1)
        let under = pieces(in: air).filter { piece in
            !obstacles.things[obstacles.pieces[piece].thing].isText
                && obstacles.pieces[piece].shape.meets(air)
        }
        let base = under.last { piece in
            obstacles.things[obstacles.pieces[piece].thing].fill?.alpha == 1
                && obstacles.pieces[piece].shape.covers(letters)
        }
        let color =
            base.flatMap { obstacles.things[obstacles.pieces[$0].thing].fill } ?? obstacles.ground
        let isUniform = under.allSatisfy { piece in
            if let base, piece <= base { return true }
            guard let fill = obstacles.things[obstacles.pieces[piece].thing].fill else {
                return false
            }
            // Over the edge of a pale band letters read well on both its sides.
            let reads = text.map { $0.contrast(with: fill) >= Color.readableContrast }
            return fill == color || (container == nil && reads ?? false)
        }
        let isInside = container != nil
        if isUniform {
            let contrast = text.map { $0.contrast(with: color) } ?? 21
            if isInside || base == nil || contrast >= Color.readableContrast {
                return nil
            }
        }
        return Halo(behind: letters, color: isInside ? color : obstacles.ground)
    }

    /// The pieces in the cells of a rectangle, each once, in drawing order.
    private mutating func pieces(in rect: Rect) -> [Int] {
        query &+= 1
        if query == 0 {
            // After four billion queries the marks of the first ones come round again.
            seen = [UInt32](repeating: 0, count: seen.count)
            query = 1
        }
        var found: [Int] = []
        guard let across = grid.columns(from: rect.minX, to: rect.maxX),
            let down = grid.rows(from: rect.minY, to: rect.maxY)
        else { return [] }
        for row in down {
            for column in across {
                for piece in index[row * grid.columns + column] {
                    let piece = Int(piece)
                    guard seen[piece] != query else { continue }
                    seen[piece] = query
                    found.append(piece)
                }
            }
        }
        found.sort()
        return found
    }
}

extension CellGrid {
    /// Calls `body` with each cell that a line lies in: per row, the columns of its part there.
    fileprivate func forEachCell(along line: Segment, _ half: Double, _ body: (Int) -> Void) {
        let (upper, lower) =
            line.start.y <= line.end.y ? (line.start, line.end) : (line.end, line.start)
        guard let down = rows(from: upper.y - half, to: lower.y + half) else { return }
        let height = lower.y - upper.y
        for row in down {
            let band = band(row)
            var (left, right) = (min(upper.x, lower.x), max(upper.x, lower.x))
            if height > 0, down.count > 1 {
                let x = { (y: Double) in
                    upper.x + (lower.x - upper.x) * min(max((y - upper.y) / height, 0), 1)
                }
                let (from, to) = (x(band.top - half), x(band.bottom + half))
                (left, right) = (min(from, to), max(from, to))
            }
            guard let across = columns(from: left - half - 1, to: right + half + 1) else {
                continue
            }
            for column in across { body(row * columns + column) }
        }
    }
}

extension Polyline {
    /// Whether a part of it lies within a rectangle, whose edges do not count.
    func runs(through rect: Rect) -> Bool {
        zip(points, points.dropFirst()).contains { Segment($0, $1).runs(through: rect) }
    }
}
