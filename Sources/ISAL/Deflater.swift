// The room of ISA-L. It promises:
// - bytes in, bytes out; nothing is kept but one stream's state, with one owner;
// - the same bytes on the same kind of processor; other processors may pack them otherwise, but they
//   unpack to the same.
import CISAL
import Glibc

/// A stream of bytes being packed in zlib's format.
public final class Deflater {
    private let stream: UnsafeMutableRawPointer

    /// A fresh stream, `isal_deflate_init`; `nil` where memory is out.
    ///
    /// - Parameter level: 0 to 3; higher ones pack tighter and take longer.
    public init?(level: Int) {
        guard let stream = lamina_deflater_new(UInt32(min(max(level, 0), 3))) else { return nil }
        self.stream = stream
    }

    deinit { free(stream) }

    /// Packs `input` and appends what is ready to `output`, `isal_deflate`.
    ///
    /// - Parameter isLast: whether nothing follows; ends the stream.
    /// - Returns: whether ISA-L accepted it; false is a bug of ours, since no input is refused.
    public func append(
        _ input: UnsafeRawBufferPointer, isLast: Bool, to output: inout [UInt8]
    ) -> Bool {
        var rest = input
        repeat {
            let part = UnsafeRawBufferPointer(rebasing: rest.prefix(Self.largestFeed))
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(part.count))
            let start = part.bindMemory(to: UInt8.self).baseAddress
            lamina_deflater_feed(stream, start, UInt32(part.count), isLast && rest.isEmpty ? 1 : 0)
            guard drain(to: &output) else { return false }
        } while !rest.isEmpty
        return true
    }

    private func drain(to output: inout [UInt8]) -> Bool {
        while true {
            var written: UInt32 = 0
            let status = withUnsafeTemporaryAllocation(
                byteCount: Self.chunk, alignment: 16
            ) { buffer in
                let start = buffer.bindMemory(to: UInt8.self)
                let status = lamina_deflater_drain(
                    stream, start.baseAddress, UInt32(Self.chunk), &written)
                output.append(contentsOf: start.prefix(Int(written)))
                return status
            }
            guard status == COMP_OK else { return false }
            // Room left over means that ISA-L had nothing more to say.
            if written < UInt32(Self.chunk) { return true }
        }
    }

    private static let chunk = 1 << 16
    private static let largestFeed = 1 << 30  // ISA-L counts input in 32 bits
}
