import Cairo
import Diagnostics
import Graphics

/// The pictures of one document, each decoded once.
///
/// The same surface on many pages is also one object in a PDF.
final class PictureStore {
    private var surfaces: [Picture: ImageSurface] = [:]

    /// A picture's pixels.
    ///
    /// - Throws: a `Diagnostic` of kind `.data` where the bytes are not a sound PNG file.
    func surface(of picture: Picture) throws -> ImageSurface {
        if let surface = surfaces[picture] { return surface }
        do {
            let surface = try ImageSurface(png: picture.png)
            surfaces[picture] = surface
            return surface
        } catch {
            throw Diagnostic.error("a picture cannot be decoded: \(error)", kind: .data)
        }
    }
}
