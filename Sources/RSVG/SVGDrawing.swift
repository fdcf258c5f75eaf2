import CRSVG
public import Cairo
public import Diagnostics

// The room of librsvg. It promises:
// - a drawing is read from memory and loads nothing else;
// - it is drawn as shapes, so that documents keep it sharp;
// - the library is opened at the first drawing.

/// An SVG drawing, read once, `RsvgHandle`.
public final class SVGDrawing {
    private let library: lamina_rsvg
    private let handle: OpaquePointer

    /// Reads a drawing, `rsvg_handle_new_from_data`: without a place in the world, so that nothing beside it can be
    /// loaded.
    ///
    /// - Throws: a `Diagnostic` where it is no SVG, or the library is not there.
    public init(reading bytes: [UInt8]) throws(Diagnostic) {
        library = try Library.functions()
        var error: UnsafeMutablePointer<GError>?
        let read = library.read(bytes, gsize(bytes.count), &error)
        guard let read else { throw Self.fault(error) }
        handle = read
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(handle)) }

    /// Draws it as large as fits into a box, in the middle, `rsvg_handle_render_document`.
    ///
    /// - Throws: a `Diagnostic` where it cannot be drawn.
    public func draw(
        x: Double, y: Double, width: Double, height: Double, on context: Cairo.Context
    ) throws(Diagnostic) {
        var box = RsvgRectangle(x: x, y: y, width: width, height: height)
        var error: UnsafeMutablePointer<GError>?
        guard library.draw(handle, context.pointer, &box, &error) != 0 else {
            throw Self.fault(error)
        }
    }

    private static func fault(_ error: UnsafeMutablePointer<GError>?) -> Diagnostic {
        defer { if let error { g_error_free(error) } }
        let words = error?.pointee.message.map { String(cString: $0) } ?? "unknown error"
        return .error("an SVG picture cannot be drawn: \(words)")
    }
}
