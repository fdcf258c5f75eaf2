public import Diagnostics

extension Node {
    /// The tree of a YAML file with exactly one document; `file` names it in all locations.
    ///
    /// Throws all findings at once as far as the file can be read: syntax errors, names that come
    /// twice, keys that are not scalars, unknown tags and aliases, merge keys, several documents
    /// or none, bytes that are not UTF-8 text. Refuses a depth over 64 and more than `values`
    /// scalars, sequences and mappings, keys included, aliases counted as what they stand for.
    public static func parse(
        _ bytes: [UInt8], file: String, values: Int = Limit.yamlValues.standard
    ) throws(Diagnostics) -> Node {
        let text = try SourceText(bytes, file: file, values: values)
        var composer = Composer(text, values: values)
        return try composer.compose(EventReader(text))
    }
}
