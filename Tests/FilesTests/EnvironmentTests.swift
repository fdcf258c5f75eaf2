import Files
import Testing

@Test func variablesAreSetOrNot() {
    #expect(Environment.value(named: "PATH")?.isEmpty == false)
    #expect(Environment.value(named: "LAMINA_THAT_NOBODY_SETS") == nil)
    #expect(Environment.value(named: "") == nil)
    #expect(Environment.value(named: "PATH\0X") == nil)
}
