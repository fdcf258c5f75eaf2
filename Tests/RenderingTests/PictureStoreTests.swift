import Cairo
import Diagnostics
import Graphics
import TestSupport
import Testing

@testable import Rendering

@Suite struct PictureStoreTests {
    private let typesetter: Typesetter

    init() throws { typesetter = try Typesetter(fonts: testFonts) }

    private func fixture(_ name: String) throws -> [UInt8] {
        try #require(bytes(ofFile: "\(repositoryRoot)/Tests/Fixtures/pictures/\(name)"))
    }

    private func page(_ picture: Picture) -> Scene {
        let frame = Rect(x: 10, y: 10, width: 120, height: 80)
        return Scene(
            size: Size(140, 100), title: "A",
            items: [.tagged(Tag(.figure, alternative: "A"), [.picture(picture, in: frame)])])
    }

    private func color(_ picture: Picture, _ x: Int, _ y: Int) throws -> [UInt8] {
        let image = try raster(of: page(picture), pixelWidth: 140, typesetter: typesetter)
        return try unsafe image.withPixels { pixels, stride in
            unsafe Array(pixels[(y * stride + 4 * x)..<(y * stride + 4 * x + 3)])
        }
    }

    @Test func aPhotographIsDrawnAsItWasSeen() throws {
        let upright = try Picture(jpeg: fixture("photo.jpg"))
        let turned = try Picture(jpeg: fixture("turned.jpg"))
        #expect(turned.orientation == .turnedRight && upright.size == turned.size)
        for (x, y) in [(20, 20), (100, 40), (60, 85), (125, 15)] {
            let (one, other) = (try color(upright, x, y), try color(turned, x, y))
            #expect(zip(one, other).allSatisfy { abs(Int($0) - Int($1)) < 14 }, "\(one) \(other)")
        }
        // The dark corner is at the top left: blue, green, red.
        #expect(try color(upright, 15, 15).allSatisfy { $0 < 80 })
    }

    @Test func aDrawingIsDrawnAsShapes() throws {
        let drawing = Picture(svg: try fixture("logo.svg"), size: Size(120, 40))
        let bytes = try pdf(
            of: [page(drawing)], metadata: .sample, typesetter: typesetter)
        try withTemporaryFile(bytes) { path in
            #expect(Tool("pdfimages").run("-list", path).output.split(separator: "\n").count == 2)
            let script = "\(repositoryRoot)/Tests/Checks/accessible_pdf.py"
            #expect(Tool("python3").run(script, path).succeeded)
        }
    }

    @Test func aDocumentHoldsThePhotographsOwnFile() throws {
        let picture = try Picture(jpeg: fixture("photo.jpg"))
        let bytes = try pdf(
            of: [page(picture), page(picture)], metadata: .sample, typesetter: typesetter)
        try withTemporaryFile(bytes) { path in
            let list = Tool("pdfimages").run("-list", path).output.split(separator: "\n").dropFirst(
                2)
            #expect(
                list.count == 2
                    && list.allSatisfy { $0.contains("jpeg") && $0.contains("240   160") })
        }
    }

    @Test func damagedPicturesAreFindings() throws {
        var cut = try fixture("photo.jpg")
        cut.removeLast(cut.count / 2)
        let photo = try Picture(jpeg: cut)
        #expect(throws: Diagnostic.self) { try color(photo, 20, 20) }
        let drawing = Picture(svg: Array("<svg".utf8), size: Size(10, 10))
        #expect(throws: Diagnostic.self) { try color(drawing, 20, 20) }
        var wrong = try Picture(jpeg: fixture("photo.jpg"))
        wrong.width = 100
        #expect(throws: Diagnostic.self) { try color(wrong, 20, 20) }
    }
}
