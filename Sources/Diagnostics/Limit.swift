/// What input may ask of the program before it is refused, each with a name by which a user raises it.
///
/// They are far above any deck and far below what would be felt. A deck cannot raise them: whoever runs the command can.
public enum Limit: String, CaseIterable, Hashable, Sendable {
    /// Bytes of a file that is read.
    case fileBytes = "file-bytes"
    /// Values in a YAML file, aliases counted as what they stand for.
    case yamlValues = "yaml-values"
    /// Slides of a deck.
    case slides
    /// Cells of a table.
    case tableCells = "table-cells"
    /// Steps of a query, counted rather than timed, so that they are the same on every machine.
    case querySteps = "query-steps"
    /// Rows that a query gives.
    case queryRows = "query-rows"
    /// Bytes that all queries together hold.
    case queryMemory = "query-memory"
    /// Positions in a file of boundaries.
    case mapVertices = "map-vertices"
    /// Bytes that a workbook unpacks to.
    case unpackedBytes = "unpacked-bytes"
    /// How many times larger a part of a workbook becomes by unpacking.
    case unpackRatio = "unpack-ratio"

    /// The limit where nobody says another.
    public var standard: Int {
        switch self {
        case .fileBytes: 64 << 20
        case .yamlValues: 200_000
        case .slides: 1000
        case .tableCells: 100_000_000
        case .querySteps: 200_000_000
        case .queryRows: 100_000
        case .queryMemory: 1 << 30
        case .mapVertices: 2_000_000
        case .unpackedBytes: 256 << 20
        case .unpackRatio: 250
        }
    }

    /// The end of a hint: what to do about too much, and how to allow it.
    public func hint(_ instead: String) -> String {
        "\(instead), or raise the limit: --limit \(rawValue)=N"
    }
}

/// The limits of a run.
public struct Limits: Hashable, Sendable {
    private var raised: [Limit: Int] = [:]

    /// The usual limits.
    public init() {}

    /// How much is allowed.
    public subscript(limit: Limit) -> Int {
        get { raised[limit] ?? limit.standard }
        set { raised[limit] = newValue }
    }

    /// Those that are not the usual ones, as `name=N`, sorted.
    public var words: [String] { raised.map { "\($0.key.rawValue)=\($0.value)" }.sorted() }
}
