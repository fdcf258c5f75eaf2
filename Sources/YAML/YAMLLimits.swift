/// How much a YAML file may hold; far above any deck, far below what would be felt.
enum YAMLLimits {
    /// Bytes in a file of so many values: twenty for each, comments and indentation among them, or 4 MiB.
    static func bytes(forValues values: Int) -> Int { max(4 << 20, min(values, 1 << 40) * 20) }
    /// Sequences and mappings inside one another.
    static let depth = 64
    /// Findings after which reading stops: what follows helps nobody.
    static let findings = 50
    /// `%TAG` lines; libyaml compares each with all the others.
    static let tagDirectives = 64
}
