import Layout

extension DeckSchema {
    static let tableObjects = [
        SchemaObject(
            "table", noun: "a table", "The rows of a query.",
            [
                .needed("data", .query, "The rows; a page holds about 20."),
                .key(
                    "columns", .filledList(.either([.text, .object("column")])),
                    "Result columns; default all."),
                .key("group", .text, "A column: rows with the same text share a heading."),
                .key("key", .oneOrMore(.text), "What it is about: first, last, words of a row."),
                .key(
                    "total", .oneOrMore(.either([.flag, .object("total")])),
                    "Rows below: sums, or figures."),
                .key("rank", .flag, "Numbers before the rows."),
                .key("rules", .flag, "Hairlines between rows; default true."),
                .key("zebra", .flag, "Every second row on a pale ground."),
            ]),
        SchemaObject(
            "column", noun: "a column", "A result column and how it is shown.",
            [
                .needed("field", .text, "The result column."),
                .key("header", .text, "Words above; empty for none."),
                .key("unit", .text, "Words after the header."),
                .key("format", .text, "How figures are printed."),
                .key("align", .word(HorizontalAlignment.self), "Where words stand."),
                .key("bar", .either([.flag, .object("column-bar")]), "Bars beside the figures."),
                .key("change", .flag, "Chips of arrow, sign and colour."),
                .key("line", .flag, "A small line of the values in a text such as 3,4,,5."),
                .key("sum", .flag, "Whether it is summed in the total."),
            ]),
        SchemaObject(
            "column-bar", noun: "a bar", "Bars from zero beside figures.",
            [
                .key("domain", .numbers(2...2, -1e15...1e15), "[low, high]; holds zero."),
                .key("shared", .text, "A name: columns of the same one have one scale."),
                .key("color", .word(ColorRole.self), "The colour's role."),
            ]),
        SchemaObject(
            "total", noun: "a total", "A row below the others.",
            [
                .key("label", .text, "Its words."),
                .key("values", .mapping(.text), "Figures by column, in place of sums."),
            ]),
    ]
}
