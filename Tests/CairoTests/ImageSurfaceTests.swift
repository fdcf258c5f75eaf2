import Cairo
import Rendering
import TestSupport
import Testing

@Suite struct ImageSurfaceTests {
    @Test(arguments: [
        (50_000, 10), (10, 50_000), (32_768, 1), (32_767, 32_767), (8_001, 8_000), (0, 5), (5, 0),
        (-1, 5), (.max, .max), (.min, .min),
    ])
    func sizesBeyondTheBudgetAreRefusedBeforeMemoryIsTaken(width: Int, height: Int) {
        #expect(!ImageSurface.allows(width: width, height: height))
        let error = #expect(throws: CairoError.self) {
            try ImageSurface(width: width, height: height)
        }
        #expect(error?.status == .invalidSize)
    }

    @Test func theLongestSideIsAllowed() throws {
        #expect(try ImageSurface(width: 32_767, height: 1).width == 32_767)
    }

    @Test func pixelsAreReadAsTheyWereDrawn() throws {
        let image = try ImageSurface(width: 3, height: 2)
        let context = try Context(image)
        context.setColor(red: 1, green: 0.2, blue: 0)
        context.addRectangle(x: 1, y: 0, width: 1, height: 1)
        context.fill()
        #expect(try Pixels(image).colors == [0, 0xFF3300, 0, 0, 0, 0])
    }

    @Test func aPictureIsReadBackAsItWasWritten() throws {
        let png = try samplePicture()
        let image = try ImageSurface(png: png)
        #expect((image.width, image.height) == (7, 5))
        #expect(try Pixels(image)[2, 1] == 0x0000FF)
    }

    @Test func everyTruncatedPictureIsRefused() throws {
        let png = try samplePicture()
        for count in 0..<png.count {
            let error = #expect(throws: CairoError.self) {
                try ImageSurface(png: Array(png[..<count]))
            }
            #expect(error?.status == .readError)
        }
    }

    @Test func garbageNeverTraps() throws {
        let png = try samplePicture()
        var seed: UInt64 = 1
        for _ in 0..<2000 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            var damaged = png
            damaged[Int(seed >> 33) % png.count] ^= UInt8(truncatingIfNeeded: seed >> 24) | 1
            // Whether it is refused depends on where it was hit; it must end either way.
            _ = try? ImageSurface(png: damaged)
        }
        #expect(throws: CairoError.self) { try ImageSurface(png: [UInt8](repeating: 7, count: 99)) }
    }

    @Test func aPictureThatClaimsToBeHugeIsRefusedByItsHeader() throws {
        var png = try samplePicture()
        png.replaceSubrange(16..<24, with: [0, 0, 0x7F, 0xFF, 0, 0, 0x7F, 0xFF])
        let error = #expect(throws: CairoError.self) { try ImageSurface(png: png) }
        #expect(error?.status == .invalidSize)
    }

    @Test func aChunkThatClaimsToBeHugeIsATruncation() throws {
        var png = try samplePicture()
        png.replaceSubrange(33..<37, with: [0xFF, 0xFF, 0xFF, 0xFF])
        let error = #expect(throws: CairoError.self) { try ImageSurface(png: png) }
        #expect(error?.status == .readError)
    }

    /// Seven by five pixels, blue on white.
    private func samplePicture() throws -> [UInt8] {
        let image = try ImageSurface(width: 7, height: 5)
        let context = try Context(image)
        context.setColor(red: 1, green: 1, blue: 1)
        context.paint()
        context.setColor(red: 0, green: 0, blue: 1)
        context.addRectangle(x: 1, y: 1, width: 3, height: 2)
        context.fill()
        return try PNGEncoder.encode(image)
    }
}
