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
                "period", .period,
                "2024, 2024-S1 (half), 2024-T2 or 2024-Q2 (quarter), 2024-06, 2024-01/2024-05."),
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
                "periods",
                .mapping(
                    .either([.word(PeriodDeclaration.Word.self), .period, .object("period")])),
                "Further periods by name: a word, a period, or a mapping."),
            .key(
                "parameters", .mapping(.either([.string, .number(-1e300...1e300)])),
                "What else stands for :name in queries."),
            .key(
                "tables", .mapping(.either([.text, .object("table-file"), .object("json-table")])),
                "Tables by name: a file, or a mapping with its columns."),
            .key(
                "values", .mapping(.either([.query, .object("value")])),
                "Named figures: a query of one row, or a mapping with a format."),
            .key("checks", .mapping(.object("check")), "Statements that have to hold."),
            .key("literals", .list(.text), "Texts whose figures follow no data."),
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
            "period", noun: "a period", "A period that follows from another.",
            oneOf: [["is"], ["trailing"], ["since"]],
            [
                .key("of", .text, "The period that it follows from; default the deck's own."),
                .key(
                    "is", .either([.word(PeriodDeclaration.Word.self), .period]),
                    "How it follows, or which it is."),
                .key("trailing", .whole(1...600), "So many months up to the end of the other."),
                .key("since", .period, "From the start of this one to the end of the other."),
            ]),
        SchemaObject(
            "table-file", noun: "a table", "A file of text and its columns.",
            [
                .needed("file", .text, "The file, in the deck's folder."),
                .key("columns", tableColumns, "Columns; those that are not named are text."),
                .key("dialect", .object("dialect"), "How the file is written."),
            ]),
        SchemaObject(
            "json-table", noun: "a table", "A file of JSON and its columns.",
            [
                .needed("file", .pattern(jsonName), "The file, in the deck's folder."),
                .key("columns", tableColumns, "Columns; those that are not named are text."),
                .key("dialect", .object("json-dialect"), "How the file is written."),
                .key("rows", .text, "The key of the list of rows; without it the file is one."),
            ]),
        SchemaObject(
            "table-column", noun: "a column", "What a column of a file holds.",
            [
                .needed("type", .word(ColumnType.self), "What its cells are."),
                .key("unit", .text, "What may stand after figures."),
                .key("format", .text, "How days are written, as in %d/%m/%Y."),
            ]),
        SchemaObject(
            "dialect", noun: "a dialect", "How a file of text is written.",
            [
                .key(
                    "delimiter", .words(TableDeclaration.delimiters.map(\.0)),
                    "What stands between cells; default a comma."),
                .key(
                    "decimal", .word(NumberNotation.DecimalMark.self),
                    "What stands before decimals; default a point."),
                .key(
                    "thousands", .word(NumberNotation.ThousandsMark.self),
                    "What stands between groups of three digits; default nothing."),
                .key("encoding", .word(TextEncoding.self), "How characters are written."),
                .key("header", .whole(1...1_000_000), "The line that names the columns."),
            ] + wordsOfFiles),
        SchemaObject(
            "json-dialect", noun: "a dialect of a file that is not CSV",
            "How texts of a file are meant.", wordsOfFiles),
        SchemaObject(
            "value", noun: "a value", "A named figure.",
            [
                .needed("sql", .query, "A query of one row; its first column is the figure."),
                .key("format", .text, "How it is printed where a text does not say, as in ,.1f"),
                .key("source", .text, "Who says so, where the query's row does not."),
                .key("unit", .text, "What it is counted in."),
            ]),
        SchemaObject(
            "check", noun: "a check", "A statement that has to hold over figures.",
            oneOf: CheckDeclaration.Relation.allCases.map { [$0.rawValue] },
            [
                .needed("left", .text, "A query, or an expression over values: \":a + :b\".")
            ]
                + CheckDeclaration.Relation.allCases.map { relation in
                    .key(relation.rawValue, .text, "The other side: a query or an expression.")
                } + [
                    .key("within", .number(0...1e12), "How far the sides may miss each other."),
                    .key("because", .text, "Why they may."),
                ]),
    ]

    private static let tableColumns = SchemaType.mapping(
        .either([.word(ColumnType.self), .object("table-column")]))

    private static let jsonName = "\\.[jJ][sS][oO][nN]$"

    private static let wordsOfFiles: [SchemaObject.Key] = [
        .key("missing", .list(.text), "Cells that stand for a missing value."),
        .key("trim", .flag, "Whether blanks around cells do not count."),
    ]
}
