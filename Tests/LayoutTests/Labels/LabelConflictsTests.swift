import Graphics
import TestSupport
import Testing

@testable import Layout

/// A label somewhere, with up to two leaders of two or three points on a coarse grid, so that corners
/// and ends often meet.
private func option(_ random: inout SplitMix64) -> LabelOption {
    func number(_ step: Double) -> Double {
        Double(Int.random(in: 0...8, using: &random)) * step
    }
    let letters = Rect(x: number(5), y: number(5), width: 4 + number(2), height: 4)
    let leaders = (0..<Int.random(in: 0...2, using: &random)).map { _ in
        Polyline(
            (0..<Int.random(in: 2...3, using: &random)).map { _ in Point(number(5), number(5)) })
    }
    var candidate = LabelCandidate(letters, leaders: leaders)
    if Bool.random(using: &random) {
        candidate.dots = leaders.map { .init(center: $0.points[0], radius: 2) }
    }
    let reach = candidate.dots.reduce(
        Rect(around: leaders.flatMap(\.points)).map { $0.union(letters) } ?? letters
    ) { $0.union(Rect(around: $1.center, radius: $1.radius)) }
    return LabelOption(
        candidate: candidate, index: 0, letters: letters, reach: reach, cost: 0)
}

/// What a conflict is, word by word.
private func conflict(_ one: LabelOption, _ other: LabelOption, clearance: Double) -> Bool {
    if areTooClose(one.letters, other.letters) { return true }
    let (leaders, others) = (one.candidate.leaders, other.candidate.leaders)
    let air = clearance - 1e-9
    return leaders.contains { $0.intersects(other.letters.outset(by: air)) }
        || others.contains { $0.intersects(one.letters.outset(by: air)) }
        || leaders.contains { leader in others.contains { leader.crosses($0) } }
        || isDotted(one, under: other) || isDotted(other, under: one)
}

/// Whether letters come near a dot, or a piece of a leader that does not begin in it.
private func isDotted(_ one: LabelOption, under other: LabelOption) -> Bool {
    one.candidate.dots.contains { dot in
        other.letters.intersects(Rect(around: dot.center, radius: dot.radius))
            || other.candidate.leaders.contains { leader in
                zip(leader.points, leader.points.dropFirst()).contains { start, end in
                    start != dot.center
                        && Segment(start, end).distance(to: dot.center) < dot.radius
                }
            }
    }
}

@Test(arguments: [1.0, 2.5])
func conflictsAreWhatTheyShouldBe(clearance: Double) {
    var random = SplitMix64(seed: 21)
    let options = (0..<80).map { _ in option(&random) }
    let conflicts = LabelConflicts(options.map { [$0] }, clearanceLeader: clearance)
    var found = 0
    for one in options.indices {
        for other in options.indices where one != other {
            let answer = conflicts.areInConflict(
                conflicts.number(one, 0), conflicts.number(other, 0))
            let expected = conflict(options[one], options[other], clearance: clearance)
            #expect(answer == expected, "\(one) and \(other)")
            if answer { found += 1 }
        }
    }
    #expect(found > 500 && found < 6000)
}

@Test func optionsAreNumberedLabelByLabel() {
    var random = SplitMix64(seed: 2)
    let options = [2, 0, 3].map { count in (0..<count).map { _ in option(&random) } }
    let conflicts = LabelConflicts(options, clearanceLeader: 1)
    #expect(conflicts.number(0, 1) == 1)
    #expect(conflicts.number(2, 0) == 2 && conflicts.number(2, 2) == 4)
}
