import Layout

extension DeckSchema {
    /// What each kind of block holds, by its word.
    private static let contents: [String: (type: SchemaType, about: String)] = [
        "text": (.either([.text, .object("text")]), "Words of one role."),
        "bullets": (
            .filledList(.either([.text, .object("bullet")])), "Points one above the other."
        ),
        "cards": (.object("cards"), "Panels of equal size with words and icons."),
        "figure": (.object("figure"), "A key figure with its unit and label."),
        "tiles": (.object("tiles"), "Panels of key figures in a grid."),
        "breakdown": (.object("breakdown"), "A whole as a bar of parts, and a row for each."),
        "callout": (.object("callout"), "A panel with the page's key figure or sentence."),
        "banner": (.text, "A sentence on a dark strip."),
        "picture": (.object("picture"), "A PNG, JPEG or SVG file."),
        "chart": (
            .either([.object("chart"), .object("layered-chart")]), "A chart of a query's rows."
        ),
        "table": (.object("table"), "The rows of a query."),
        "map": (.object("map"), "Regions, places and amounts on a map."),
        "diagram": (.object("diagram"), "Nodes on a ring."),
        "listing": (.object("block"), "A block beside the lines that make it."),
        "rule": (.only(true), "A thin line."),
        "space": (.number(0...500), "So many points left free."),
        "stack": (
            .either([.filledList(.object("block")), .object("stack")]), "Blocks from top to bottom."
        ),
        "columns": (
            .either([.filledList(.object("block")), .object("columns")]),
            "Blocks from left to right."
        ),
        "grid": (.object("grid"), "Blocks in rows of equal height."),
    ]

    static let containerObjects = [
        SchemaObject(
            "block", noun: "a block", "One kind of content, and what its place says of it.",
            oneOf: BlockKinds.all.map { [$0.name] },
            BlockKinds.all.map { kind in
                // A kind without a line above would let anything pass; a test finds it.
                let content = contents[kind.name]
                return .key(kind.name, content?.type ?? .words([]), content?.about ?? "")
            } + [
                .key("id", .text, "A name, unique in the deck."),
                .key("span", .number(0.1...24), "Columns or rows it takes among its neighbours."),
                .key("panel", .word(Surface.self), "What it stands on."),
                .key("heading", .text, "A text above it."),
                .key("unit", .text, "A lighter text after the heading."),
                .key("heading-role", .word(TypeRole.self), "The heading's type role."),
                .key(
                    "align", .word(VerticalAlignment.self),
                    "Where it stands, as high as it needs; without it, it fills its room."),
                .key("alt", .text, "What is told to who does not see it."),
                .key(
                    "language", .pattern("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"),
                    "The language of its words, for who hears them."),
                .key(
                    "inset", .numbers(4...4, -200...400),
                    "[top, right, bottom, left] from the edges of its place."),
            ]),
        container("stack", noun: "a stack", "Blocks from top to bottom."),
        container("columns", noun: "columns", "Blocks from left to right."),
        SchemaObject(
            "grid", noun: "a grid", "Blocks in rows of equal height.",
            [
                .key("columns", .whole(1...12), "How many stand side by side; default 2."),
                .needed("items", .filledList(.object("block")), "The blocks."),
            ]),
    ]

    private static func container(_ name: String, noun: String, _ about: String) -> SchemaObject {
        SchemaObject(
            name, noun: noun, about,
            [
                .needed("items", .filledList(.object("block")), "The blocks."),
                .key("gap", .number(0...200), "Between them; default the theme's gutter."),
                .key("rules", .flag, "Thin lines between columns."),
            ])
    }
}
