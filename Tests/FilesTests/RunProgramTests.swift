import Diagnostics
import Testing

@testable import Files

@Test func aProgramReadsWhatItIsGivenAndIsHeard() throws {
    let finished = try runProgram("/bin/cat", [], input: Array("hola\n".utf8), seconds: 20)
    #expect(finished.end == .code(0) && finished.said == "hola\n")
}

@Test func aProgramThatReadsNothingIsNoTrouble() throws {
    let much = [UInt8](repeating: 65, count: 3 << 20)
    #expect(try runProgram("/bin/true", [], input: much, seconds: 20).end == .code(0))
}

@Test func howAProgramEndsIsTold() throws {
    let run = { (script: String, seconds: Int) in
        try runProgram("/bin/sh", ["-c", script], input: [], seconds: seconds)
    }
    #expect(try run("echo later >&2; exit 75", 20).end == .code(75))
    #expect(try run("echo later >&2; exit 75", 20).said == "later\n")
    #expect(try run("kill -9 $$", 20).end == .signal(9))
    #expect(try run("sleep 30", 1).end == .late)
}

@Test func aBrokenPipeEndsTheProgramAsUsual() throws {
    StandardStream.ignoreBrokenPipes()
    let finished = try runProgram(
        "/bin/sh", ["-c", "kill -PIPE $$; exit 3"], input: [], seconds: 20)
    #expect(finished.end == .signal(13))
}

@Test func whatIsNoProgramIsAnError() {
    #expect(throws: SystemError.self) {
        try runProgram("/nowhere/at-all", [], input: [], seconds: 1)
    }
    #expect(findProgram("nowhere-at-all") == nil && findProgram("/nowhere/at-all") == nil)
    #expect(findProgram("sh")?.hasSuffix("/sh") == true && findProgram("/bin/sh") == "/bin/sh")
    #expect(findProgram("") == nil && findProgram("s\u{0}h") == nil)
}

@Test func howMuchAProgramReadIsKnown() throws {
    let much = [UInt8](repeating: 65, count: 1 << 20)
    let run = { (script: String) in
        try runProgram("/bin/sh", ["-c", script], input: much, seconds: 20).bytesRead
    }
    #expect(try run("cat > /dev/null") == much.count && run("exit 0") == 0)
    #expect(try run("dd bs=100 count=1 of=/dev/null 2>&1") == 100)
}

@Test func aProgramThatTalksForEverIsStoppedWithAllThatItStarted() throws {
    let finished = try runProgram("/bin/sh", ["-c", "sleep 77 & yes"], input: [], seconds: 1)
    #expect(finished.end == .late && finished.said.utf8.count == 4096)
    let left = try runProgram(
        "/bin/sh", ["-c", "ps -eo args | grep '^sleep 77'"], input: [], seconds: 20)
    #expect(left.said.isEmpty)
}

@Test func outputsAreKeptFromInputs() throws {
    let folder = try TestFolder()
    try folder.write("a", to: "in.csv")
    try folder.link("link.csv", to: "in.csv")
    try requireApart([folder("out.csv"), "/nowhere/x"], from: [folder("in.csv")])
    for name in ["in.csv", "link.csv", "./in.csv"] {
        #expect(throws: Diagnostic.self) {
            try requireApart([folder(name)], from: [folder("in.csv"), folder("gone")])
        }
    }
}
