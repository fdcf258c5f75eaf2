import Diagnostics
import Imports
import Tables
import TestSupport
import Testing

// MARK: - Tables

@Test func aTableOfSalesBecomesTwoTidyTables() throws {
    let register = try RAIAVLImport([
        file("venta.csv", sales(sale("1204", month: "02"), sale("-3", month: "01")))
    ])
    #expect(register.warnings.all.isEmpty)
    #expect(register.tables.map(\.file) == ["ventas.csv", "ventas_mes.csv"])
    #expect(
        String(decoding: register.tables[0].bytes, as: UTF8.self) == """
            month,brand,model,type,segment,origin,country_id,country,iso3,units,status,source,vintage
            2023-01,Audi,Q5,Camiones ligeros,SUV's,IMPORTADO,4,Alemania,DEU,-3,preliminary,INEGI RAIAVL,
            2023-02,Audi,Q5,Camiones ligeros,SUV's,IMPORTADO,4,Alemania,DEU,1204,preliminary,INEGI RAIAVL,

            """)
    #expect(
        String(decoding: register.tables[1].bytes, as: UTF8.self) == """
            month,units,status,source,vintage
            2023-01,-3,preliminary,INEGI RAIAVL,
            2023-02,1204,preliminary,INEGI RAIAVL,

            """)
    let summary = try #require(register.summaries.first)
    #expect(summary.negative == 1 && summary.rows == 2 && summary.files == 1)
    #expect(summary.years.map(\.units) == [1201])
}

@Test func eachProductIsKnownByItsColumns() throws {
    let register = try RAIAVLImport([
        file("a", sales(sale("7"))),
        file(
            "b",
            "PROD_EST,COBERTURA,ANIO,ID_MES,MARCA,MODELO,TIPO,SEGMENTO,UNI_VEH,ESTATUS\r\n"
                + "\"Producción de vehículos \",\"Nacional\",2023,\"09\",\"Audi\",\"Q5\","
                + "\"Camiones ligeros\",\"SUV's\",14973,\"Cifras Definitivas\"\r\n"),
        file(
            "c",
            "PROD_EST,COBERTURA,ANIO,ID_MES,MARCA,MODELO,TIPO,SEGMENTO,ID_PAIS_DESTINO,UNI_VEH,"
                + "ESTATUS\r\n\"Exportación\",\"Nacional\",2023,\"09\",\"Audi\",\"Q5\","
                + "\"Camiones ligeros\",\"SUV's\",4,5733,\"Cifras Revisadas\"\r\n"),
        file(
            "d",
            "PROD_EST,COBERTURA,ANIO,ID_MES,ID_ENTIDAD,VEH_ELECTR,VEH_HIBRIDAS_PLUGIN,"
                + "VEH_HIBRIDAS,ESTATUS\r\n\"Venta\",\"Nacional\",2023,\"09\",\"09\",421,150,897,"
                + "\"Cifras Preliminares\"\r\n"),
    ])
    #expect(
        register.tables.map(\.file) == [
            "ventas.csv", "ventas_mes.csv", "produccion.csv", "produccion_mes.csv",
            "exportacion.csv", "exportacion_mes.csv", "hibridos.csv", "hibridos_mes.csv",
        ])
    #expect(
        try register.cells("produccion.csv", "month", "model", "units", "status")
            == ["2023-09·Q5·14973·official"])
    #expect(
        try register.cells("exportacion.csv", "country_id", "country", "iso3", "units", "status")
            == ["4·Alemania·DEU·5733·revised"])
    #expect(
        try register.cells("hibridos.csv", "state_code", "state", "electric", "hybrid", "status")
            == ["09·Ciudad de México·421·897·preliminary"])
    #expect(
        try register.cells("hibridos_mes.csv", "month", "plug_in_hybrid", "units")
            == ["2023-09·150·1468"])
}

@Test func tablesAreReadByTheStoreOfDecks() throws {
    let register = try RAIAVLImport([
        file("v.csv", sales(sale("7"), sale("8", month: "02", model: "A, \"\"B\"\"")))
    ])
    let store = try Store()
    let place = SourceLocation(file: "deck.yaml")
    try store.load(
        TableSource(
            name: "ventas", file: "ventas.csv", bytes: register.tables[0].bytes,
            columns: ["units": .integer], location: place))
    let rows = try store.query("SELECT sum(units) AS units FROM ventas", at: place)
    #expect(rows.rows == [[.integer(15)]])
}

// MARK: - Keys

@Test func rowsWithTheSameKeyAreAddedUp() throws {
    let register = try RAIAVLImport([
        file("v.csv", sales(sale("7"), sale("8"), sale("-1"), sale("2", country: 40)))
    ])
    #expect(try register.cells("ventas.csv", "country_id", "units") == ["4·14", "40·2"])
    #expect(register.summaries[0].repeated == 1 && register.summaries[0].respelled == 0)
}

@Test func spacesHyphensAndCaseDoNotMakeAnotherName() throws {
    let register = try RAIAVLImport([
        file(
            "v.csv",
            sales(
                sale("1", month: "01", brand: "Toyota", model: "Tacoma-"),
                sale("2", month: "01", brand: "Toyota ", model: "TACOMA"),
                sale("4", month: "01", brand: "Toyota", model: "Tacoma \u{A0}", country: 31),
                sale("8", month: "01", brand: "Ford", model: "tacoma"),
                sale("16", month: "02", brand: "Toyota", model: "tacoma")))
    ])
    #expect(
        try register.cells("ventas.csv", "month", "brand", "model", "country_id", "units") == [
            "2023-01·Ford·tacoma·4·8", "2023-01·Toyota·TACOMA·4·3", "2023-01·Toyota·TACOMA·31·4",
            "2023-02·Toyota·tacoma·4·16",
        ])
    #expect(register.summaries[0].repeated == 0 && register.summaries[0].respelled == 1)
}

@Test func aSumIsAsSureAsItsLeastSureRow() throws {
    let columns = salesColumns + ",ESTATUS"
    let register = try RAIAVLImport([
        file(
            "v.csv",
            sales(
                sale("1,\"Cifras Definitivas\""), sale("2,\"Cifras Revisadas\""),
                sale("3,\"Cifras Definitivas\"", month: "02"),
                sale("4,\"Cifras Revisadas\"", month: "03"),
                sale("5,\"Cifras Preliminares\"", month: "03"), sale("6,\"\"", month: "04"),
                columns: columns))
    ])
    #expect(
        try register.cells("ventas_mes.csv", "units", "status") == [
            "3·revised", "3·official", "9·preliminary", "6·preliminary",
        ])
    #expect(register.summaries[0].statuses == [.preliminary, .revised, .official])
}

// MARK: - Names

@Test func cataloguesNameCountries() throws {
    let rows = sales(sale("1", country: 66), sale("2", country: 500), sale("3", country: 4))
    let catalogue = "\"ID_PAIS_ORIGEN\",\"DESC_PAIS_ORIGEN\"\r\n66,\"EUA\"\r\n500,\"Reunión\"\r\n"
    let without = try RAIAVLImport([file("v.csv", rows)])
    #expect(
        try without.cells("ventas.csv", "country_id", "country", "iso3") == [
            "4·Alemania·DEU", "66·Estados Unidos·USA", "500·id 500·",
        ])
    let with = try RAIAVLImport([file("v.csv", rows), file("tc_pais_origen.csv", catalogue)])
    #expect(
        try with.cells("ventas.csv", "country_id", "country", "iso3") == [
            "4·Alemania·DEU", "66·EUA·USA", "500·Reunión·",
        ])
}

@Test func theNameOfTheLatestCatalogueCounts() throws {
    func catalogue(_ folder: String, _ name: String) -> PublishedFile {
        file("\(folder)/catalogos/tc.csv", "ID_PAIS_ORIGEN,DESC_PAIS_ORIGEN\r\n4,\(name)\r\n")
    }
    let files = [
        file("v.csv", sales(sale("1"))), catalogue("x", "Z"), catalogue("y", "B"),
        catalogue("z", "A"), file("x/metadatos/metadatos_venta.txt", "modified: 2026-10-07\n"),
        file("y/metadatos/metadatos_venta.txt", "modified: 2024-10-07\n"),
    ]
    for files in [files, files.reversed()] {
        #expect(try RAIAVLImport(files).cells("ventas.csv", "country") == ["Z"])
    }
    #expect(
        try RAIAVLImport([files[0], files[2], files[3]]).cells("ventas.csv", "country") == ["A"])
}

// MARK: - The export of interactive tables

private let exportColumns =
    "\u{FEFF}\"Venta de vehículos híbridos y eléctricos por entidad federativa\"\r\n\r\n"
    + "\"Año\",\"Mes\",\"Entidad Federativa\",\"Unidades Vehiculares Eléctricas\","
    + "\"Unidades Vehiculares Hibridas Plugin\",\"Unidades Vehiculares Hibridas\"\r\n"

@Test func anExportOfInteractiveTablesIsRead() throws {
    let register = try RAIAVLImport([
        file(
            "RAIAVL_11.csv",
            exportColumns + "\"2021\",\"Octubre\",\"Querétaro de Árteaga\",1,2,3\r\n"
                + "\"2021\",\"Octubre\",\"No especificado\",-,-,-\r\n"
                + "\"2021\",\"Noviembre\",\"México\",-,-,-\r\n")
    ])
    #expect(
        try register.cells("hibridos.csv", "month", "state_code", "state", "hybrid", "status") == [
            "2021-10·22·Querétaro·3·preliminary", "2021-10·99·No especificado··missing",
            "2021-11·15·México··missing",
        ])
    #expect(
        try register.cells("hibridos_mes.csv", "month", "electric", "units", "status") == [
            "2021-10·1·6·preliminary", "2021-11···missing",
        ])
    #expect(register.summaries[0].years.map(\.months) == [1])
}

@Test func mistakesOfAnExportHaveTheirPlaces() {
    #expect(
        faults(
            file(
                "x.csv",
                exportColumns + "\"2021\",\"Octubrr\",\"México\",1,2,3\r\n"
                    + "\"2021\",\"Octubre\",\"Mexcio\",1,2,3\r\n"
                    + "\"1021\",\"Octubre\",\"México\",1,n,3\r\n")) == [
                "x.csv:4:8 there is no month “Octubrr”", "x.csv:5:18 there is no state “Mexcio”",
                "x.csv:6:1 there is no year 1021",
                "x.csv:6:29 the cell “n” in column Unidades Vehiculares Hibridas Plugin is not a "
                    + "whole number",
            ])
    #expect(
        faults(file("x.csv", "Ventas\n\nAño,Mes,Marca,Unidades\n2021,Enero,Audi,1\n")).first
            == "x.csv:3 the table has no column Entidad Federativa")
}

// MARK: - What is wrong

@Test func whatIsWrongIsToldWithItsPlace() {
    #expect(
        faults(
            file(
                "v.csv",
                sales(
                    sale("1", month: "13"), sale("1", year: 20), sale("uno"), sale("1.5"), sale(""),
                    sale("99999999999"), sale("1", month: "01", brand: " ", model: "Q5"),
                    sale("1", country: -4)))) == [
                "v.csv:2:6 there is no month 13", "v.csv:3:1 there is no year 20",
                "v.csv:4:64 the cell “uno” in column UNI_VEH is not a whole number",
                "v.csv:5:64 the cell “1.5” in column UNI_VEH is not a whole number",
                "v.csv:6:64 the cell in column UNI_VEH is empty",
                "v.csv:7:64 99999999999 is more than a month's vehicles can be",
                "v.csv:8:11 the cell in column MARCA is empty",
                "v.csv:9:62 there is no country -4",
            ])
}

@Test func aMissingColumnIsNamed() {
    #expect(
        faults(file("v.csv", "ANIO,ID_MES,MARCA,MODEL,TIPO,SEGMENTO,ORIGEN,UNI_VEH\r\n")) == [
            "v.csv:1 the table has no column MODELO",
            "v.csv:1 the table has no column ID_PAIS_ORIGEN",
        ])
    // Exports without their destination have the columns of production.
    #expect(
        faults(
            file(
                "x.csv",
                "PROD_EST,ANIO,ID_MES,MARCA,MODELO,TIPO,SEGMENTO,UNI_VEH\r\n"
                    + "\"Exportación de vehículos\",2023,\"01\",A,B,C,D,1\r\n")) == [
                "x.csv:2:1 the row is not of production, but the table has no column "
                    + "ID_PAIS_DESTINO"
            ])
}

@Test func wordsThatAreNotKnownAreRefused() {
    #expect(
        faults(
            file("v.csv", sales(sale("1,\"Cifras Oficiales\""), columns: salesColumns + ",ESTATUS"))
        )
            == ["v.csv:2:66 “Cifras Oficiales” is no status that is known"])
    #expect(
        faults(file("v.csv", sales("Estatal," + sale("1"), columns: "COBERTURA," + salesColumns)))
            == ["v.csv:2:1 the coverage “estatal” is not known"])
    #expect(
        faults(
            file(
                "h.csv",
                "ANIO,ID_MES,ID_ENTIDAD,VEH_ELECTR,VEH_HIBRIDAS_PLUGIN,VEH_HIBRIDAS\r\n"
                    + "2023,\"01\",\"33\",1,2,3\r\n")) == ["h.csv:2:11 there is no state 33"])
}

@Test func otherEncodingsAndOtherTablesAreRefused() {
    let latin =
        Array("\(salesColumns)\r\n2023,\"01\",\"A\",\"".utf8) + [0xF3] + Array("\"\r\n".utf8)
    #expect(
        faults(PublishedFile(name: "v.csv", bytes: latin)).first
            == "v.csv:2:16 a byte that is not UTF-8")
    let wide = Array(salesColumns.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(
        faults(PublishedFile(name: "v.csv", bytes: [0xFF, 0xFE] + wide)).first
            == "v.csv:1:4 a NUL byte")
    #expect(faults(file("v.csv", "a,b\n1,2\n")) == ["v.csv:1 this is no table of the register"])
    #expect(faults(file("v.csv", "")) == ["v.csv:1:1 the file is empty"])
    #expect(faults() == ["- none of the files is a table of the register"])
    #expect(faults(file("tc.csv", "ID_MES,DESCRIPCION_MES\n01,Enero\n")).count == 1)
}

@Test func aFileThatWasCutIsNotTakenInSilence() throws {
    let whole = sales(sale("7"), sale("1234"))
    #expect(faults(file("v.csv", String(whole.dropLast(8)))).count == 1)
    // A number without its last digits looks whole; that its line has no end gives it away.
    let cut = try RAIAVLImport([file("v.csv", String(whole.unicodeScalars.dropLast(4)))])
    #expect(
        cut.warnings.all.map(\.message) == ["the last line has no end: the file may be cut off"])
}

@Test func tablesThatWereNotAskedForAreLeftOut() throws {
    let register = try RAIAVLImport([
        file("d/venta.csv", sales(sale("7")), isNamed: false),
        file("d/other.csv", "a,b\n1,2\n", isNamed: false),
        file("d/diccionario.csv", "a,b\n1,2\n", isNamed: false),
    ])
    #expect(register.warnings.all.map(\.location?.file) == ["d/other.csv"])
    #expect(
        faults(file("d/raiavl_venta.csv", "a,b\n1,2\n", isNamed: false))
            == ["d/raiavl_venta.csv:1 this is no table of the register"])
}

@Test func columnsThatAreNotKnownAreTold() throws {
    let register = try RAIAVLImport([
        file("v.csv", sales(sale("7,1"), columns: salesColumns + ",COMBUSTIBLE"))
    ])
    #expect(
        register.warnings.all.map(\.message)
            == ["the column COMBUSTIBLE is not known and left out"])
}

// MARK: - Whatever comes in

@Test func mutatedFilesGiveTablesOrFindings() throws {
    let sources = [
        sales(
            sale("7,\"\""), sale("-3,\"\"", month: "02", brand: "Kia", model: "Río-"),
            columns: salesColumns + ",ESTATUS"),
        exportColumns + "\"2021\",\"Octubre\",\"México\",1,-,3\r\n",
        "ID_PAIS_ORIGEN,DESC_PAIS_ORIGEN\r\n66,\"EUA\"\r\n", "modified: 2026-10-07\r\n",
    ].map { Array($0.utf8) }
    let names = ["v.csv", "x.csv", "tc.csv", "metadatos_raiavl_venta_x.txt"]
    var random = SplitMix64(seed: 11)
    var imported = 0
    for _ in 0..<3_000 {
        let chosen = Int.random(in: 0..<names.count, using: &random)
        let files = zip(names, sources).enumerated().map { index, source in
            let name = source.0
            var bytes = source.1
            let count = index == chosen ? Int.random(in: 1..<4, using: &random) : 0
            for _ in 0..<count where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes.remove(at: place)
                case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 2:
                    bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &random)], at: place)
                default: bytes.removeSubrange(place...)
                }
            }
            return PublishedFile(name: name, bytes: bytes)
        }
        do {
            let register = try RAIAVLImport(files)
            imported += 1
            for table in register.tables {
                #expect(try CSVTable(table.bytes, file: table.file).rows.count == table.rows)
            }
        } catch let findings as Diagnostics {
            #expect(findings.hasErrors)
        } catch let finding as Diagnostic {
            #expect(finding.severity == .error)
        }
    }
    #expect(imported > 100)
}
