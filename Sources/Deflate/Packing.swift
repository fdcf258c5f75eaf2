// The room of libdeflate. It promises:
// - bytes in, bytes out, all at once; nothing is kept in between;
// - the same bytes from the same version of the library, on any processor.
import CDeflate

/// Bytes packed in zlib's format (RFC 1950), `libdeflate_zlib_compress`.
///
/// - Parameter level: 0 to 12; higher ones pack tighter and take longer.
/// - Returns: `nil` where memory is out.
public func packed(_ bytes: [UInt8], level: Int) -> [UInt8]? {
    guard let compressor = libdeflate_alloc_compressor(Int32(min(max(level, 0), 12))) else {
        return nil
    }
    defer { libdeflate_free_compressor(compressor) }
    let bound = libdeflate_zlib_compress_bound(compressor, bytes.count)
    return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
        count = bytes.withUnsafeBytes { input in
            libdeflate_zlib_compress(
                compressor, input.baseAddress, input.count, buffer.baseAddress, bound)
        }
    }
}
