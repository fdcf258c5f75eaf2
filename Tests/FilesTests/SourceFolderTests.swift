import Diagnostics
import Files
import Glibc
import Testing

private let deck = SourceLocation(file: "deck.yaml", line: 3, column: 7)

/// The finding that reading a file throws.
private func failure(
    _ folder: SourceFolder, _ name: String, limit: Int = 1 << 20
) throws -> Diagnostic {
    try #require(throws: Diagnostic.self) { try folder.read(name, limit: limit, at: deck) }
}

// MARK: - Reading

@Test func filesAreReadAsTheyAre() throws {
    let folder = try TestFolder()
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try writeAtomically(bytes, to: folder("big"))
    try writeAtomically([], to: folder("empty"))
    try folder.write("x", to: "data/más/ventas.csv")
    #expect(try folder.source.read("big") == bytes)
    #expect(try folder.source.read("empty") == [])
    #expect(try folder.text("data/más/ventas.csv") == "x")
    #expect(try folder.text("./data/../data//más/./ventas.csv") == "x")
}

@Test func aFolderMayBeNamedInManyWays() throws {
    let folder = try TestFolder()
    try folder.write("x", to: "a")
    try folder.link("same", to: folder.path)
    for path in [folder.path + "/", folder("."), folder("same"), folder("same/./")] {
        #expect(try SourceFolder(path: path).read("a") == Array("x".utf8))
    }
    #expect(SourceFolder(path: "/").exists(String(folder("a").dropFirst())))
}

@Test func pathsAreShownAsTheUserGaveThem() {
    #expect(SourceFolder(path: "decks/amia").displayPath("data/a.csv") == "decks/amia/data/a.csv")
    #expect(SourceFolder(path: "decks/").displayPath("a.csv") == "decks/a.csv")
    #expect(SourceFolder(path: ".").displayPath("a.csv") == "./a.csv")
    #expect(SourceFolder(path: "").displayPath("a.csv") == "a.csv")
    #expect(SourceFolder(path: "/").displayPath("a.csv") == "/a.csv")
}

@Test func linksThatStayInsideAreFollowed() throws {
    let folder = try TestFolder()
    try folder.write("x", to: "data/a.csv")
    try folder.link("link", to: "data/a.csv")
    try folder.link("absolute", to: folder("data/a.csv"))
    try folder.link("data/up", to: "../data")
    #expect(try folder.text("link") == "x")
    #expect(try folder.text("absolute") == "x")
    #expect(try folder.text("data/up/a.csv") == "x")
}

// MARK: - Leaving the folder

@Test(arguments: [
    "/etc/passwd", "../x", "a/../../x", "..", "./..", "a/b/../../..", "../inside/a", "//etc/passwd",
    "/\u{301}etc",
])
func pathsThatLeaveTheFolderAreRefused(path: String) throws {
    let folder = try TestFolder()
    try folder.write("secret", to: "x")
    try folder.write("x", to: "inside/a")
    let finding = try failure(SourceFolder(path: folder("inside")), path)
    #expect(finding.kind == .permission)
    #expect(finding.location == deck)
    #expect(!SourceFolder(path: folder("inside")).exists(path))
}

@Test func linksThatLeaveTheFolderAreRefused() throws {
    let folder = try TestFolder()
    try folder.write("secret", to: "secret")
    try folder.write("secret", to: "inside-too/secret")
    try folder.write("x", to: "inside/a")
    try folder.link("inside/file", to: "../secret")
    try folder.link("inside/folder", to: folder.path)
    try folder.link("inside/neighbour", to: "../inside-too/secret")
    try folder.link("inside/again", to: "file")
    try folder.link("inside/device", to: "/dev/zero")
    let inside = SourceFolder(path: folder("inside"))
    for path in [
        "file", "folder/secret", "neighbour", "again", "device", "folder/inside/../secret",
    ] {
        #expect(try failure(inside, path).kind == .permission, "\(path)")
        #expect(!inside.exists(path))
    }
    // Out and back in again is inside.
    #expect(try inside.read("folder/inside/a") == Array("x".utf8))
}

@Test func foldersThatOnlyLookAlikeAreDifferent() throws {
    // The same letter, once as one scalar and once as two: equal in Swift, not in Linux.
    let folder = try TestFolder()
    try folder.write("x", to: "caf\u{E9}/a")
    try folder.write("secret", to: "cafe\u{301}/a")
    try folder.link("caf\u{E9}/link", to: "../cafe\u{301}/a")
    #expect(try failure(SourceFolder(path: folder("caf\u{E9}")), "link").kind == .permission)
}

@Test func exchangingALinkMeanwhileLeadsNowhere() async throws {
    let folder = try TestFolder()
    try folder.write("secret", to: "secret")
    try folder.write("x", to: "inside/a")
    try folder.link("inside/link", to: "a")
    let path = folder("inside")
    let flipping = Task.detached {
        var round = 0
        while !Task.isCancelled {
            let target = round.isMultiple(of: 2) ? "../secret" : "a"
            try succeed(unsafe symlink(target, "\(path)/next"))
            try succeed(unsafe rename("\(path)/next", "\(path)/link"))
            round += 1
        }
    }
    for _ in 0..<500 {
        do {
            #expect(try SourceFolder(path: path).read("link") == Array("x".utf8))
        } catch let finding as Diagnostic {
            #expect(finding.kind == .permission)
        }
    }
    flipping.cancel()
    try await flipping.value
}

// MARK: - What cannot be read

@Test func whatIsMissingIsNamed() throws {
    let folder = try TestFolder()
    try folder.write("x", to: "a")
    try folder.link("broken", to: "nowhere")
    for path in ["b", "a/b", "c/d", "broken"] {
        let finding = try failure(folder.source, path)
        #expect(finding.kind == .inputMissing)
        #expect(finding.message.contains(folder(path)))
        #expect(finding.location == deck)
    }
    #expect(try failure(folder.source, "b").message == "the file `\(folder("b"))` does not exist")
    let nowhere = try failure(SourceFolder(path: folder("nowhere")), "a")
    #expect(nowhere.kind == .inputMissing && nowhere.message.contains("the folder"))
    #expect(try failure(SourceFolder(path: folder("a")), "b").kind == .inputMissing)
}

@Test func pathsThatNobodyCanSayAreRefused() throws {
    let folder = try TestFolder()
    try folder.write("x", to: "a")
    #expect(try failure(folder.source, "").kind == .data)
    #expect(try failure(folder.source, "a\0b").kind == .data)
    #expect(try failure(SourceFolder(path: folder.path + "\0"), "a").kind == .inputMissing)
    let long = String(repeating: "x", count: 5_000)
    #expect(try failure(folder.source, long).kind == .inputMissing)
}

@Test func onlyRegularFilesAreReadAndNothingBlocks() throws {
    let folder = try TestFolder()
    try createFolder(folder("folder"))
    try succeed(unsafe mkfifo(folder("pipe"), 0o600))
    try folder.link("loop", to: "loop")
    #expect(try failure(folder.source, "folder").message.hasSuffix("is a folder, not a file"))
    #expect(try failure(folder.source, ".").message.hasSuffix("is a folder, not a file"))
    #expect(try failure(folder.source, "pipe").message.hasSuffix("is a pipe, not a file"))
    #expect(try failure(folder.source, "pipe").kind == .data)
    #expect(try failure(folder.source, "loop").kind == .inputMissing)
    #expect(
        try failure(SourceFolder(path: "/dev"), "zero").message
            == "`/dev/zero` is a device, not a file")
    for name in ["folder", "pipe", "loop"] { #expect(!folder.source.exists(name)) }
}

@Test func theLimitIsExact() throws {
    let folder = try TestFolder()
    try folder.write("12345", to: "a")
    #expect(try folder.source.read("a", limit: 5).count == 5)
    let finding = try failure(folder.source, "a", limit: 4)
    #expect(finding.message == "`\(folder("a"))` has 5 bytes, more than the 4 allowed")
    #expect(finding.kind == .data)
    #expect(try folder.source.read("a", limit: .max).count == 5)
    #expect(try failure(folder.source, "a", limit: .min).kind == .data)
    // This one says that it has no bytes, and has some.
    #expect(try failure(SourceFolder(path: "/proc/self"), "status", limit: 10).kind == .data)
}

@Test(.enabled(if: geteuid() != 0, "root may read everything"))
func aFileThatMayNotBeReadIsNamed() throws {
    let folder = try TestFolder()
    try folder.write("x", to: "a")
    try succeed(unsafe chmod(folder("a"), 0))
    let finding = try failure(folder.source, "a")
    #expect(finding.kind == .inputMissing)
    #expect(finding.message.contains("Permission denied"))
}

// MARK: - Listing

@Test func listsAreSortedAndHoldRegularFilesOnly() throws {
    let folder = try TestFolder()
    for name in ["b.otf", "A.OTF", "c.ttf", "a.otf", "otf", ".otf", "x.otf/y.otf", "fin.otf.bak"] {
        try folder.write("x", to: name)
    }
    try succeed(unsafe mkfifo(folder("pipe.otf"), 0o600))
    try folder.link("link.otf", to: "a.otf")
    try folder.link("away.otf", to: "/etc/passwd")
    #expect(
        try folder.source.list(extension: "otf") == ["A.OTF", "a.otf", "b.otf", "link.otf"])
    #expect(try folder.source.list(extension: "TTF") == ["c.ttf"])
    #expect(try folder.source.list(extension: "csv") == [])
    #expect(throws: Diagnostic.self) {
        try SourceFolder(path: folder("nowhere")).list(extension: "otf")
    }
}
