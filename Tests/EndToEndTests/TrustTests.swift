import Foundation
import TestSupport
import Testing

// Checks, periods and lineage, as the command tells them.

private let sales =
    "period,units,status,source\n2023-S1,90,official,INEGI\n2024-S1,120,official,INEGI\n"

/// A deck whose page follows its period, with a check.
private func deck(period: String = "2024-S1", most: Int = 200) -> String {
    """
    title: A test
    language: es-MX
    period: \(period)
    tables:
      sales: { file: sales.csv, columns: { units: integer } }
    values:
      units: "SELECT units, status, source FROM sales WHERE period = :period"
    checks:
      most: { left: ":units", at-most: \(most) }
    slides:
      - id: only
        title: Ventas
        body: { text: "Se vendieron {{units}} unidades" }
    """
}

private func workplace(_ yaml: String) throws -> Workplace {
    let workplace = try Workplace()
    try workplace.write(yaml, to: "deck/deck.yaml")
    try workplace.write(sales, to: "deck/sales.csv")
    return workplace
}

@Test func aFailingCheckEndsCheckWith65AndRenderOnlyWhereItIsStrict() throws {
    let place = try workplace(deck(most: 100))
    let check = try place.lamina("check", "deck")
    #expect(check.exitCode == 65)
    #expect(
        check.errors.contains(
            "deck/deck.yaml:9:3: error: the check “most” fails: 120 ≤ 100 is not true, the "
                + "difference is 20"))
    #expect(check.errors.contains("sources: INEGI · used on: only"))
    let render = try place.lamina("render", "deck", "-o", "out", "--format", "pdf")
    #expect(render.exitCode == 0 && render.errors.contains("warning: the check “most” fails"))
    let strict = try place.lamina("render", "deck", "-o", "strict", "--format", "pdf", "--strict")
    #expect(strict.exitCode == 65)
    #expect((try? place.files(in: "strict")) == nil)
}

@Test func anEditionWithoutDataIsDrawnAndStrictRefusesIt() throws {
    let place = try workplace(deck(period: "2024-S2"))
    let render = try place.lamina("render", "deck", "-o", "out", "--format", "pdf")
    #expect(render.exitCode == 0)
    #expect(render.errors.contains("warning: no data for 2do Semestre 2024"))
    #expect(try place.lamina("render", "deck", "-o", "out", "--strict").exitCode == 65)
}

@Test func aBareFigureIsTold() throws {
    let place = try workplace(deck().replacing("Se vendieron", with: "En 30 días se vendieron"))
    let check = try place.lamina("check", "deck")
    #expect(check.exitCode == 0)
    #expect(check.errors.contains("warning: the figure “30” in a text follows no data"))
    #expect(try place.lamina("check", "deck", "--strict").exitCode == 65)
    #expect(try place.lamina("render", "deck", "-o", "out", "--strict").exitCode == 0)
}

@Test func explainTellsWhereAFigureComesFrom() throws {
    let place = try workplace(deck())
    let told = try place.lamina("explain", "deck", "units")
    #expect(told.exitCode == 0 && told.errors == "")
    #expect(told.output.hasPrefix("units = 120 · “120” · official · INEGI · on only · query 0\n"))
    #expect(told.output.contains(":period = 2024-S1"))
    #expect(told.output.contains("from sales.csv, "))
    #expect(told.output.contains("check most: 120 ≤ 200, holds"))
    let json = try place.lamina("explain", "deck", "units", "--json")
    #expect(json.exitCode == 0 && json.output.contains(#""name": "units""#))
    let wrong = try place.lamina("explain", "deck", "unit")
    #expect(wrong.exitCode == 64 && wrong.errors.contains("did you mean “units”?"))
}

@Test func runJSONIsTheSameAgainAndTheLogIsAskedFor() throws {
    let place = try workplace(deck())
    _ = try place.lamina("render", "deck", "-o", "a", "--format", "pdf")
    _ = try place.lamina("render", "deck", "-o", "b", "--format", "pdf", "--log")
    let (first, second) = (try place.files(in: "a"), try place.files(in: "b"))
    #expect(first["run.json"] == second["run.json"])
    #expect(first["run.log.jsonl"] == nil)
    let log = String(decoding: try #require(second["run.log.jsonl"]), as: UTF8.self)
    #expect(log.hasPrefix("{\"at\":\"20") && log.hasSuffix("}\n") && log.contains("\"seconds\":"))
    let report = String(decoding: try #require(first["run.json"]), as: UTF8.self)
    #expect(
        report.contains(
            #"{"page":"only","element":"","name":"units","key":"","value":120,"text":"120","#
                + #""status":"official","source":"INEGI","query":0}"#))
}

@Test func rollMakesTheNextEditionAndListsWhatItLacks() throws {
    let place = try workplace(deck())
    let rolled = try place.lamina("roll", "deck", "--to", "2024-S2")
    #expect(rolled.exitCode == 0 && rolled.errors == "")
    #expect(rolled.output.hasPrefix("deck-2024-S2  2do Semestre 2024, 2 files\n"))
    for line in [
        "sales (sales.csv) has no data for 2do Semestre 2024", "  source: INEGI",
        "  values: units", "  pages: only",
    ] {
        #expect(rolled.output.contains(line))
    }
    let text = String(decoding: try place.bytes("deck-2024-S2/deck.yaml"), as: UTF8.self)
    #expect(text == deck(period: "2024-S2"))
    // Once more would overwrite it; the edition after it takes its place in the name.
    #expect(try place.lamina("roll", "deck", "--to", "2024-S2").exitCode == 73)
    #expect(try place.lamina("roll", "deck-2024-S2", "--to", "2025-S1").exitCode == 0)
    #expect(try place.files(in: "deck-2025-S1").count == 2)
    for period in ["2024-S1", "2024-S3"] {
        #expect(try place.lamina("roll", "deck", "--to", period).exitCode == 64)
    }
}

@Test func diffTellsChangesByItsExitCode() throws {
    let place = try workplace(deck())
    _ = try place.lamina("render", "deck", "-o", "old", "--width", "200")
    try place.edit("deck/sales.csv", "120", "150")
    _ = try place.lamina("render", "deck", "-o", "new", "--width", "200")
    let same = try place.lamina("diff", "old", "old/run.json")
    #expect(same.exitCode == 0 && same.output == "no changes\n")
    let changed = try place.lamina("diff", "old", "new")
    #expect(changed.exitCode == 1)
    #expect(changed.output.contains("only  units: 120 → 150  +25.0%"))
    let html = try place.lamina("diff", "old", "new", "--format", "html")
    #expect(html.output.contains("<img src=\"old/png/01-only.png\""))
    #expect(html.output.contains("<img src=\"new/png/01-only.png\""))
    #expect(try place.lamina("diff", "old", "gone").exitCode == 2)
    #expect(try place.lamina("diff", "old", "deck/sales.csv").exitCode == 2)
}

@Test func rollOverwritesNothing() throws {
    let place = try workplace(deck())
    try place.write("mine", to: "full/sales.csv")
    let rolled = try place.lamina("roll", "deck", "--to", "2024-S2", "-o", "full")
    #expect(rolled.exitCode == 73 && rolled.errors.contains("is not empty"))
    #expect(try place.bytes("full/sales.csv") == Data("mine".utf8))
}

@Test func rollDoesNotVouchForWhatFollowsNoPeriod() throws {
    let place = try workplace(deck().replacing(":period", with: "'2024-S1'"))
    let rolled = try place.lamina("roll", "deck", "--to", "2027")
    #expect(rolled.exitCode == 0 && rolled.output.contains("no query follows the period"))
}

@Test func aFullDiskBehindStandardOutputIsAnError() throws {
    let told = Tool("sh").run("-c", "\(try builtCommand()) schema > /dev/full; echo $?")
    #expect(told.output.hasSuffix("74\n"), "\(told)")
}

@Test func anEditionOfAnyRangeHasRoomInTheFoot() throws {
    let place = try workplace(deck())
    let told = try place.lamina("check", "deck", "--period", "2023-11/2024-02")
    #expect(told.exitCode == 0 && !told.errors.contains("room"))
}
