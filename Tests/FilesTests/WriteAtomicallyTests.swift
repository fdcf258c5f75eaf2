import Diagnostics
import Files
import Glibc
import Testing

/// The finding that writing a file throws.
private func failure(_ path: String) throws -> Diagnostic {
    try #require(throws: Diagnostic.self) { try writeAtomically([1, 2, 3], to: path) }
}

@Test func whatIsWrittenIsReadAgain() throws {
    let folder = try TestFolder()
    let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    try writeAtomically(bytes, to: folder("a"))
    #expect(try folder.source.read("a") == bytes)
    try writeAtomically([], to: folder("a"))
    #expect(try folder.source.read("a") == [])
    #expect(names(in: folder.path) == ["a"])
}

@Test func aReaderSeesTheOldFileOrTheNewOne() async throws {
    let folder = try TestFolder()
    let path = folder("a")
    let (small, large) = ([UInt8](repeating: 1, count: 10), [UInt8](repeating: 2, count: 100_000))
    try writeAtomically(small, to: path)
    try await withThrowingTaskGroup(of: Void.self) { group in
        for bytes in [small, large] {
            group.addTask {
                for _ in 0..<20 { try writeAtomically(bytes, to: path) }
            }
        }
        for _ in 0..<200 {
            let seen = try folder.source.read("a")
            #expect(seen == small || seen == large)
        }
        try await group.waitForAll()
    }
    #expect(names(in: folder.path) == ["a"])
}

@Test func aFileKeepsItsPermissions() throws {
    let folder = try TestFolder()
    try folder.write("x", to: "a")
    try succeed(unsafe chmod(folder("a"), 0o640))
    try folder.write("y", to: "a")
    var status = stat()
    try succeed(unsafe stat(folder("a"), &status))
    #expect(status.st_mode & 0o777 == 0o640)
}

@Test func aLinkIsReplacedAndWhatItNamedStays() throws {
    let folder = try TestFolder()
    try folder.write("old", to: "a")
    try folder.link("b", to: "a")
    try folder.link("c", to: "nowhere")
    try folder.write("new", to: "b")
    try folder.write("new", to: "c")
    #expect(try folder.text("a") == "old")
    #expect(try folder.text("b") == "new")
    #expect(try folder.text("c") == "new")
    #expect(names(in: folder.path) == ["a", "b", "c"])
}

@Test func failuresNameThePathAndTheReason() throws {
    let folder = try TestFolder()
    try folder.write("x", to: "file")
    try createFolder(folder("folder"))
    let missing = try failure(folder("nowhere/a"))
    #expect(
        missing.message == "cannot write `\(folder("nowhere/a"))`: No such file or directory")
    #expect(missing.kind == .cannotCreate)
    #expect(try failure(folder("folder")).message.hasSuffix("Is a directory"))
    #expect(try failure(folder("file/a")).message.hasSuffix("Not a directory"))
    #expect(try failure("").kind == .cannotCreate)
    #expect(try failure(folder("a\0b")).kind == .cannotCreate)
    #expect(names(in: folder.path) == ["file", "folder"])
}

@Test func aFailureAtTheEndLeavesNoTemporaryBehind() throws {
    let folder = try TestFolder()
    let name = String(repeating: "x", count: 300)
    #expect(try failure(folder(name)).message.hasSuffix("File name too long"))
    #expect(names(in: folder.path) == [])
}

@Test func devicesAndPipesAreNeverReplaced() throws {
    let folder = try TestFolder()
    try succeed(unsafe mkfifo(folder("pipe"), 0o600))
    try folder.link("null", to: "/dev/null")
    for name in ["pipe", "null"] {
        #expect(try failure(folder(name)).kind == .cannotCreate)
    }
    #expect(names(in: folder.path) == ["null", "pipe"])
}

@Test func aStaleTemporaryOfTheSameProcessNumberIsNoObstacle() throws {
    let folder = try TestFolder()
    let stale = ".lamina-\(getpid())-0"
    try folder.write("old", to: stale)
    try folder.write("x", to: "a")
    #expect(try folder.text("a") == "x")
    #expect(try folder.text(stale) == "old")
}
