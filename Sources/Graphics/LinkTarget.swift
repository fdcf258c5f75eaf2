/// Where a link leads.
public enum LinkTarget: Hashable, Sendable {
    /// To the web or to a mailbox, by its address in ASCII: `https://…`, `mailto:…`.
    case web(String)
    /// To another page of the document, by its name.
    case page(String)
}
