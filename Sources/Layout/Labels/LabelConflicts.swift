import Graphics

/// Which options of labels cannot both be taken: the geometry of all of them in a few flat lists.
///
/// Placing labels asks this a million times, and following an option's arrays takes longer than the
/// answer.
struct LabelConflicts {
    /// The number of each label's first option, and of what follows the last one.
    private let starts: [Int]
    /// The letters, and what leaders keep clear of around them.
    private var letters: [Edges] = []
    private var guarded: [Edges] = []
    /// What the leaders cover; without leaders, an extent that meets nothing.
    private var crossed: [Edges] = []
    /// Letters and leaders with the air around them.
    private var reaches: [Edges] = []
    /// The first piece of each option's leaders, and what follows the last one.
    private var lines: [Int] = [0]
    private var pieces: [Piece] = []
    /// The first dot of each option, and what follows the last one.
    private var dotStarts: [Int] = [0]
    private var dots: [LabelCandidate.Dot] = []
    /// Points between leaders and the letters of others.
    private let clearanceLeader: Double

    /// A straight piece of a leader.
    private struct Piece {
        var line: Segment
        /// Whether an end is one of the leader's corners rather than its end.
        var startsInCorner: Bool
        var endsInCorner: Bool
    }

    /// The options of labels, numbered one label after the other.
    init(_ options: [[LabelOption]], clearanceLeader: Double) {
        self.clearanceLeader = clearanceLeader
        var starts = [0]
        for label in options { starts.append((starts.last ?? 0) + label.count) }
        self.starts = starts
        for option in options.joined() { add(option) }
    }

    private mutating func add(_ option: LabelOption) {
        // Distances that are kept to the last digit but one are kept.
        let slack = 1e-9
        letters.append(Edges(option.letters))
        guarded.append(Edges(option.letters).grown(clearanceLeader - slack))
        var cover = Edges.nothing
        for leader in option.candidate.leaders {
            let points = leader.points
            for (index, (start, end)) in zip(points, points.dropFirst()).enumerated() {
                let (isFirst, isLast) = (index == 0, index == points.count - 2)
                pieces.append(
                    Piece(
                        line: Segment(start, end),
                        startsInCorner: !isFirst && start != points.first && start != points.last,
                        endsInCorner: !isLast && end != points.first && end != points.last))
            }
            if let bounds = Rect(around: points) { cover = cover.union(Edges(bounds)) }
        }
        crossed.append(cover)
        dots += option.candidate.dots
        dotStarts.append(dots.count)
        let air = max(LabelPlacer.clearanceAcross, clearanceLeader)
        let dotted = option.candidate.dots.reduce(cover) {
            $0.union(Edges(Rect(around: $1.center, radius: $1.radius)))
        }
        reaches.append(Edges(option.letters).union(dotted).grown(air))
        lines.append(pieces.count)
    }

    /// The number of an option of a label.
    func number(_ label: Int, _ option: Int) -> Int { starts[label] + option }

    /// Whether two options, by their numbers, cannot both be taken.
    func areInConflict(_ one: Int, _ other: Int) -> Bool {
        guard reaches[one].meets(reaches[other]) else { return false }
        let (text, otherText) = (letters[one], letters[other])
        let (across, down) = (
            LabelPlacer.clearanceAcross - 1e-9, LabelPlacer.clearanceDown - 1e-9
        )
        if text.left - across < otherText.right, otherText.left < text.right + across,
            text.top - down < otherText.bottom, otherText.top < text.bottom + down
        {
            return true
        }
        if crossed[one].meets(guarded[other]), leaders(of: one, runThrough: guarded[other].rect) {
            return true
        }
        if crossed[other].meets(guarded[one]), leaders(of: other, runThrough: guarded[one].rect) {
            return true
        }
        if crossed[one].touches(crossed[other]), leadersCross(one, other) { return true }
        return dots(of: one, lieUnder: other) || dots(of: other, lieUnder: one)
    }

    /// Whether letters or leaders of one option come near the dots of another; leaders that begin in
    /// the same place do not count.
    private func dots(of option: Int, lieUnder other: Int) -> Bool {
        for index in dotStarts[option]..<dotStarts[option + 1] {
            let dot = dots[index]
            let around = Rect(around: dot.center, radius: dot.radius)
            if letters[other].meets(Edges(around)) { return true }
            for index in lines[other]..<lines[other + 1] {
                let line = pieces[index].line
                if line.start != dot.center, line.distance(to: dot.center) < dot.radius {
                    return true
                }
            }
        }
        return false
    }

    private func leaders(of option: Int, runThrough rect: Rect) -> Bool {
        for index in lines[option]..<lines[option + 1]
        where pieces[index].line.runs(through: rect) {
            return true
        }
        return false
    }

    /// Whether leaders meet anywhere but where both begin or end, as `Polyline.crosses` has it.
    private func leadersCross(_ one: Int, _ other: Int) -> Bool {
        for index in lines[one]..<lines[one + 1] {
            for another in lines[other]..<lines[other + 1] {
                let (piece, second) = (pieces[index], pieces[another])
                let (line, crossing) = (piece.line, second.line)
                // Compared before all else: most pieces lie apart.
                if max(line.start.x, line.end.x) < min(crossing.start.x, crossing.end.x)
                    || max(crossing.start.x, crossing.end.x) < min(line.start.x, line.end.x)
                    || max(line.start.y, line.end.y) < min(crossing.start.y, crossing.end.y)
                    || max(crossing.start.y, crossing.end.y) < min(line.start.y, line.end.y)
                {
                    continue
                }
                if line.crosses(crossing) { return true }
                for (corner, isCorner) in [
                    (line.start, piece.startsInCorner), (line.end, piece.endsInCorner),
                ] {
                    if corner == crossing.start, isCorner || second.startsInCorner { return true }
                    if corner == crossing.end, isCorner || second.endsInCorner { return true }
                }
            }
        }
        return false
    }
}

/// A rectangle by its four edges, for quick comparisons.
private struct Edges {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    static let nothing = Edges(
        left: .infinity, top: .infinity, right: -.infinity, bottom: -.infinity)

    private init(left: Double, top: Double, right: Double, bottom: Double) {
        (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom)
    }

    init(_ rect: Rect) {
        self.init(left: rect.minX, top: rect.minY, right: rect.maxX, bottom: rect.maxY)
    }

    var rect: Rect { Rect(left: left, top: top, right: right, bottom: bottom) }

    func grown(_ distance: Double) -> Edges {
        Edges(
            left: left - distance, top: top - distance, right: right + distance,
            bottom: bottom + distance)
    }

    func union(_ other: Edges) -> Edges {
        Edges(
            left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
            bottom: max(bottom, other.bottom))
    }

    /// Whether they share some area.
    func meets(_ other: Edges) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    /// Whether they share anything; lines straight across or down have no area.
    func touches(_ other: Edges) -> Bool {
        left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom
    }
}
