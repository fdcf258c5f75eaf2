import Diagnostics
import Testing

@testable import Files

@Test func aLockIsHeldByOneUntilItIsGone() throws {
    let folder = try TestFolder()
    for path in [folder("lock"), folder.path] {
        var first = try FileLock(at: path)
        #expect(first != nil)
        #expect(try FileLock(at: path) == nil)
        #expect(try FileLock(at: path, isShared: true) == nil)
        withExtendedLifetime(first) {}
        first = nil
        #expect(try FileLock(at: path) != nil)
    }
}

@Test func sharedLocksKeepOutWhoWantsItAlone() throws {
    let folder = try TestFolder()
    let shared = try [1, 2].map { _ in try FileLock(at: folder("lock"), isShared: true) }
    #expect(!shared.contains { $0 == nil })
    #expect(try FileLock(at: folder("lock")) == nil)
    withExtendedLifetime(shared) {}
}

@Test func whatCannotBeLockedIsAnError() throws {
    let folder = try TestFolder()
    try folder.link("link", to: "elsewhere")
    for path in [folder("missing/lock"), folder("link"), ""] {
        #expect(throws: Diagnostic.self) { try FileLock(at: path) }
    }
}
