import JSON
import Testing

@Test func textsAreEscaped() {
    #expect(JSONText.text("a\"b\\c\nd\u{1}é").description == #""a\"b\\c\nd\u0001é""#)
}

@Test func numbersAreWhatJSONHas() {
    #expect(JSONText.decimal(0.1).description == "0.1")
    #expect(JSONText.decimal(-1e300).description == "-1e+300")
    #expect(JSONText.decimal(.nan).description == "null")
    #expect(JSONText.decimal(.infinity).description == "null")
    #expect(JSONText.array([.number(1), .bool(true), .null]).description == "[1,true,null]")
}

@Test func whatHoldsOthersStandsOnSeveralLines() {
    let json = JSONText.object([
        ("a", .number(1)), ("b", .array([.object([("c", .null)]), .object([("d", .null)])])),
        ("e", .array([.number(1), .number(2)])),
    ])
    #expect(
        json.lines == """
            {
              "a": 1,
              "b": [
                {"c":null},
                {"d":null}
              ],
              "e": [1,2]
            }

            """)
}
