import Glibc

/// The marks in a page's content by which its parts are told apart (ISO 32000-1, 14.6).
enum MarkedContent {
    /// Content in which what is no part of the structure is marked as an artifact, which Cairo cannot.
    ///
    /// UA 7.1-3. Also how many such marks there were.
    static func withArtifacts(_ content: [UInt8]) -> (content: [UInt8], count: Int) {
        let (begin, end) = (Array("/NonStruct << /MCID ".utf8), Array(" >> BDC".utf8))
        let artifact = Array("/Artifact BMC".utf8)
        var (result, count): ([UInt8], Int) = ([], 0)
        result.reserveCapacity(content.count)
        content.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            var (copied, index) = (0, 0)
            while let found = memchr(base + index, 0x2F, bytes.count - index) {
                let start = UnsafeRawPointer(found) - base
                index = start + 1
                guard bytes[start...].starts(with: begin) else { continue }
                let digits = bytes[(start + begin.count)...].prefix { (0x30...0x39).contains($0) }
                guard bytes[digits.endIndex...].starts(with: end) else { continue }
                result += bytes[copied..<start]
                result += artifact
                (copied, index) = (digits.endIndex + end.count, digits.endIndex + end.count)
                count += 1
            }
            result += bytes[copied...]
        }
        return (result, count)
    }
}
