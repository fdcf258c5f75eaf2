import Deflate
import Diagnostics
import QPDF

extension DocumentFinish {
    /// Puts files and the names of pages into the document.
    func attachFiles() throws {
        let names = document.parsed("<< >>")
        if !options.attachments.isEmpty {
            let files = try options.attachments.sorted { $0.name < $1.name }.map {
                (name: $0.name, object: document.indirect(try specification(of: $0)))
            }
            document.set("/EmbeddedFiles", of: names, to: tree(files))
            // Associated files: ISO 19005-3, 6.8.
            document.set("/AF", of: document.catalog, to: document.array(files.map(\.object)))
        }
        let pages = zip(options.destinations, document.pages).filter { !$0.0.isEmpty }
        if !pages.isEmpty {
            let destinations = pages.map { name, page in
                (name: name, object: document.array([page, document.parsed("/Fit")]))
            }
            document.set("/Dests", of: names, to: tree(destinations))
        }
        guard !options.attachments.isEmpty || !pages.isEmpty else { return }
        document.set("/Names", of: document.catalog, to: names)
    }

    private func tree(_ entries: [(name: String, object: PDFDocument.Object)])
        -> PDFDocument.Object
    {
        let tree = document.parsed("<< >>")
        let sorted = entries.sorted {
            $0.name.inNameTree.lexicographicallyPrecedes($1.name.inNameTree)
        }
        document.set(
            "/Names", of: tree,
            to: document.array(sorted.flatMap { [text($0.name), $0.object] }))
        return tree
    }

    private func specification(
        of file: DocumentOptions.Attachment
    ) throws -> PDFDocument.Object {
        guard let packed = packed(file.bytes, level: 9) else {
            throw Diagnostic.error("packing \(file.name) failed", kind: .unavailable)
        }
        // A name may not hold a slash (ISO 32000-1, 7.3.5).
        let type = file.type.replacing("/", with: "#2F")
        let parameters = document.parsed("<< /Size \(file.bytes.count) >>")
        document.set("/ModDate", of: parameters, to: document.byteString(metadata.date.inPDF))
        let stream = document.stream(
            packed, isPacked: true,
            [
                ("/Type", document.parsed("/EmbeddedFile")),
                ("/Subtype", document.parsed("/\(type)")), ("/Params", parameters),
            ])
        let specification = document.parsed("<< /Type /Filespec /AFRelationship /Data >>")
        for key in ["/F", "/UF"] {
            document.set(key, of: specification, to: text(file.name))
        }
        if !file.detail.isEmpty {
            document.set("/Desc", of: specification, to: text(file.detail))
        }
        let streams = document.parsed("<< >>")
        for key in ["/F", "/UF"] { document.set(key, of: streams, to: stream) }
        document.set("/EF", of: specification, to: streams)
        return specification
    }
}

extension String {
    /// The bytes by which a tree of names is sorted: those of the text string that qpdf makes of it, one
    /// each for western letters, else UTF-16.
    fileprivate var inNameTree: [UInt8] {
        if unicodeScalars.allSatisfy({ $0.value < 0x100 }) {
            return unicodeScalars.map { UInt8($0.value) }
        }
        return [0xFE, 0xFF] + utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    }
}

extension DocumentDate {
    /// As in `D:20260131120000Z` (ISO 32000-1, 7.9.4).
    var inPDF: String {
        "D:" + description.filter(\.isNumber) + "Z"
    }
}
