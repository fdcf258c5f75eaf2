// The real files of INEGI lie outside the repository: where they are not, these tests are skipped.

import Diagnostics
import Files
import Imports
import Testing

private let folder = "/work/shared/data/raiavl"
private let hasFiles = SourceFolder(path: folder).exists("tc_pais_origen.csv")

private func venta(_ year: Int) -> String { "\(folder)/raiavl_venta_mensual_tr_cifra_\(year).csv" }

/// The units of a product's table in the months that begin so.
private func sum(_ register: RAIAVLImport, _ table: String, _ months: [String]) throws -> Int {
    try register.cells(table, "month", "units").reduce(0) { sum, row in
        let parts = row.split(separator: "·")
        let isWanted = months.contains { parts[0].hasPrefix($0) }
        return sum + (isWanted ? Int(parts[1]) ?? 0 : 0)
    }
}

@Test(.enabled(if: hasFiles)) func salesAddUpToWhatINEGIPublished() throws {
    let register = try RAIAVLImport(
        publishedFiles(at: [venta(2024), venta(2022), venta(2023), "\(folder)/tc_pais_origen.csv"]))
    #expect(register.warnings.all.isEmpty)
    for table in ["ventas.csv", "ventas_mes.csv"] {
        #expect(try sum(register, table, ["2022"]) == 1_094_728)
        #expect(try sum(register, table, ["2023"]) == 1_361_433)
        #expect(try sum(register, table, (1...6).map { "2023-0\($0)" }) == 633_087)
    }
    #expect(
        try register.cells("ventas_mes.csv", "month", "units").suffix(15) == [
            "2023-01·94414", "2023-02·101911", "2023-03·118801", "2023-04·97610", "2023-05·106798",
            "2023-06·113553", "2023-07·110843", "2023-08·113873", "2023-09·118038",
            "2023-10·113672", "2023-11·128961", "2023-12·142959", "2024-01·112099",
            "2024-02·113258", "2024-03·124395",
        ])
    let countries = try Set(register.cells("ventas.csv", "country_id", "country"))
    #expect(countries.contains("999·No Especificado") && countries.contains("214·Tailandia"))
    #expect(!countries.contains { $0.contains("·id ") })
}

@Test(.enabled(if: hasFiles)) func duplicatesOfSalesAreAddedUp() throws {
    let register = try RAIAVLImport(publishedFiles(at: [venta(2023)]))
    let summary = register.summaries[0]
    // Silverado of every month in two rows; Tacoma of every month with a hyphen and without.
    #expect(summary.rows == 5_704 && summary.repeated == 12 && summary.respelled == 12)
    let keys = try register.cells(
        "ventas.csv", "month", "brand", "model", "type", "segment", "origin", "country_id")
    #expect(keys.count == 5_680 && Set(keys).count == 5_680)
    #expect(summary.years.map(\.units) == [1_361_433])
}

@Test(.enabled(if: hasFiles)) func correctionsBelowZeroAreKept() throws {
    let register = try RAIAVLImport(publishedFiles(at: [venta(2022)]))
    #expect(register.summaries[0].negative == 2)
    #expect(try register.cells("ventas.csv", "units").count { $0.hasPrefix("-") } == 2)
}

@Test(.enabled(if: hasFiles)) func hybridsAddUpToWhatINEGIPublished() throws {
    let register = try RAIAVLImport(publishedFiles(at: ["\(folder)/RAIAVL_11.csv"]))
    #expect(register.warnings.all.isEmpty)
    #expect(
        register.summaries[0].years.map(\.units)
            == [8_265, 10_554, 17_807, 25_608, 24_405, 39_194])
    #expect(
        try register.cells("hibridos_mes.csv", "month", "units", "status").suffix(2)
            == ["2021-11··missing", "2021-12··missing"])
    let states = try Set(register.cells("hibridos.csv", "state_code", "state"))
    #expect(states.count == 33 && states.contains("22·Querétaro"))
}

@Test(.enabled(if: hasFiles)) func aFolderOfRealFilesIsImportedWhole() throws {
    let register = try RAIAVLImport(publishedFiles(at: [folder, venta(2023)]))
    #expect(register.warnings.all.isEmpty)
    #expect(register.summaries.map(\.name) == ["ventas", "hibridos"])
}
