/// How much a YAML file may hold; far above any deck, far below what would be felt.
enum Limits {
    /// Bytes in a file.
    static let bytes = 4 << 20
    /// Sequences and mappings inside one another.
    static let depth = 64
    /// Scalars, sequences and mappings, keys included, aliases counted as what they stand for.
    static let nodes = 200_000
    /// Findings after which reading stops: what follows helps nobody.
    static let findings = 50
    /// `%TAG` lines; libyaml compares each with all the others.
    static let tagDirectives = 64
}
