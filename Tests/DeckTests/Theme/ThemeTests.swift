import Diagnostics
import Graphics
import Testing
import YAML

@testable import Deck

private func read(_ yaml: String) throws -> (theme: Theme, findings: [String]) {
    let reading = Reading()
    let theme = Theme(reading: try Node.parse(Array(yaml.utf8), file: "t"), into: reading)
    return (theme, reading.findings.all.map { "\($0)" })
}

@Test func everyRoleHasAToken() {
    for role in ColorRole.allCases { #expect(Theme.standardColors[role] != nil, "\(role)") }
    for role in TypeRole.allCases { #expect(Theme.standardType[role] != nil, "\(role)") }
}

@Test func theHousesTextIsLargeEnoughToRead() {
    for token in Theme.standardType.values {
        #expect(token.size >= 9)
        #expect(token.leading >= token.size * 1.1)
    }
}

@Test func theHousesTextStandsOutFromItsGround() {
    let theme = Theme()
    let pairs: [(ColorRole, on: ColorRole)] = [
        (.ink, .ground), (.ink, .panel), (.muted, .ground), (.muted, .panel), (.primary, .ground),
        (.primary, .panel), (.accentText, .ground), (.accentText, .panel), (.ground, .ink),
        (.onInk, .ink), (.accentLight, .ink), (.chipText, .chipGround),
        (.chipNegativeText, .chipNegativeGround),
    ]
    for (text, ground) in pairs {
        #expect(
            theme.color(text).contrast(with: theme.color(ground)) >= 4.5, "\(text) on \(ground)")
    }
}

@Test func aSurfacesWordsStandOutFromIt() {
    let theme = Theme()
    for surface in Surface.allCases {
        for role in [surface.text, surface.muted, surface.figure, surface.key, surface.strong] {
            #expect(
                theme.color(role).contrast(with: theme.color(surface.ground)) >= 4.5,
                "\(role) on \(surface)")
        }
    }
}

@Test func aFileChangesWhatItNamesAndNothingElse() throws {
    let (theme, findings) = try read(
        """
        font: Another
        margin: 50
        colors: { ink: "000000" }
        type: { note: { size: 10 }, body: { weight: 800, tracking: 0.1, leading: 25 } }
        """)
    #expect(findings.isEmpty)
    #expect(theme.family == "Another")
    #expect(theme.margin == 50 && theme.gutter == Theme().gutter)
    #expect(theme.color(.ink) == .black)
    #expect(theme.color(.primary) == Theme().color(.primary))
    #expect(theme.token(.note) == TypeToken(10, 13, .regular))
    #expect(theme.token(.body) == TypeToken(16, 25, .extrabold, tracking: 0.1))
    #expect(theme.token(.title) == Theme().token(.title))
}

@Test(arguments: [
    ("colors: { ink: 123 }", "t:1:16: error: a colour is six hexadecimal digits"),
    ("colors: { ink: \"GGGGGG\" }", "t:1:16: error: a colour is six hexadecimal digits"),
    ("colors: { ink: [1] }", "t:1:16: error: a colour is six hexadecimal digits"),
    ("colors: { inc: \"000000\" }", "t:1:11: error: there is no colour “inc”"),
    ("type: { boddy: { size: 10 } }", "t:1:9: error: there is no kind of text “boddy”"),
    ("type: { body: { size: 8 } }", "t:1:23: error: “size” is from 9.0 to 200.0, not 8.0"),
    ("type: { body: { weight: 450 } }", "t:1:15: error: a weight is 400, 500, 600, 700 or 800"),
    ("type: { body: 12 }", "t:1:15: error: the letters of a role is a mapping of keys"),
    ("fonts: Inter", "t:1:1: error: a theme has no key “fonts”"),
    ("margin: 900", "t:1:9: error: “margin” is from 0.0 to 200.0, not 900.0"),
])
func wrongTokensAreTold(yaml: String, finding: String) throws {
    let findings = try read(yaml).findings
    try #require(findings.count == 1)
    #expect(findings[0].hasPrefix(finding))
}
