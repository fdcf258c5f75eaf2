public import Diagnostics

extension Node {
    /// The tree of a YAML file with exactly one document; `file` names it in all locations.
    ///
    /// Throws all findings at once as far as the file can be read: syntax errors, names that come
    /// twice, keys that are not scalars, unknown tags and aliases, merge keys, several documents
    /// or none, bytes that are not UTF-8 text. Refuses more than 4 MiB, a depth over 64 and more
    /// than 200,000 nodes, aliases counted as what they stand for.
    public static func parse(_ bytes: [UInt8], file: String) throws(Diagnostics) -> Node {
        let text = try SourceText(bytes, file: file)
        var composer = Composer(text)
        return try composer.compose(EventReader(text))
    }
}
