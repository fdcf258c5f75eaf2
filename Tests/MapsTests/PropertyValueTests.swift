import Maps
import Testing

@Test func wholeNumbersAreKeysWithoutAFraction() {
    #expect(PropertyValue.number(9).key == "9")
    #expect(PropertyValue.number(-0.0).key == "0")
    #expect(PropertyValue.number(9.5).key == "9.5")
    #expect(PropertyValue.number(1e300).key == "1e+300")
}

@Test func textsAndTruthsAreKeysAndNothingElseIs() {
    #expect(PropertyValue.text("09").key == "09")
    #expect(PropertyValue.bool(true).key == "true")
    #expect(PropertyValue.null.key == nil)
    #expect(PropertyValue.numbers([1, 2]).key == nil)
}
