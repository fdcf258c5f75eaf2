import Scales
import Tables

extension DeckSchema {
    static let deckFile = SchemaObject(
        "deck", noun: "a deck", "A deck: its figures, and the pages that show them.",
        [
            .needed("title", .text, "The document's title."),
            .needed(
                "language", .words(DeckLocale.supportedTags),
                "How figures and dates are written, and the words that pages print by themselves."),
            .needed(
                "period", .pattern("^[0-9]{4}(-(S[12]|[TQ][1-4]|(0[1-9]|1[0-2])))?$"),
                "2024, 2024-S1 (half), 2024-T2 or 2024-Q2 (quarter), or 2024-06."),
            .key("organisation", .text, "The author; stands at each page's foot."),
            .key("subject", .text, "A property of the document."),
            .key("keywords", .text, "A property of the document."),
            .key(
                "date", .pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
                "The document's date; default the last day of the period."),
            .key("theme", .text, "The file of the theme."),
            .key(
                "page", .either([.words(DeckFile.pages.keys.sorted()), .object("page")]),
                "The size of pages; default 16:9."),
            .key(
                "tables", .mapping(.either([.text, .object("table-file")])),
                "Tables by name: a CSV file, or a mapping with the types of its columns."),
            .key(
                "values", .mapping(.either([.query, .object("value")])),
                "Named figures: a query of one row, or a mapping with a format."),
            .needed("slides", .filledList(.object("slide")), "The pages, in order."),
        ])

    static let deckObjects = [
        deckFile,
        SchemaObject(
            "page", noun: "a page", "A page's size in points.",
            [
                .needed("width", .number(320...4000), "From left to right."),
                .needed("height", .number(240...4000), "From top to bottom."),
            ]),
        SchemaObject(
            "table-file", noun: "a table", "A table and the types of its columns.",
            [
                .needed("file", .text, "The CSV file."),
                .key(
                    "columns", .mapping(.word(ColumnType.self)),
                    "Types of columns; those that are not named are text."),
            ]),
        SchemaObject(
            "value", noun: "a value", "A named figure.",
            [
                .needed("sql", .query, "A query of one row; its first column is the figure."),
                .key("format", .text, "How it is printed where a text does not say, as in ,.1f"),
            ]),
    ]
}
