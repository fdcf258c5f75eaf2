extension DeckSchema {
    static let themeFile = SchemaObject(
        "theme", noun: "a theme", "The look of decks; what it leaves out keeps its default.",
        [
            .key("font", .text, "A family in Fonts/."),
            .key("margin", .number(0...200), "From the page's left and right edge; default 44."),
            .key("gutter", .number(0...100), "Between blocks; default 16."),
            .key("logo", .object("logo"), "The sign of who publishes, on every page."),
            .key(
                "colors", .mapping(ColorRole.self, .pattern("^#?[0-9A-Fa-f]{6}$")),
                "Six hexadecimal digits, in quotes."),
            .key(
                "type", .mapping(TypeRole.self, .object("letters")),
                "How text of each role is set."),
        ])

    static let themeObjects = [
        themeFile,
        SchemaObject(
            "logo", noun: "a logo", "A picture at the right of every title.",
            [
                .needed("file", .text, "A PNG, JPEG or SVG file."),
                .needed("alt", .text, "Whose it is, for who does not see it."),
                .key("on-ink", .text, "A file for dark grounds; without it covers have none."),
                .key("height", .number(10...32), "In points; default 26."),
            ]),
        SchemaObject(
            "letters", noun: "the letters of a role", "How text of a role is set.",
            [
                .key("size", .number(9...200), "In points."),
                .key("leading", .number(9...300), "From baseline to baseline, in points."),
                .key("weight", .number(400...800), "400, 500, 600, 700 or 800."),
                .key("tracking", .number(-0.1...0.5), "Space between characters, in ems."),
            ]),
    ]
}
