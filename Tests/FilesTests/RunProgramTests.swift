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
