import Graphics
import Testing

@Test(
    arguments: [
        (0, 3, "0"), (-0.0004, 3, "0"), (-0.5, 3, "-0.5"), (1.25, 2, "1.25"), (1.204, 2, "1.2"),
        (0.05, 2, "0.05"), (0.001, 3, "0.001"), (-12.3456, 3, "-12.346"), (99.9996, 3, "100"),
        (7, 0, "7"),
    ] as [(Double, Int, String)])
func numbersAreAsShortAsTheyCanBe(value: Double, decimals: Int, text: String) {
    #expect(shortNumber(value, decimals: decimals) == text)
}

@Test func whatIsNoNumberHasNoDigits() {
    for value in [Double.nan, .infinity, -.infinity, 1e300] {
        #expect(shortNumber(value, decimals: 2) == nil)
    }
}

@Test(arguments: [
    ("a b", "a-b"), ("Año/2024", "A-o-2024"), ("x_1-y", "x_1-y"), ("", ""), ("<\">", "---"),
])
func safeNamesHoldNothingThatMeansMore(name: String, safe: String) {
    #expect(name.asSafeName == safe)
}
