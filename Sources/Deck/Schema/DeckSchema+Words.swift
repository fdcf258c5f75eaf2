import Layout

extension DeckSchema {
    static let wordObjects = [
        SchemaObject(
            "text", noun: "a text", "Words of one role.",
            [
                .needed("text", .text, "The words; {{value}} prints a figure, **words** stress."),
                .key("role", .word(TypeRole.self), "How they are set; default body."),
                .key("color", .word(ColorRole.self), "Their colour's role."),
                .key("align", .word(HorizontalAlignment.self), "Where lines stand."),
                .key("vertical", .word(VerticalAlignment.self), "Where the text stands."),
                .key("lines", .word(LineBreaking.self), "How lines break."),
            ]),
        SchemaObject(
            "bullet", noun: "a bullet", "A point of a list.",
            [
                .needed("text", .text, "Its words."),
                .key("icon", .word(Icon.self), "An icon in place of the dot."),
            ]),
        SchemaObject(
            "cards", noun: "cards", "Panels of equal size.",
            [
                .needed("items", .filledList(.object("card")), "The cards."),
                .key("columns", .whole(1...6), "How many stand side by side; default 3."),
            ]),
        SchemaObject(
            "card", noun: "a card", "A panel with words.",
            [
                .needed("text", .text, "Its words."),
                .key("title", .text, "A title above them."),
                .key("icon", .word(Icon.self), "An icon."),
                .key("panel", .word(Surface.self), "What it stands on; default panel."),
            ]),
        SchemaObject(
            "callout", noun: "a callout", "A panel with a key figure or sentence.",
            oneOf: [["figure"], ["text"]],
            [
                .key("figure", .text, "The figure, set large."),
                .key("text", .text, "The sentence."),
                .key("heading", .text, "Words above."),
                .key("period", .text, "Words below."),
                .key("meter", .text, "A share from 0 to 1: one {{value}}, or digits."),
                .key("bar", .flag, "A short bar of accent on top."),
                .key("panel", .word(Surface.self), "What it stands on; default ink."),
            ]),
        SchemaObject(
            "picture", noun: "a picture", "A PNG, JPEG or SVG file.",
            [
                .needed("file", .text, "The file, in the deck's folder."),
                .needed("alt", .text, "What is told to who does not see it."),
            ]),
        SchemaObject(
            "diagram", noun: "a diagram", "Nodes on a ring, clockwise.",
            [
                .needed("nodes", .list(.object("node"), 2...12), "The nodes."),
                .key("center", .word(Icon.self), "An icon in the middle."),
            ]),
        SchemaObject(
            "node", noun: "a node", "A node of a diagram.",
            [
                .needed("text", .text, "Its words."),
                .key("icon", .word(Icon.self), "Its icon."),
            ]),
    ]
}
