import Diagnostics
import Files
import Testing

@Test func foldersAreMadeWithThoseAboveThem() throws {
    let folder = try TestFolder()
    try createFolder(folder("a/b//c/"))
    try createFolder(folder("a/b/c"))
    try createFolder(folder("a/./x/../y"))
    #expect(names(in: folder("a")) == ["b", "x", "y"])
    #expect(names(in: folder("a/b")) == ["c"])
    try createFolder("/")
    try createFolder(".")
}

@Test func aLinkToAFolderIsAFolder() throws {
    let folder = try TestFolder()
    try createFolder(folder("a"))
    try folder.link("b", to: "a")
    try createFolder(folder("b/c"))
    #expect(names(in: folder("a")) == ["c"])
}

@Test func whatStandsInTheWayIsNamed() throws {
    let folder = try TestFolder()
    try folder.write("x", to: "file")
    for path in [folder("file"), folder("file/a"), "", folder("a\0b"), "/proc/nothing/here"] {
        let finding = try #require(throws: Diagnostic.self) { try createFolder(path) }
        #expect(finding.kind == .cannotCreate)
        #expect(finding.message.hasPrefix("cannot create the folder `\(path)`: "))
    }
    #expect(names(in: folder.path) == ["file"])
}
