// The room of ISA-L. It promises:
// - bytes in, bytes out; nothing is kept but one stream's state, with one owner;
// - the same bytes on the same kind of processor; other processors may pack them otherwise, but they
//   unpack to the same.
import CISAL

/// A stream of bytes being packed in zlib's format.
public final class Deflater {
    private let stream: UnsafeMutableRawPointer
    private let ownsStream: Bool
    /// The first bytes, as long as there are too few for ISA-L to start with.
    private var held: [UInt8]? = []

    /// A fresh stream, `isal_deflate_init`.
    ///
    /// - Parameter level: 0 to 3; higher ones pack tighter and take longer.
    public convenience init(level: Int) {
        let level = UInt32(min(max(level, 0), 3))
        let memory = UnsafeMutableRawPointer.allocate(
            byteCount: lamina_deflater_size(level), alignment: Self.alignment)
        self.init(level: level, in: memory, owned: true)
    }

    /// A stream whose state is in `memory`, of `lamina_deflater_size` bytes.
    init(level: UInt32, in memory: UnsafeMutableRawPointer, owned: Bool) {
        lamina_deflater_init(memory, level)
        (stream, ownsStream) = (memory, owned)
    }

    deinit { if ownsStream { stream.deallocate() } }

    /// Packs `input` and appends what is ready to `output`, `isal_deflate`.
    ///
    /// - Parameter isLast: whether nothing follows; ends the stream.
    /// - Returns: whether ISA-L accepted it; false is a bug of ours, since no input is refused.
    public func append(
        _ input: UnsafeRawBufferPointer, isLast: Bool, to output: inout [UInt8]
    ) -> Bool {
        guard var first = held else { return feed(input, isLast: isLast, to: &output) }
        let taken = input.prefix(Self.firstFeed - first.count)
        first += taken
        if first.count < Self.firstFeed {
            held = isLast ? nil : first
            guard isLast else { return true }
            // So little is packed at level 0, whose state has no such fault.
            lamina_deflater_init(stream, 0)
            return first.withUnsafeBytes { feed($0, isLast: true, to: &output) }
        }
        held = nil
        return first.withUnsafeBytes { feed($0, isLast: false, to: &output) }
            && feed(.init(rebasing: input[taken.endIndex...]), isLast: isLast, to: &output)
    }

    private func feed(
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

    /// How many bytes ISA-L is given first.
    ///
    /// After the very first byte of a stream ISA-L 2.30 goes on with a register that still holds the
    /// address of its state, and notes position 2 under a hash of it (levels 1 and 2 on x86): one
    /// stream in some hundreds came out otherwise, by where it lay in memory. ISA-L keeps so many bytes
    /// back until more follow; with one more it packs the first byte alone and forgets the register.
    static let firstFeed = Int(LAMINA_LOOK_AHEAD) + 1
    static let alignment = 16
    private static let chunk = 1 << 16
    private static let largestFeed = 1 << 30  // ISA-L counts input in 32 bits
}
