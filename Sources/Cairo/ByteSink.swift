import CCairo

/// Where a document's bytes gather while Cairo writes them.
public final class ByteSink {
    /// What has been written so far.
    public private(set) var bytes: [UInt8] = []
    /// The most bytes it takes; the first write beyond fails.
    public let limit: Int
    /// The first error, kept here because a C callback cannot throw.
    public private(set) var error: CairoError?

    /// An empty sink.
    ///
    /// - Parameter limit: 1 GiB unless told; tests pass a small one to see writing fail.
    public init(limit: Int = 1 << 30) { self.limit = limit }

    /// Takes bytes, or parks the error and takes none from then on.
    fileprivate func take(_ part: UnsafeBufferPointer<UInt8>) -> cairo_status_t {
        if error == nil, part.count > limit - bytes.count {
            error = CairoError(.writeError, while: "writing more than \(limit) bytes")
        }
        guard error == nil else { return CAIRO_STATUS_WRITE_ERROR }
        bytes.append(contentsOf: part)
        return CAIRO_STATUS_SUCCESS
    }
}

/// Cairo's way to the sink: a free function, so that it belongs to no actor.
func writeToSink(
    sink: UnsafeMutableRawPointer?, start: UnsafePointer<UInt8>?, count: UInt32
) -> cairo_status_t {
    guard let sink else { return CAIRO_STATUS_WRITE_ERROR }
    return Unmanaged<ByteSink>.fromOpaque(sink).takeUnretainedValue()
        .take(UnsafeBufferPointer(start: start, count: Int(count)))
}

/// Called when a surface lets go of its sink, after its last write.
func releaseSink(sink: UnsafeMutableRawPointer?) {
    guard let sink else { return }
    Unmanaged<ByteSink>.fromOpaque(sink).release()
}
