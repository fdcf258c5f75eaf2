import Graphics
import TestSupport
import Testing

@testable import Layout

/// The lines of runs, never more than need be unless that is allowed.
private func lines(
    _ runs: [TextRun], in width: Double, _ breaking: LineBreaking = .filled, mostLines: Int = 1
) -> [TextLine] {
    LineBreaker(measurer: FixedMeasurer(), breaking: breaking, mostLines: mostLines)
        .lines(of: runs, in: width).lines
}

/// The texts of the lines, in a room of so many characters.
private func texts(
    _ text: String, characters: Double, _ breaking: LineBreaking = .filled, mostLines: Int = 1
) -> [String] {
    lines([TextRun(text, ten)], in: characters * 6, breaking, mostLines: mostLines).map(\.text)
}

/// Words of lengths within a range, some with letters of several bytes.
private func words(
    _ count: Int, _ lengths: ClosedRange<Int>, _ random: inout SplitMix64
) -> [String] {
    let letters = ["a", "e", "n", "r", "é", "ñ", "ü", "e\u{301}", "🚗", "🇲🇽", "👨‍👩‍👧"]
    return (0..<count).map { _ in
        (0..<Int.random(in: lengths, using: &random)).map { _ in
            letters.randomElement(using: &random) ?? ""
        }.joined()
    }
}

// MARK: - Any text

@Test func linesAreNeverWiderThanAskedUnlessOneWordIs() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<300 {
        let words = words(Int.random(in: 1...30, using: &random), 1...12, &random)
        let width = Double.random(in: 1...300, using: &random)
        for breaking in LineBreaking.allCases {
            let runs = [TextRun(words.joined(separator: " "), ten)]
            for line in lines(runs, in: width, breaking, mostLines: 30) {
                #expect(line.width <= width + 1e-6 || !line.text.contains(" "))
                #expect(abs(line.width - Double(line.text.count) * 6) < 1e-6)
            }
        }
    }
}

@Test func linesAreAsFewAsCanBe() {
    var random = SplitMix64(seed: 2)
    for _ in 0..<300 {
        let words = words(Int.random(in: 1...30, using: &random), 1...12, &random)
        let room = Int.random(in: 1...40, using: &random)
        var (fewest, used) = (1, -1)
        for word in words {
            if used >= 0, used + 1 + word.count > room { (fewest, used) = (fewest + 1, -1) }
            used += 1 + word.count
        }
        for breaking in LineBreaking.allCases {
            let text = words.joined(separator: " ")
            #expect(texts(text, characters: Double(room), breaking).count == fewest)
        }
    }
}

@Test func balancedTextTakesOneLineMoreAtMostWhereThereIsRoomForIt() {
    var random = SplitMix64(seed: 6)
    var extras: Set<Int> = []
    for _ in 0..<200 {
        let words = words(Int.random(in: 1...12, using: &random), 1...12, &random)
        let text = words.joined(separator: " ")
        let room = Double(Int.random(in: 12...40, using: &random))
        let fewest = texts(text, characters: room, .balanced).count
        let airy = texts(text, characters: room, .balanced, mostLines: fewest + 5)
        #expect((0...1).contains(airy.count - fewest))
        #expect(airy.joined(separator: " ") == text)
        extras.insert(airy.count - fewest)
        #expect(texts(text, characters: room, .balanced, mostLines: fewest).count == fewest)
        #expect(texts(text, characters: room, .filled, mostLines: fewest + 5).count == fewest)
    }
    #expect(extras == [0, 1])
}

@Test func noWordIsLostAddedOrMoved() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<200 {
        let words = words(Int.random(in: 1...30, using: &random), 1...12, &random)
        let room = Double.random(in: 1...40, using: &random)
        let text = words.joined(separator: " ")
        #expect(texts(text, characters: room).joined(separator: " ") == text)
    }
}

/// All ways to set words of the given lengths on lines of `room` characters.
private func ways(_ lengths: [Int], _ room: Int) -> [[Int]] {
    (0..<(1 << (lengths.count - 1))).compactMap { breaks -> [Int]? in
        var lines = [lengths[0]]
        for index in 1..<lengths.count {
            if breaks & (1 << (index - 1)) != 0 {
                lines.append(lengths[index])
            } else {
                lines[lines.count - 1] += 1 + lengths[index]
            }
        }
        return lines.allSatisfy { $0 <= room } ? lines : nil
    }
}

@Test(arguments: LineBreaking.allCases)
func noWayToBreakIsBetter(breaking: LineBreaking) {
    var random = SplitMix64(seed: 4)
    for _ in 0..<100 {
        // Long words neither cling nor stand alone as orphans: only the lengths matter.
        let words = words(Int.random(in: 2...8, using: &random), 12...20, &random)
        let room = Int.random(in: 20...70, using: &random)
        let all = ways(words.map(\.count), room)
        let fewest = all.map(\.count).min() ?? 0
        let total = Double(words.map(\.count).reduce(words.count - 1, +))
        let cost = { (lines: [Int]) -> Double in
            let ideal = breaking == .balanced ? total / Double(fewest) : Double(room)
            let counted = breaking == .balanced ? lines[...] : lines.dropLast()
            return counted.map { (1 - Double($0) / ideal) * (1 - Double($0) / ideal) }.reduce(0, +)
        }
        let least = all.filter { $0.count == fewest }.map(cost).min() ?? 0
        let found = texts(words.joined(separator: " "), characters: Double(room), breaking)
        #expect(found.count == fewest)
        if fewest > 1 { #expect(abs(cost(found.map(\.count)) - least) < 1e-9) }
    }
}

@Test func eachCharacterKeepsItsStyle() {
    var random = SplitMix64(seed: 5)
    let styles = FontWeight.allCases.map { weight in ten.with { $0.weight = weight } }
    for _ in 0..<200 {
        let text = words(Int.random(in: 1...12, using: &random), 1...8, &random)
            .joined(separator: " ")
        // A new style begins anywhere, within words, too.
        var runs: [TextRun] = []
        for character in text {
            if runs.isEmpty || Int.random(in: 0...3, using: &random) == 0 {
                runs.append(TextRun("", styles[runs.count % styles.count]))
            }
            runs[runs.count - 1].text.append(character)
        }
        let room = Double.random(in: 1...30, using: &random)
        let result = lines(runs, in: room * 6).flatMap(\.runs)
        #expect(!result.contains { $0.text.isEmpty })
        #expect(inked(result) == inked(runs))
    }
}

/// Each character that is not a space, with its style.
private func inked(_ runs: [TextRun]) -> [TextRun] {
    runs.flatMap { run in
        run.text.filter { $0 != " " }.map { TextRun(String($0), run.style) }
    }
}

// MARK: - Choices

@Test func balancedLinesShareTheWords() {
    let text = "uno dos tres cuatro cinco seis"
    #expect(texts(text, characters: 19) == ["uno dos tres cuatro", "cinco seis"])
    #expect(texts(text, characters: 19, .balanced) == ["uno dos tres", "cuatro cinco seis"])
}

@Test func aLineDoesNotEndInAWordThatLeadsOn() {
    #expect(texts("aaaaaaa xx bbbb cc", characters: 10) == ["aaaaaaa xx", "bbbb cc"])
    #expect(texts("aaaaaaa de bbbb cc", characters: 10) == ["aaaaaaa", "de bbbb cc"])
    #expect(texts("aaaa de bbbb", characters: 7, .balanced) == ["aaaa", "de bbbb"])
    #expect(texts("en el caso de la planta", characters: 13) == ["en el caso", "de la planta"])
}

@Test func longerLeadingWordsClingLessCloselyThanShortOnes() {
    #expect(texts("aaaaaaaaaa una bb cc", characters: 14) == ["aaaaaaaaaa", "una bb cc"])
    #expect(texts("aaaaaaa una bb cc", characters: 11) == ["aaaaaaa una", "bb cc"])
}

@Test func aLineDoesNotEndWithinBrackets() {
    #expect(texts("aaaaaaa (b ccc) dd", characters: 10) == ["aaaaaaa", "(b ccc) dd"])
    #expect(texts("aaaaa (b) ccc dd", characters: 10) == ["aaaaa (b)", "ccc dd"])
}

@Test(arguments: ["km", "%", "%,", "mdd"])
func unitsStayWithTheirNumbers(unit: String) {
    let room = 11.0 + Double(unit.count)
    let kept = ["aaaaaaaa", "25 \(unit) bbb"]
    #expect(texts("aaaaaaaa 25 \(unit) bbb", characters: room) == kept)
    let parted = ["aaaaaaaa xx", "\(unit) bbb"]
    #expect(texts("aaaaaaaa xx \(unit) bbb", characters: room) == parted)
}

@Test func aShortWordDoesNotStandAloneAtTheEnd() {
    #expect(texts("aaaa bbbb cccc ddd", characters: 17) == ["aaaa bbbb", "cccc ddd"])
    let long = String(repeating: "d", count: 12)
    #expect(texts("aaaa bbbb cccc \(long)", characters: 17) == ["aaaa bbbb cccc", long])
}

@Test func aNoBreakSpaceHoldsWordsTogether() {
    #expect(texts("aaaa 32\u{A0}% bbb", characters: 7) == ["aaaa", "32\u{A0}%", "bbb"])
    let result = LineBreaker(measurer: FixedMeasurer(), breaking: .filled)
        .lines(of: [TextRun("aa bbbb\u{A0}cccc", ten)], in: 30)
    #expect(result.lines.map(\.text) == ["aa", "bbbb\u{A0}cccc"])
    #expect(result.widestWord == 54)
}

@Test(arguments: ["\n", "\r\n", "\r", "\u{2028}", "\u{2029}"])
func aWrittenLineBreakEndsALine(sign: String) {
    #expect(texts("a b\(sign)c\(sign)\(sign)d", characters: 40) == ["a b", "c", "", "d"])
    let runs = [TextRun("a\(sign)", ten), TextRun("b", ten.with { $0.weight = .bold })]
    #expect(lines(runs, in: 100).map(\.text) == ["a", "b"])
    #expect(lines(runs, in: 100)[1].runs == [runs[1]])
}

@Test func spacesAtTheEndsOfALineAreNotSet() {
    #expect(texts("  aaa   bbb ", characters: 3) == ["aaa", "bbb"])
    #expect(texts("  aaa   bbb ", characters: 40) == ["aaa   bbb"])
}

@Test(arguments: ["", "   ", "\u{200B}"])
func textWithoutAWordIsOneLine(text: String) {
    let result = texts(text, characters: 10)
    #expect(result.count == 1)
}

// MARK: - Rooms that are none

@Test func anEndlessRoomNeedsOneLine() {
    #expect(texts("uno dos tres", characters: .infinity) == ["uno dos tres"])
}

@Test(arguments: [0.0, -5, .nan, -.infinity])
func aRoomOfNoWidthHoldsOneWordALine(width: Double) {
    for breaking in LineBreaking.allCases {
        #expect(texts("uno dos tres", characters: width, breaking) == ["uno", "dos", "tres"])
    }
}

@Test func thousandsOfWordsInANarrowColumnAreSet() {
    let text = Array(repeating: "palabra", count: 5000).joined(separator: " ")
    #expect(texts(text, characters: 7).count == 5000)
    #expect(texts(text, characters: 40, .balanced).count == 1000)
}

/// A measurer that answers as a font would for text that runs from right to left, or worse.
private struct StrangeMeasurer: TextMeasurer {
    var position: @Sendable (Int) -> Double

    func measure(_ runs: [TextRun], at offsets: [Int]) -> LineMetrics {
        LineMetrics(width: 100, ascent: 9, descent: 2, positions: offsets.map(position))
    }

    func metrics(of style: TextStyle) -> FontMetrics {
        FontMetrics(ascent: 9, descent: 2, capHeight: 7, xHeight: 5)
    }
}

@Test(arguments: [
    { @Sendable (offset: Int) in 1000 - 6 * Double(offset) },
    { @Sendable (offset: Int) in Double(offset * 37 % 101) },
    { @Sendable (offset: Int) in Double.nan },
    { @Sendable (offset: Int) in Double.infinity },
    { @Sendable (offset: Int) in offset == 0 ? 0 : 1e300 * Double(offset) },
])
func widthsThatMakeNoSenseLoseNoWord(position: @escaping @Sendable (Int) -> Double) {
    let text = "uno dos tres cuatro cinco seis siete ocho"
    for breaking in LineBreaking.allCases {
        for width in [0, 30, 90, .infinity, .nan] {
            let breaker = LineBreaker(
                measurer: StrangeMeasurer(position: position), breaking: breaking)
            let result = breaker.lines(of: [TextRun(text, ten)], in: width).lines
            #expect(result.map(\.text).joined(separator: " ") == text)
        }
    }
}
