import Graphics

/// What lies under each small square of a map, so that labels know what they would stand on.
///
/// Areas are drawn into a grid of squares once; sums over its rows and columns then answer for any
/// rectangle in a few steps (Crow 1984 calls it a summed-area table).
struct GroundGrid {
    /// An area of the map as it lies on the page, later ones over earlier ones.
    struct Area {
        var rings: [[Point]]
        /// Whether text in the map's ink cannot be read on it: it is dark, or hatched.
        var isBusy: Bool
    }

    private let frame: Rect
    private let columns: Int
    private let rows: Int
    /// The area on top of each square; -1 for none.
    private var areas: [Int32]
    /// Sums of land and of busy land above and to the left of each corner.
    private var land: [Int32]
    private var busy: [Int32]

    /// The side of a square, in points: a fifth of a line of text.
    static let side = 2.5

    /// The ground inside `frame`.
    init(_ parts: [Area], in frame: Rect) {
        self.frame = frame
        columns = max(1, min(2000, Int((frame.width / Self.side).rounded(.up))))
        rows = max(1, min(2000, Int((frame.height / Self.side).rounded(.up))))
        areas = [Int32](repeating: -1, count: columns * rows)
        for (index, part) in parts.enumerated() {
            Self.fill(
                part.rings, with: Int32(truncatingIfNeeded: index), &areas, columns, rows, frame)
        }
        let width = columns + 1
        land = [Int32](repeating: 0, count: width * (rows + 1))
        busy = land
        for row in 0..<rows {
            var (inLand, inBusy): (Int32, Int32) = (0, 0)
            for column in 0..<columns {
                let area = areas[row * columns + column]
                if area >= 0 {
                    inLand += 1
                    if parts[Int(area)].isBusy { inBusy += 1 }
                }
                let corner = (row + 1) * width + column + 1
                land[corner] = land[corner - width] + inLand
                busy[corner] = busy[corner - width] + inBusy
            }
        }
    }

    /// Fills the squares whose middles lie inside of rings, by the even-odd rule.
    private static func fill(
        _ rings: [[Point]], with value: Int32, _ areas: inout [Int32], _ columns: Int, _ rows: Int,
        _ frame: Rect
    ) {
        var crossings: [(row: Int, x: Double)] = []
        for ring in rings {
            guard var from = ring.last else { continue }
            for to in ring {
                let (top, bottom) = from.y <= to.y ? (from, to) : (to, from)
                // Middles lie half a square below the top of their row.
                let first = ((top.y - frame.minY) / side + 0.5).rounded(.down)
                let last = ((bottom.y - frame.minY) / side + 0.5).rounded(.down) - 1
                if first <= last, last >= 0, first < Double(rows) {
                    let slope = (bottom.x - top.x) / (bottom.y - top.y)
                    for row in Int(max(0, first))...Int(min(Double(rows - 1), max(last, 0))) {
                        let y = frame.minY + (Double(row) + 0.5) * side
                        crossings.append((row, top.x + (y - top.y) * slope))
                    }
                }
                from = to
            }
        }
        crossings.sort { ($0.row, $0.x) < ($1.row, $1.x) }
        var index = 0
        while index + 1 < crossings.count {
            let (start, end) = (crossings[index], crossings[index + 1])
            guard start.row == end.row else {
                index += 1
                continue
            }
            let first = ((start.x - frame.minX) / side + 0.5).rounded(.down)
            let last = ((end.x - frame.minX) / side + 0.5).rounded(.down) - 1
            if first <= last, last >= 0, first < Double(columns) {
                for column in Int(max(0, first))...Int(min(Double(columns - 1), last)) {
                    areas[start.row * columns + column] = value
                }
            }
            index += 2
        }
    }

    /// How much of a rectangle is land, and land that text cannot be read on, in square points.
    func areas(under rect: Rect) -> (land: Double, busy: Double) {
        guard let (left, right, top, bottom) = squares(rect) else { return (0, 0) }
        let width = columns + 1
        func sum(_ table: [Int32]) -> Double {
            Double(
                table[bottom * width + right] - table[top * width + right]
                    - table[bottom * width + left] + table[top * width + left])
                * Self.side * Self.side
        }
        return (sum(land), sum(busy))
    }

    /// Whether all of a rectangle lies on one area.
    func lies(_ rect: Rect, onlyOn area: Int) -> Bool {
        guard let (left, right, top, bottom) = squares(rect),
            rect.minX >= frame.minX, rect.maxX <= frame.maxX, rect.minY >= frame.minY,
            rect.maxY <= frame.maxY
        else { return false }
        for row in top..<bottom {
            for column in left..<right where areas[row * columns + column] != Int32(area) {
                return false
            }
        }
        return true
    }

    /// The squares that a rectangle touches; none beside the grid.
    private func squares(_ rect: Rect) -> (left: Int, right: Int, top: Int, bottom: Int)? {
        let left = ((rect.minX - frame.minX) / Self.side).rounded(.down)
        let right = ((rect.maxX - frame.minX) / Self.side).rounded(.up)
        let top = ((rect.minY - frame.minY) / Self.side).rounded(.down)
        let bottom = ((rect.maxY - frame.minY) / Self.side).rounded(.up)
        guard left < Double(columns), right > 0, top < Double(rows), bottom > 0, left < right,
            top < bottom
        else { return nil }
        return (
            Int(max(0, left)), Int(min(Double(columns), right)), Int(max(0, top)),
            Int(min(Double(rows), bottom))
        )
    }
}
