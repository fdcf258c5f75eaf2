import Diagnostics
import Glibc
import Testing

@testable import Files

/// Files by name, as bytes.
private func files(_ texts: [String: String]) -> [(path: String, bytes: [UInt8])] {
    texts.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) }
}

/// What lies in a folder and below it, by path.
private func content(_ folder: borrowing TestFolder, _ name: String) throws -> [String: String] {
    let source = SourceFolder(path: folder(name))
    return try Dictionary(
        uniqueKeysWithValues: source.tree().map { path in
            (path, String(decoding: try source.read(path), as: UTF8.self))
        })
}

@Test(arguments: [true, false])
func aFolderIsReplacedAsAWhole(canExchange: Bool) throws {
    let folder = try TestFolder()
    try createFolder(folder("work"))
    let own: Set = ["a.pdf", "png/1.png", "png/2.png"]
    func put(_ texts: [String: String], own: Set<String>) throws {
        try replaceFolder(
            folder("out/deck"), with: files(texts), own: own, workshop: folder("work/key"),
            canExchange: canExchange)
    }
    try put(["a.pdf": "1", "png/1.png": "1", "png/2.png": "1"], own: [])
    #expect(try content(folder, "out/deck") == ["a.pdf": "1", "png/1.png": "1", "png/2.png": "1"])
    try put(["a.pdf": "2", "png/1.png": "2"], own: own)
    #expect(try content(folder, "out/deck") == ["a.pdf": "2", "png/1.png": "2"])
    // What others have put there stays, wherever it is.
    try folder.write("mine", to: "out/deck/notes.txt")
    try folder.write("mine", to: "out/deck/png/old/9.png")
    try folder.link("out/deck/link", to: "/etc/passwd")
    try put(["a.pdf": "3"], own: own)
    #expect(
        try content(folder, "out/deck") == [
            "a.pdf": "3", "notes.txt": "mine", "png/old/9.png": "mine",
        ])
    var status = stat()
    #expect(
        unsafe lstat(folder("out/deck/link"), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    #expect(try entries(ofFolder: folder("work")).isEmpty)
}

@Test func permissionsStay() throws {
    let folder = try TestFolder()
    try folder.write("1", to: "deck/a.pdf")
    try succeed(unsafe chmod(folder("deck"), 0o750))
    try succeed(unsafe chmod(folder("deck/a.pdf"), 0o640))
    try replaceFolder(
        folder("deck"), with: files(["a.pdf": "2"]), own: ["a.pdf"], workshop: folder("key"))
    var status = stat()
    try succeed(unsafe stat(folder("deck"), &status))
    #expect(status.st_mode & 0o777 == 0o750)
    try succeed(unsafe stat(folder("deck/a.pdf"), &status))
    #expect(status.st_mode & 0o777 == 0o640)
}

@Test func foldersOfOthersComeAlongAsTheyAre() throws {
    let folder = try TestFolder()
    try folder.write("1", to: "deck/png/1.png")
    try folder.write("secret", to: "deck/private/deep/a.txt")
    try createFolder(folder("deck/empty"))
    try succeed(unsafe chmod(folder("deck/private"), 0o700))
    try replaceFolder(
        folder("deck"), with: files(["a.pdf": "2"]), own: ["png/1.png"], workshop: folder("key"))
    #expect(try content(folder, "deck") == ["a.pdf": "2", "private/deep/a.txt": "secret"])
    #expect(isFolder(folder("deck/empty")) && !isFolder(folder("deck/png")))
    var status = stat()
    try succeed(unsafe stat(folder("deck/private"), &status))
    #expect(status.st_mode & 0o777 == 0o700)
}

@Test func whatIsNoFolderIsNotReplaced() throws {
    let folder = try TestFolder()
    try folder.write("a file", to: "deck")
    try createFolder(folder("elsewhere"))
    try folder.link("link", to: "elsewhere")
    for name in ["deck", "link"] {
        let error = #expect(throws: Diagnostic.self) {
            try replaceFolder(
                folder(name), with: files(["a.pdf": "1"]), own: [], workshop: folder("key"))
        }
        #expect(error?.kind == .cannotCreate)
    }
    #expect(try folder.text("deck") == "a file" && content(folder, "elsewhere").isEmpty)
    #expect(!isFolder(folder("key.new")))
}

@Test func aFileInTheWayOfAFolderCostsNothing() throws {
    let folder = try TestFolder()
    try folder.write("mine", to: "deck/png")
    #expect(throws: Diagnostic.self) {
        try replaceFolder(
            folder("deck"), with: files(["png/1.png": "1"]), own: [], workshop: folder("key"))
    }
    #expect(try content(folder, "deck") == ["png": "mine"])
}

@Test func whatACrashLeftIsSettled() throws {
    let folder = try TestFolder()
    // While it was written.
    try folder.write("half", to: "key.new/png/1.png")
    try folder.write("good", to: "deck/a.pdf")
    try settleFolder(folder("deck"), workshop: folder("key"))
    #expect(!isFolder(folder("key.new")))
    #expect(try content(folder, "deck") == ["a.pdf": "good"])
    // Between the two renamings: the old one comes back.
    try succeed(unsafe rename(folder("deck"), folder("key.old")))
    try folder.write("new", to: "key.new/a.pdf")
    try settleFolder(folder("deck"), workshop: folder("key"))
    #expect(try content(folder, "deck") == ["a.pdf": "good"])
    #expect(!isFolder(folder("key.old")) && !isFolder(folder("key.new")))
    // After them: the old one goes.
    try folder.write("old", to: "key.old/a.pdf")
    try settleFolder(folder("deck"), workshop: folder("key"))
    #expect(try content(folder, "deck") == ["a.pdf": "good"] && !isFolder(folder("key.old")))
    try settleFolder(folder("nothing"), workshop: folder("nobody"))
}

/// Makes a file in a folder with a name that is not UTF-8, as Latin-1 has them.
private func writeLatin(_ text: String, in folder: String) throws {
    let name = BytePath(folder).appending(BytePath([0xE1] + Array("rea.txt".utf8)))
    let file = try OpenFile(name, O_WRONLY | O_CREAT, mode: 0o600)
    try writeFully(Array(text.utf8), to: file.descriptor)
}

@Test func namesThatAreNoTextComeAlong() throws {
    let folder = try TestFolder()
    try folder.write("1", to: "deck/a.pdf")
    try createFolder(folder("deck/mine"))
    for place in ["deck", "deck/mine"] { try writeLatin("mine", in: folder(place)) }
    for number in ["2", "3"] {
        try replaceFolder(
            folder("deck"), with: files(["a.pdf": number]), own: ["a.pdf"], workshop: folder("key"))
    }
    for place in ["deck", "deck/mine"] {
        #expect(names(in: folder(place)).contains { $0.hasSuffix("rea.txt") })
    }
    #expect(try folder.text("deck/a.pdf") == "3" && !isFolder(folder("key.new")))
    try removeTree(folder("deck"))
    #expect(!isFolder(folder("deck")))
}

@Test func aFolderInThePlaceOfAFileOfOursStays() throws {
    let folder = try TestFolder()
    try folder.write("mine", to: "deck/1.png/precious.txt")
    let error = #expect(throws: Diagnostic.self) {
        try replaceFolder(
            folder("deck"), with: files(["1.png": "1"]), own: ["1.png"], workshop: folder("key"))
    }
    #expect(error?.hint == "it has the name of a file of the deck: move it away")
    #expect(try content(folder, "deck") == ["1.png/precious.txt": "mine"])
    try replaceFolder(
        folder("deck"), with: files(["a.pdf": "1"]), own: ["1.png"], workshop: folder("key"))
    #expect(try content(folder, "deck") == ["1.png/precious.txt": "mine", "a.pdf": "1"])
}

@Test func whatOthersSaveInTheLastMomentIsBroughtOver() throws {
    let folder = try TestFolder()
    try folder.write("1", to: "deck/a.pdf")
    try folder.write("old", to: "deck/notes.txt")
    try folder.write("same", to: "deck/same.txt")
    var successor = SuccessorFolder(of: folder("deck"), at: folder("new"), own: ["a.pdf"])
    try successor.fill(with: files(["a.pdf": "2"]))
    // An editor puts a new file in the place of the old one; somebody lays another beside it.
    try folder.write("saved", to: "deck/notes.txt")
    try folder.write("late", to: "deck/sub/late.txt")
    #expect(successor.bringOver(from: folder("deck"), to: folder("new")))
    #expect(
        try content(folder, "new") == [
            "a.pdf": "2", "notes.txt": "saved", "same.txt": "same", "sub/late.txt": "late",
        ])
}

@Test func namesThatAreTwoToTheKernelAreTwo() throws {
    let folder = try TestFolder()
    // The same text to Swift: é, and e with an accent.
    let (ours, theirs) = ("m\u{E9}xico.pdf", "me\u{301}xico.pdf")
    try folder.write("1", to: "deck/\(ours)")
    try folder.write("mine", to: "deck/\(theirs)")
    try replaceFolder(
        folder("deck"), with: files([ours: "2"]), own: [ours], workshop: folder("key"))
    #expect(try folder.text("deck/\(ours)") == "2" && folder.text("deck/\(theirs)") == "mine")
}

@Test func oneThatCannotBeBroughtOverCostsNoOther() throws {
    let folder = try TestFolder()
    try folder.write("1", to: "deck/mine/a.txt")
    var successor = SuccessorFolder(of: folder("deck"), at: folder("new"), own: [])
    try successor.fill(with: [])
    // A folder becomes a file, another comes, and a file is saved.
    try removeTree(folder("deck/mine"))
    try folder.write("a file now", to: "deck/mine")
    try folder.write("late", to: "deck/aaa/deep/late.txt")
    try folder.write("saved", to: "deck/zz.txt")
    #expect(!successor.bringOver(from: folder("deck"), to: folder("new")))
    #expect(
        try content(folder, "new") == [
            "aaa/deep/late.txt": "late", "mine/a.txt": "1", "zz.txt": "saved",
        ])
    #expect(try folder.text("deck/mine") == "a file now")
}

@Test func whatIsSavedAfterTheSwapIsNotTakenBack() throws {
    let folder = try TestFolder()
    for name in ["kept.txt", "both.txt", "gone.txt"] {
        try folder.write("old", to: "deck/\(name)")
    }
    var successor = SuccessorFolder(of: folder("deck"), at: folder("new"), own: [])
    try successor.fill(with: [])
    try folder.write("newer", to: "new/kept.txt")
    try removeTree(folder("new/gone.txt"))
    #expect(successor.bringOver(from: folder("deck"), to: folder("new")))
    #expect(try content(folder, "new") == ["kept.txt": "newer", "both.txt": "old"])
    // Saved in both places: the one that is in its place stays, and the other is not thrown away.
    try folder.write("late", to: "deck/both.txt")
    try folder.write("newer", to: "new/both.txt")
    #expect(!successor.bringOver(from: folder("deck"), to: folder("new")))
    #expect(try folder.text("new/both.txt") == "newer" && folder.text("deck/both.txt") == "late")
}
