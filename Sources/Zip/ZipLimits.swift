/// How much an archive may hold; what goes beyond is an error before memory runs out.
public struct ZipLimits: Hashable, Sendable {
    /// How many entries an archive may have.
    public var entries: Int
    /// How many bytes one entry may unpack to.
    public var entryBytes: Int
    /// How many bytes all that is read from one archive may unpack to.
    public var totalBytes: Int
    /// How many times larger an entry may become by unpacking, once it is larger than a mebibyte.
    ///
    /// Deflate reaches 1,032; tables of figures stay below 30, and empty cells of a sheet below 100.
    public var ratio: Int

    /// Limits; without arguments such as the tables of an institute's archive stay far below.
    public init(
        entries: Int = 10_000, entryBytes: Int = 256 << 20, totalBytes: Int = 512 << 20,
        ratio: Int = 250
    ) {
        self.entries = entries
        self.entryBytes = entryBytes
        self.totalBytes = totalBytes
        self.ratio = ratio
    }

    /// Below this many bytes the ratio does not matter.
    static let ratioStart = 1 << 20
}
