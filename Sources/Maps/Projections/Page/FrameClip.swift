import Graphics

/// Leaves out what lies outside of a part of the page.
struct FrameClip {
    /// What is kept, with room around it so that no line drawn along its edge is seen.
    let window: Rect

    /// Points around the frame; half of the thickest border and its mitres.
    static let margin = 8.0

    init(_ frame: Rect) {
        window = frame.outset(by: Self.margin)
    }

    /// What lies inside of a ring (Sutherland & Hodgman 1974).
    ///
    /// Several pieces are joined along the edges of the window, where nobody sees it.
    func area(_ ring: [Point]) -> [Point] {
        guard let bounds = Rect(around: ring), bounds.maxX >= window.minX,
            bounds.minX <= window.maxX, bounds.maxY >= window.minY, bounds.minY <= window.maxY
        else { return [] }
        var kept = ring
        if bounds.minX < window.minX {
            kept = clipped(kept, isUpright: true, at: window.minX, side: 1)
        }
        if bounds.maxX > window.maxX {
            kept = clipped(kept, isUpright: true, at: window.maxX, side: -1)
        }
        if bounds.minY < window.minY {
            kept = clipped(kept, isUpright: false, at: window.minY, side: 1)
        }
        if bounds.maxY > window.maxY {
            kept = clipped(kept, isUpright: false, at: window.maxY, side: -1)
        }
        return kept
    }

    /// What lies inside of an open line.
    func lines(_ line: [Point]) -> [[Point]] {
        var runs: [[Point]] = []
        var run: [Point] = []
        for (start, end) in zip(line, line.dropFirst()) {
            guard let (enter, exit) = shares(start, end) else { continue }
            if enter > 0 || run.isEmpty {
                if run.count > 1 { runs.append(run) }
                run = [enter > 0 ? between(start, end, enter) : start]
            }
            run.append(exit < 1 ? between(start, end, exit) : end)
        }
        return run.count > 1 ? runs + [run] : runs
    }

    /// The part of a segment inside, as shares of it (Liang & Barsky 1984); `nil` for none.
    private func shares(_ start: Point, _ end: Point) -> (enter: Double, exit: Double)? {
        var (enter, exit) = (0.0, 1.0)
        let step = end - start
        for (along, room) in [
            (-step.x, start.x - window.minX), (step.x, window.maxX - start.x),
            (-step.y, start.y - window.minY), (step.y, window.maxY - start.y),
        ] {
            if along == 0 {
                if room < 0 { return nil }
            } else if along < 0 {
                enter = max(enter, room / along)
            } else {
                exit = min(exit, room / along)
            }
        }
        return enter < exit ? (enter, exit) : nil
    }

    private func between(_ start: Point, _ end: Point, _ share: Double) -> Point {
        start + (end - start) * share
    }

    /// The part of a ring on one side of an upright or level line: beyond it for side 1.
    private func clipped(
        _ ring: [Point], isUpright: Bool, at edge: Double, side: Double
    ) -> [Point] {
        guard var previous = ring.last else { return [] }
        var kept: [Point] = []
        for point in ring {
            let value = isUpright ? point.x : point.y
            let last = isUpright ? previous.x : previous.y
            let isInside = (value - edge) * side >= 0
            if isInside != ((last - edge) * side >= 0) {
                // From the lesser end, so that neighbours meet whichever way they run.
                let (low, high) = last < value ? (previous, point) : (point, previous)
                let (from, to) = last < value ? (last, value) : (value, last)
                let share = (edge - from) / (to - from)
                kept.append(
                    isUpright
                        ? Point(edge, low.y + share * (high.y - low.y))
                        : Point(low.x + share * (high.x - low.x), edge))
            }
            if isInside { kept.append(point) }
            previous = point
        }
        return kept
    }
}
