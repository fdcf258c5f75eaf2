import Testing

@testable import Files

@Test func aFolderAroundAPathIsFoundByWhateverName() throws {
    let folder = try TestFolder()
    try createFolder(folder("a/b/c"))
    try createFolder(folder("ab"))
    try folder.link("link", to: folder("a"))
    let index = FolderIndex([folder("link"), folder("ab"), folder("nowhere")])
    #expect(index.folder(around: folder("a/b/c")) == folder("link"))
    #expect(index.folder(around: folder("a")) == folder("link"))
    #expect(index.folder(around: folder("link/b/../b")) == folder("link"))
    #expect(FolderIndex([folder("a/b")]).folder(around: folder("a")) == nil)
    #expect(index.folder(around: folder("nowhere/else")) == nil)
}
