import Cairo
import Diagnostics
import Graphics
import QPDF

extension DocumentFinish {
    /// Gives Cairo's tree of bare names what was noted of its parts.
    func finishStructure() throws {
        let root = document.value("/StructTreeRoot", of: document.catalog)
        guard document.isDictionary(root) else {
            // Cairo writes no tree over empty pages.
            guard log.parts.allSatisfy({ [.document, .section].contains($0.tag) }) else {
                throw unlike("there is none")
            }
            return
        }
        let sizes = document.pages.map { page in
            let box = document.items(of: document.value("/MediaBox", of: page))
                .compactMap(document.number)
            return box.count == 4 ? Size(box[2], box[3]) : Size(0, 0)
        }
        var parts = log.parts[...]
        var named: [(name: String, node: PDFDocument.Object)] = []
        var links: [DocumentLink] = []
        for child in children(of: root) {
            try finish(child, &parts, sizes: sizes, &named, &links)
        }
        guard parts.isEmpty else { throw unlike("\(parts.count) parts are missing") }
        dropNothings(root)
        addLinks(links, root, sizes: sizes)
        guard !named.isEmpty else { return }
        // A tree of names is sorted by their bytes (ISO 32000-1, 7.9.6).
        let entries = named.sorted { Array($0.name.utf8).lexicographicallyPrecedes($1.name.utf8) }
            .flatMap { [document.byteString($0.name), $0.node] }
        let tree = document.parsed("<< >>")
        document.set("/Names", of: tree, to: document.array(entries))
        document.set("/IDTree", of: root, to: tree)
    }

    private func children(of node: PDFDocument.Object) -> [PDFDocument.Object] {
        let kids = document.value("/K", of: node)
        return (document.isArray(kids) ? document.items(of: kids) : [kids]).filter(
            document.isDictionary)
    }

    /// Finishes a node and those below it; parts of nothing go.
    private func finish(
        _ node: PDFDocument.Object, _ parts: inout ArraySlice<StructureLog.Part>,
        sizes: [Size], _ named: inout [(name: String, node: PDFDocument.Object)],
        _ links: inout [DocumentLink]
    ) throws {
        guard let part = parts.popFirst(),
            document.isName(document.value("/S", of: node), "/" + part.tag.cairoName)
        else { throw unlike("a part is another one") }
        if part.tag == .link { links.append((part, node)) }
        if !part.alternative.isEmpty {
            document.set("/Alt", of: node, to: text(part.alternative))  // UA 7.3-1
        }
        if !part.title.isEmpty { document.set("/T", of: node, to: text(part.title)) }
        if !part.language.isEmpty {
            document.set("/Lang", of: node, to: text(part.language))  // UA 7.2
        }
        if !part.id.isEmpty {
            document.set("/ID", of: node, to: document.byteString(part.id))
            named.append((part.id, node))
        }
        let attributes = attributes(
            of: part,
            on: sizes.indices.contains(part.page) ? sizes[part.page] : Size(0, 0))
        if !attributes.isEmpty { document.set("/A", of: node, to: document.array(attributes)) }
        if part.tag == .document, !metadata.language.isEmpty {
            document.set("/Lang", of: node, to: text(metadata.language))
        }
        let kids = children(of: node)
        guard !kids.isEmpty else { return }
        var kept: [PDFDocument.Object] = []
        for kid in kids {
            if parts.first?.tag != .nothing { kept.append(kid) }
            try finish(kid, &parts, sizes: sizes, &named, &links)
        }
        if kept.count < kids.count { document.set("/K", of: node, to: document.array(kept)) }
    }

    private func attributes(
        of part: StructureLog.Part, on page: Size
    ) -> [PDFDocument.Object] {
        var attributes: [PDFDocument.Object] = []
        switch part.scope {
        case nil: break
        case .column:  // UA 7.5-1
            attributes.append(document.parsed("<< /O /Table /Scope /Column >>"))
        case .row: attributes.append(document.parsed("<< /O /Table /Scope /Row >>"))
        case .group(let columns):
            attributes.append(
                document.parsed("<< /O /Table /Scope /Row /ColSpan \(columns) >>"))
        }
        if let box = part.box, part.tag != .link {
            attributes.append(
                document.parsed(
                    "<< /O /Layout /Placement /Block /BBox [ \(Self.sides(of: box, on: page)) ] >>")
            )
        }
        return attributes
    }

    /// A box as PDF counts it, from the lower left corner; control points may lie beyond the page.
    static func sides(of box: Rect, on page: Size) -> String {
        let (left, right) = (max(0, box.minX), min(page.width, box.maxX))
        let (top, bottom) = (max(0, box.minY), min(page.height, box.maxY))
        return [left, page.height - bottom, right, page.height - top]
            .map { "\(($0 * 100).rounded() / 100)" }.joined(separator: " ")
    }

    /// Takes parts of nothing out of the lists by which marks in pages find their part.
    private func dropNothings(_ root: PDFDocument.Object) {
        let lists = document.items(
            of: document.value("/Nums", of: document.value("/ParentTree", of: root)))
        for list in lists where document.isArray(list) {
            for (index, node) in document.items(of: list).enumerated()
            where document.isName(document.value("/S", of: node), "/NonStruct") {
                document.setItem(index, of: list, to: document.null)
            }
        }
    }

    private func unlike(_ message: String) -> Diagnostic {
        .error(
            "the structure of the PDF is not that of its pages: \(message)",
            kind: .internalFailure)
    }
}
