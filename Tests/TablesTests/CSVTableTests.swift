import Diagnostics
import Tables
import TestSupport
import Testing

private func read(_ text: String, dialect: CSVDialect = .standard) throws -> CSVTable {
    try CSVTable(Array(text.utf8), file: "t.csv", dialect: dialect)
}

private func complaints(_ bytes: [UInt8]) -> [String] {
    do {
        _ = try CSVTable(bytes, file: "t.csv")
        return []
    } catch let findings as Diagnostics {
        return findings.all.map { "\($0.location?.description ?? "-") \($0.message)" }
    } catch {
        return ["\(error)"]
    }
}

private func complaints(_ text: String) -> [String] { complaints(Array(text.utf8)) }

// MARK: - What is written is read

@Test func anyTextSurvivesQuoting() throws {
    let pieces = ["a", "\"", ",", "\n", "\r\n", "\r", " ", "é", "\u{1F697}", ";", "\t", ""]
    var random = SplitMix64(seed: 1)
    for _ in 0..<300 {
        let cells = (0..<6).map { _ in
            (0..<Int.random(in: 0..<5, using: &random)).map { _ in
                pieces[Int.random(in: 0..<pieces.count, using: &random)]
            }.joined()
        }
        let quoted = cells.map { cell in
            "\""
                + cell.split(separator: "\"", omittingEmptySubsequences: false)
                .joined(separator: "\"\"") + "\""
        }
        let end = Bool.random(using: &random) ? "\n" : "\r\n"
        let text =
            "x,y,z" + end + quoted[..<3].joined(separator: ",") + end
            + quoted[3...].joined(separator: ",") + (Bool.random(using: &random) ? end : "")
        let table = try read(text)
        // Compared by bytes: CRLF is one character to Swift.
        #expect(
            table.rows.map { $0.map { Array(($0 ?? "").utf8) } }
                == [cells[..<3].map { Array($0.utf8) }, cells[3...].map { Array($0.utf8) }])
    }
}

@Test func lineEndsAndByteOrderMarkDoNotMatter() throws {
    let expected = try read("a,b\n1,2\n3,4\n")
    #expect(expected.columns == ["a", "b"])
    #expect(expected.rows == [["1", "2"], ["3", "4"]])
    for text in [
        "a,b\r\n1,2\r\n3,4\r\n", "a,b\n1,2\n3,4", "\u{FEFF}a,b\n1,2\r\n3,4",
        "\u{FEFF}\"a\",b\n\"1\",2\n3,\"4\"",
    ] {
        #expect(try read(text) == expected)
    }
}

@Test func onlyAnEmptyCellWithoutQuotesIsMissing() throws {
    #expect(try read("a,b,c\n,\"\", \n").rows == [[nil, "", " "]])
    #expect(try read("a,b\n,").rows == [[nil, nil]])
}

@Test func aTableMayHaveNoRows() throws {
    for text in ["a,b", "a,b\n", "a,b\r\n"] {
        let table = try read(text)
        #expect(table.columns == ["a", "b"])
        #expect(table.rows.isEmpty)
    }
}

@Test func otherDelimitersAreDeclared() throws {
    let semicolon = try read("a;b\n1,5;\"x;y\"", dialect: CSVDialect(delimiter: .semicolon))
    #expect(semicolon.rows == [["1,5", "x;y"]])
    let tab = try read("a\tb\n1\t2", dialect: CSVDialect(delimiter: .tab))
    #expect(tab.rows == [["1", "2"]])
}

// MARK: - What is wrong is told

@Test func eachMistakeHasItsPlace() {
    let cases: [(String, [String])] = [
        ("", ["t.csv:1:1 the file is empty"]),
        ("\u{FEFF}", ["t.csv:1:1 the file is empty"]),
        ("a,b\n1\n", ["t.csv:2:1 the row has 1 cell for 2 columns"]),
        ("a,b\n1,2,33,4\n", ["t.csv:2:5 the row has 4 cells for 2 columns"]),
        ("a,b\n\n1,2\n", ["t.csv:2:1 the line is empty"]),
        ("a\n1\n\n", ["t.csv:3:1 the line is empty"]),
        ("a,b\né,x\"y\"\n", ["t.csv:2:4 a quote inside a cell that does not start with one"]),
        ("a,b\n\"x\"y,2\n", ["t.csv:2:4 text after the closing quote"]),
        ("a,b\n1,\"x\n\n", ["t.csv:2:3 the quote is never closed"]),
        (
            "a,b\n1,2\r3,4\n",
            [
                "t.csv:2:4 a carriage return without a line feed"
            ]
        ),
        ("a,b\n\"x\ny\u{0}\",\u{0}\n", ["t.csv:3:2 a NUL byte", "t.csv:3:5 a NUL byte"]),
        ("a,a\n", ["t.csv:1:3 there are two columns a"]),
        ("Year,year\n", ["t.csv:1:6 there are two columns year"]),
        ("a,,\" \"\n", ["t.csv:1:3 a column has no name", "t.csv:1:4 a column has no name"]),
    ]
    for (text, expected) in cases {
        #expect(complaints(text) == expected, "\(text.debugDescription)")
    }
}

@Test func bytesThatAreNotUTF8AreTold() {
    let bad: [[UInt8]] = [
        [0x80], [0xFF], [0xC0, 0xAF], [0xC3], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
        [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
        [0xE2, 0x82], [0xE2, 0x28, 0xA1], [0xF0, 0x9F, 0x9A], [0xF1], [0xFE],
    ]
    for sequence in bad {
        #expect(String(validating: sequence, as: UTF8.self) == nil)
        let plain = Array("a,b\né".utf8) + sequence + Array(",2\n".utf8)
        #expect(complaints(plain) == ["t.csv:2:2 a byte that is not UTF-8"])
        let quoted = Array("a,b\n\"é\né".utf8) + sequence + Array("\",2\n".utf8)
        #expect(complaints(quoted) == ["t.csv:3:2 a byte that is not UTF-8"])
    }
}

@Test func utf8IsJudgedAsSwiftJudgesIt() {
    var random = SplitMix64(seed: 2)
    for _ in 0..<3_000 {
        let count = Int.random(in: 1...4, using: &random)
        let bytes = (0..<count).map { _ in UInt8.random(in: 0x80...0xFF, using: &random) }
        let isValid = String(validating: bytes, as: UTF8.self) != nil
        #expect(complaints(Array("a\n".utf8) + bytes).isEmpty == isValid)
    }
}

@Test func allMistakesComeAtOnceUpToFifty() {
    let three = complaints("a,b\n1\n\"x\"y,2\n1,2\n1,2,3\n")
    #expect(three.count == 3)
    let many = complaints("a,b\n" + String(repeating: "1\n", count: 1_000))
    #expect(many.count == 51)
    #expect(many.last == "t.csv more than 50 errors; the rest is not told")
    #expect(complaints("a,b\n" + String(repeating: "1\n", count: 50)).count == 50)
}

// MARK: - Nothing traps

@Test func mutatedFilesGiveRowsOrLocatedErrors() {
    let valid = Array(
        ("\u{FEFF}key,year,value,status,note\r\nsaldo,2023,107965,official,\r\n"
            + "\"remesas, ingresos\",2023,63313.5,preliminary,\"dice \"\"casi\"\"\r\n5 veces\"\r\n"
            + "turismo,2023,,missing,año\n").utf8)
    var random = SplitMix64(seed: 3)
    let spice = Array("\",\r\n\0;a1".utf8) + [0x80, 0xC3, 0xEF, 0xFF]
    for _ in 0..<3_000 {
        var bytes = valid
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let index = Int.random(in: 0..<bytes.count, using: &random)
            let byte = spice.randomElement(using: &random) ?? 0
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes[index] = byte
            case 1: bytes.insert(byte, at: index)
            case 2: bytes.remove(at: index)
            case 3: bytes.removeSubrange(index...)
            default: bytes[index] = UInt8.random(in: 0...255, using: &random)
            }
            if bytes.isEmpty { bytes = [UInt8(ascii: "x")] }
        }
        do {
            let table = try CSVTable(bytes, file: "t.csv")
            #expect(table.rows.allSatisfy { $0.count == table.columns.count })
        } catch let findings as Diagnostics {
            let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
            #expect(findings.hasErrors)
            for finding in findings.all {
                let location = finding.location
                #expect((1...lines).contains(location?.line ?? 0))
                #expect((1...bytes.count + 1).contains(location?.column ?? 0))
            }
        } catch {
            Issue.record("\(error)")
        }
    }
}

@Test func aFirstLineOfManyMistakesIsReadInOneGo() {
    // Were the place of each told, this would walk a line of 1 MB half a million times.
    for name in ["c", ""] {
        let line = (0..<500_000).map { _ in name }.joined(separator: ",")
        #expect(complaints(line + "\n").count == 51)
    }
}
