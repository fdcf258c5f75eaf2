import Testing

@testable import Files

@Test func aStampChangesWithTheFile() throws {
    let folder = try TestFolder()
    try folder.write("1", to: "a")
    let first = try #require(FileStamp(of: folder("a")))
    #expect(FileStamp(of: folder("a")) == first && first.changed > 1_700_000_000)
    // Another file under the same name, however fast it was put there.
    try folder.write("2", to: "a")
    #expect(FileStamp(of: folder("a")) != first)
    #expect(FileStamp(of: folder("b")) == nil && FileStamp(of: "") == nil)
}
