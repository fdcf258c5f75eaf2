import Testing

@testable import Files

@Test(arguments: [
    ("a/b.yaml", "a", "b.yaml"), ("b.yaml", ".", "b.yaml"), ("/b.yaml", "/", "b.yaml"),
    ("a/", "a", ""), ("a//b", "a/", "b"),
    // A slash with an accent is one character, and parts a path all the same.
    ("a/\u{301}b", "a", "\u{301}b"),
])
func aPathHasAFolderAndAName(path: String, folder: String, file: String) {
    #expect(pathParts(of: path) == (folder, file))
}

@Test func aPathFromTheRootIsFoundFromEverywhere() {
    #expect(absolutePath(of: "/a/b") == "/a/b")
    let here = absolutePath(of: ".")
    #expect(here.hasPrefix("/") && absolutePath(of: "a/b") == "\(here)/a/b")
    #expect(isFolder(absolutePath(of: "Tests")) == isFolder("Tests"))
}
