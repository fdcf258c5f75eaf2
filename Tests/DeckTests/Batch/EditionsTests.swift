import Diagnostics
import Files
import Glibc
import TestSupport
import Testing

@testable import Deck

private let table = "estado,clave,unidades\nJalisco,14,5\nNuevo León,19,7\nPuebla,21,\n"

/// A deck with a matrix, and its editions as `id > output {set}`.
private func editions(
    _ matrix: String, parameters: String = "{estado: Jalisco, tope: 10}", output: String? = nil
) throws -> [String] {
    var template = Array("/tmp/lamina-matrix-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw NotWritten() }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { _ = Tool("rm").run("-r", path) }
    let yaml = """
        title: Estados
        language: es-MX
        period: 2024-S1
        parameters: \(parameters)
        tables: {t: {file: t.csv, columns: {unidades: integer}}}
        \(matrix)
        slides: [{id: uno, title: UNO, body: {text: hola}}]
        """
    guard write(Array(yaml.utf8), toFile: "\(path)/deck.yaml"),
        write(Array(table.utf8), toFile: "\(path)/t.csv")
    else { throw NotWritten() }
    let jobs = try Deck.editions(
        of: path, file: "deck.yaml", in: SourceFolder(path: path),
        output: try output.map { try NameTemplate($0) }, cache: nil)
    return jobs.map { job in
        let set = job.set.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let period = job.period.map { " \($0)" } ?? ""
        return "\(job.id) > \(job.output)\(period) \(set.joined(separator: " "))"
    }
}

private func fault(_ matrix: String, parameters: String = "{estado: Jalisco, tope: 10}") throws
    -> String
{
    var found = Diagnostics()
    _ = try found.collecting { try editions(matrix, parameters: parameters) }
    return found.sorted.first.map { "\($0.location?.line ?? 0) \($0.message)" } ?? ""
}

@Test func eachRowOfAQueryIsAnEdition() throws {
    #expect(
        try editions(
            "matrix: SELECT estado, unidades AS tope FROM t WHERE unidades > 0 ORDER BY clave") == [
                "Jalisco-5 > Jalisco-5 estado=Jalisco tope=5",
                "Nuevo León-7 > Nuevo-León-7 estado=Nuevo León tope=7",
            ])
}

@Test func eachCombinationIsAnEdition() throws {
    let matrix =
        "matrix: {period: [2024-S1, 2023-S2], estado: SELECT estado FROM t ORDER BY 1 LIMIT 2}"
    #expect(
        try editions(matrix, output: "{period}/{estado}") == [
            "2024-S1-Jalisco > 2024-S1/Jalisco 2024-S1 estado=Jalisco",
            "2024-S1-Nuevo León > 2024-S1/Nuevo-León 2024-S1 estado=Nuevo León",
            "2023-S2-Jalisco > 2023-S2/Jalisco 2023-S2 estado=Jalisco",
            "2023-S2-Nuevo León > 2023-S2/Nuevo-León 2023-S2 estado=Nuevo León",
        ])
}

@Test(arguments: [
    ("matrix: {estdo: [a]}", "6 the deck has no parameter “estdo”"),
    ("matrix: SELECT clave FROM t", "6 the deck has no parameter “clave”"),
    (
        "matrix: {estado: \"SELECT estado, clave FROM t\"}",
        "6 the query of one parameter gives 2 columns"
    ),
    ("matrix: {estado: SELECT unidades FROM t}", "6 row 3 of the matrix has no unidades"),
    ("matrix: {tope: [x]}", "6 the parameter “tope” is a whole number, not “x”"),
    ("matrix: {tope: SELECT 1.5}", "6 the parameter “tope” is a whole number, not “1.5”"),
    ("matrix: {tope: [1, 01]}", "6 the id “1” is used twice"),
    ("matrix: {estado: [' ']}", "6 a parameter of a matrix is not empty"),
    ("matrix: {estado: []}", "6 a parameter of a matrix has at least one value"),
    ("matrix: {estado: [a, [b]]}", "6 a parameter is a text or a number, not a list"),
    ("matrix: {estado: SELECT estado FROM t WHERE 0}", "6 the matrix has no edition"),
    ("matrix: {estado: [a, a]}", "6 the id “a” is used twice"),
    ("matrix: {period: [2024-S3]}", "6 “2024-S3” is not a period"),
    (
        "matrix: SELECT nada FROM t",
        "6 the query fails: no such column: nada, at line 1, column 8 of the query"
    ),
    ("matrix: DROP TABLE t", "6 a query only reads"),
])
func whatIsWrongWithAMatrixIsToldAtItsPlace(matrix: String, expected: String) throws {
    let said = try fault(matrix)
    if expected.contains("only reads") {
        #expect(said.hasPrefix("6 "))
    } else {
        #expect(said == expected)
    }
}

@Test func aMatrixOfTooManyEditionsIsAnError() throws {
    let values = (1...400).map { "\($0)" }.joined(separator: ",")
    #expect(
        try fault("matrix: {estado: [\(values)], tope: [\(values)]}")
            == "6 the matrix has more than the 100000 editions allowed")
}

@Test func aDeckWithoutAMatrixIsNoBatch() throws {
    #expect(try fault("subject: nada") == "1 the deck has no “matrix:”")
}
