import Cairo
import TestSupport
import Testing

@Suite struct ContextTests {
    private let image: ImageSurface
    private let context: Context

    init() throws {
        image = try ImageSurface(width: 20, height: 20)
        context = try Context(image)
    }

    @Test func aFinishedSurfaceCannotBeDrawnOn() throws {
        let surface = try PDFSurface(width: 10, height: 10)
        _ = try surface.finished()
        let error = #expect(throws: CairoError.self) { try Context(surface) }
        #expect(error?.status == .surfaceFinished)
    }

    @Test(arguments: [
        Matrix(xx: 0, yx: 0, xy: 0, yy: 0), Matrix(xx: 1, yx: 1, xy: 1, yy: 1),
        Matrix(xx: .nan, yx: 0, xy: 0, yy: 1), Matrix(xx: .infinity, yx: 0, xy: 0, yy: 1),
        Matrix(xx: 1, yx: 0, xy: 0, yy: 1, x0: .nan),
    ])
    func aMapWithoutInverseIsRefusedAndThePenStaysSound(matrix: Matrix) throws {
        #expect(throws: CairoError.self) { try context.transform(by: matrix) }
        #expect(throws: CairoError.self) { try context.setTransform(matrix) }
        try context.check(while: "testing")
    }

    @Test(arguments: [[0, 0], [-1, 2], [.nan], [.infinity, 1]])
    func dashesThatCairoWouldChokeOnAreRefused(lengths: [Double]) throws {
        #expect(throws: CairoError.self) { try context.setDash(lengths) }
        try context.check(while: "testing")
    }

    @Test func notANumberInAPathDoesNotCrash() throws {
        for value in [Double.nan, .infinity, -.infinity, 1e300] {
            context.move(x: value, y: 1)
            context.addLine(x: 3, y: value)
            context.addCurve(x1: 1, y1: value, x2: value, y2: 2, x: 5, y: 5)
            context.closePath()
            context.fillKeepingPath()
            context.stroke()
        }
        try context.check(while: "testing")
    }

    @Test func whatIsSavedComesBackEvenAfterAnError() throws {
        struct Interruption: Error {}
        context.setColor(red: 0, green: 1, blue: 0)
        #expect(throws: Interruption.self) {
            try context.saving {
                context.setColor(red: 1, green: 0, blue: 0)
                throw Interruption()
            }
        }
        context.paint()
        #expect(try Pixels(image)[5, 5] == 0x00FF00)
    }

    @Test func theClipBoundsWhatIsDrawn() throws {
        context.addRectangle(x: 5, y: 5, width: 2, height: 2)
        context.clip()
        #expect(context.clipExtents == (5, 5, 7, 7))
        context.setColor(red: 1, green: 1, blue: 1)
        context.paint()
        #expect(try Pixels(image).colors.filter { $0 == 0xFFFFFF }.count == 4)
    }
}
