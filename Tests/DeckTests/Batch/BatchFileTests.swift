import Diagnostics
import Files
import Glibc
import Tables
import TestSupport
import Testing

@testable import Deck

/// The jobs of a file, with its folder left out of paths; throws what is wrong with it.
private func jobs(_ text: String, file: String = "jobs.yaml") throws -> [BatchJob] {
    var template = Array("/tmp/lamina-jobs-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw NotWritten() }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { _ = Tool("rm").run("-r", path) }
    guard write(Array(text.utf8), toFile: "\(path)/\(file)") else { throw NotWritten() }
    return try BatchFile.read(file, in: SourceFolder(path: path)).map { job in
        var job = job
        job.deck = job.deck.replacing("\(path)/", with: "")
        job.location = nil
        return job
    }
}

/// What is wrong with a file of jobs, in lines without its folder.
private func faults(_ text: String, file: String = "jobs.yaml") -> [String] {
    var found = Diagnostics()
    do {
        _ = try found.collecting { try jobs(text, file: file) }
    } catch {
        return ["\(error)"]
    }
    return found.sorted.map { finding in
        let place = finding.location.map { "\($0.line):\($0.column) " } ?? ""
        return place + finding.message
    }
}

@Test func jobsAreReadFromYAMLAndFromLinesAlike() throws {
    let yaml = """
        deck: ../hibridos
        output: "{period}/{estado}"
        jobs:
          - {id: jal, period: 2024-S1, set: {estado: Jalisco, tope: 010}}
          - {id: pue, deck: /srv/puebla, output: "p/{id}", to: [ana@example.mx, eva@example.mx]}
        """
    let lines = """
        {"id": "jal", "deck": "../hibridos", "output": "{period}/{estado}", "period": "2024-S1", "set": {"estado": "Jalisco", "tope": "010"}}

        {"id": "pue", "deck": "/srv/puebla", "output": "p/{id}", "to": ["ana@example.mx", "eva@example.mx"]}
        """
    let read = try jobs(
        yaml.replacing("output: \"{period}/{estado}\"", with: "output: \"{period}/{estado}\""))
    #expect(read.map(\.output) == ["2024-S1/Jalisco", "p/pue"])
    #expect(read.map(\.deck) == ["../hibridos", "/srv/puebla"])
    #expect(read[0].set == ["estado": "Jalisco", "tope": "010"])
    #expect(read[0].period?.description == "2024-S1" && read[1].period == nil)
    #expect(try jobs(lines, file: "jobs.jsonl") == read)
}

@Test func outputsAreCalledByTheJobWhereNothingIsSaid() throws {
    #expect(try jobs("deck: x\njobs: [{id: a b}, {id: ñ}]").map(\.output) == ["a-b", "ñ"])
}

@Test func everythingWrongWithJobsIsToldAtOnce() {
    let yaml = """
        jobs:
          - {id: a, deck: x, perod: 2024}
          - {deck: x}
          - {id: b}
          - {id: c, deck: x, period: 2024-S9}
          - {id: d, deck: x, set: {a: [1], b: true}}
          - {id: e, deck: x, output: "{estado}"}
          - {id: f, deck: x, output: ../up}
          - just text
        """
    #expect(
        faults(yaml) == [
            "2:22 a job has no key “perod”", "3:5 a job needs a key “id”",
            "4:5 the job names no deck",
            "5:30 “2024-S9” is not a period", "6:31 a parameter is a text or a number, not a list",
            "6:39 a parameter is a text or a number, not true or false",
            "7:30 a name has no part “estado”", "8:30 “../up” cannot be a name",
            "9:5 a job is a mapping of keys, not text",
        ])
}

@Test func placesInLinesAreThoseOfTheFile() {
    let lines = """
        {"id": "a", "deck": "x"}
        {"id": "b", "deck": "x", "nope": 1}
        {"id": "c", "deck": }
        {"id": "d", "id": "e", "deck": "x"}
        [1, 2]
        {"id": "f", "deck": "x"} more
        """
    let found = faults(lines, file: "jobs.jsonl")
    #expect(found.count == 5)
    #expect(found.map { $0.prefix { $0 != ":" } } == ["2", "3", "4", "5", "6"])
    #expect(found[0] == "2:26 a job has no key “nope”")
    #expect(found[2].contains("“id” is used twice"))
}

@Test func jobsGoApart() {
    #expect(faults("deck: x\njobs: [{id: a}, {id: a}]").first == "2:17 the id “a” is used twice")
    #expect(
        faults("deck: x\njobs: [{id: a b}, {id: a-b}]").first
            == "2:19 “a-b” and “a b” both go to “a-b”")
    #expect(
        faults("deck: x\njobs: [{id: a}, {id: b, output: a/b}]").first
            == "2:17 the output “a/b” lies in that of “a”, “a”")
    #expect(faults("deck: x\njobs: [{id: batch.json}]").first?.contains("is not called") == true)
    #expect(
        faults("deck: x\njobs: [{id: a, output: batch.json/x}]").first?.contains("is not called")
            == true)
    let escape = #"{"id": "a\u001b[2J", "deck": "x"}"#
    #expect(faults(escape, file: "jobs.jsonl") == ["1:1 an id has no control characters"])
    // Canonically equal names are one folder on some file systems.
    #expect(
        faults("deck: x\njobs: [{id: \"\\u00F1\"}, {id: \"n\\u0303\"}]").first?.contains("twice")
            == true)
}

@Test func aFileWithoutJobsIsAnError() {
    #expect(
        faults("jobs: []")
            == ["1:1 “jobs” needs at least one item", "1:7 “jobs” needs at least one item"].suffix(
                1))
    #expect(faults("", file: "jobs.jsonl") == ["1:1 the file has no job"])
    #expect(faults("deck: x").contains { $0.contains("needs a key “jobs”") })
}
