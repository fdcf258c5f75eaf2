import Charts

extension DeckSchema {
    static let chartObjects = [
        SchemaObject(
            "chart", noun: "a chart", "Marks that show the rows of a query.",
            oneOf: [["layer"], ["mark", "data"]],
            layerKeys + [
                .key(
                    "layer", .filledList(.object("layer")),
                    "Several marks over each other; they share data and channels."),
                .key("total", .object("chart-total"), "A row below a line, under lying bars."),
                .key("stack-totals", .flag, "The sum at each stack's end."),
                .key("round-to-100", .flag, "Shares whose printed figures add up to 100."),
                .key("unit", .text, "The unit of the figures."),
                .key(
                    "compare", .oneOrMore(.object("comparison")),
                    "The difference of two columns, or their growth."),
                .key("bands", .list(.object("band")), "Stretches to point out."),
                .key("rules", .list(.object("chart-rule")), "Levels to point out."),
                .key("center", .object("chart-center"), "Texts in the hole of a donut."),
                .key(
                    "facet", .either([.text, .object("facet")]),
                    "A column: a small chart for each of its names."),
                .key("sparkline", .flag, "No axes, no grid, the last point marked."),
                .key("title", .text, "What the chart shows."),
                .key("alt", .text, "What is told in place of it, in a sentence."),
                .key("alt-long", .text, "What is told in place of it, at length."),
                .key(
                    "waivers", .mapping(ChartLint.Rule.self, .text),
                    "Rules that it may break, each with a reason."),
            ]),
        SchemaObject("layer", noun: "a layer", "Marks of one kind.", layerKeys),
        SchemaObject(
            "mark", noun: "a mark", "The marks and their look.",
            [
                .needed("type", .word(ChartLayer.Mark.self), "The shape."),
                .key("interpolate", .word(Interpolation.self), "How lines run; default linear."),
                .key("strokeWidth", .number(0.1...40), "The width of lines."),
                .key("strokeDash", .numbers(1...8, 0...100), "Lengths of dashes and gaps."),
                .key("opacity", .number(0...1), "How opaque areas are."),
                .key("thickness", .number(0.05...1), "A bar's part of its room."),
                .key("shape", .word(Symbol.self), "The symbol of points."),
                .key("points", .word(Layer.Markers.self), "Points on lines."),
                .key("color", .word(ColorRole.self), "The colour's role."),
                .key("innerRadius", .number(0...0.9), "The share of the radius cut out."),
            ]),
        SchemaObject(
            "channel", noun: "the channel", "A result column and how it is shown.",
            [
                .needed("field", .text, "The column."),
                .key("type", .word(ChartChannel.Kind.self), "What it holds."),
                .key("title", .text, "What its figures are."),
                .key("format", .text, "How figures or dates are printed."),
                .key("range", colorRange, "Colours, in order."),
                .key("scale", .object("chart-scale"), "How values become places or colours."),
                .key("axis", .either([.flag, .object("axis")]), "The axis, or false."),
                .key("legend", .either([.flag, .object("chart-legend")]), "The legend, or false."),
                .key(
                    "sort",
                    .either([
                        .words(["ascending", "descending", "x", "y", "-x", "-y"]), .list(.text),
                    ]), "The order of categories: a word, or their names."),
            ]),
        SchemaObject(
            "chart-scale", noun: "a scale", "How values become places or colours.",
            [
                .key("type", .word(ChartChannel.ScaleKind.self), "The kind of scale."),
                .key("domain", .filledList(.text), "Two ends, names, or breaks."),
                .key("shared", .text, "A name: charts of the same one have one scale."),
                .key("nice", .flag, "Whether it ends at round numbers."),
                .key("zero", .flag, "Whether it holds zero."),
                .key("reverse", .flag, "Whether it runs the other way."),
                .key("range", colorRange, "Colours, in order."),
            ]),
        SchemaObject(
            "axis", noun: "an axis", "An axis.",
            [
                .key("values", .list(.text, 1...60), "Where ticks stand."),
                .key("ticks", .whole(2...40), "About how many ticks."),
                .key("format", .text, "How ticks are printed."),
                .key("group", .text, "A column: a second row of names below."),
                .key("title", .text, "A title."),
                .key("grid", .flag, "Lines across the chart."),
                .key("lines", .whole(1...4), "Lines that a name may take; default 1."),
                .key("names", .word(AxisOptions.NamePlace.self), "Where names stand."),
                .key("orient", .word(ChartChannel.Orient.self), "The side it stands at."),
                .key("show", .flag, "Whether it is drawn."),
            ]),
        SchemaObject(
            "chart-legend", noun: "a legend", "A legend.",
            [
                .key("orient", .word(LegendPlace.self), "Where it stands; default top."),
                .key("format", .text, "How amounts are printed."),
            ]),
        SchemaObject(
            "chart-labels", noun: "labels", "What is printed at the marks.",
            [
                .key("show", .word(LabelOptions.Which.self), "Which marks have labels."),
                .key("position", .word(LabelOptions.Position.self), "Where labels stand."),
                .key("format", .text, "How figures are printed."),
                .key("size", .number(9...60), "In points."),
                .key("spacing", .number(0...60), "From the mark, in points."),
                .key("move", .flag, "Whether they may look for another place."),
            ]),
        SchemaObject(
            "ends", noun: "the ends of lines", "Each line's name and last figure beside it.",
            [
                .key("field", .text, "Another column."),
                .key("format", .text, "How figures are printed."),
                .key("unit", .text, "The unit after figures."),
                .key("outside", .flag, "Over what is right of the chart."),
            ]),
        SchemaObject("chart-total", noun: "“total”", "A row below a line.", labelledKeys),
        SchemaObject("chart-center", noun: "“center”", "Texts in the hole.", labelledKeys),
        SchemaObject(
            "comparison", noun: "a comparison", "One column against another.",
            [
                .needed("from", .text, "The column that it starts from."),
                .needed("to", .text, "The column that it leads to."),
                .key("show", .word(Comparison.Kind.self), "difference (default), or growth."),
                .key("value", .text, "A text in place of the figure."),
            ]),
        SchemaObject(
            "band", noun: "a band", "A stretch of an axis.",
            [
                .needed("from", .text, "Where it begins."),
                .needed("to", .text, "Where it ends."),
                .key("axis", .word(ChartBlock.Direction.self), "Along which axis; default x."),
                .key("label", .text, "Its words."),
                .key("color", .word(ColorRole.self), "Its colour's role."),
            ]),
        SchemaObject(
            "chart-rule", noun: "a rule", "A level of an axis.", oneOf: [["x"], ["y"]],
            [
                .key("x", .text, "Where it stands along x."),
                .key("y", .text, "Where it stands along y."),
                .key("label", .text, "Its words."),
                .key("color", .word(ColorRole.self), "Its colour's role."),
            ]),
        SchemaObject(
            "facet", noun: "a facet", "Small charts side by side.",
            [
                .needed("field", .text, "A column: a chart for each of its names."),
                .key("columns", .whole(1...12), "How many stand side by side."),
            ]),
    ]

    /// A list of colours' roles.
    static let colorRange = SchemaType.list(.word(ColorRole.self))

    private static let labelledKeys: [SchemaObject.Key] = [
        .needed("value", .text, "One {{value}}, or digits."),
        .key("label", .text, "A few words."),
    ]

    /// The keys of a layer, which a chart of one layer has itself.
    private static let layerKeys: [SchemaObject.Key] =
        [
            .key(
                "mark", .either([.word(ChartLayer.Mark.self), .object("mark")]),
                "The shape: a word, or a mapping with its look."),
            .key("data", .query, "The rows."),
        ]
        + ChartLayer.channelNames.map { name in
            .key(
                name, .either([.text, .object("channel")]),
                "What drives \(name): a result column, or a mapping.")
        } + [
            .key(
                "stack", .either([.flag, .word(ChartLayer.Stack.self)]),
                "How marks of one category share its room."),
            .key(
                "labels",
                .either([
                    .flag,
                    .words(
                        LabelOptions.Which.allCases.map(\.rawValue)
                            + LabelOptions.Position.allCases.map(\.rawValue) + ["above"]),
                    .object("chart-labels"),
                ]), "Figures at the marks: which, or where."),
            .key("key", .text, "What the chart is about: a category, first or last."),
            .key("track", .flag, "A pale track behind each bar."),
            .key("hole", .number(0...0.9), "The share of the radius cut out."),
            .key("ends", .object("ends"), "Each line's name and last figure beside it."),
            .key("totals", .list(.text), "Categories that are sums, of bars that are steps."),
            .key("nudges", .nudges, "How labels are moved, in points right and down."),
        ]
}
