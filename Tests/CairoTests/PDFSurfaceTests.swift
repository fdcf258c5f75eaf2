import Cairo
import Testing

@Suite struct PDFSurfaceTests {
    @Test func theSameDrawingGivesTheSameBytes() throws {
        let first = try document(sink: ByteSink())
        #expect(first.starts(with: "%PDF-1.5".utf8))
        #expect(try document(sink: ByteSink()) == first)
    }

    @Test func aSinkThatFailsIsReportedWhereverItFails() throws {
        let whole = try document(sink: ByteSink()).count
        for limit in stride(from: 0, to: whole, by: 37) {
            let error = #expect(throws: CairoError.self) {
                try document(sink: ByteSink(limit: limit))
            }
            #expect(error?.status == .writeError)
        }
        #expect(try document(sink: ByteSink(limit: whole)).count == whole)
    }

    @Test func aDocumentCanBeDroppedUnfinished() throws {
        for _ in 0..<100 {
            let surface = try PDFSurface(width: 100, height: 100)
            let context = try Context(surface)
            context.paint()
            try context.showPage()
            surface.addOutlineEntry("One", page: 1)
            context.addRectangle(x: 1, y: 1, width: 5, height: 5)
            context.fill()
        }
    }

    @Test func thePenKeepsTheDocumentAlive() throws {
        let sink = ByteSink()
        var context: Context? = try Context(PDFSurface(width: 100, height: 100, sink: sink))
        context?.paint()
        try context?.showPage()
        context = nil
        #expect(sink.bytes.suffix(6).elementsEqual("%%EOF\n".utf8))
    }

    private func document(sink: ByteSink) throws -> [UInt8] {
        let surface = try PDFSurface(width: 100, height: 100, sink: sink)
        for metadata in PDFSurface.Metadata.allCases {
            surface.set(metadata, to: "2026-01-31T12:00:00Z")
        }
        let context = try Context(surface)
        for page in 1...3 {
            surface.setPageSize(width: 100, height: 100 + Double(page))
            surface.setPageLabel("\(page)")
            context.addRectangle(x: Double(page), y: 10, width: 50, height: 20)
            context.fill()
            try context.showPage()
            surface.addOutlineEntry("Página \(page)", page: page)
        }
        return try surface.finished()
    }
}
