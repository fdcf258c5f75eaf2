import Diagnostics
import Testing

@testable import Deck

@Test(arguments: [
    ("{id}", "Nuevo-León"), ("{period}/{id}", "2024-S1/Nuevo-León"), ("deck-{page:03}", "deck-007"),
    ("{page:02}-{slide}", "07-mapa"), ("{big:02}", "1234"), ("{path}", "..-etc-passwd-"),
    ("año", "año"),
])
func namesAreFilledIn(template: String, name: String) throws {
    let values = [
        "id": "Nuevo León", "period": "2024-S1", "page": "7", "slide": "mapa", "big": "1234",
        "path": "../etc/passwd\u{0}",
    ]
    let filled = { try NameTemplate(template).filled(values) }
    if template == "{path}" {
        // It could lead nowhere, but begins with a dot.
        #expect(throws: Diagnostic.self) { try filled() }
    } else {
        #expect(try filled() == name)
    }
}

@Test(arguments: ["{id", "id}", "{id:2}", "{id:x}", "{id:02:3}", "{id:0}x{"])
func bracesHavePartners(template: String) {
    if template == "{id:0}x{" || template != "{id:0}" {
        #expect(throws: Diagnostic.self) { try NameTemplate(template) }
    }
}

@Test(arguments: ["", "/x", "x/", "a//b", "../x", "a/../b", ".x", "a/.b", "x\u{1}", "{none}"])
func namesThatNoFileCanHaveAreErrors(template: String) {
    #expect(throws: Diagnostic.self) {
        try NameTemplate(template).filled(["id": "x"])
    }
}

@Test func aLongNameIsAnError() throws {
    let long = String(repeating: "ñ", count: 101)
    #expect(throws: Diagnostic.self) { try NameTemplate("{id}").filled(["id": long]) }
    #expect(try NameTemplate("{id}").filled(["id": String(long.dropFirst())]).utf8.count == 200)
}

@Test func anUnknownPartIsToldWithTheNearestOne() {
    let error = #expect(throws: Diagnostic.self) {
        try NameTemplate("{estdo}").filled(["estado": "x", "id": "y"])
    }
    #expect(error?.hint == "did you mean {estado}?")
}

@Test func aSlashThatHidesInACharacterLeadsNowhere() throws {
    // A letter that joins what follows it, and a sign of the same kind.
    #expect(try NameTemplate("{id}/x").filled(["id": "\u{D4E}/.."]) == "\u{D4E}-../x")
    #expect(throws: Diagnostic.self) { try NameTemplate("\u{600}/../x").filled([:]) }
    // Letters with their marks stay as they are.
    #expect(
        try NameTemplate("{id}").filled(["id": "Leo\u{301}n e\u{301}"]) == "Leo\u{301}n-e\u{301}")
}

@Test func aPeriodThatNobodySaysIsAskedFor() throws {
    let template = try NameTemplate("{period}/{id}")
    let error = #expect(throws: Diagnostic.self) { try template.filled(["id": "a"]) }
    #expect(error?.hint == "write “period:” in the job, or say --period")
}
