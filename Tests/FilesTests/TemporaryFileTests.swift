import Glibc
import Testing

@testable import Files

/// No process ever has this number: Linux ends at four million.
private let dead = Int32.max

@Test func theSweepTakesWhatTheDeadLeft() throws {
    let folder = try TestFolder()
    for name in [".lamina-\(dead)-0", ".lamina-\(dead)-17", ".lamina-\(getpid())-0", ".lamina-1-0"]
    {
        try folder.write("x", to: name)
    }
    #expect(sweepTemporaries(in: folder.path) == [".lamina-\(dead)-0", ".lamina-\(dead)-17"])
    #expect(names(in: folder.path) == [".lamina-1-0", ".lamina-\(getpid())-0"].sorted())
    #expect(sweepTemporaries(in: folder.path) == [])
}

@Test func theSweepLeavesEverythingElse() throws {
    let folder = try TestFolder()
    let others = [
        ".lamina", ".lamina-", ".lamina-\(dead)", ".lamina-\(dead)-", ".lamina-\(dead)-x",
        ".lamina--\(dead)-0", ".lamina-0-0", ".lamina--1-0", ".lamina-99999999999999999999-0",
        ".lamina-\(dead)-0-0", "lamina-\(dead)-0", "x.lamina-\(dead)-0", ".lamina-x-0",
    ]
    for name in others { try folder.write("x", to: name) }
    try createFolder(folder(".lamina-\(dead)-1"))
    try folder.link(".lamina-\(dead)-2", to: ".lamina")
    try succeed(unsafe mkfifo(folder(".lamina-\(dead)-3"), 0o600))
    let before = names(in: folder.path)
    #expect(sweepTemporaries(in: folder.path) == [])
    #expect(names(in: folder.path) == before)
}

@Test func theSweepLeavesWhatIsStillLocked() throws {
    let folder = try TestFolder()
    let name = ".lamina-\(dead)-0"
    try folder.write("x", to: name)
    do {
        let file = try OpenFile(folder(name), O_RDONLY)
        try succeed(flock(file.descriptor, LOCK_EX))
        #expect(sweepTemporaries(in: folder.path) == [])
    }
    #expect(sweepTemporaries(in: folder.path) == [name])
}

@Test func aMissingFolderHasNothingToSweep() {
    #expect(sweepTemporaries(in: "/nowhere/at/all") == [])
    #expect(sweepTemporaries(in: "") == [])
}

@Test func temporariesGoWithTheirOwnersAndNeverMeet() throws {
    let folder = try TestFolder()
    do {
        let first = try TemporaryFile(in: folder.path)
        let second = try TemporaryFile(in: folder.path)
        #expect(first.file.descriptor != second.file.descriptor)
        #expect(names(in: folder.path).count == 2)
    }
    #expect(names(in: folder.path) == [])
}

@Test func whatAProcessLeftThatNobodyWaitedForIsSwept() throws {
    let folder = try TestFolder()
    // Its parent does not wait for it: a process that has ended and is still there.
    let child = try ChildProcess("/bin/sh", ["-c", "sleep 0 & echo $!; exec sleep 60"])
    var number = ""
    while number.isEmpty {
        ChildProcess.wait(for: [child], watch: nil, milliseconds: 1000)
        number = child.answers().lines.first ?? ""
    }
    let name = ".lamina-\(number)-0"
    try folder.write("half", to: name)
    let start = Machine.uptime
    while folder.source.exists(name), Machine.uptime - start < 20 {
        sweepTemporaries(in: folder.path)
        Machine.rest(milliseconds: 10)
    }
    #expect(!folder.source.exists(name) && child.end == nil)
}
