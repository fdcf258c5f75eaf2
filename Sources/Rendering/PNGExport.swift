import Cairo
import Diagnostics
public import Graphics

/// A page as the bytes of a PNG picture, `pixelWidth` pixels wide.
///
/// Opaque 8-bit RGB on white, or 256 colours, marked as sRGB, with the density, the scene's title and what
/// its figures show. The height follows from the page's proportions, rounded to whole pixels.
///
/// - Parameters:
///   - profile: how it is packed.
///   - ground: what lies below; a picture without one keeps all its colours.
/// - Throws: a `Diagnostic` where something on the page cannot be drawn, or the picture would have
///   more than `ImageSurface.mostPixels`.
public func png(
    of scene: Scene, pixelWidth: Int, profile: PNGProfile = .balanced, ground: PNGGround = .white,
    typesetter: Typesetter
) throws -> [UInt8] {
    try Raster(of: scene, pixelWidth: pixelWidth, ground: ground, typesetter: typesetter)
        .png(profile)
}

/// A page as pixels, to be packed in one way or several.
public struct Raster {
    private let image: ImageSurface
    private let ground: PNGGround
    private let pixelsPerMeter: Double
    private let title: String
    private let description: String

    /// Draws a page, `pixelWidth` pixels wide.
    ///
    /// - Throws: as `png(of:pixelWidth:profile:ground:typesetter:)` does.
    public init(
        of scene: Scene, pixelWidth: Int, ground: PNGGround = .white, typesetter: Typesetter
    ) throws {
        image = try diagnosing {
            try raster(of: scene, pixelWidth: pixelWidth, ground, typesetter: typesetter)
        }
        self.ground = ground
        pixelsPerMeter = 72 * Double(pixelWidth) / scene.paperSize.width / 0.0254
        (title, description) = (scene.title, scene.described)
    }

    /// The bytes of a PNG picture.
    ///
    /// - Parameter density: pixels a metre that the file says of itself; `nil` for those of the page's own
    ///   size.
    public func png(
        _ profile: PNGProfile = .balanced, pixelsPerMeter density: Double? = nil
    ) throws -> [UInt8] {
        try diagnosing {
            try PNGEncoder.encode(
                image, profile: profile, ground: ground, pixelsPerMeter: density ?? pixelsPerMeter,
                title: title, description: description)
        }
    }
}

/// A page as pixels.
func raster(
    of scene: Scene, pixelWidth: Int, _ ground: PNGGround = .white, typesetter: Typesetter
) throws -> ImageSurface {
    try requirePageSize(of: scene)
    let scale = Double(pixelWidth) / scene.size.width
    let height = (scene.size.height * scale).rounded()
    guard pixelWidth > 0, pixelWidth <= ImageSurface.longestSide,
        height <= Double(ImageSurface.longestSide),
        ImageSurface.allows(width: pixelWidth, height: max(1, Int(height)))
    else {
        throw Diagnostic.error(
            "page “\(scene.title)” is too large at \(pixelWidth) pixels across", kind: .usage,
            hint: "at most \(ImageSurface.mostPixels / 1_000_000) million pixels, and "
                + "\(ImageSurface.longestSide) on a side")
    }
    let image = try ImageSurface(
        width: pixelWidth, height: max(1, Int(height)),
        format: ground == .white ? .rgb24 : .argb32)
    let renderer = SceneRenderer(
        context: try Context(image), typesetter: typesetter, target: .raster(ground),
        pictures: PictureStore())
    try renderer.draw(scene, base: .scale(scale))
    try image.check(while: "drawing a page")
    return image
}

/// Throws where a page has no extent, or one beyond what PDF readers open (14,400 pt, ISO 32000-1
/// annex C.2).
func requirePageSize(of scene: Scene) throws {
    let sides = 1.0...14_400.0
    guard
        [scene.size, scene.paperSize].allSatisfy({
            sides.contains($0.width) && sides.contains($0.height)
        })
    else {
        throw Diagnostic.error(
            "page “\(scene.title)” is \(scene.size.width) x \(scene.size.height) pt",
            kind: .internalFailure)
    }
}
