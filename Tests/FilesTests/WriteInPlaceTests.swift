import Diagnostics
import Testing

@testable import Files

@Test func theBeginningOfAFileIsWrittenOver() throws {
    let folder = try TestFolder()
    try writeInPlace(Array("sending a".utf8), to: folder("mark"))
    #expect(try folder.text("mark") == "sending a")
    try writeInPlace(Array("sent   ".utf8), to: folder("mark"))
    #expect(try folder.text("mark") == "sent    a")
    let error = #expect(throws: Diagnostic.self) { try writeInPlace([1], to: folder("no/mark")) }
    #expect(error?.kind == .cannotCreate)
}
