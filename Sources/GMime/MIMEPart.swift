/// What a mail is made of: texts, data, and parts that hold parts (RFC 2045, RFC 2046).
public indirect enum MIMEPart: Hashable, Sendable {
    /// How a part stands to the message (RFC 2183).
    public enum Disposition: String, Hashable, Sendable {
        /// Shown in its place.
        case inline
        /// Kept beside the message.
        case attachment
    }

    /// A text in UTF-8, by its subtype: `plain`, `html`.
    case text(String, subtype: String)
    /// Bytes of a type, as `image/png`.
    ///
    /// `id` is what other parts call it by, `name@host`; `nil` where they do not.
    case data([UInt8], type: String, name: String, disposition: Disposition, id: String?)
    /// Parts that belong together, by the subtype: `alternative`, `related`, `mixed`.
    ///
    /// `root` is the type of the first part, which RFC 2387 wants of `related`.
    case multipart(subtype: String, root: String?, [MIMEPart])

    /// The names of files in it.
    var names: [String] {
        switch self {
        case .text: []
        case .data(_, _, let name, _, let id): [name] + (id.map { [$0] } ?? [])
        case .multipart(_, _, let parts): parts.flatMap(\.names)
        }
    }
}
