import Scales
import Tables

extension DeckSchema {
    /// How a calendar period is written.
    private static let onePeriod = "[0-9]{4}(-(S[12]|[TQ][1-4]|(0[1-9]|1[0-2])))?"
    /// How a period is written: a calendar's, or months in a row.
    static let periodPattern = "^\(onePeriod)(/\(onePeriod))?$"

    static let deckFile = SchemaObject(
        "deck", noun: "a deck", "A deck: its figures, and the pages that show them.",
        [
            .needed("title", .text, "The document's title."),
            .needed(
                "language", .words(DeckLocale.supportedTags),
                "How figures and dates are written, and the words that pages print by themselves."),
            .needed(
                "period", .pattern(periodPattern),
                "2024, 2024-S1 (half), 2024-T2 or 2024-Q2 (quarter), 2024-06, or 2024-01/2024-05."),
            .key(
                "periods", .mapping(.either([.text, .object("period-rule")])),
                "Further periods by name: a written one, a word, or a rule."),
            .key(
                "parameters", .mapping(.text),
                "Texts and numbers that queries call by their names, as in :state."),
            .key("organisation", .text, "The author; stands at each page's foot."),
            .key("subject", .text, "A property of the document."),
            .key("keywords", .text, "A property of the document."),
            .key(
                "date", .pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
                "The document's date; default the last day of the period."),
            .key("theme", .text, "The file of the theme."),
            .key(
                "page", .either([.words(PageSize.named.keys.sorted()), .object("page")]),
                "The size of pages; default 16:9."),
            .key("draft", .flag, "Whether BORRADOR (DRAFT) stands across every page."),
            .key(
                "tables", .mapping(.either([.text, .object("table-file")])),
                "Tables by name: a CSV file, or a mapping with the types of its columns."),
            .key(
                "values", .mapping(.either([.query, .object("value")])),
                "Named figures: a query of one row, or a mapping with a format."),
            .key(
                "checks", .mapping(.object("check")),
                "Statements over figures that have to hold."),
            .key(
                "literals", .list(.text),
                "Words that may hold figures which follow no data, such as 30 años."),
            .needed("slides", .filledList(.object("slide")), "The pages, in order."),
            .key("mail", .object("mail"), "The mail edition: `lamina email` makes it."),
            .key(
                "matrix", .either([.query, .mapping(.either([.list(.text), .query]))]),
                "The editions that `lamina batch` makes: a query with a column for each parameter, or lists of values."
            ),
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
                .needed(
                    "file", .text, "The file: CSV, or JSON or a workbook by the ending of its name."
                ),
                .key(
                    "columns",
                    .mapping(.either([.word(ColumnType.self), .object("table-column")])),
                    "Types of columns; those that are not named are text."),
                .key("dialect", .object("dialect"), "How the file is written."),
                .key("source", .text, "Who publishes its figures."),
                .key("owner", .text, "Who delivers the file, for lists of what is missing."),
                .key("rows", .text, "The key of a JSON file's object that has the list of rows."),
                .key("sheet", .text, "The sheet of a workbook; needed where it has several."),
                .key(
                    "header", .whole(1...1_000_000),
                    "The row of a workbook that names the columns; default 1."),
            ]),
        SchemaObject(
            "table-column", noun: "a column", "A column's type and what belongs to it.",
            [
                .needed("type", .word(ColumnType.self), "What its cells are."),
                .key("unit", .text, "What its figures are in; may stand behind each."),
                .key("format", .text, "How its days are written, as in %d/%m/%Y"),
            ]),
        SchemaObject(
            "dialect", noun: "a dialect", "How a file of rows is written.",
            [
                .key(
                    "delimiter", .words([",", ";", "|", "tab", "\t"]),
                    "What stands between cells; default a comma."),
                .key(
                    "decimal", .word(NumberNotation.DecimalMark.self),
                    "The decimal mark; default a point."),
                .key(
                    "thousands", .word(NumberNotation.ThousandsMark.self),
                    "The mark before each three digits; default none."),
                .key("encoding", .word(TextEncoding.self), "The encoding; default utf-8."),
                .key(
                    "header", .whole(1...1_000_000),
                    "The line that names the columns; those before it are skipped."),
                .key("missing", .list(.text), "Words that stand for an empty cell."),
                .key("trim", .flag, "Whether blanks around cells do not count."),
            ]),
        SchemaObject(
            "period-rule", noun: "a period", "How a period follows from another.",
            oneOf: [["is"], ["trailing"], ["since"]],
            [
                .key("is", .text, "A word such as year-ago, or a written period."),
                .key("trailing", .whole(1...600), "So many months up to the other's end."),
                .key("since", .text, "From the first month of this period to the other's end."),
                .key("of", .text, "The period it follows from; default the deck's."),
            ]),
        SchemaObject(
            "check", noun: "a check", "Two sides and how they compare.",
            oneOf: CheckDeclaration.Relation.allCases.map { [$0.rawValue] },
            [
                .needed("left", .text, "A query of one number, or an expression over values."),
                .key("equals", .text, "What the left side is."),
                .key("at-most", .text, "What the left side does not exceed."),
                .key("at-least", .text, "What the left side does not fall below."),
                .key("within", .number(0...1e12), "How far the sides may miss the relation."),
                .key("because", .text, "Why they may."),
            ]),
        SchemaObject(
            "value", noun: "a value", "A named figure.",
            [
                .needed("sql", .query, "A query of one row; its first column is the figure."),
                .key("format", .text, "How it is printed where a text does not say, as in ,.1f"),
                .key("unit", .text, "What it is counted in, where the row does not say."),
                .key("source", .text, "Who says so, where the row does not."),
            ]),
    ]
}
