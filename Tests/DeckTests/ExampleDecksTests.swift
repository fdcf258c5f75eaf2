import Deck
import Diagnostics
import Files
import Graphics
import Tables
import TestSupport
import Testing

private func deck(_ name: String, _ period: String? = nil) throws -> Deck {
    try Deck.load(
        from: SourceFolder(path: "\(repositoryRoot)/Decks/\(name)"),
        resources: try Resources(path: repositoryRoot), period: period.flatMap { Period($0) })
}

private func number(_ name: String, in deck: Deck) -> Double? {
    deck.lineage.values.first { $0.name == name }?.value.number
}

/// The sums are those of INEGI's published files.
@Test(arguments: [
    ("2022-T4", 313_667.0, nil), ("2023-S1", 633_087, 0.2212), ("2023", 1_361_433, 0.2436),
    ("2024-T1", 349_752, 0.1099),
])
func editionsOfSalesFollowFromTheirPeriodAlone(
    period: String, total: Double, growth: Double?
) throws {
    let deck = try deck("ventas", period)
    #expect(deck.warnings.all.isEmpty && deck.checks.allSatisfy { $0.verdict == .holds })
    #expect(number("total", in: deck) == total)
    if let growth {
        #expect(abs(try #require(number("variacion", in: deck)) - growth) < 0.0001)
    } else {
        // 2021 has no figures here.
        #expect(number("variacion", in: deck) == nil)
    }
    for page in deck.pages { #expect(page.scene(measuring: FixedMeasurer()).1.all.isEmpty) }
    // Thirteen months, of which those of 2021 are gaps.
    let line = deck.lineage.queries.first { $0.sql.contains("ventana") }
    #expect(line?.rows.rows.count == 13)
}

@Test func allStatesHaveTheirHybrids() throws {
    let deck = try deck("hibridos")
    #expect(deck.warnings.all.isEmpty && deck.checks.allSatisfy { $0.verdict == .holds })
    let map = try #require(deck.pages[0].scene(measuring: FixedMeasurer()).0.alternatives.first)
    #expect(map.id == "mapa-estados" && map.alternative.contains("9,371* (Ciudad de México)"))
}

@Test func everyStateHasAnEdition() throws {
    let folder = SourceFolder(path: "\(repositoryRoot)/Decks/estados")
    let jobs = try Deck.editions(
        of: folder.path, file: "deck.yaml", in: folder, output: nil, cache: nil)
    #expect(jobs.count == 32 && Set(jobs.map(\.output)).count == 32)
    var sum = 0.0
    for job in jobs {
        let deck = try Deck.load(
            from: folder, resources: try Resources(path: repositoryRoot), set: job.set)
        #expect(deck.warnings.all.isEmpty && deck.lints.all.isEmpty)
        sum += try #require(number("unidades", in: deck))
    }
    // As the table of all states has it.
    #expect(sum == number("total", in: try deck("hibridos")))
}

@Test func everyIdentityOfTheAMIADeckHolds() throws {
    let deck = try deck("amia")
    #expect(deck.checks.count >= 27)
    for check in deck.checks { #expect(check.verdict == .holds, "\(check.name)") }
    #expect(deck.lints.all.isEmpty, "a figure in a text follows no data")
}
