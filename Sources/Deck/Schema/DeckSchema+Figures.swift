import Maps

extension DeckSchema {
    static let figureObjects = [
        SchemaObject(
            "figure", noun: "a figure", "A key figure.",
            [.needed("value", .text, figureValue)] + figureKeys),
        SchemaObject(
            "chip", noun: "a chip", "A rise or fall in a coloured box.",
            [
                .needed("change", .text, "One {{value}}, or digits."),
                .key("label", .text, "A few words beside it."),
            ]),
        SchemaObject(
            "tiles", noun: "tiles", "Panels of figures in a grid.",
            [
                .needed("items", .filledList(.object("tile")), "The panels."),
                .key("columns", .whole(1...6), "How many stand side by side; default 3."),
            ]),
        SchemaObject(
            "tile", noun: "a tile", "A panel with one figure, or with several side by side.",
            oneOf: [["value"], ["figures"]],
            [
                .key("value", .text, figureValue),
                .key("figures", .list(.object("figure")), "Several figures side by side."),
                .key("span", .whole(1...6), "Columns it takes; default 1."),
                .key("panel", .word(Surface.self), "What it stands on; default panel."),
            ] + figureKeys),
        SchemaObject(
            "breakdown", noun: "a breakdown", "A whole as a bar of parts, and a row for each.",
            [
                .needed("data", .query, "Rows of key, label and value."),
                .key("glyphs", .mapping(.object("glyph")), "Each key's sign."),
            ]),
        SchemaObject("glyph", noun: "a glyph", "A sign.", glyphKeys),
    ]

    /// The keys of a sign; on maps it has a label, too.
    static let glyphKeys: [SchemaObject.Key] = [
        .key("shape", .word(PinGlyph.Shape.self), "Its shape; default circle."),
        .key("color", .word(ColorRole.self), "Its colour's role; default primary."),
    ]

    private static let figureValue = "A text, usually one {{value}}."

    /// The keys of a figure but for its value, which a tile may leave to its `figures`.
    private static let figureKeys: [SchemaObject.Key] = [
        .key("unit", .text, "Beside it: large up to four characters, else small."),
        .key("unit-below", .flag, "Whether the unit stands below."),
        .key("label", .text, "A text below it."),
        .key("above", .text, "A text above it."),
        .key("aside", .text, "A few words at the right edge."),
        .key("meter", .text, "A share from 0 to 1 as a bar at the foot."),
        .key("bar", .text, "A share from 0 to 1 as a bar under the figure."),
        .key("chip", .object("chip"), "A rise or fall in a coloured box."),
        .key("size", .word(FigureBlock.Scale.self), "How large it is; default medium."),
        .key("color", .word(ColorRole.self), "Its colour's role."),
        .key("share", .number(0.1...100), "Its part of the width among the figures of a tile."),
    ]
}
