import Foundation
import TestSupport
import Testing

@Test func schemaPrintsJSONForEditors() throws {
    let workplace = try Workplace()
    for (arguments, title) in [
        (["schema"], "deck.yaml of Lámina"), (["schema", "deck"], "deck.yaml of Lámina"),
        (["schema", "theme"], "theme.yaml of Lámina"),
    ] {
        let outcome = try workplace.lamina(arguments)
        #expect(outcome.exitCode == 0 && outcome.errors == "")
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        #expect(object["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
        #expect(object["title"] as? String == title)
        #expect(object["additionalProperties"] as? Bool == false)
    }
    #expect(try workplace.lamina("schema", "slide").exitCode == 64)
}

@Test(.enabled(if: Tool("python3").isInstalled)) func schemasAcceptTheDecksOfTheHouse() throws {
    // The script needs Python's jsonschema; where that is not there, it says so and ends well.
    let check = Tool("python3").run("\(repositoryRoot)/Tests/Checks/schema.py", try builtCommand())
    #expect(check.succeeded, "\(check.output)")
}
