import Diagnostics
import Testing

@testable import GMime

@Test func addressesAreReadWithTheirNames() throws {
    let list = try Mailbox.list(
        "\"López, Ana\" <ana@example.mx>, José Núñez <jose@example.mx>, b@x.mx")
    #expect(list.map(\.name) == ["López, Ana", "José Núñez", ""])
    #expect(list.map(\.address) == ["ana@example.mx", "jose@example.mx", "b@x.mx"])
    #expect(list[0].host == "example.mx")
}

@Test func hostsWithAccentsAreWrittenAsDNSKnowsThem() throws {
    #expect(try Mailbox.list("ana@méxico.mx").map(\.address) == ["ana@xn--mxico-bsa.mx"])
}

@Test(arguments: [
    "", " ", "ana", "ana@", "@example.mx", "ana@@example.mx", "ana@example.mx, ", "a b@example.mx",
    "ana@exa mple.mx", "ana@-x.mx", "ana@x..mx", "ana..b@x.mx", ".ana@x.mx", "ana@x.mx b@x.mx",
    "josé@example.mx", "staff: ana@x.mx, b@x.mx;", "Ana <ana@x.mx", "<>", "ana@x_y.mx",
    "ana@x.mx\r\nBcc: eve@x.mx", "ana@x.mx\nBcc: eve@x.mx", "Ana\u{0}<ana@x.mx>",
    "Ana\u{7}<ana@x.mx>",
    "ana@x.mx;b@x.mx", "ana,@x.mx", "ana@[127.0.0.1]", "(ana)@x.mx",
])
func whatIsNoAddressIsRefused(text: String) {
    let finding = #expect(throws: Diagnostic.self) { try Mailbox.list(text) }
    #expect(finding?.kind == .usage)
}

@Test func aLocalPartIsAsLongAsServersTakeIt() throws {
    let longest = String(repeating: "a", count: 64)
    #expect(try Mailbox.list("\(longest)@x.mx").count == 1)
    #expect(throws: Diagnostic.self) { try Mailbox.list("\(longest)a@x.mx") }
}
