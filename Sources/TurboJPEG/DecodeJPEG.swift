import CTurboJPEG
public import Diagnostics

// The room of JPEG. It promises:
// - pixels come from memory and go to memory; warnings about damage are errors;
// - the library is opened at the first picture.

/// Decodes a JPEG picture into rows of pixels of four bytes: blue, green, red, unused.
///
/// `tjDecompress2` with its exact transform: the same pixels on every machine.
///
/// - Parameters:
///   - width, height: what the picture's own header says.
///   - stride: bytes from row to row.
///   - pixels: `stride` times `height` bytes.
/// - Throws: a `Diagnostic` where the bytes are no whole JPEG file of that size, or of colours for printing.
public func decodeJPEG(
    _ bytes: [UInt8], width: Int, height: Int, stride: Int,
    into pixels: UnsafeMutableRawBufferPointer
) throws(Diagnostic) {
    let library = try Library.functions()
    guard let decoder = library.new_decoder() else {
        throw .error("a JPEG picture cannot be decoded", kind: .internalFailure)
    }
    defer { _ = library.free_decoder(decoder) }
    func fault() -> Diagnostic {
        let words = library.error(decoder).map { String(cString: $0) } ?? "unknown error"
        return .error("a JPEG picture cannot be decoded: \(words)")
    }
    var (found, sampling, colors): ((Int32, Int32), Int32, Int32) = ((0, 0), 0, 0)
    guard
        library.read_header(
            decoder, bytes, UInt(bytes.count), &found.0, &found.1, &sampling, &colors) == 0
    else { throw fault() }
    guard found.0 == width, found.1 == height, pixels.count >= stride * height else {
        throw .error("a JPEG picture is of another size than it says")
    }
    guard colors != TJCS_CMYK.rawValue, colors != TJCS_YCCK.rawValue else {
        throw .error("a JPEG picture has colours for printing (CMYK)", hint: "save it as RGB")
    }
    let code = library.decode(
        decoder, bytes, UInt(bytes.count), pixels.bindMemory(to: UInt8.self).baseAddress,
        Int32(width), Int32(stride), Int32(height), Int32(TJPF_BGRX.rawValue),
        TJFLAG_ACCURATEDCT | TJFLAG_STOPONWARNING)
    guard code == 0 else { throw fault() }
}
