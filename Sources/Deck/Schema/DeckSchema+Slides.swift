import Layout

extension DeckSchema {
    static let slideObjects = [
        SchemaObject(
            "slide", noun: "a slide", "A page.",
            [
                .needed("id", .text, "Unique; names the page's picture."),
                .needed("title", .text, "One line; on a cover the statement."),
                .key("form", .word(Slide.Form.self), "content (default), or cover."),
                .key("subtitle", .text, "One line under the title."),
                .key("body", .object("block"), "What the page shows; covers have none."),
                .key("note", .text, "At the foot; begin it yourself: Nota: …"),
                .key(
                    "source", .text,
                    "At the foot; begin it yourself: Fuente: …; auto lists those of the figures."),
                .key(
                    "footnotes", .mapping(FootnoteMark.self, .text),
                    "Other words for the page's own sentences, by mark; empty says nothing."),
                .key("art", .object("map"), "The map in dots behind a cover."),
                .key("top", .text, "A short line at the top of a cover."),
                .key(
                    "language", .pattern("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"),
                    "The language of its words, for who hears them."),
                .key("bottom", .text, "A short line at the bottom of a cover."),
            ])
    ]
}
