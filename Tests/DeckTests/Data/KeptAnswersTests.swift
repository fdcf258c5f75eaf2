import Diagnostics
import Tables
import Testing

@testable import Deck

/// The answer of a query over a table with all kinds of cells.
private func answer(_ sql: String, _ parameters: [String: Cell] = [:]) throws -> Answer {
    let store = try Store()
    let bytes = Array("k,n,x\n\"a, \"\"b\"\"\",9007199254740993,0.1\nñ,,-1e300\n\"\",1,1\n".utf8)
    try store.load(
        TableSource(
            name: "t", file: "t.csv", bytes: bytes, format: .csv,
            columns: [
                "n": TableColumn(.integer), "x": TableColumn(.number),
            ], location: SourceLocation(file: "deck.yaml")))
    return try store.answer(sql, parameters: parameters, at: SourceLocation(file: "deck.yaml"))
}

@Test func answersComeBackFromTheirBytes() throws {
    var kept = KeptAnswers()
    let (all, none) = ("SELECT * FROM t", "SELECT k FROM t WHERE k = :k")
    let parameters: [String: Cell] = ["k": .text("i1"), "z": .missing]
    let (whole, empty) = (try answer(all), try answer(none, parameters))
    let isKept = kept.add(whole, to: all, [:])
    #expect(isKept)
    let isEmptyKept = kept.add(empty, to: none, parameters)
    #expect(isEmptyKept)
    let copy = KeptAnswers(bytes: kept.bytes)
    #expect(copy == kept)
    #expect(copy.bytes == kept.bytes)
    #expect(copy.answer(to: all, [:]) == whole)
    #expect(copy.answer(to: none, parameters) == empty)
    #expect(empty.rows.columns == ["k"] && empty.rows.rows.isEmpty)
}

@Test func anotherQuestionHasNoAnswer() throws {
    var kept = KeptAnswers()
    let sql = "SELECT k FROM t WHERE n = :n"
    let isKept = kept.add(try answer(sql, ["n": .integer(1)]), to: sql, ["n": .integer(1)])
    #expect(isKept)
    #expect(kept.answer(to: sql, ["n": .number(1)]) == nil)
    #expect(kept.answer(to: sql, ["n": .text("1")]) == nil)
    #expect(kept.answer(to: sql, ["n": .integer(1), "m": .missing]) == nil)
    #expect(kept.answer(to: sql + " ", ["n": .integer(1)]) == nil)
}

@Test func brokenBytesAreNoAnswers() throws {
    var kept = KeptAnswers()
    let isKept = kept.add(try answer("SELECT * FROM t"), to: "SELECT * FROM t", [:])
    #expect(isKept)
    let bytes = kept.bytes
    for count in 0..<bytes.count {
        #expect(KeptAnswers(bytes: Array(bytes.prefix(count))).isEmpty)
    }
    #expect(KeptAnswers(bytes: Array(#"[["q",[],[],["a"],[["x1"]]]]"#.utf8)).isEmpty)
    #expect(KeptAnswers(bytes: Array(#"[["q",[],[],["a"],[["t","t"]]]]"#.utf8)).isEmpty)
}

@Test func largeAnswersAreAskedAgain() throws {
    let sql =
        "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT \(KeptAnswers.mostCells)) "
        + "SELECT n FROM c"
    var kept = KeptAnswers()
    let isKept = kept.add(try answer(sql), to: sql, [:])
    #expect(!isKept)
    #expect(kept.isEmpty)
}

/// The tables were asked for.
private struct Loaded: Error {}

@Test func aKnownAnswerIsGivenWithoutTheTables() throws {
    let (sql, place) = ("SELECT * FROM t", SourceLocation(file: "deck.yaml"))
    let whole = try answer(sql)
    var known = KeptAnswers()
    let isKept = known.add(whole, to: sql, [:])
    #expect(isKept)
    let tables = DeckTables(cached: (TableCache(folder: "/proc/nowhere"), "key"), known: known) {
        throw Loaded()
    }
    #expect(try tables.answer(sql, parameters: [:], at: place) == whole)
    #expect(throws: Loaded.self) { try tables.answer(sql + " ", parameters: [:], at: place) }
}
