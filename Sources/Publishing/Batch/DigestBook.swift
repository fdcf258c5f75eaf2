import Deck
import Files
import Nettle

/// Digests of files, each computed once as long as the file stays as it is.
final class DigestBook {
    private var known: [String: (stamp: FileStamp, digest: String)] = [:]

    /// The SHA-256 of a file of a folder; `nil` where it cannot be read.
    func digest(of path: String, in folder: SourceFolder) -> String? {
        let shown = folder.displayPath(path)
        guard let stamp = FileStamp(of: shown) else { return nil }
        if let entry = known[shown], entry.stamp == stamp { return entry.digest }
        guard let bytes = try? folder.read(path, limit: .max) else { return nil }
        let digest = sha256(of: bytes)
        known[shown] = (stamp, digest)
        return digest
    }
}
