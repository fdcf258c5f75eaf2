import Diagnostics
import JSON
import TestSupport
import Testing

@testable import Publishing

/// A figure of a report, as JSON.
private func figure(
    _ name: String, _ value: String, _ text: String?, key: String = "", status: String = "official",
    source: String = "INEGI"
) -> String {
    let text = text.map { "\"\($0)\"" } ?? "null"
    return #"{"page":"p","element":"e","name":"\#(name)","key":"\#(key)","value":\#(value),"#
        + #""text":\#(text),"status":"\#(status)","source":"\#(source)","query":0}"#
}

private func run(
    _ figures: [String], period: String = "2024-S1",
    pages: String = #"{"id":"p","title":"P","layout":"1"}"#
) throws -> RunFile {
    let text =
        #"{"format":"lamina-run/1","title":"T","period":"\#(period)","pages":[\#(pages)],"#
        + #""figures":[\#(figures.joined(separator: ","))],"values":[],"new member":[1,{"a":2}]}"#
    return try RunFile(reading: Array(text.utf8), file: "run.json")
}

private func changes(_ old: [String], _ new: [String], to period: String = "2024-S1") throws
    -> [String]
{
    let comparison = RunComparison(from: try run(old), to: try run(new, period: period))
    return comparison.changes.map { change in
        "\(change.kind) \(change.what) “\(change.before)” “\(change.after)” \(change.difference)"
    }
}

@Test func theSameIsNoChange() throws {
    let figures = [figure("a", "1", "1"), figure("b", "null", "n.d.")]
    #expect(try changes(figures, figures) == [])
    let same = RunComparison(from: try run(figures), to: try run(figures))
    #expect(same.isEmpty && same.text == "no changes\n")
}

@Test func aFigureOfAnotherPeriodMovesAndOneOfTheSameIsRestated() throws {
    let (old, new) = ([figure("a", "200", "200")], [figure("a", "190", "190")])
    #expect(try changes(old, new) == ["restatement e: a “200” “190” −5.0%"])
    #expect(try changes(old, new, to: "2024-S2") == ["movement e: a “200” “190” −5.0%"])
    // A row that names its month is of that month in every edition.
    let (june, revised) = (
        [figure("u", "200", "200", key: "2023-06")], [figure("u", "201", "201", key: "2023-06")]
    )
    #expect(
        try changes(june, revised, to: "2024-S2") == [
            "restatement e: u [2023-06] “200” “201” +0.5%"
        ])
}

@Test func whatWasMissingIsNotRestated() throws {
    #expect(
        try changes([figure("a", "null", "n.d.")], [figure("a", "5", "5")])
            == ["movement e: a “n.d.” “5” "])
}

@Test func newAndVanishedFiguresAreToldApart() throws {
    #expect(
        try changes([figure("a", "1", "1")], [figure("b", "2", nil)])
            == ["new e: b “” “2” ", "vanished e: a “1” “” "])
}

@Test func sourcesAndFormatsAreNoMovements() throws {
    let old = [figure("a", "0.5", "50%"), figure("b", "1", "1")]
    let new = [
        figure("a", "0.5", "50.0%"), figure("b", "1", "1", status: "revised", source: "AMIA"),
    ]
    #expect(
        try changes(old, new) == [
            "source e: b “official, INEGI” “revised, AMIA” ", "format e: a “50%” “50.0%” ",
        ])
}

@Test func rowsThatOvertakeEachOtherAreTold() throws {
    func rows(_ values: [Int]) -> [String] {
        zip(["x", "y", "z"], values).map { figure("u", "\($1)", "\($1)", key: $0) }
    }
    let told = try changes(rows([30, 20, 10]), rows([15, 20, 10]))
    #expect(
        told == [
            "restatement e: u [x] “30” “15” −50.0%", "rank u [x] “1” “2” down 1",
            "rank u [y] “2” “1” up 1",
        ])
    // Months stand in their order.
    let months = { (values: [Int]) in
        zip(["2024-01", "2024-02", "2024-03"], values).map {
            figure("u", "\($1)", "\($1)", key: $0)
        }
    }
    #expect(try !changes(months([3, 2, 1]), months([1, 2, 3])).contains { $0.hasPrefix("rank") })
}

@Test func pagesThatMoveComeAndGoAreTold() throws {
    let old = try run(
        [], pages: #"{"id":"p","title":"P","layout":"1"},{"id":"q","title":"Q","layout":"1"}"#)
    let new = try run(
        [], pages: #"{"id":"p","title":"P","layout":"2"},{"id":"r","title":"R","layout":"1"}"#)
    let told = RunComparison(from: old, to: new).changes
    #expect(told.map(\.page) == ["p", "r", "q"] && told.allSatisfy { $0.kind == .layout })
}

@Test func changesAreWrittenInFourWays() throws {
    let comparison = RunComparison(
        from: try run([figure("a", "1", "<1|*>")]), to: try run([figure("a", "2", "2")]))
    #expect(comparison.text.contains("  p  e: a: <1|*> → 2  +100.0%"))
    #expect(comparison.markdown.contains("| p | e: a | \\<1\\|\\*\\> | 2 | +100.0% |"))
    let html = comparison.html { _ in ("old/png/1-p.png", nil) }
    #expect(html.contains("<td>&lt;1|*&gt;</td>"))
    #expect(html.contains("<img src=\"old/png/1-p.png\"") && html.contains("no page after"))
    #expect(comparison.json.description.contains(#""kind":"restatement","page":"p""#))
}

// MARK: - Reports

@Test(arguments: [
    "", "{}", "[]", "{\"format\":\"x\"}", "{\"format\":\"lamina-run/1\",\"pages\":1}",
    "{\"format\":\"lamina-run/1\"}}", "{\"format\":\"lamina-run/1\",\"figures\":[1]}",
])
func otherFilesAreNoReports(text: String) {
    #expect(throws: Diagnostic.self) { try RunFile(reading: Array(text.utf8), file: "run.json") }
}

@Test func damagedReportsEndInReportsOrFindings() throws {
    let whole = Array(
        (#"{"format":"lamina-run/1","title":"T","period":"2024","pages":[{"id":"p","title":"P","#
            + #""layout":"1"}],"figures":[\#(figure("a", "1.5", "1,5", key: "ñ"))]}"#).utf8)
    var random = SplitMix64(seed: 5)
    for _ in 0..<2000 {
        var bytes = whole
        for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: bytes.indices, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.remove(at: place)
            default: bytes.removeSubrange(place...)
            }
        }
        if let read = try? RunFile(reading: bytes, file: "run.json") {
            _ = RunComparison(from: read, to: try run([])).text
        }
    }
}
