import Deck
import Testing

/// A deck of 2024-S1 whose page prints texts, over a table of two editions.
private func yaml(_ text: String, more: String = "", values: String = "", slide: String = "")
    -> String
{
    """
    title: A test
    language: es-MX
    period: 2024-S1
    \(more)
    tables:
      sales: { file: sales.csv, columns: { units: integer } }
    values:
      units: "SELECT units FROM sales WHERE period = :period"
    \(values)
    slides:
      - id: only
        title: A page
        body: { text: "\(text)" }
    \(slide)
    """
}

private let sales = ["sales.csv": "period,units\n2023-S1,90\n2024-S1,120\n2023,200\n"]

/// The words of the page's body.
private func words(_ text: String, more: String = "", values: String = "") throws -> String {
    try scene(yaml(text, more: more, values: values), files: sales).words.joined(separator: " ")
}

@Test(arguments: [
    ("{{period}}", "1er Semestre 2024"), ("{{period:months}}", "Enero - Junio 2024"),
    ("{{closed_year:closing upper}}", "CIERRE ANUAL 2023"), ("{{previous:code}}", "2023-S2"),
    ("{{year_ago:short}}", "ene-jun 2023"), ("{{year_to_date:prose}}", "enero a junio de 2024"),
    ("{{closing_month}}", "Junio 2024"), ("{{since:months}}", "Febrero 2020 - Junio 2024"),
    ("{{window:short}}", "jun 2023-jun 2024"), ("{{before}}", "2022"), ("{{fixed}}", "2021"),
])
func periodsHaveNamesInTexts(text: String, expected: String) throws {
    let more = """
        periods:
          since: { since: 2020-02 }
          window: { trailing: 13 }
          closed: closed-year
          before: { of: closed, is: year-ago }
          fixed: "2021"
        """
    #expect(try words(text, more: more).contains(expected))
}

@Test func queriesKnowPeriodsAndParameters() throws {
    let values = """
          last: "SELECT units FROM sales WHERE period = :year_ago"
          closed: "SELECT units FROM sales WHERE period = :closed_year"
          dates: "SELECT :period_start || ' ' || :period_end || ' ' || :period_first_month || ' ' || :closed_year_year"
          own: "SELECT :plant || ' ' || (:share * 2)"
        """
    let printed = try words(
        "{{units}} {{last}} {{closed}} {{dates}} {{own}}",
        more: "parameters: { plant: Silao, share: 0.25 }", values: values)
    #expect(printed.contains("120 90 200 2024-01-01 2024-06-30 2024-01 2023 Silao 0.5"))
}

@Test(arguments: [
    ("periods: { closed_year: 2023 }", "4:12: error: the deck itself says what “closed_year” is"),
    ("periods: { X: 2023 }", "“X” cannot be a period's name"),
    ("periods: { a: yearago }", "did you mean “year-ago”?"),
    ("periods: { a: { of: b, is: previous } }", "there is no period “b” above this one"),
    ("periods: { a: { is: previous, trailing: 3 } }", "a period has one of is, trailing and since"),
    ("periods: { a: { since: 2025 } }", "the period “a” has no months"),
    ("periods: { a: { since: 2025-13 } }", "“2025-13” is not a period"),
    ("parameters: { a: [1] }", "a parameter is a text or a number, not a list"),
    ("parameters: { period: 1 }", "the deck itself says what “period” is"),
    ("parameters: { A: 1 }", "“A” cannot be a parameter's name"),
    ("periods: { units: 2023 }", "“units” is the name of a period, too"),
    ("parameters: { period_year: 1999 }", "the deck itself says what “period_year” is"),
    ("periods: { a: 2023, a_start: 2020 }", "the deck itself says what “a_start” is"),
    ("parameters: { units: 5 }", "“units” is the name of a value, too"),
])
func wrongPeriodsAreTold(more: String, finding: String) throws {
    let found = try findings(yaml("{{units}}", more: more), files: sales)
    #expect(found.contains { $0.contains(finding) }, "\(found)")
}

@Test(arguments: [
    ("{{units:closing}}", "“units” is a number and has no name as periods have"),
    ("{{period:,.0f}}", "“period” is text and takes no number format"),
    ("{{period:longer upper}}", "“longer upper” is not a way to write a period"),
    ("{{units|up}}", "a figure's direction has two words, or three"),
    ("{{units||down}}", "a figure's direction has two words, or three"),
    ("{{abs period}}", "“period” is text and has no sign"),
])
func wrongWaysToPrintAreTold(text: String, finding: String) throws {
    let found = try findings(yaml(text), files: sales)
    #expect(found.contains { $0.contains(finding) }, "\(found)")
}

// MARK: - Directions

@Test(arguments: [
    ("0.119", "creció 11.9%"), ("-0.052", "cayó 5.2%"), ("0", "se mantuvo 0.0%"),
    // What rounds to nothing has not moved for the reader.
    ("-0.0004", "se mantuvo 0.0%"), ("0.0006", "creció 0.1%"),
])
func verbsAgreeWithTheSignOfThePrintedFigure(value: String, expected: String) throws {
    let values = """
          change: { sql: "SELECT \(value)", format: +.1% }
        """
    let printed = try words(
        "{{change|creció|cayó|se mantuvo}} {{abs change}}", values: values)
    #expect(printed.contains(expected), "\(printed)")
}

// MARK: - Figures that are still to come

@Test func aPageWithoutDataForItsPeriodSaysSo() throws {
    let next = yaml("{{units}}").replacing("period: 2024-S1", with: "period: 2024-S2")
    let page = try scene(next, files: sales)
    #expect(page.words.contains("sin datos para 2do Semestre 2024"))
    #expect(page.words.contains("n.d."))
    let found = try findings(next, files: sales)
    #expect(found.count == 1)
    #expect(
        found[0].contains(
            "8:10: warning: no data for 2do Semestre 2024: the value “units” has no row"))
    #expect(found[0].contains("add rows for 2024-S2 to sales"))
}

@Test func aSumOverNoRowsIsNoFigureOfThePeriod() throws {
    let sum = "sum: \"SELECT sum(units), 'derived' AS status FROM sales WHERE period = :period\""
    let next = yaml("{{sum}}", values: "  " + sum)
        .replacing("period: 2024-S1", with: "period: 2024-S2")
    #expect(
        try findings(next, files: sales).contains { $0.contains("the value “sum” has no figure") })
    #expect(try scene(next, files: sales).words.contains("sin datos para 2do Semestre 2024"))
    // What was looked for and not found is another matter.
    let missing = next.replacing("'derived'", with: "'missing'")
    #expect(try !findings(missing, files: sales).contains { $0.contains("“sum”") })
}

@Test func aChartWithoutDataForItsPeriodIsAPlaceholder() throws {
    let chart = """
        { chart: { mark: bar, data: "SELECT period, units FROM sales WHERE period = :period",
          x: units, y: period } }
        """
    let whole = yaml("{{units}}").replacing("{ text: \"{{units}}\" }", with: chart)
    #expect(try findings(whole, files: sales) == [])
    let next = whole.replacing("period: 2024-S1", with: "period: 2024-S2")
    let page = try scene(next, files: sales)
    // In the chart's place and on the page.
    #expect(page.words.count { $0 == "sin datos para 2do Semestre 2024" } == 2)
    let found = try findings(next, files: sales)
    // The value is declared, and tells of its own lack.
    #expect(found.count == 2 && found.allSatisfy { $0.contains("warning: no data for") })
}

@Test func aValueThatNoEditionHasIsAnError() throws {
    let found = try findings(
        yaml(
            "{{units}}",
            values: "  none: \"SELECT units FROM sales WHERE period = '1999'\""), files: sales)
    #expect(found.contains { $0.contains("error: the value “none” has no row") })
}
