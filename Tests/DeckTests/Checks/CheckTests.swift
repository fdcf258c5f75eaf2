import Deck
import Diagnostics
import Testing

private let parts = [
    "parts.csv": "key,units,source\na,20,INEGI\nb,10,INEGI\nc,7,AMIA\nall,37,AMIA\nnone,,AMIA\n"
]

/// A deck with three parts, their sum, a figure that is missing, and one check.
private func deck(_ check: String, more: String = "") -> String {
    """
    title: A test
    language: es-MX
    period: 2024-S1
    tables:
      parts: { file: parts.csv, columns: { units: integer } }
    values:
      a: SELECT units, source FROM parts WHERE key = 'a'
      b: SELECT units, source FROM parts WHERE key = 'b'
      c: SELECT units, source FROM parts WHERE key = 'c'
      whole: SELECT units, source FROM parts WHERE key = 'all'
      none: SELECT units, source FROM parts WHERE key = 'none'
    checks:
      sum: \(check)
    \(more)
    slides:
      - { id: first, title: One, body: { text: "{{whole}}" } }
      - { id: second, title: Two, body: { text: "{{a}} {{b}} {{none}}" } }
    """
}

private func outcome(_ check: String) throws -> CheckOutcome {
    let deck = try TestDeck(deck(check), files: parts)
    return try #require(try deck.load().checks.first)
}

@Test(arguments: [
    "{ left: \":a + :b + :c\", equals: \":whole\" }",
    "{ left: SELECT sum(units) FROM parts WHERE key <> 'all', equals: 37 }",
    "{ left: \":a\", at-most: \":whole\" }", "{ left: \":whole\", at-least: 37 }",
    "{ left: 0.1 + 0.2, equals: 0.3 }",
    "{ left: 99.7, equals: 100, within: 0.35, because: each share is rounded }",
    "{ left: \"WITH t(x) AS (VALUES (3)) SELECT x FROM t\", equals: 3 -- three }",
    "{ left: \":period_year\", equals: 2024 }",
    // Values divide as numbers do, also whole ones.
    "{ left: \":c / :b\", equals: 0.7 }",
])
func whatIsTrueHolds(check: String) throws {
    #expect(try outcome(check).verdict == .holds)
    #expect(try outcome(check).finding(isError: true) == nil)
}

@Test(arguments: [
    "{ left: \":a + :b\", equals: \":whole\" }", "{ left: \":whole\", at-most: \":a\" }",
    "{ left: \":a\", at-least: \":whole\" }",
    "{ left: 99.6, equals: 100, within: 0.35, because: each share is rounded }",
    // Counts are exact, however large.
    "{ left: 30000000000000, equals: 30000000000029 }", "{ left: 1e-9, equals: 0 }",
])
func whatIsNotTrueFails(check: String) throws {
    #expect(try outcome(check).verdict == .fails)
}

@Test func aFailureTellsBothSidesTheDifferenceAndWhereTheyAreFrom() throws {
    let outcome = try outcome("{ left: \":a + :b\", equals: \":whole\" }")
    #expect(outcome.left == 30 && outcome.right == 37)
    #expect(outcome.values == ["a", "b", "whole"] && outcome.files == ["parts.csv"])
    #expect(outcome.sources == ["AMIA", "INEGI"] && outcome.pages == ["first", "second"])
    let error = try #require(outcome.finding(isError: true))
    #expect(error.severity == .error && outcome.finding(isError: false)?.severity == .warning)
    #expect(
        error.message == "the check “sum” fails: 30 = 37 is not true, the difference is −7")
    #expect(
        error.hint
            == "values: a, b, whole · files: parts.csv · sources: AMIA; INEGI · used on: first, second"
    )
    #expect(error.location?.line == 13)
}

@Test func withoutAFigureNothingCanBeSaid() throws {
    let outcome = try outcome("{ left: \":a + :none\", equals: \":whole\" }")
    #expect(outcome.verdict == .undecided)
    let finding = try #require(outcome.finding(isError: true))
    #expect(finding.severity == .warning)
    #expect(finding.message.contains("cannot be decided: its left side has no figure"))
}

@Test(arguments: [
    ("{ left: 1 }", "a check has one of equals, at-most, at-least"),
    ("{ left: 1, equals: 1, at-most: 1 }", "a check has one of"),
    ("{ equals: 1 }", "a check needs a key “left”"),
    ("{ left: 1, equals: 1, within: 2 }", "a check with a tolerance says why"),
    ("{ left: 1, equals: 1, within: 2, because: \" \" }", "a check with a tolerance says why"),
    ("{ left: \":nothing\", equals: 1 }", "the query's parameter :nothing is not given"),
    ("{ left: SELECT units FROM parts, equals: 1 }", "a side of the check “sum” gives 5 rows"),
    ("{ left: \"SELECT 1, 2\", equals: 1 }", "gives 2 columns"),
    ("{ left: SELECT source FROM parts LIMIT 1, equals: 1 }", "is the text “INEGI”"),
    ("{ left: 1 +, equals: 1 }", "syntax error"), ("[1]", "a check is a mapping of keys"),
    ("{ left: 1, equals: DELETE FROM parts }", "error"),
])
func wrongChecksAreTold(check: String, finding: String) throws {
    let found = try findings(deck(check), files: parts)
    #expect(found.contains { $0.contains(finding) && $0.contains("error") }, "\(found)")
}
