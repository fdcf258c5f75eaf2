import CISAL
import Glibc
import TestSupport
import Testing

@testable import ISAL

/// Bytes like those of a page: long runs of one colour and a few letters between them.
private func page(_ count: Int) -> [UInt8] {
    var (bytes, seed): ([UInt8], UInt64) = ([0], 11)
    while bytes.count < count {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let run = Int(seed >> 33) % 2_000
        bytes += [UInt8](repeating: 0xFF, count: run)
        bytes += (0..<Int(seed >> 50) % 12).map { UInt8(truncatingIfNeeded: seed >> ($0 * 5)) }
    }
    return Array(bytes.prefix(count))
}

/// Packs `bytes` in portions.
private func packed(_ bytes: [UInt8], by portion: Int, _ deflater: Deflater) -> [UInt8]? {
    var output: [UInt8] = []
    var start = 0
    repeat {
        let end = min(start + portion, bytes.count)
        let isAccepted = bytes[start..<end].withUnsafeBytes {
            deflater.append($0, isLast: end == bytes.count, to: &output)
        }
        guard isAccepted else { return nil }
        start = end
    } while start < bytes.count
    return output
}

/// What Python's zlib makes of it: another hand than the one that packed.
private func unpacked(_ bytes: [UInt8]) -> [UInt8] {
    let script = "import sys, zlib; print(zlib.decompress(bytes.fromhex(sys.argv[1])).hex())"
    let digits = bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    let hex = Array(Tool("python3").run("-c", script, digits).output.utf8.dropLast())
    return stride(from: 0, to: hex.count - 1, by: 2).compactMap {
        UInt8(String(decoding: hex[$0..<$0 + 2], as: UTF8.self), radix: 16)
    }
}

@Test(arguments: [0, 1, 2, 288, 289, 290, 600, 5_000, 40_000])
func whatIsPackedUnpacks(count: Int) throws {
    let bytes = page(count)
    for (level, portion) in [(0, 100_000), (1, 100_000), (1, 1), (1, 288), (1, 289), (3, 1_000)] {
        if portion == 1, count > 600 { continue }
        let output = try #require(packed(bytes, by: portion, Deflater(level: level)))
        #expect(unpacked(output) == bytes)
    }
}

/// A stream at one address of many: the kernel takes the hint where nothing lies there.
private func packed(_ bytes: [UInt8], at address: Int) -> [UInt8]? {
    let size = lamina_deflater_size(1)
    let memory = mmap(
        UnsafeMutableRawPointer(bitPattern: address), size, PROT_READ | PROT_WRITE,
        MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let memory, memory != MAP_FAILED else { return nil }
    defer { munmap(memory, size) }
    return packed(bytes, by: 259_245, Deflater(level: 1, in: memory, owned: false))
}

/// A stream came out otherwise at one address in some hundreds; see `Deflater.firstFeed`.
@Test(arguments: [280, 300_000])
func whereAStreamLiesDoesNotMatter(count: Int) throws {
    let bytes = page(count)
    var seed: UInt64 = 3
    var outcomes: Set<[UInt8]> = []
    for _ in 0..<4_000 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        outcomes.insert(try #require(packed(bytes, at: 0x2000_0000_0000 + Int(seed >> 36) << 16)))
    }
    #expect(outcomes.count == 1)
}
