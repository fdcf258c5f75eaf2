import Diagnostics
import Testing

@testable import Files

@Test func aTreeGoesWithoutWhatItLinksTo() throws {
    let folder = try TestFolder()
    try folder.write("mine", to: "elsewhere/a.txt")
    try folder.write("1", to: "tree/one/two/b.txt")
    try folder.link("tree/one/link", to: folder("elsewhere"))
    try folder.link("tree/lost", to: "nowhere")
    try removeTree(folder("tree"))
    #expect(!isFolder(folder("tree")) && isFolder(folder("elsewhere")))
    #expect(try folder.text("elsewhere/a.txt") == "mine")
    try removeTree(folder("tree"))
    try removeTree(folder("elsewhere/a.txt"))
    #expect(!folder.source.exists("elsewhere/a.txt"))
    #expect(throws: Diagnostic.self) { try removeTree("/proc/self/status") }
}

@Test func onlyNamedFilesGoAndTheFoldersThatThisEmpties() throws {
    let folder = try TestFolder()
    for name in ["a.pdf", "png/1.png", "png/2.png", "svg/deep/1.svg", "mine.txt"] {
        try folder.write("1", to: "out/\(name)")
    }
    try folder.write("1", to: "elsewhere/1.png")
    try folder.link("out/link", to: folder("elsewhere"))
    removeFiles(
        ["a.pdf", "png/1.png", "svg/deep/1.svg", "link/1.png", "../elsewhere/1.png", "no/such"],
        in: folder("out"))
    #expect(
        try SourceFolder(path: folder("out")).tree() == ["mine.txt", "png/2.png"])
    #expect(!isFolder(folder("out/svg")) && isFolder(folder("out/png")))
    #expect(try folder.text("elsewhere/1.png") == "1")
}
