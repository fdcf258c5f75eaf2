import CMD

// The room of digests: libmd's, by which files are told apart.

/// The SHA-256 of bytes (FIPS 180-4) in hexadecimal digits, `SHA256Init` to `SHA256Final`.
public func sha256(of bytes: [UInt8]) -> String {
    var context = SHA2_CTX()
    SHA256Init(&context)
    bytes.withUnsafeBufferPointer { buffer in
        SHA256Update(&context, buffer.baseAddress, buffer.count)
    }
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    digest.withUnsafeMutableBufferPointer { buffer in
        SHA256Final(buffer.baseAddress, &context)
    }
    let digits = Array("0123456789abcdef".utf8)
    let text = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
}
