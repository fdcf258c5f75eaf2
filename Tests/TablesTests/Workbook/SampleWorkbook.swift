import TestSupport

/// A workbook of one sheet, made part by part, so that tests can say what is wrong with it.
struct SampleWorkbook {
    /// What stands within `sheetData`.
    var rows: String
    /// The texts that cells share, each the inside of an `si`.
    var strings: [String] = []
    /// The number format of each style of cells: a number, or a code.
    var formats: [String] = ["0"]
    /// The sheets' names; all have the same cells.
    var sheets = ["Hoja1"]
    /// What stands within `workbookPr`.
    var properties = ""

    /// The parts by their names.
    var parts: [(name: String, text: String)] {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let main = "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
        let relation = { (id: String, kind: String, target: String) in
            "<Relationship Id='\(id)' Type='\(office)/\(kind)' Target='\(target)'/>"
        }
        let relations = { (inside: String) in
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                + inside + "</Relationships>"
        }
        let codes = formats.enumerated().filter { Int($0.element) == nil }.map {
            "<numFmt numFmtId='\(200 + $0.offset)' formatCode='\(quoted($0.element))'/>"
        }
        let styles = formats.enumerated().map {
            "<xf numFmtId='\(Int($0.element) ?? 200 + $0.offset)'/>"
        }
        var parts = [
            ("_rels/.rels", relations(relation("r1", "officeDocument", "xl/workbook.xml"))),
            (
                "xl/workbook.xml",
                "<workbook \(main) xmlns:r='\(office)'><workbookPr \(properties)/><sheets>"
                    + sheets.enumerated().map {
                        "<sheet name='\($0.element)' sheetId='\($0.offset + 1)' r:id='s\($0.offset)'/>"
                    }.joined() + "</sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                relations(
                    sheets.indices.map {
                        relation("s\($0)", "worksheet", "worksheets/sheet\($0 + 1).xml")
                    }.joined() + relation("t", "sharedStrings", "/xl/sharedStrings.xml")
                        + relation("f", "styles", "../xl/styles.xml"))
            ),
            (
                "xl/sharedStrings.xml",
                "<sst \(main)>" + strings.map { "<si>\($0)</si>" }.joined() + "</sst>"
            ),
            (
                "xl/styles.xml",
                "<styleSheet \(main)><numFmts>\(codes.joined())</numFmts><cellStyleXfs><xf "
                    + "numFmtId='14'/></cellStyleXfs><cellXfs>\(styles.joined())</cellXfs></styleSheet>"
            ),
        ]
        for index in sheets.indices {
            parts.append(
                (
                    "xl/worksheets/sheet\(index + 1).xml",
                    "<worksheet \(main)><sheetData>\(rows)</sheetData></worksheet>"
                ))
        }
        return parts
    }

    /// The file.
    var bytes: [UInt8] { SampleWorkbook.archive(parts) }

    /// A file of some parts.
    static func archive(_ parts: [(name: String, text: String)]) -> [UInt8] {
        ZipWriter(parts.map { .init($0.name, Array($0.text.utf8), isDeflated: true) }).bytes
    }
}

private func quoted(_ code: String) -> String {
    code.replacing("&", with: "&amp;").replacing("'", with: "&apos;")
}
