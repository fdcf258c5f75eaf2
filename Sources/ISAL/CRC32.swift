import CISAL

/// The checksum that PNG and gzip use, `crc32_gzip_refl`.
///
/// - Parameter start: the checksum of the bytes before, where there are any.
public func crc32(of bytes: some Collection<UInt8>, continuing start: UInt32 = 0) -> UInt32 {
    let sum = bytes.withContiguousStorageIfAvailable {
        crc32_gzip_refl(start, $0.baseAddress, UInt64($0.count))
    }
    return sum ?? crc32(of: Array(bytes), continuing: start)
}
