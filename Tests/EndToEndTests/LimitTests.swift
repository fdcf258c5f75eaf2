import Diagnostics
import Foundation
import TestSupport
import Testing

/// A deck that asks for a little of everything that has a limit.
private let deck = """
    title: Límites
    language: es-MX
    period: 2024-S1
    tables:
      t: {file: t.csv, columns: {n: integer}}
      w: {file: w.xlsx, sheet: Notas}
    values:
      suma: SELECT sum(n), 'derived' AS status FROM t
      pasos: WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM r WHERE x < 500) SELECT count(*) AS n FROM r
      hoja: SELECT count(*) AS n, 'derived' AS status FROM w
    slides:
      - {id: uno, title: UNO, body: {text: "{{suma}} {{hoja}} {{pasos}}"}}
      - id: dos
        title: DOS
        body:
          chart: {mark: bar, data: "SELECT a AS name, n FROM t", x: n, y: name}
      - id: tres
        title: TRES
        body:
          map:
            boundaries: m.geojson
            key: k
            projection: {type: mercator}
            regions: {data: "SELECT 'a' AS key, 1 AS value"}
    """

private let map = """
    {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"k": "a", "name": "A"},
    "geometry": {"type": "Polygon", "coordinates": [[[0,0],[0,10],[10,10],[10,5],[10,0],[0,0]]]}}]}
    """

private func workplace() throws -> Workplace {
    let place = try Workplace()
    try place.write(deck, to: "deck/deck.yaml")
    try place.write(
        "a,n\n" + (1...9).map { "fila \($0),\($0)\n" }.joined(), to: "deck/t.csv")
    try place.write(map, to: "deck/m.geojson")
    let workbook = "\(repositoryRoot)/Tests/Fixtures/workbooks/ventas.xlsx"
    try place.write(try Data(contentsOf: URL(fileURLWithPath: workbook)), to: "deck/w.xlsx")
    return place
}

/// Has the workbook's sheets, which no ratio matters to as long as they are small, grow by a mebibyte of comments.
private func inflateWorkbook(_ place: Workplace) throws {
    let script = """
        import os, sys, zipfile
        path = sys.argv[1]
        os.rename(path, path + ".old")
        old = zipfile.ZipFile(path + ".old")
        note = b"".join(b"<!-- %07d -->" % number for number in range(80000))
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                new.writestr(name, old.read(name) + (note if name.startswith("xl/worksheets/sheet") else b""))
        """
    try #require(Tool("python3").run("-c", script, place.absolute("deck/w.xlsx")).succeeded)
}

/// Limits, with a value that the deck goes beyond and one that it keeps.
private let limits: [(limit: Limit, low: Int, high: Int)] = [
    (.fileBytes, 100, 1 << 20), (.yamlValues, 50, 2000), (.slides, 2, 3),
    (.tableCells, 17, 100_000),
    (.querySteps, 1, 1_000_000), (.queryRows, 8, 9), (.mapVertices, 5, 6),
    (.unpackedBytes, 200, 1 << 20), (.unpackRatio, 1, 250), (.queryMemory, 20_000, 1 << 24),
]

@Test func everyLimitIsPassedInATest() {
    #expect(Set(limits.map(\.limit)) == Set(Limit.allCases))
}

@Test func theDeckKeepsTheUsualLimits() throws {
    let outcome = try workplace().lamina("render", "deck", "-o", "out")
    #expect((outcome.exitCode, outcome.errors) == (0, ""))
}

@Test(arguments: limits.map(\.limit))
func aLimitIsNamedWhereItIsPassed(limit: Limit) throws {
    let (_, low, high) = try #require(limits.first { $0.limit == limit })
    let place = try workplace()
    if limit == .unpackRatio { try inflateWorkbook(place) }
    let refused = try place.lamina(
        "render", "deck", "-o", "out", "--limit", "\(limit.rawValue)=\(low)")
    #expect(refused.exitCode == 65, "\(refused.errors)")
    #expect(refused.errors.contains("--limit \(limit.rawValue)=N"), "\(refused.errors)")
    #expect(refused.errors.contains("deck/"), "\(refused.errors)")
    #expect(!FileManager.default.fileExists(atPath: place.absolute("out")))
    let raised = try place.lamina(
        "render", "deck", "-o", "out", "--limit", "\(limit.rawValue)=\(high)")
    #expect(raised.exitCode == 0, "\(raised.errors)")
}

@Test func batchesKeepToLimitsToo() throws {
    let place = try workplace()
    try place.write("{\"id\": \"a\", \"deck\": \"deck\"}\n", to: "jobs.jsonl")
    let refused = try place.lamina("batch", "jobs.jsonl", "-o", "out", "--limit", "query-rows=8")
    #expect(refused.exitCode == 1 && refused.errors.contains("--limit query-rows=N"))
    #expect(
        try place.lamina("batch", "jobs.jsonl", "-o", "out", "--limit", "query-rows=9").exitCode
            == 0)
}

@Test func aFileOfJobsKeepsToLimitsToo() throws {
    let place = try workplace()
    let jobs = (1...40).map { "{\"id\": \"d\($0)\", \"deck\": \"deck\"}\n" }.joined()
    try place.write(jobs, to: "jobs.jsonl")
    let refused = try place.lamina("batch", "jobs.jsonl", "--list", "--limit", "file-bytes=100")
    #expect(refused.exitCode == 65 && refused.errors.contains("--limit file-bytes=N"))
    #expect(
        try place.lamina("batch", "jobs.jsonl", "--list", "--limit", "file-bytes=10000").exitCode
            == 0)
}

@Test(arguments: [
    "rows=5", "slides", "slides=", "slides=0", "slides=-1", "slides=x",
    "slides=99999999999999999999",
])
func aLimitThatIsNoneIsToldOnTheCommandLine(word: String) throws {
    let outcome = try workplace().lamina("check", "deck", "--limit", word)
    #expect(outcome.exitCode == 64)
}

@Test func everyLimitIsDocumented() throws {
    let text = try String(contentsOfFile: "\(repositoryRoot)/SECURITY.md", encoding: .utf8)
    for limit in Limit.allCases {
        #expect(text.contains("| `\(limit.rawValue)` | "), "\(limit.rawValue)")
    }
}
