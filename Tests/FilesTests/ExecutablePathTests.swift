import Files
import Testing

@Test func theRunningProgramKnowsItsPlace() throws {
    let path = try #require(ExecutablePath.current)
    #expect(path.hasPrefix("/"))
    #expect(SourceFolder(path: "/").exists(String(path.dropFirst())))
}
