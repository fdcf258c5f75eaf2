import Cairo
import Diagnostics
import Graphics
import RSVG
import TurboJPEG

/// The pictures of one document, each decoded once.
///
/// The same surface on many pages is also one object in a PDF.
final class PictureStore {
    private var surfaces: [Picture: ImageSurface] = [:]
    private var drawings: [Picture: SVGDrawing] = [:]

    /// A picture's pixels.
    ///
    /// - Throws: a `Diagnostic` of kind `.data` where the bytes are not a sound file.
    func surface(of picture: Picture) throws -> ImageSurface {
        if let surface = surfaces[picture] { return surface }
        do {
            let surface =
                picture.format == .jpeg
                ? try Self.photograph(picture) : try ImageSurface(png: picture.bytes)
            surfaces[picture] = surface
            return surface
        } catch let error as CairoError {
            throw Diagnostic.error("a picture cannot be decoded: \(error)", kind: .data)
        }
    }

    /// A picture's shapes.
    ///
    /// - Throws: a `Diagnostic` of kind `.data` where the bytes are no drawing.
    func drawing(of picture: Picture) throws -> SVGDrawing {
        if let drawing = drawings[picture] { return drawing }
        let drawing = try SVGDrawing(reading: picture.bytes)
        drawings[picture] = drawing
        return drawing
    }

    /// Decoded for pixels, and with the file itself for documents, which keep it as it is.
    private static func photograph(_ picture: Picture) throws -> ImageSurface {
        let surface = try ImageSurface(width: picture.pixelWidth, height: picture.pixelHeight)
        try surface.withMutablePixels { pixels, stride in
            try decodeJPEG(
                picture.bytes, width: picture.pixelWidth, height: picture.pixelHeight,
                stride: stride, into: pixels)
        }
        try surface.keep(jpeg: picture.bytes)
        return surface
    }
}
