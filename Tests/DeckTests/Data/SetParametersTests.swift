import Diagnostics
import Tables
import Testing
import YAML

@testable import Deck

private func set(_ values: [String: String]) throws -> (cells: [String: Cell], faults: [String]) {
    let yaml = """
        title: T
        language: es-MX
        period: 2024
        parameters: {estado: Jalisco, tope: 10, parte: 0.5, clave: "09"}
        slides: [{id: uno, title: UNO, body: {text: hola}}]
        """
    let reading = Reading()
    var file = DeckFile(reading: try Node.parse(Array(yaml.utf8), file: "deck.yaml"), into: reading)
    file.set(values, into: reading)
    #expect(reading.findings.all.allSatisfy { $0.kind == .usage })
    return (file.parameters, reading.findings.all.map(\.message))
}

@Test func parametersKeepTheirTypes() throws {
    let (cells, faults) = try set(["estado": "Puebla", "tope": "12", "parte": "3", "clave": "21"])
    #expect(faults.isEmpty)
    #expect(
        cells == [
            "estado": .text("Puebla"), "tope": .integer(12), "parte": .number(3),
            "clave": .text("21"),
        ])
    #expect(try set(["estado": "2024"]).cells["estado"] == .text("2024"))
    #expect(try set([:]).cells["tope"] == .integer(10))
}

@Test func whatIsNotDeclaredOrOfAnotherTypeIsRefused() throws {
    #expect(
        try set(["estdo": "x", "tope": "1.5", "parte": "mucho", "clave": ""]).faults == [
            "the deck has no parameter “estdo”", "the parameter “parte” is a number, not “mucho”",
            "the parameter “tope” is a whole number, not “1.5”",
        ])
    #expect(try set(["parte": "inf"]).faults.count == 1)
}
