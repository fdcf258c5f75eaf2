import Glibc
import Testing

@testable import Files

/// The next lines of a child, and whether there may be more; waits for them.
private func hear(_ child: ChildProcess) -> (lines: [String], isOpen: Bool) {
    var heard: (lines: [String], isOpen: Bool) = ([], true)
    let start = Machine.uptime
    while heard.lines.isEmpty, heard.isOpen, Machine.uptime - start < 20 {
        ChildProcess.wait(for: [child], watch: nil, milliseconds: 1000)
        heard = child.answers()
    }
    return heard
}

@Test func aChildAnswersInLines() throws {
    let child = try ChildProcess("/bin/sh", ["-c", "while read line; do echo \"<$line>\"; done"])
    try child.send("hola")
    #expect(hear(child).lines == ["<hola>"])
    try child.send("uno\ndos")
    var lines = hear(child).lines
    while lines.count < 2 { lines += hear(child).lines }
    #expect(lines == ["<uno>", "<dos>"] && child.end == nil)
    child.stop()
    #expect(child.end == .signal(9))
}

@Test func howAChildEndsIsTold() throws {
    let crash = try ChildProcess("/bin/sh", ["-c", "echo wrong >&2; kill -SEGV $$"])
    #expect(hear(crash).isOpen == false)
    crash.finish(milliseconds: 5000)
    #expect(crash.end == .signal(11) && crash.takeComplaints() == "wrong\n")
    // The kernel counts what this program held before it became the other: that is not the other's.
    #expect(crash.peakMemory == 0)
    let code = try ChildProcess("/bin/sh", ["-c", "printf half; exit 3"])
    #expect(hear(code).lines.isEmpty)
    code.finish(milliseconds: 5000)
    #expect(code.end == .code(3))
    // One that closes its stream and goes on is ended.
    let mute = try ChildProcess("/bin/sh", ["-c", "exec >&-; sleep 60"])
    #expect(hear(mute).isOpen == false)
    mute.finish(milliseconds: 50)
    #expect(mute.end == .signal(9))
}

@Test func whoHasEndedIsToldNothing() throws {
    StandardStream.ignoreBrokenPipes()
    let child = try ChildProcess("/bin/true", [])
    child.finish(milliseconds: 5000)
    let error = #expect(throws: SystemError.self) { try child.send("hola") }
    #expect(error?.isBrokenPipe == true)
}

@Test func whoReadsNothingKeepsNobodyWaiting() throws {
    let child = try ChildProcess("/bin/sh", ["-c", "sleep 0.2; cat"])
    let long = String(repeating: "x", count: 1 << 20)
    let start = Machine.uptime
    try child.send(long)
    #expect(Machine.uptime - start < 0.2)
    // What it does not take at once it is told later.
    #expect(hear(child).lines == [long])
}

@Test func variablesAreSetAndTheOthersStay() throws {
    let child = try ChildProcess(
        "/bin/sh", ["-c", "echo $LAMINA_TEST-$PATH"], environment: ["LAMINA_TEST": "si"])
    let path = try #require(Environment.value(named: "PATH"))
    #expect(hear(child).lines == ["si-\(path)"])
}

@Test func aChildGoesWithItsOwner() throws {
    var child: ChildProcess? = try ChildProcess("/bin/sh", ["-c", "echo $$; sleep 55 & wait"])
    let number = try #require(child.map { hear($0).lines.first })
    child = nil
    let left = try runProgram(
        "/bin/sh", ["-c", "kill -0 \(number ?? "1") 2>&1; ps -eo args | grep '^sleep 55'"],
        input: [], seconds: 20)
    #expect(left.said.contains("No such process") && !left.said.contains("sleep"))
}

@Test func whoNeverStopsTalkingKeepsNobodyWaiting() throws {
    for stream in ["1", "2"] {
        let child = try ChildProcess(
            "/bin/sh", ["-c", "yes \"$(printf %2000s x)\" >&\(stream); :"])
        for _ in 1...20 {
            ChildProcess.wait(for: [child], watch: nil, milliseconds: 1000)
            #expect(child.answers().isOpen)
        }
        child.stop()
        #expect(child.end == .signal(9))
    }
}

@Test func aChildGetsItsThreeStreamsAndNoMore() throws {
    // As a lock of a program that runs this one would be: for others to inherit.
    let inherited = unsafe open("/dev/null", O_RDONLY)
    defer { close(inherited) }
    let question = "[ -e /proc/$$/fd/\(inherited) ] && echo open || echo closed"
    #expect(try hear(ChildProcess("/bin/sh", ["-c", question])).lines == ["closed"])
}

@Test func whatIsNoProgramCannotBeStarted() {
    #expect(throws: SystemError.self) { try ChildProcess("/nowhere/at-all", []) }
}
