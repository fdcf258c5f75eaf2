import JSON

/// The JSON Schema of the files that decks are made of, by which editors complete and check them.
///
/// The loader (`Fields`) stays the judge: it knows what a schema cannot say, such as which keys go
/// together. A test holds the two against each other, key by key.
public enum DeckSchema: String, CaseIterable, Sendable {
    /// `deck.yaml`.
    case deck
    /// `theme.yaml`.
    case theme
    /// A file of jobs for `lamina batch`.
    case jobs

    /// The schema, as JSON (draft 2020-12), with a line feed at its end.
    public var text: String {
        let root =
            switch self {
            case .deck: Self.deckFile
            case .theme: Self.themeFile
            case .jobs: Self.jobsFile
            }
        let others = objects.filter { $0.name != root.name }
        let json = JSONText.object(
            [
                ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
                ("title", .text("\(rawValue).yaml of Lámina")),
            ] + root.members + [
                ("$defs", .object(others.map { ($0.name, .object($0.members)) }))
            ])
        return json.lines
    }

    /// The mappings that the file may hold, itself first.
    var objects: [SchemaObject] {
        switch self {
        case .deck:
            Self.deckObjects + Self.slideObjects + Self.containerObjects + Self.wordObjects
                + Self.figureObjects + Self.chartObjects + Self.tableObjects + Self.mapObjects
                + Self.mailObjects
        case .theme: Self.themeObjects
        case .jobs: Self.jobsObjects
        }
    }
}
