import Tables

extension DeckSchema {
    static let jobsFile = SchemaObject(
        "jobs", noun: "a file of jobs", "Decks that `lamina batch` makes.",
        [
            .key("deck", .text, "The deck of jobs that name none, from this file's folder."),
            .key(
                "output", .text,
                "What outputs' folders are called, of {id}, {period} and parameters; default {id}."),
            .needed("jobs", .filledList(.object("job")), "The decks."),
        ])

    static let jobsObjects = [
        jobsFile,
        SchemaObject(
            "job", noun: "a job", "One deck of a batch.",
            [
                .needed("id", .text, "Its name, unique in the file."),
                .key("deck", .text, "A folder, or a deck file, from this file's folder."),
                .key("output", .text, "The folder of its files below the batch's."),
                .key("period", .pattern(periodPattern), "Another edition than the deck file's."),
                .key("set", .mapping(.text), "Other values for the deck's parameters."),
                .key("to", .either([.text, .list(.text)]), "Who gets its mail."),
            ]),
    ]
}
