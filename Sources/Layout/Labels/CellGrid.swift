import Graphics

/// Square cells over an area, for finding what is near without comparing everything.
struct CellGrid {
    private let area: Rect
    private let cell: Double
    /// Cells from left to right.
    let columns: Int
    /// Cells from top to bottom.
    let rows: Int

    /// About the height of two labels; for areas beyond a page, a share of the area.
    init(over area: Rect) {
        self.area = area
        cell = max(16, area.width / 200, area.height / 200)
        columns = max(1, Int((area.width / cell).rounded(.up)))
        rows = max(1, Int((area.height / cell).rounded(.up)))
    }

    /// How many cells there are.
    var count: Int { columns * rows }

    /// Where row `row` begins and ends.
    func band(_ row: Int) -> (top: Double, bottom: Double) {
        (area.minY + Double(row) * cell, area.minY + Double(row + 1) * cell)
    }

    /// The columns that an extent lies in; none beside the area.
    func columns(from left: Double, to right: Double) -> ClosedRange<Int>? {
        range(left - area.minX, right - area.minX, columns)
    }

    /// The rows that an extent lies in; none above or below the area.
    func rows(from top: Double, to bottom: Double) -> ClosedRange<Int>? {
        range(top - area.minY, bottom - area.minY, rows)
    }

    /// Calls `body` with each cell that a rectangle lies in.
    func forEachCell(in rect: Rect, _ body: (Int) -> Void) {
        guard let across = columns(from: rect.minX, to: rect.maxX),
            let down = rows(from: rect.minY, to: rect.maxY)
        else { return }
        for row in down {
            for column in across { body(row * columns + column) }
        }
    }

    private func range(_ low: Double, _ high: Double, _ count: Int) -> ClosedRange<Int>? {
        let last = Double(count) * cell
        guard low <= high, high >= 0, low <= last else { return nil }
        let first = min(count - 1, Int(max(0, low) / cell))
        return first...min(count - 1, Int(min(last, high) / cell))
    }
}

/// Which things lie in which cells, for things that do not move.
struct CellIndex {
    private let starts: [Int]
    private let entries: [Int32]

    /// An index of `count` things; `visit` calls back with each cell that a thing lies in.
    init(cells: Int, things count: Int, _ visit: (Int, (Int) -> Void) -> Void) {
        var starts = [Int](repeating: 0, count: cells + 1)
        for thing in 0..<count {
            visit(thing) { starts[$0 + 1] += 1 }
        }
        for cell in 0..<cells { starts[cell + 1] += starts[cell] }
        var next = starts
        var entries = [Int32](repeating: 0, count: starts[cells])
        for thing in 0..<count {
            visit(thing) { cell in
                entries[next[cell]] = Int32(truncatingIfNeeded: thing)
                next[cell] += 1
            }
        }
        self.starts = starts
        self.entries = entries
    }

    /// The things of a cell, ascending.
    subscript(cell: Int) -> ArraySlice<Int32> {
        entries[starts[cell]..<starts[cell + 1]]
    }
}
