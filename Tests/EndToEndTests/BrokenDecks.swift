import Testing

/// A way to break the small deck: one text replaced, and what the command must say of it.
struct BrokenDeck: CustomTestStringConvertible, Sendable {
    /// What is wrong with it.
    var name: String
    /// The file that is edited, in the deck's folder.
    var file = "deck.yaml"
    /// The text whose first place is edited.
    var found: String
    /// What it becomes.
    var replacement: String
    /// The exit code.
    var exitCode: Int32 = 65
    /// The edited file's text at whose first place the error is put.
    var place: String
    /// What is said; measures are written as `#`.
    var message: String
    /// What is advised; `nil` for nothing.
    var hint: String?

    var testDescription: String { name }
}

extension BrokenDeck {
    static let all = yaml + structure + texts + queries + tables + files + maps + pages

    // MARK: - The file as YAML

    static let yaml = [
        BrokenDeck(
            name: "a tab", found: "    subtitle: Text", replacement: "\tsubtitle: Text",
            place: "\tsubtitle", message: "a tab stands where YAML wants spaces",
            hint: "indent with spaces only"),
        BrokenDeck(
            name: "an unclosed quote", found: "subject: A", replacement: "subject: \"A",
            place: "16:9", message: "something follows a closing quote",
            hint: "close the quote that was opened in a line above"),
        BrokenDeck(
            name: "a key twice", found: "subject:", replacement: "language:",
            place: "language: en-US", message: "the key `language` comes twice in this mapping",
            hint: "it is first given at line 4, column 1; keep one of the two"),
        BrokenDeck(
            name: "a value that holds itself", found: "stack:\n        - text",
            replacement: "stack: &all\n        - *all\n        - text", place: "*all",
            message: "`*all` stands inside the very value that bears this name",
            hint: "a value cannot hold itself"),
        BrokenDeck(
            name: "an alias of nothing", found: "title: Figures", replacement: "title: *figures",
            place: "*figures", message: "no value above is named `&figures`",
            hint: "text that starts with `*` must stand in quotes"),
    ]

    // MARK: - Keys and types

    static let structure = [
        BrokenDeck(
            name: "an unknown key of the deck", found: "organisation:",
            replacement: "organization:",
            place: "organization", message: "a deck has no key “organization”",
            hint: "did you mean “organisation”?"),
        BrokenDeck(
            name: "an unknown key of a block", found: "meter: \"{{share}}\", text",
            replacement: "meters: \"{{share}}\", text", place: "meters",
            message: "a callout has no key “meters”", hint: "did you mean “meter”?"),
        BrokenDeck(
            name: "a word for a number", found: "columns: 2\n", replacement: "columns: many\n",
            place: "many", message: "“columns” is a whole number from 1 to 6", hint: nil),
        BrokenDeck(
            name: "a number beyond all bounds", found: "columns: 2\n",
            replacement: "columns: 99999999999999999999999999\n",
            place: "99999999999999999999999999",
            message: "“columns” is a whole number from 1 to 6", hint: nil),
        BrokenDeck(
            name: "a list for a text", found: "title: Figures", replacement: "title: [Figures]",
            place: "[Figures]", message: "expected text, not a list", hint: nil),
        BrokenDeck(
            name: "a missing key", found: "    title: Words\n", replacement: "",
            place: "id: words", message: "a slide needs a key “title”", hint: nil),
        BrokenDeck(
            name: "an unknown icon", found: "icon: leaf", replacement: "icon: leaves",
            place: "leaves", message: iconMessage, hint: nil),
        BrokenDeck(
            name: "an unknown mark", found: "mark: sector", replacement: "mark: secter",
            place: "secter", message: "“secter” is no mark",
            hint: "did you mean “sector”?"),
        BrokenDeck(
            name: "an id twice", found: "id: charts", replacement: "id: words",
            place: "words\n    title: Charts", message: "the id “words” is used twice",
            hint: "it is first used at small/deck.yaml:43:9"),
        BrokenDeck(
            name: "an unknown page size", found: "\"16:9\"", replacement: "\"16:8\"",
            place: "\"16:8\"", message: "there is no page size “16:8”",
            hint: "there are \"16:10\", \"16:9\", \"4:3\", \"A4\", \"Letter\", "
                + "or {width: 960, height: 540} in points"),
        BrokenDeck(
            name: "no period", found: "2024-T1", replacement: "2024-T5", place: "2024-T5",
            message: "“2024-T5” is not a period",
            hint: "write 2024, 2024-S1, 2024-T2 (or Q2), 2024-06, or 2024-01/2024-05"),
        BrokenDeck(
            name: "an unknown language", found: "en-US", replacement: "xx-YY", place: "xx-YY",
            message: "the language “xx-YY” is not known", hint: "there are es-MX, es-ES, en-US"),
        BrokenDeck(
            name: "a colour of too few digits", file: "theme.yaml", found: "\"B85C00\"",
            replacement: "\"B85C\"", place: "\"B85C\"",
            message: "a colour is six hexadecimal digits",
            hint: "write for example \"14508C\", in quotes"),
        BrokenDeck(
            name: "an unknown colour", file: "theme.yaml", found: "accent:",
            replacement: "acent:", place: "acent", message: "there is no colour “acent”",
            hint: "did you mean “accent”?"),
    ]

    private static let iconMessage =
        "“icon” is one of arrow-down, arrow-up, bank, battery, bolt, bulb, calendar, car, check, "
        + "chip, document, exchange, factory, flag, gear, globe, leaf, link, money, people, pin, "
        + "plug, pylon, shield-check, sun, sunrise, target, trend-up, truck, warning"

    // MARK: - Texts

    static let texts = [
        BrokenDeck(
            name: "an unknown value", found: "{{total}}** units", replacement: "{{totl}}** units",
            place: "{{totl}}", message: "there is no value “totl”", hint: "did you mean “total”?"),
        BrokenDeck(
            name: "a wrong number format", found: "{{share:.1%}}", replacement: "{{share:.1q}}",
            place: "{{share:.1q}}",
            message: "“.1q” is not a number format: 'q' is not a type; "
                + "types are e f g r s % p d b o x X c n",
            hint: "formats are written as in d3-format: “,” “.1%” “,.2f” “+.1%”"),
        BrokenDeck(
            name: "an open placeholder", found: "bottom: \"{{period}}\"",
            replacement: "bottom: \"{{period}\"", place: "{{period}\"",
            message: "“{{” without “}}”", hint: "close it, as in {{name}}"),
        BrokenDeck(
            name: "an open stress", found: "**across**", replacement: "**across",
            place: "A sentence", message: "“**” without a second one",
            hint: "strong words stand in **pairs**"),
        BrokenDeck(
            name: "a number format of a text", found: "bottom: \"{{period}}\"",
            replacement: "bottom: \"{{period:,}}\"", place: "{{period:,}}",
            message: "“period” is text and takes no number format", hint: nil),
        BrokenDeck(
            name: "a meter of words", found: "meter: \"{{share}}\" }", replacement: "meter: half }",
            place: "half", message: "expected a number: one {{value}}, or digits", hint: nil),
    ]

    // MARK: - Queries

    private static let gap = "SELECT units, status FROM sales WHERE month = '2024-02'"

    static let queries = [
        BrokenDeck(
            name: "wrong SQL", found: gap, replacement: "SELEC units, status FROM sales",
            place: "SELEC units",
            message:
                "the query fails: near \"SELEC\": syntax error, at line 1, column 1 of the query",
            hint: nil),
        BrokenDeck(
            name: "an unknown table", found: gap,
            replacement: "SELECT units FROM saless WHERE month = '2024-02'",
            place: "SELECT units FROM saless",
            message: "the query fails: no such table: saless", hint: "did you mean sales?"),
        BrokenDeck(
            name: "an unknown column", found: gap,
            replacement: gap.replacing("units", with: "unit"),
            place: "SELECT unit, status",
            message: "the query fails: no such column: unit, at line 1, column 8 of the query",
            hint: "did you mean units?"),
        BrokenDeck(
            name: "a query that drops a table", found: gap, replacement: "DROP TABLE sales --",
            place: "DROP TABLE",
            message: "a query may not use statements that change data or tables", hint: onlyReads),
        BrokenDeck(
            name: "a query that opens a file", found: gap, replacement: "ATTACH 'x.db' AS x --",
            place: "ATTACH", message: "a query may not use ATTACH", hint: onlyReads),
        BrokenDeck(
            name: "a query that asks for the time", found: gap,
            replacement: "SELECT date('now'), status FROM sales WHERE month = '2024-02'",
            place: "SELECT date", message: "a query may not use the function date()",
            hint: onlyReads),
        BrokenDeck(
            name: "a value of no row", found: gap, replacement: gap.replacing("-02", with: "-12"),
            place: "SELECT units, status FROM sales WHERE month = '2024-12'",
            message: "the value “gap” has no row",
            hint: "for a figure that is not known, let the table have a row with status missing"),
        BrokenDeck(
            name: "a value of several rows", found: gap + " AND", replacement: gap + " OR",
            place: "SELECT units, status FROM sales WHERE month = '2024-02' OR",
            message: "the value “gap” has 4 rows", hint: "a value is one row: narrow its WHERE"),
        BrokenDeck(
            name: "an infinite value", found: "SELECT 101 / 80.0 - 1",
            replacement: "SELECT 1e308 * 10", place: "SELECT 1e308",
            message: "row 1, column 1e308 * 10 of the result is infinite", hint: nil),
        BrokenDeck(
            name: "a query without end", found: "SELECT 101 / 80.0 - 1",
            replacement: "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c) "
                + "SELECT max(i) FROM c",
            place: "WITH RECURSIVE", message: "the query takes more than 200000000 steps",
            hint:
                "join tables on equal columns, and end a recursion, or raise the limit: --limit query-steps=N"
        ),
        BrokenDeck(
            name: "a chart without its column", found: "theta: units", replacement: "theta: unit",
            place: "SELECT region, sum(units) AS units FROM sales GROUP BY region ORDER BY region\n"
                + "              theta",
            message: "the query gives no column “unit”", hint: "rename “units”: units AS unit"),
    ]

    private static let onlyReads =
        "queries read the deck's tables with SELECT, WITH or VALUES, and use functions of their "
        + "arguments only, without dates and chance"

    // MARK: - Tables

    private static let words = "official, revised, preliminary, derived, estimated, missing"

    static let tables = [
        BrokenDeck(
            name: "a row of too few cells", file: "data/sales.csv", found: ",official,made up",
            replacement: ",official", place: "2024-01,north",
            message: "the row has 4 cells for 5 columns",
            hint: "put a cell that has a comma in it in quotes"),
        BrokenDeck(
            name: "a letter in a number", file: "data/sales.csv", found: "120", replacement: "12O",
            place: "12O", message: "the cell \"12O\" in column units is not a whole number",
            hint: "write numbers as 1234 or -0.5, with nothing before or after"),
        BrokenDeck(
            name: "a number too large", file: "data/sales.csv", found: "120",
            replacement: "99999999999999999999", place: "99999999999999999999",
            message: "the cell \"99999999999999999999\" in column units is not a whole number",
            hint: "it is too large"),
        BrokenDeck(
            name: "not a number", file: "data/states.csv", found: "0.5", replacement: "NaN",
            place: "NaN", message: "the cell \"NaN\" in column share is not a number",
            hint: "leave the cell empty where there is no number"),
        BrokenDeck(
            name: "an infinite number", file: "data/states.csv", found: "0.5",
            replacement: "-inf", place: "-inf",
            message: "the cell \"-inf\" in column share is not a number",
            hint: "leave the cell empty where there is no number"),
        BrokenDeck(
            name: "a number that overflows", file: "data/states.csv", found: "0.5",
            replacement: "1e999", place: "1e999",
            message: "the cell \"1e999\" in column share is not a number", hint: "it is too large"),
        BrokenDeck(
            name: "an unknown status", file: "data/sales.csv", found: "120,official",
            replacement: "120,recalled", place: "recalled", message: "\"recalled\" is not a status",
            hint: "the words are \(words)"),
        BrokenDeck(
            name: "a column that the table lacks", found: "columns: { share: number }",
            replacement: "columns: { shares: number }", place: "data/states.csv",
            message: "small/data/states.csv has no column shares", hint: "did you mean share?"),
    ]

    // MARK: - Files

    static let files = [
        BrokenDeck(
            name: "a missing table", found: "data/states.csv", replacement: "data/state.csv",
            exitCode: 66, place: "data/state.csv",
            message: "the file `small/data/state.csv` does not exist", hint: nil),
        BrokenDeck(
            name: "a missing theme", found: "theme.yaml", replacement: "colours.yaml",
            exitCode: 66, place: "colours.yaml",
            message: "the file `small/colours.yaml` does not exist", hint: nil),
        BrokenDeck(
            name: "a missing picture", found: "dot.png", replacement: "point.png",
            exitCode: 66, place: "point.png",
            message: "the file `small/point.png` does not exist", hint: nil),
        BrokenDeck(
            name: "a path out of the folder", found: "data/states.csv",
            replacement: "../states.csv", exitCode: 77, place: "../states.csv",
            message: "`small/../states.csv` leads out of the folder `small`",
            hint: "copy the file into the folder"),
        BrokenDeck(
            name: "an absolute path", found: "data/states.csv", replacement: "/etc/passwd",
            exitCode: 77, place: "/etc/passwd", message: "the path `/etc/passwd` is absolute",
            hint: "name files relative to the folder `small`"),
        BrokenDeck(
            name: "a folder for a table", found: "data/states.csv", replacement: "data",
            place: "data\n    columns: { share", message: "`small/data` is a folder, not a file",
            hint: nil),
        BrokenDeck(
            name: "a text for a picture", found: "dot.png", replacement: "deck.yaml",
            place: "deck.yaml",
            message: "“deck.yaml” is neither a PNG nor a JPEG nor an SVG picture",
            hint: "convert it to one of them, at most 16,000 pixels a side"),
    ]

    // MARK: - Maps

    static let maps = [
        BrokenDeck(
            name: "unknown boundaries", found: "boundaries: mexico-states",
            replacement: "boundaries: mexico-state", place: "boundaries: mexico-state",
            message: "there are no boundaries “mexico-state”",
            hint: "did you mean “mexico-states”?"),
        BrokenDeck(
            name: "an unknown region", found: "SELECT code AS key, share AS value FROM states",
            replacement: "SELECT '090' AS key, share AS value FROM states WHERE code = '09'",
            place: "\"SELECT '090'", message: "no region of “mexico-states” has inegi “090”",
            hint: "did you mean “09”?"),
        BrokenDeck(
            name: "a region twice", found: "SELECT code AS key, share AS value FROM states",
            replacement: "SELECT '09' AS key, share AS value FROM states",
            place: "\"SELECT '09'", message: "the region “09” has two rows",
            hint: "join a region once: group the rows by key"),
        BrokenDeck(
            name: "boundaries without such a property", found: "key: inegi",
            replacement: "key: postcode",
            place: "boundaries: mexico-states",
            message: "no region of “mexico-states” has a property “postcode”",
            hint: "its properties are abbr, id, inegi, iso, name"),
    ]

    // MARK: - Pages

    static let pages = [
        BrokenDeck(
            name: "a text that does not fit", found: "First point",
            replacement: "First point, " + String(repeating: "and so on, ", count: 40),
            place: "span: 2\n          bullets:",
            message:
                "text does not fit: “First point, and so on, and so on, and so on, and so on, …” "
                + "needs # pt of height, has #",
            hint: "shorten it, or give it more room; text is set at most 15 % smaller to fit, and "
                + "never under 9 pt"),
        BrokenDeck(
            name: "a meter beyond its end", found: "meter: \"{{share}}\" }",
            replacement: "meter: 50 }", place: "span: 3\n          panel: panel",
            message: "a meter shows a share from 0 to 1, not 50.0",
            hint: "divide per cents by 100"),
        BrokenDeck(
            name: "a negative part of a pie",
            found: "SELECT region, sum(units) AS units FROM sales",
            replacement: "SELECT region, -sum(units) AS units FROM sales",
            place: "heading: Sectors",
            message: "the parts of a pie must be known, none negative, and more than zero in all",
            hint: "leave missing parts out of the query, or draw bars"),
        BrokenDeck(
            name: "a figure beyond the axis", found: "domain: [0, 200]",
            replacement: "domain: [0, 140]", place: "{ field: units, format",
            message: "150 lies outside of the vertical axis, which runs from 0 to 140",
            hint: "widen “scale: {domain: …}”"),
        BrokenDeck(
            name: "a character without a glyph", found: "Second point", replacement: "Second 点",
            exitCode: 69, place: "span: 2\n          bullets:",
            message: "the font has no glyph for “点” (U+70B9) in “Second 点”",
            hint: "use another character, or a font that has it"),
    ]
}
