import Diagnostics
import TestSupport
import Testing

private let words = ["exchange", "factory", "flag", "globe", "sun", "sunrise", "trend-up"]

@Test(arguments: [
    ("fctory", "factory"), ("factori", "factory"), ("trend_up", "trend-up"), ("Globe", "globe"),
    ("GLOBE", "globe"), ("flg", "flag"), ("sin", "sun"), ("sunrice", "sunrise"),
    ("exchnage", "exchange"),
])
func aSlipFindsItsWord(word: String, candidate: String) {
    #expect(nearest(to: word, among: words) == candidate)
}

@Test(arguments: ["", "xyz", "money", "s", "exch", "factories and more"])
func aStrangeWordFindsNothing(word: String) {
    #expect(nearest(to: word, among: words) == nil)
}

@Test func withoutCandidatesThereIsNoneNearest() {
    #expect(nearest(to: "sun", among: []) == nil)
}

@Test func theClosestWinsAndTiesGoByTheAlphabet() {
    #expect(nearest(to: "cat", among: ["cut", "bat", "car"]) == "bat")
    #expect(nearest(to: "cat", among: ["car", "bat", "cut"]) == "bat")
    #expect(nearest(to: "batter", among: ["bitten", "butter"]) == "butter")
    #expect(nearest(to: "cat", among: ["bat", "cat"]) == "cat")
}

@Test func nearestCountsCharactersNotBytes() {
    #expect(nearest(to: "año", among: ["ano"]) == "ano")
}

@Test func aWordOfMoreThanSixtyBytesIsNoSlip() {
    let word = String(repeating: "a", count: 60)
    #expect(nearest(to: word, among: [word + "b"]) == word + "b")
    #expect(nearest(to: word + "b", among: [word]) == nil)
}

// MARK: - Properties

/// The distance as the definition has it, whole, without a bound.
private func distance(_ left: Substring, _ right: Substring) -> Int {
    guard let first = left.first, let other = right.first else { return left.count + right.count }
    let (rest, remains) = (left.dropFirst(), right.dropFirst())
    if first == other { return distance(rest, remains) }
    return 1 + min(distance(rest, right), distance(left, remains), distance(rest, remains))
}

@Test func theNearestIsThatOfTheDefinition() {
    var random = SplitMix64(seed: 7)
    func word() -> String {
        String(
            (0..<Int.random(in: 0...6, using: &random)).map { _ in
                "abé".randomElement(using: &random) ?? "a"
            })
    }
    var found = 0
    for _ in 0..<2000 {
        let wanted = word()
        let candidates = (0..<5).map { _ in word() }
        let limit = max(1, wanted.count / 3)
        let expected = candidates.map { (distance(wanted[...], $0[...]), $0) }
            .filter { $0.0 <= limit && wanted.count > limit }.min { $0 < $1 }?.1
        #expect(nearest(to: wanted, among: candidates) == expected)
        if expected != nil { found += 1 }
    }
    #expect((300..<1700).contains(found))
}
