import Testing

@testable import Files

@Test func aFolderAroundAPathIsFoundByWhateverName() throws {
    let folder = try TestFolder()
    try createFolder(folder("a/b/c"))
    try createFolder(folder("ab"))
    try folder.link("link", to: folder("a"))
    let known = [folder("link"), folder("ab"), folder("nowhere")]
    #expect(Files.folder(of: known, around: folder("a/b/c")) == folder("link"))
    #expect(Files.folder(of: known, around: folder("a")) == folder("link"))
    #expect(Files.folder(of: known, around: folder("link/b/../b")) == folder("link"))
    #expect(Files.folder(of: [folder("a/b")], around: folder("a")) == nil)
    #expect(Files.folder(of: known, around: folder("nowhere/else")) == nil)
}
