import Diagnostics
import Files
import Glibc
import Imports
import TestSupport
import Testing

private let table = Array(sales(sale("7")).utf8)
private let metadata = Array("modified: 2026-10-07\r\n".utf8)

/// An archive laid out as INEGI's, folders included.
private func archive(_ table: [UInt8] = table, isDeflated: Bool = true) -> ZipWriter {
    ZipWriter([
        .init("conjunto_de_datos/", []),
        .init("conjunto_de_datos/raiavl_venta.csv", table, isDeflated: isDeflated),
        .init("catalogos/tc.csv", Array("ID_PAIS_ORIGEN,DESC_PAIS_ORIGEN\r\n4,\"A\"\r\n".utf8)),
        .init("metadatos/metadatos_raiavl_venta_mensual_2005_2026.txt", metadata),
        .init("diccionario_de_datos/diccionario.csv", Array("x,y\n".utf8)),
        .init("__MACOSX/._raiavl_venta.csv", [0, 5, 22]), .init("leeme.txt", Array("...".utf8)),
    ])
}

@Test func anArchiveIsReadAsAPublication() throws {
    for isDeflated in [false, true] {
        let folder = try Folder()
        try folder.write(archive(isDeflated: isDeflated).bytes, to: "v.bin")
        let files = try publishedFiles(at: [folder("v.bin")])
        let register = try RAIAVLImport(files)
        #expect(register.warnings.all.isEmpty)
        #expect(
            try register.cells("ventas.csv", "country", "units", "vintage") == ["A·7·2026-10-07"])
    }
}

@Test func aFolderIsReadWithWhatLiesBelow() throws {
    let folder = try Folder()
    try folder.write(archive().bytes, to: "2026/zips/v.ZIP")
    try folder.write(Array(sales(sale("8", month: "02")).utf8), to: "2024/plain.csv")
    try folder.write(Array("not a table".utf8), to: "2024/notes.md")
    try folder.write([0, 1], to: "2024/.hidden.csv")
    try #require(unsafe symlink(folder("2024"), folder("2024/loop")) == 0)
    let files = try publishedFiles(at: [folder.path, folder.path])
    #expect(
        files.map { $0.name.dropFirst(folder.path.count) } == [
            "/2024/plain.csv", "/2026/zips/v.ZIP/conjunto_de_datos/raiavl_venta.csv",
            "/2026/zips/v.ZIP/catalogos/tc.csv",
            "/2026/zips/v.ZIP/metadatos/metadatos_raiavl_venta_mensual_2005_2026.txt",
            "/2026/zips/v.ZIP/diccionario_de_datos/diccionario.csv",
        ])
    let register = try RAIAVLImport(files)
    #expect(try register.cells("ventas_mes.csv", "units", "vintage") == ["7·2026-10-07", "8·"])
}

@Test func mistakesInAnArchiveHaveTheirPlaces() throws {
    let folder = try Folder()
    try folder.write(archive(Array(sales(sale("x")).utf8)).bytes, to: "v.zip")
    let findings = try #require(throws: Diagnostics.self) {
        try RAIAVLImport(publishedFiles(at: [folder("v.zip")]))
    }
    #expect(
        findings.all.map { "\($0.location?.description ?? "")" } == [
            folder("v.zip/conjunto_de_datos/raiavl_venta.csv:2:64")
        ])
}

@Test func whatCannotBeReadIsToldTogether() throws {
    let folder = try Folder()
    var broken = archive()
    broken.entries[1].crc ^= 1
    try folder.write(broken.bytes, to: "a.zip")
    broken = archive()
    broken.entries[1].name = Array("../escape.csv".utf8)
    try folder.write(broken.bytes, to: "b.zip")
    try folder.write(Array(archive().bytes.dropLast(30)), to: "c.zip")
    let paths = ["a.zip", "b.zip", "c.zip", "none.csv"].map { folder($0) }
    let findings = try #require(throws: Diagnostics.self) { try publishedFiles(at: paths) }
    #expect(findings.all.count == 4)
    #expect(findings.all.map(\.kind) == [.data, .data, .data, .inputMissing])
    #expect(throws: Diagnostics.self) { try publishedFiles(at: [""]) }
}

/// A folder of a test's own under /tmp, removed with its owner.
private final class Folder {
    let path: String

    init() throws {
        var template = Array("/tmp/lamina-imports-XXXXXX".utf8CString)
        guard unsafe mkdtemp(&template) != nil else { throw SystemError(code: errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        // What cannot be removed lies in the system's temporary folder, where nobody minds it.
        try? removeTree(path)
    }

    func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

    func write(_ bytes: [UInt8], to name: String) throws {
        var folder = path
        for part in name.split(separator: "/").dropLast() {
            folder += "/\(part)"
            try createFolder(folder)
        }
        try writeAtomically(bytes, to: self(name))
    }
}
