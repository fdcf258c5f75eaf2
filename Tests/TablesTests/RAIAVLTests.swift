// The real files of INEGI lie outside the repository: where they are not, these tests are skipped.

import Diagnostics
import Glibc
import Tables
import Testing

private let folder = "/work/shared/data/raiavl/"
private let place = SourceLocation(file: "deck.yaml", line: 1, column: 1)
private let hasFiles = bytes(of: "tc_pais_origen.csv") != nil

/// A file's content; `nil` where it cannot be read.
///
/// Reading takes a pointer, and no room below this one reads files: hence `unsafe`, here only.
private func bytes(of name: String) -> [UInt8]? {
    let descriptor = unsafe open(folder + name, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = unsafe read(descriptor, &chunk, chunk.count)
        guard count > 0 else { return count == 0 ? bytes : nil }
        bytes += chunk[..<count]
    }
}

private func source(
    _ table: String, _ file: String, _ columns: [String: ColumnType]
) throws -> TableSource {
    TableSource(
        name: table, file: file, bytes: try #require(bytes(of: file)), columns: columns,
        location: place)
}

@Test(.enabled(if: hasFiles)) func salesOfINEGIJoinTheirCatalog() throws {
    let store = try Store()
    try store.load(
        source(
            "venta", "raiavl_venta_mensual_tr_cifra_2024.csv",
            ["ANIO": .integer, "ID_PAIS_ORIGEN": .integer, "UNI_VEH": .integer]))
    try store.load(source("pais", "tc_pais_origen.csv", ["ID_PAIS_ORIGEN": .integer]))
    let rows = try store.query(
        """
        SELECT p.DESC_PAIS_ORIGEN AS pais, sum(v.UNI_VEH) AS unidades
        FROM venta v JOIN pais p USING (ID_PAIS_ORIGEN)
        WHERE v.ID_MES = :mes GROUP BY pais ORDER BY unidades DESC LIMIT 3
        """, parameters: ["mes": .text("01")], at: place)
    #expect(rows.rows.count == 3)
    #expect(rows.cell(row: 0, column: "pais") == .text("México"))
    let total = try store.query(
        "SELECT sum(UNI_VEH) AS total FROM venta WHERE ID_MES = '01'", at: place)
    // INEGI's total of January 2024, as quoted in the facts of the AMIA deck.
    #expect(total.rows == [[.integer(112_099)]])
}

@Test(.enabled(if: hasFiles)) func aFileWithATitleAboveIsRefused() throws {
    let findings = try #require(throws: Diagnostics.self) {
        try Store().load(source("hibrido", "RAIAVL_11.csv", [:]))
    }
    #expect(findings.all.first?.location?.line == 2)
}
