import Diagnostics
import Imports
import TestSupport
import Testing

/// A publication with metadata that say when it was changed, and one table.
private func publication(
    _ folder: String, _ modified: String?, _ table: String
) -> [PublishedFile] {
    let metadata = modified.map { day in
        file(
            "\(folder)/metadatos/metadatos_raiavl_venta_mensual_2005_2024.txt",
            "title: Venta\r\nmodified: \(day)\r\ntemporal: 2005-01-01-2024-09-30\r\n")
    }
    return [metadata, file("\(folder)/conjunto_de_datos/raiavl_venta.csv", table)].compactMap { $0 }
}

private func units(_ files: [PublishedFile]) throws -> [String] {
    try RAIAVLImport(files).cells("ventas_mes.csv", "month", "units", "vintage")
}

@Test func theLaterVintageWinsMonthByMonth() throws {
    let may = publication("a", "2024-05-07", sales(sale("1", month: "01"), sale("2", month: "02")))
    let june = publication("b", "2024-06-06", sales(sale("3", month: "02"), sale("4", month: "03")))
    for files in [may + june, june + may] {
        #expect(
            try units(files) == [
                "2023-01·1·2024-05-07", "2023-02·3·2024-06-06", "2023-03·4·2024-06-06",
            ])
    }
}

@Test func filesThatDisagreeWithoutAVintageAreNamed() throws {
    let may = publication("a", nil, sales(sale("1", month: "01"), sale("2", month: "02")))
    let june = publication("b", "2024-06-06", sales(sale("3", month: "02"), sale("4", month: "03")))
    for (left, right) in [(may, june), (june, may)] {
        let findings = try #require(throws: Diagnostics.self) { try RAIAVLImport(left + right) }
        #expect(
            findings.all.map(\.message) == [
                "a/conjunto_de_datos/raiavl_venta.csv and b/conjunto_de_datos/raiavl_venta.csv have "
                    + "different figures of ventas for 2023-02, and which are later is not known"
            ])
    }
    // The same day says no more than none.
    let again = publication("c", "2024-06-06", sales(sale("5", month: "02")))
    #expect(throws: Diagnostics.self) { try RAIAVLImport(june + again) }
}

@Test func filesThatAgreeAreNoDispute() throws {
    let plain = publication("a", nil, sales(sale("1", month: "01"), sale("2", month: "02")))
    let dated = publication(
        "b", "2024-06-06", sales(sale("2", month: "02"), sale("1", month: "01")))
    #expect(
        try units(plain + dated) == ["2023-01·1·2024-06-06", "2023-02·2·2024-06-06"])
    // An earlier file that disagrees with the later one is overruled, whoever agrees beside.
    let early = publication("c", "2023-06-06", sales(sale("7", month: "02")))
    #expect(try units(plain + dated + early).last == "2023-02·2·2024-06-06")
    #expect(throws: Diagnostics.self) { try RAIAVLImport(plain + early) }
}

@Test func filesThatAgreeMayBeUnequallySure() throws {
    let old = file("a.csv", sales(sale("1"), sale("2", month: "02")))
    let new = file(
        "b.csv",
        sales(
            sale("1,\"Cifras Definitivas\""), sale("2,\"Cifras Revisadas\"", month: "02"),
            columns: salesColumns + ",ESTATUS"))
    for files in [[old, new], [new, old]] {
        #expect(
            try RAIAVLImport(files).cells("ventas_mes.csv", "units", "status")
                == ["1·official", "2·revised"])
    }
}

@Test func theSameFileTwiceIsCountedOnce() throws {
    let once = publication("a", nil, sales(sale("1", month: "01"), sale("2", month: "01")))
    let twice = once + publication("b", nil, sales(sale("1", month: "01"), sale("2", month: "01")))
    #expect(try RAIAVLImport(twice).tables == RAIAVLImport(once).tables)
    #expect(try RAIAVLImport(twice).summaries == RAIAVLImport(once).summaries)
}

@Test func aMonthThatHasNotComeDoubtsNoFile() throws {
    let export =
        "Título\r\n\r\nAño,Mes,Entidad Federativa,Unidades Vehiculares Eléctricas,"
        + "Unidades Vehiculares Hibridas Plugin,Unidades Vehiculares Hibridas\r\n"
        + "2021,Noviembre,México,-,-,-\r\n2021,Octubre,México,1,2,3\r\n"
        + "2021,Octubre,Tlaxcala,-,-,-\r\n"
    let table =
        "ANIO,ID_MES,ID_ENTIDAD,VEH_ELECTR,VEH_HIBRIDAS_PLUGIN,VEH_HIBRIDAS\r\n"
        + "2021,\"11\",\"15\",1,2,3\r\n2021,\"10\",\"15\",1,2,3\r\n"
    let register = try RAIAVLImport([file("x.csv", export), file("h.csv", table)])
    #expect(try register.cells("hibridos_mes.csv", "units") == ["6", "6"])
}

@Test func aVintageIsOfItsProductAndPublication() throws {
    var files = publication("a", "2024-05-07", sales(sale("1")))
    files.append(
        file(
            "a/conjunto_de_datos/p.csv",
            "ANIO,ID_MES,MARCA,MODELO,TIPO,SEGMENTO,UNI_VEH\r\n2023,\"01\",A,B,C,D,1\r\n"))
    files.append(file("elsewhere/v.csv", sales(sale("2", month: "02"))))
    let register = try RAIAVLImport(files)
    #expect(try register.cells("ventas_mes.csv", "vintage") == ["2024-05-07", ""])
    #expect(try register.cells("produccion_mes.csv", "vintage") == [""])
}

@Test func metadataThatContradictEachOtherAreAnError() {
    let folder = "a/metadatos/metadatos_raiavl_venta_mensual_2005"
    #expect(
        faults(
            file("a/v.csv", sales(sale("1"))),
            file("\(folder)_2023.txt", "modified: 2024-05-07\n"),
            file("\(folder)_2024.txt", "modified: 2025-05-07\n")) == [
                "\(folder)_2024.txt \(folder)_2023.txt and \(folder)_2024.txt name different days, "
                    + "2024-05-07 and 2025-05-07, for the same data"
            ])
}

@Test func aDayThatIsNoneIsNoVintage() throws {
    let register = try RAIAVLImport(publication("a", "07/10/2026", sales(sale("1"))))
    #expect(try register.cells("ventas_mes.csv", "vintage") == [""])
    #expect(register.warnings.all.map(\.location?.line) == [2])
    let timed = try RAIAVLImport(publication("a", "2026-10-07T12:00:00", sales(sale("1"))))
    #expect(try timed.cells("ventas_mes.csv", "vintage") == ["2026-10-07"])
}

@Test func theOrderOfFilesChangesNothing() throws {
    var random = SplitMix64(seed: 5)
    for _ in 0..<40 {
        var files: [PublishedFile] = []
        for folder in ["a", "b", "c"] {
            let rows = (0..<30).map { _ in
                sale(
                    "\(Int.random(in: -9...99, using: &random))",
                    month: "0\(Int.random(in: 1...3, using: &random))",
                    brand: ["Kia", "KIA", "Kia-"].randomElement(using: &random) ?? "",
                    model: ["Río", "RÍO ", "Rio"].randomElement(using: &random) ?? "",
                    country: [4, 40, 126].randomElement(using: &random) ?? 4)
            }
            let table = ([salesColumns] + rows).map { $0 + "\n" }.joined()
            files += publication(folder, "2024-0\(files.count + 1)-01", table)
        }
        let tables = try RAIAVLImport(files).tables
        for _ in 0..<3 {
            #expect(try RAIAVLImport(files.shuffled(using: &random)).tables == tables)
        }
    }
}
