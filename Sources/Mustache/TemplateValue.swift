// The room of Mustache. It promises:
// - a template and values become a text, from memory to memory;
// - what a template is wrong in is thrown with its place; what it names and nobody knows is told.

/// What a template may name.
public indirect enum TemplateValue: Hashable, Sendable {
    /// `{{name}}` prints it with HTML's signs escaped, `{{{name}}}` as it is.
    case text(String)
    /// `{{#name}}…{{/name}}` shows what is inside if it is so, `{{^name}}` if not.
    case flag(Bool)
    /// `{{#name}}…{{/name}}` shows what is inside for each.
    case list([TemplateValue])
    /// `{{#name}}…{{/name}}` shows what is inside with its names.
    case object([String: TemplateValue])

    /// A text, or what a section takes for nothing where it is empty.
    public static func present(_ text: String) -> TemplateValue {
        text.isEmpty ? .flag(false) : .text(text)
    }
}
