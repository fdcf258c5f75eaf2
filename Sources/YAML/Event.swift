import Diagnostics

/// One step of a YAML file as libyaml reports it, in Swift values.
struct Event {
    /// What comes before a node's content.
    struct Properties {
        /// The name after `&`.
        var anchor: String?
        /// The tag, with its prefix resolved: `tag:yaml.org,2002:int` for `!!int`.
        var tag: String?
    }

    /// How a scalar is written.
    enum ScalarStyle {
        case plain
        case quoted
        case block
    }

    /// What kind of collection starts or ends.
    enum Collection {
        case sequence
        case mapping
    }

    /// What happens.
    enum Kind {
        case documentStart
        case alias(String)
        case scalar(String, ScalarStyle, Properties)
        case collectionStart(Collection, isFlow: Bool, Properties)
        case collectionEnd
        case streamEnd
        /// The start of the stream and the end of the document, which say nothing.
        case other
    }

    /// What happens.
    let kind: Kind
    /// Where it starts.
    let start: SourceLocation
    /// Where it ends.
    let end: SourceLocation
}
