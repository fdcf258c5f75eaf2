import Diagnostics
import Imports
import Tables

/// The columns of sales without those that no test needs.
let salesColumns = "ANIO,ID_MES,MARCA,MODELO,TIPO,SEGMENTO,ORIGEN,ID_PAIS_ORIGEN,UNI_VEH"

/// A row of sales as INEGI writes it.
func sale(
    _ units: String, year: Int = 2023, month: String = "01", brand: String = "Audi",
    model: String = "Q5", origin: String = "IMPORTADO", country: Int = 4
) -> String {
    "\(year),\"\(month)\",\"\(brand)\",\"\(model)\",\"Camiones ligeros\",\"SUV's\",\"\(origin)\","
        + "\(country),\(units)"
}

/// A table of sales with CRLF, as INEGI's.
func sales(_ rows: String..., columns: String = salesColumns) -> String {
    ([columns] + rows).map { $0 + "\r\n" }.joined()
}

/// A file with a text in it.
func file(_ name: String, _ text: String, isNamed: Bool = true) -> PublishedFile {
    PublishedFile(name: name, bytes: Array(text.utf8), isNamed: isNamed)
}

extension RAIAVLImport {
    /// A table by its file's name, as it is read.
    func table(_ name: String) throws -> CSVTable? {
        guard let table = tables.first(where: { $0.file == name }) else { return nil }
        return try CSVTable(table.bytes, file: name)
    }

    /// The cells of some columns, row by row, with `·` between; those without a value are empty.
    func cells(_ name: String, _ columns: String...) throws -> [String] {
        guard let table = try table(name) else { return [] }
        let places = columns.compactMap { table.columns.firstIndex(of: $0) }
        return table.rows.map { row in places.map { row[$0] ?? "" }.joined(separator: "·") }
    }
}

/// What an import of files finds wrong, a line each; empty where nothing is.
func faults(_ files: PublishedFile...) -> [String] {
    do {
        _ = try RAIAVLImport(files)
        return []
    } catch let findings as Diagnostics {
        return findings.all.filter { $0.severity == .error }
            .map { "\($0.location?.description ?? "-") \($0.message)" }
    } catch let finding as Diagnostic {
        return ["\(finding.location?.description ?? "-") \(finding.message)"]
    } catch {
        return ["\(error)"]
    }
}
