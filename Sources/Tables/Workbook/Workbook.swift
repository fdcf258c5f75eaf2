import Diagnostics
import Expat
import Zip

/// An Excel workbook (ECMA-376, parts 1 and 2) without its sheets' cells.
struct Workbook {
    /// A sheet's name and the part of the archive that has its cells.
    struct Sheet {
        let name: String
        let part: String
    }

    /// The sheets that have cells, in the workbook's order, hidden ones too.
    private(set) var sheets: [Sheet] = []
    /// How it counts days.
    private(set) var days = SerialDay.from1900
    /// The texts that cells share.
    private(set) var strings: [String] = []
    /// The format of each style of cells.
    private(set) var formats: [CellFormat] = []

    private let file: String
    private let archive: ZipArchive

    /// Reads all but the cells.
    ///
    /// Throws a `Diagnostic` where the file is no workbook.
    init(_ bytes: [UInt8], file: String, limits: Limits = Limits()) throws {
        self.file = file
        // Word for word what an encrypted workbook starts with, and one of before 2007.
        guard !bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else {
            throw Diagnostic.error(
                "the workbook has a password, or is of before 2007",
                at: SourceLocation(file: file), hint: "save it as .xlsx without a password")
        }
        archive = try ZipArchive(
            bytes, file: file,
            limits: ZipLimits(
                entryBytes: limits[.unpackedBytes], totalBytes: 2 * limits[.unpackedBytes],
                ratio: limits[.unpackRatio]))
        guard archive.entry(named: "_rels/.rels") != nil else { throw notOne }
        let package = try relationships(of: "")
        guard let main = package.first(where: { $0.kind == "officeDocument" })?.part else {
            throw notOne
        }
        let parts = try relationships(of: main)
        try readSheets(main, parts)
        if let part = parts.first(where: { $0.kind == "sharedStrings" })?.part {
            try readStrings(part)
        }
        if let part = parts.first(where: { $0.kind == "styles" })?.part { try readFormats(part) }
    }

    private var notOne: Diagnostic {
        .error(
            "the file is no Excel workbook", at: SourceLocation(file: file),
            hint: "save it as .xlsx")
    }

    /// Reads one part of the workbook as XML.
    ///
    /// Throws a `Diagnostic` where it is missing or unsound, and what `body` throws.
    func read(_ part: String, _ body: (XMLEvent) throws -> Void) throws {
        let bytes = try archive.read(part)
        do {
            try readXML(bytes, body)
        } catch let error as XMLError {
            throw Diagnostic.error(
                "the part “\(excerpt(of: part, limit: 60))” is not sound: \(error.message), at line "
                    + "\(error.line), column \(error.column)", at: SourceLocation(file: file))
        }
    }

    // MARK: - Parts

    /// What a part says of another.
    private struct Relationship {
        /// The name by which the part speaks of it.
        let id: String
        /// The last word of its kind, such as `worksheet`.
        let kind: String
        /// The other part's name in the archive.
        let part: String
    }

    /// The relationships of a part, or of the whole package for an empty name.
    private func relationships(of part: String) throws -> [Relationship] {
        let folders = part.split(separator: "/").dropLast()
        let name = part.split(separator: "/").last ?? ""
        let file = (folders + ["_rels", "\(name).rels"]).joined(separator: "/")
        var found: [Relationship] = []
        try read(file) { event in
            guard case .start(let element) = event, element.name == "Relationship",
                element["TargetMode"] != "External", let id = element["Id"],
                let type = element["Type"], let target = element["Target"]
            else { return }
            let kind = type.split(separator: "/").last.map(String.init) ?? ""
            found.append(
                Relationship(id: id, kind: kind, part: resolved(target, in: Array(folders))))
        }
        return found
    }

    /// A target's name in the archive; what leads out of it leads to a name that is not there.
    private func resolved(_ target: String, in folders: [Substring]) -> String {
        var parts = target.first == "/" ? [] : folders
        for part in target.split(separator: "/") where part != "." {
            if part == "..", !parts.isEmpty { parts.removeLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }

    private mutating func readSheets(_ part: String, _ relationships: [Relationship]) throws {
        var (sheets, days) = (sheets, days)
        try read(part) { event in
            guard case .start(let element) = event else { return }
            if element.name == "workbookPr", ["1", "true", "on"].contains(element["date1904"]) {
                days = .from1904
            }
            guard element.name == "sheet", let name = element["name"], let id = element["id"],
                // Sheets of charts have no cells.
                let relation = relationships.first(where: { $0.id == id }),
                relation.kind == "worksheet"
            else { return }
            sheets.append(Sheet(name: name, part: relation.part))
        }
        (self.sheets, self.days) = (sheets, days)
        guard !sheets.isEmpty else { throw notOne }
    }

    private mutating func readStrings(_ part: String) throws {
        var strings: [String] = []
        var text = SheetText()
        try read(part) { event in
            text.take(event)
            if event == .end("si") { strings.append(text.finish()) }
        }
        self.strings = strings
    }

    private mutating func readFormats(_ part: String) throws {
        var codes: [Int: CellFormat] = [:]
        var formats: [CellFormat] = []
        // Styles without a cell have the same elements before.
        var isInCells = false
        try read(part) { event in
            switch event {
            case .start(let element) where element.name == "numFmt":
                if let id = element["numFmtId"].flatMap({ Int($0) }),
                    let code = element["formatCode"]
                {
                    codes[id] = CellFormat(code: code)
                }
            case .start(let element) where element.name == "cellXfs": isInCells = true
            case .end("cellXfs"): isInCells = false
            case .start(let element) where element.name == "xf" && isInCells:
                let id = element["numFmtId"].flatMap { Int($0) } ?? 0
                formats.append(codes[id] ?? CellFormat(builtIn: id))
            case .start, .end, .text: break
            }
        }
        self.formats = formats
    }
}
