import Glibc
import Graphics

/// Leaves out vertices that the eye cannot see, alike for both neighbours of a border.
///
/// No vertex moves. First, of vertices in one cell of a fine grid one stays. Then, between split
/// points, the method of Douglas & Peucker 1973 keeps what a line would miss by too much. Which
/// vertex stays and which splits goes by the place of a vertex alone, never by its neighbours or
/// the direction; so a border is the same in both rings but for the stretch next to its ends.
enum Simplification {
    /// A line with fewer vertices stays this close to what it stands for, in points: a seventh of
    /// a pixel on a page of 1920 pixels, a thousandth of an inch in print.
    static let tolerance = 0.07
    /// What the grid may move an outline by, and as much what the lines may.
    private static let share = tolerance / 2
    /// Cells with this diagonal.
    private static let cell = share / 2.0.squareRoot()
    /// About one vertex in sixteen splits.
    private static let splitBits = 4
    /// No stretch is longer, so that the time stays in proportion whatever the outline.
    private static let longestStretch = 128

    /// A closed ring with fewer vertices; of three and more that differ at least three stay.
    static func ring(_ points: [Point]) -> [Point] {
        var points = gridded(points)
        if points.count > 1, let first = points.first, let last = points.last,
            isOneCell(first, last)
        {
            points[0] = lesser(first, last)
            points.removeLast()
        }
        guard points.count > 3 else { return points }
        let start = points.firstIndex(where: isSplit) ?? least(points)
        let count = points.count
        points = Array(points[start...] + points[...start])
        // Closed, the ring has no length to measure from: its far end splits it too.
        var isKept = Array(repeating: false, count: points.count)
        let far = farthest(points)
        keep(points, splits: splits(points, and: far), &isKept)
        isKept[count] = false
        if isKept.lazy.filter({ $0 }).count < 3 {
            isKept[beside(points, far)] = true
        }
        // From where the ring began.
        return (0..<count).lazy.map { ($0 - start + count) % count }
            .filter { isKept[$0] }.map { points[$0] }
    }

    /// An open line with fewer vertices and the same ends.
    static func line(_ points: [Point]) -> [Point] {
        guard points.count > 2, let first = points.first, let last = points.last else {
            return points
        }
        var kept = gridded(points)
        // A line ends where its neighbours do, at the very point.
        kept[0] = first
        if kept.count > 1 { kept[kept.count - 1] = last } else { kept.append(last) }
        var isKept = Array(repeating: false, count: kept.count)
        keep(kept, splits: splits(kept, and: 0), &isKept)
        return zip(kept, isKept).filter(\.1).map(\.0)
    }

    // MARK: - The grid

    /// Of vertices that follow each other in one cell, the one with the least coordinates.
    private static func gridded(_ points: [Point]) -> [Point] {
        guard var column = points.first.map({ ($0.x / cell).rounded(.down) }),
            var row = points.first.map({ ($0.y / cell).rounded(.down) })
        else { return [] }
        var kept: [Point] = []
        kept.reserveCapacity(points.count)
        var best = points[0]
        for point in points {
            let (nextColumn, nextRow) = (
                (point.x / cell).rounded(.down), (point.y / cell).rounded(.down)
            )
            if nextColumn == column, nextRow == row {
                best = lesser(best, point)
            } else {
                kept.append(best)
                (best, column, row) = (point, nextColumn, nextRow)
            }
        }
        kept.append(best)
        return kept
    }

    private static func isOneCell(_ one: Point, _ other: Point) -> Bool {
        (one.x / cell).rounded(.down) == (other.x / cell).rounded(.down)
            && (one.y / cell).rounded(.down) == (other.y / cell).rounded(.down)
    }

    private static func lesser(_ one: Point, _ other: Point) -> Point {
        isLess(one, other) ? one : other
    }

    private static func isLess(_ one: Point, _ other: Point) -> Bool {
        one.x < other.x || (one.x == other.x && one.y < other.y)
    }

    // MARK: - Splits

    /// Whether a vertex splits its outline, by a hash of its place.
    private static func isSplit(_ point: Point) -> Bool {
        // Adding zero makes one of both zeros; the constants are those of SplitMix64.
        var mixed = (point.x + 0).bitPattern &* 0x9E37_79B9_7F4A_7C15
        mixed ^= (point.y + 0).bitPattern &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 29)) &* 0x94D0_49BB_1331_11EB
        return mixed >> UInt64(64 - splitBits) == 0
    }

    private static func least(_ points: [Point]) -> Int {
        points.indices.reduce(0) { isLess(points[$1], points[$0]) ? $1 : $0 }
    }

    /// The vertex farthest from the first; the least of several.
    private static func farthest(_ points: [Point]) -> Int {
        var (best, index) = (-1.0, 0)
        for (at, point) in points.enumerated() {
            let distance = point.distance(to: points[0])
            if distance > best || (distance == best && isLess(point, points[index])) {
                (best, index) = (distance, at)
            }
        }
        return index
    }

    /// Both ends, `extra`, all that split by their place, and more where those are far apart.
    private static func splits(_ points: [Point], and extra: Int) -> [Int] {
        var splits = [0]
        for index in points.indices.dropFirst() {
            let isFar = index - splits[splits.count - 1] >= longestStretch
            if index == points.count - 1 || index == extra || isFar || isSplit(points[index]) {
                splits.append(index)
            }
        }
        return splits
    }

    // MARK: - Lines

    /// Marks what stays, stretch by stretch.
    private static func keep(_ points: [Point], splits: [Int], _ isKept: inout [Bool]) {
        var waiting: [(Int, Int)] = []
        for (start, end) in zip(splits, splits.dropFirst()) {
            isKept[start] = true
            isKept[end] = true
            waiting.append((start, end))
            while let (start, end) = waiting.popLast() {
                guard end - start > 1 else { continue }
                let (index, squared) = farthest(points, from: start, to: end)
                guard squared > share * share else { continue }
                isKept[index] = true
                waiting.append((start, index))
                waiting.append((index, end))
            }
        }
    }

    /// The vertex between two others that lies farthest from their line, and by how much squared.
    private static func farthest(_ points: [Point], from start: Int, to end: Int)
        -> (index: Int, squared: Double)
    {
        // Measured from the lesser end, so that both directions give the same digits.
        let isForward = isLess(points[start], points[end])
        let from = points[isForward ? start : end]
        let to = points[isForward ? end : start]
        let (alongX, alongY) = (to.x - from.x, to.y - from.y)
        let length = alongX * alongX + alongY * alongY
        var (best, index) = (-1.0, start + 1)
        for at in (start + 1)..<end {
            let (x, y) = (points[at].x - from.x, points[at].y - from.y)
            let share = length > 0 ? min(1, max(0, (x * alongX + y * alongY) / length)) : 0
            let (awayX, awayY) = (x - share * alongX, y - share * alongY)
            let squared = awayX * awayX + awayY * awayY
            if squared > best || (squared == best && isLess(points[at], points[index])) {
                (best, index) = (squared, at)
            }
        }
        return (index, best)
    }

    /// The vertex farthest from the line between the first and another one.
    private static func beside(_ points: [Point], _ other: Int) -> Int {
        var (best, index) = (-1.0, 1)
        let line = Segment(points[0], points[other])
        for at in points.indices where at != 0 && at != other && at != points.count - 1 {
            let distance = line.distance(to: points[at])
            if distance > best { (best, index) = (distance, at) }
        }
        return index
    }
}
