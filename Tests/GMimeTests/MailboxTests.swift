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
    "ana@x.mx@evil.com", "pepe@a.mx]juan@c.mx", "a@b.mx [x], c@d.mx", "pepe@a.mx\\, juan@c.mx",
    "pepe@a.mx ) , juan@c.mx", "pepe@a.mx @b.mx, juan@c.mx", "\"=?UTF-8?B?QUJD?=\" <a@b.mx>",
    "=?UTF-8?Q?x=22_<evil@x.y>,_y?= <a@b.mx>", "{{total}}@x.mx", ",a@b.mx", "a@b.mx,,c@d.mx",
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

@Test func namesInQuotesKeepTheirSigns() throws {
    let list = try Mailbox.list("\"a \\\"b\\\" <c>, d\" <a@b.mx>,  Ana   López <c@d.mx>")
    #expect(list.map(\.name) == ["a \"b\" <c>, d", "Ana   López"])
}

@Test func listsAndNamesHaveTheirLengths() throws {
    let many = { (count: Int) in Array(repeating: "a@b.mx", count: count).joined(separator: ",") }
    #expect(try Mailbox.list(many(1000)).count == 1000)
    #expect(throws: Diagnostic.self) { try Mailbox.list(many(1001)) }
    let named = { (count: Int) in "\(String(repeating: "é", count: count)) <a@b.mx>" }
    #expect(try Mailbox.list(named(128)).count == 1)
    #expect(throws: Diagnostic.self) { try Mailbox.list(named(129)) }
    let long = Array(repeating: String(repeating: "a", count: 60), count: 5).joined(separator: ".")
    #expect(throws: Diagnostic.self) { try Mailbox.list("a@\(long).mx") }
}
