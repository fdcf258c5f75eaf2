import Graphics
import QPDF

/// A part of the structure that leads somewhere, and its node.
typealias DocumentLink = (part: StructureLog.Part, node: PDFDocument.Object)

extension DocumentFinish {
    /// Makes links of the stretches that lead somewhere: each has its place on the page, and each knows the
    /// other (UA 7.18.5).
    ///
    /// What leads to a page that is not in the document stays a stretch of text.
    func addLinks(_ links: [DocumentLink], _ root: PDFDocument.Object, sizes: [Size]) {
        let pages = document.pages
        let tree = document.value("/ParentTree", of: root)
        var numbers = document.items(of: document.value("/Nums", of: tree))
        var next =
            stride(from: 0, to: numbers.count, by: 2)
            .compactMap { document.integer(numbers[$0]) }.max().map { $0 + 1 } ?? 0
        var places: [Int: [PDFDocument.Object]] = [:]
        for (part, node) in links {
            guard let link = part.link, let box = part.box, pages.indices.contains(part.page),
                sizes.indices.contains(part.page), let action = action(link.target)
            else { continue }
            let sides = Self.sides(of: box, on: sizes[part.page])
            // Shown on screen and in print (A 6.3.2), without a frame.
            let place = document.parsed(
                """
                << /Type /Annot /Subtype /Link /Rect [ \(sides) ] /Border [ 0 0 0 ] /F 4
                /StructParent \(next) >>
                """)
            document.set("/Contents", of: place, to: text(link.words))  // UA 7.18.5-2
            document.set("/A", of: place, to: action)
            let annotation = document.indirect(place)
            let reference = document.parsed("<< /Type /OBJR >>")
            document.set("/Obj", of: reference, to: annotation)
            document.set("/Pg", of: reference, to: pages[part.page])
            let kids = document.value("/K", of: node)
            let inside = document.isArray(kids) ? document.items(of: kids) : [kids]
            document.set("/K", of: node, to: document.array(inside + [reference]))
            document.set("/S", of: node, to: document.parsed("/Link"))
            numbers += [document.integer(next), node]
            places[part.page, default: []].append(annotation)
            next += 1
        }
        guard !places.isEmpty else { return }
        document.set("/Nums", of: tree, to: document.array(numbers))
        document.set("/ParentTreeNextKey", of: root, to: document.integer(next))
        for (page, annotations) in places.sorted(by: { $0.key < $1.key }) {
            // Cairo writes none, since it is told of no links.
            document.set("/Annots", of: pages[page], to: document.array(annotations))
        }
    }

    /// What following a link does; `nil` where it leads nowhere.
    private func action(_ target: LinkTarget) -> PDFDocument.Object? {
        switch target {
        case .web(let address):
            let action = document.parsed("<< /Type /Action /S /URI >>")
            document.set("/URI", of: action, to: document.byteString(address))
            return action
        case .page(let name):
            guard options.destinations.contains(name) else { return nil }
            let action = document.parsed("<< /Type /Action /S /GoTo >>")
            document.set("/D", of: action, to: text(name))
            return action
        }
    }
}
