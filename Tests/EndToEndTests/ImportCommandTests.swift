import Foundation
import TestSupport
import Testing

private let columns = "ANIO,ID_MES,MARCA,MODELO,TIPO,SEGMENTO,ORIGEN,ID_PAIS_ORIGEN,UNI_VEH,ESTATUS"
private let row = "2023,\"01\",\"Audi\",\"Q5 \",\"Camiones ligeros\",\"SUV's\",\"IMPORTADO\",4,"

/// A published zip of sales with these figures.
private func zip(_ figures: String..., modified: String = "2026-10-07") -> Data {
    let rows = [columns] + figures.map { row + $0 + ",\"Cifras Definitivas\"" }
    let table = rows.map { $0 + "\r\n" }.joined()
    return Data(
        ZipWriter([
            .init("conjunto_de_datos/", []),
            .init("conjunto_de_datos/raiavl_venta_2023.csv", Array(table.utf8), isDeflated: true),
            .init(
                "metadatos/metadatos_raiavl_venta_mensual_2005_2026.txt",
                Array("modified: \(modified)\n".utf8)),
        ]).bytes)
}

@Test func importWritesTablesAndTellsWhatItRead() throws {
    let workplace = try Workplace()
    try workplace.write(zip("1200", "34", "-1"), to: "venta.zip")
    let outcome = try workplace.lamina("import", "raiavl", "venta.zip", "-o", "out/data")
    #expect(outcome.exitCode == 0 && outcome.errors == "")
    #expect(
        outcome.output == """
            ventas  1 file, 3 rows, 2023-01 to 2023-01 (1 month)
              2023  1,233  (1 month)
              1 key in several rows and 0 keys in another spelling added up, 1 negative correction kept; official
            out/data/ventas.csv  1 row
            out/data/ventas_mes.csv  1 row

            """)
    let files = try workplace.files(in: "out/data").mapValues {
        String(decoding: $0, as: UTF8.self)
    }
    #expect(
        files == [
            "ventas.csv": """
            month,brand,model,type,segment,origin,country_id,country,iso3,units,status,source,vintage
            2023-01,Audi,Q5,Camiones ligeros,SUV's,IMPORTADO,4,Alemania,DEU,1233,official,INEGI RAIAVL,2026-10-07

            """,
            "ventas_mes.csv": """
            month,units,status,source,vintage
            2023-01,1233,official,INEGI RAIAVL,2026-10-07

            """,
        ])
    let quiet = try workplace.lamina("import", "raiavl", "venta.zip", "-o", "out/data", "--quiet")
    #expect(quiet.exitCode == 0 && quiet.output == "" && quiet.errors == "")
}

@Test func theOrderOfPathsChangesNothing() throws {
    let workplace = try Workplace()
    try workplace.write(zip("1", modified: "2024-05-07"), to: "a/may.zip")
    try workplace.write(zip("2", modified: "2024-06-06"), to: "june.zip")
    let forth = try workplace.lamina("import", "raiavl", "a", "june.zip", "-o", "x")
    let back = try workplace.lamina("import", "raiavl", "june.zip", "a", "june.zip", "-o", "x2")
    #expect(forth.exitCode == 0 && back.exitCode == 0)
    #expect(try workplace.files(in: "x") == workplace.files(in: "x2"))
    let months = String(decoding: try workplace.bytes("x/ventas_mes.csv"), as: UTF8.self)
    #expect(months.hasSuffix("2023-01,2,official,INEGI RAIAVL,2024-06-06\n"))
}

@Test func nothingIsWrittenWhereSomethingIsWrong() throws {
    let workplace = try Workplace()
    try workplace.write(zip("1"), to: "good.zip")
    try workplace.write(zip("\"1,5\""), to: "bad.zip")
    try workplace.write("month,units\n", to: "data/ventas_mes.csv")
    let outcome = try workplace.lamina("import", "raiavl", "good.zip", "bad.zip", "-o", "data")
    #expect(outcome.exitCode == 65 && outcome.output == "")
    #expect(
        outcome.errors == """
            bad.zip/conjunto_de_datos/raiavl_venta_2023.csv:2:65: error: the cell “1,5” in column UNI_VEH is not a whole number
              hint: write a decimal point and no thousands separators, as in 1234.5

            """)
    #expect(try workplace.files(in: "data").mapValues(\.count) == ["ventas_mes.csv": 12])
    let elsewhere = try workplace.lamina("import", "raiavl", "bad.zip", "-o", "none")
    #expect(elsewhere.exitCode == 65)
    #expect(!FileManager.default.fileExists(atPath: workplace.absolute("none")))
}

@Test func importHasTheExitCodesOfTheReadme() throws {
    let workplace = try Workplace()
    try workplace.write(zip("1").dropLast(30), to: "cut.zip")
    try workplace.write("\(columns)\r\n\(row)1", to: "cut.csv")
    try workplace.write("a,b\n1,2\n", to: "other/other.csv")
    try workplace.write(zip("1"), to: "file")
    try workplace.write(zip("1"), to: "doubt/good.zip")
    try workplace.write("a,b\n1,2\n", to: "doubt/other.csv")
    for (arguments, code) in [
        (["none.zip", "-o", "x"], 66), (["cut.zip", "-o", "x"], 65), (["cut.csv", "-o", "x"], 65),
        (["other", "-o", "x"], 65), (["file", "-o", "file/x"], 73), (["file"], 64), ([], 64),
        (["file", "-o", "ok"], 0), (["doubt", "-o", "ok"], 0),
        (["doubt", "-o", "y", "--strict"], 65),
    ] as [([String], Int32)] {
        let outcome = try workplace.lamina(["import", "raiavl"] + arguments)
        #expect(outcome.exitCode == code, "\(arguments)")
    }
    for name in ["x", "y"] {
        #expect(!FileManager.default.fileExists(atPath: workplace.absolute(name)))
    }
    #expect(try workplace.lamina("import", "raiavl", "--help").output.contains("Examples:"))
}
