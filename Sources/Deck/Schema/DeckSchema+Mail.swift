import Charts

extension DeckSchema {
    static let mailObjects = [
        SchemaObject(
            "mail", noun: "a mail", "The mail edition of the deck.",
            [
                .needed("parts", .filledList(.object("mail-part")), "What stands in it, in order."),
                .key("subject", .text, "What it is about; default the deck's title."),
                .key("preheader", .text, "What lists of mails show behind the subject."),
                .key("title", .text, "The words at its top; default the subject."),
                .key("foot", .text, "The small words at its end."),
                .key("from", .text, "Who sends it: Name <user@host>."),
                .key("to", .list(.text), "Who gets it, where the command does not say."),
                .key("answers-to", .text, "Who gets answers; default the sender."),
                .key("list-id", .text, "The list that it goes to, as in cifras.example.mx"),
                .key("unsubscribe", .text, "Where one leaves the list: https://… or mailto:…"),
                .key("template", .text, "A Mustache file for its HTML; default the usual one."),
            ]),
        SchemaObject(
            "mail-part", noun: "a part of a mail", "Words, figures in words, or a picture.",
            oneOf: [["heading"], ["paragraph"], ["numbers"], ["figure"], ["page"]],
            [
                .key("heading", .text, "A heading; that of a picture in one with it."),
                .key("paragraph", .text, "A paragraph."),
                .key("numbers", .filledList(.object("mail-number")), "Figures in words."),
                .key("figure", .text, "A block by its id, laid out anew for the mail."),
                .key("page", .text, "A whole slide by its id; too small for phones."),
                .key("text", .text, "A sentence above a picture."),
                .key("source", .text, "Where a picture's figures come from."),
                .key(
                    "width", .number(100...552),
                    "How wide a picture is shown, in CSS pixels; default 552."),
                .key(
                    "height", .number(60...860),
                    "How high a figure is shown, in CSS pixels; default by 16:9."),
                .key(
                    "zoom", .number(0.5...2),
                    "How much larger than on slides a figure's letters are; default 1.5."),
                .key(
                    "labels", .word(LabelOptions.Which.self),
                    "Which marks of a chart have labels; default those that have them on the slide."
                ),
            ]),
        SchemaObject(
            "mail-number", noun: "a number of a mail", "A figure in words.",
            [
                .needed("value", .text, "The figure, as in {{exportado}}"),
                .needed("label", .text, "What it counts."),
                .key("change", .text, "How it has changed, as in {{growth}} in a year"),
            ]),
    ]
}
