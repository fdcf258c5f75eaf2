import Layout
import Maps

extension DeckSchema {
    static let mapObjects = [
        SchemaObject(
            "map", noun: "a map", "Regions, places and amounts on a map.",
            [
                .needed(
                    "boundaries", .text,
                    "A name (lamina maps lists them), or a GeoJSON or TopoJSON file."),
                .key("key", .text, "The property by which rows name regions; default id."),
                .needed(
                    "projection",
                    .either([.words(MapBlock.named.keys.sorted()), .object("projection")]),
                    "A name, or a mapping."),
                .key("islands", .number(0...20_000), "Kilometres: what lies farther is left out."),
                .key("fit", .query, "Rows of key: regions that fill the frame."),
                .key("clip", .flag, "Whether what reaches beyond the frame is cut off."),
                .key("regions", .oneOrMore(.object("regions")), "Areas with a fill of their own."),
                .key("rest", .word(MapBlock.Rest.self), "How other regions look; default land."),
                .key("rest-color", .word(ColorRole.self), "The colour's role of other regions."),
                .key("rest-only", .query, "Rows of key: only these other regions are drawn."),
                .key("outlines", .oneOrMore(.object("outlines")), "Lines over all fills."),
                .key("labels", .oneOrMore(.object("map-labels")), "Names and figures of regions."),
                .key("pins", .oneOrMore(.object("pins")), "Places with names."),
                .key("symbols", .object("symbols"), "Circles whose areas are amounts."),
                .key("insets", .list(.object("inset")), "Parts drawn larger."),
                .key(
                    "legend", .either([.only(true), .object("map-legend")]),
                    "What colours, signs and sizes mean."),
                .key(
                    "graticule", .either([.number(1...90), .object("graticule")]),
                    "Degrees from line to line."),
                .key("water", .word(ColorRole.self), "The colour's role of the earth below land."),
                .key("nouns", .object("nouns"), "What words about the map call its parts."),
                .key("places", .query, "Rows of lon and lat: lights on a cover's map."),
                .key("margins", .numbers(4...4, 0...600), "[top, right, bottom, left] kept free."),
                .key("align", .word(HorizontalAlignment.self), "Where it stands in its place."),
            ]),
        SchemaObject(
            "projection", noun: "a projection", "How the earth becomes flat.",
            [
                .needed("type", .word(Projection.Kind.self), "The formulas."),
                .key("center", .numbers(2...2, -180...180), "[lon, lat] in the middle."),
                .key("parallels", .numbers(2...2, -89...89), "[lat, lat] of a cone."),
                .key("rotate", .numbers(2...3, -360...360), "In place of a center, as d3 has it."),
            ]),
        SchemaObject(
            "graticule", noun: "a graticule", "Lines of the earth's grid.",
            [
                .key("step", .number(1...90), "Degrees from line to line; default 15."),
                .key("color", .word(ColorRole.self), "The colour's role."),
            ]),
        SchemaObject(
            "regions", noun: "regions", "Areas with a fill of their own.",
            [
                .needed("data", .query, "Rows of key, and of value, category or color."),
                .key("scale", .object("map-scale"), "How amounts or names become colours."),
                .key("dissolve", .flag, "Whether rows of the same region become one area."),
                .key("outline", .word(ColorRole.self), "The colour's role of a line around."),
            ]),
        SchemaObject(
            "map-scale", noun: "a scale of a map", "How amounts or names become colours.",
            [
                .key("type", .word(MapScale.Kind.self), "The kind; default linear."),
                .key("pivot", .number(-1e15...1e15), "Where diverging colours turn."),
                .key("classes", .whole(2...9), "How many classes; default 5."),
                .key("range", colorRange, "Colours, in order."),
                .key(
                    "domain", .either([.query, .list(.text)]),
                    "Two ends, breaks, or names; or a query of one row with low and high."),
            ]),
        SchemaObject(
            "outlines", noun: "outlines", "Lines around regions.",
            [
                .needed("data", .query, "Rows of key, and of region for a line around all of it."),
                .key("color", .word(ColorRole.self), "The colour's role; default ink."),
                .key("width", .number(0.25...10), "In points; default 1."),
            ]),
        SchemaObject(
            "symbols", noun: "symbols", "Circles whose areas are amounts.",
            [
                .needed("data", .query, "Rows of value, and of lon and lat or a region's key."),
                .key("radius", .number(2...200), "That of the greatest; default 20 points."),
                .key("color", .word(ColorRole.self), "The colour's role; default primary."),
                .key("format", .text, "How the legend's amounts are printed."),
            ]),
        SchemaObject(
            "map-labels", noun: "labels", "Names and figures of regions.",
            [
                .needed("data", .query, "Rows of key and text; heading, size, ink, lon, lat …"),
                .key("format", .text, "How figures are printed."),
                .key("nudges", .nudges, "How labels are moved, by key."),
            ]),
        SchemaObject(
            "pins", noun: "pins", "Places with names.",
            [
                .needed("data", .query, "Rows of text, lon and lat; detail, heading, glyphs …"),
                .key("glyphs", .mapping(.object("map-glyph")), "Signs by name."),
                .key("unknown", .text, "What stands for an empty detail."),
                .key("signs", .word(MapBlock.SignPlace.self), "Where signs stand; default label."),
                .key("nudges", .nudges, "How labels are moved, by id or heading."),
            ]),
        SchemaObject(
            "map-glyph", noun: "a glyph", "A sign of a map.",
            glyphKeys + [.key("label", .text, "What it means, for the legend.")]),
        SchemaObject(
            "inset", noun: "an inset", "A part of the map drawn larger.",
            oneOf: [["places"], ["center"]],
            [
                .key("places", .query, "Rows of lon and lat: all of them are shown."),
                .key("center", .numbers(2...2, -180...180), "[lon, lat] in the middle."),
                .key("size", .numbers(2...2, 20...2000), "[width, height] in points."),
                .key("magnify", .number(1.2...50), "How much larger."),
                .key("nudge", .nudge, "Points right and down."),
            ]),
        SchemaObject(
            "map-legend", noun: "a legend", "The legend of a map.",
            [
                .key("title", .text, "Its title."),
                .key("format", .text, "How amounts are printed."),
                .key("orient", .word(MapBlock.Orientation.self), "default horizontal."),
                .key("width", .number(40...2000), "In points; default 138."),
                .key("nudge", .nudge, "Points right and down."),
            ]),
        SchemaObject(
            "nouns", noun: "nouns", "What words about the map call its parts.",
            [
                .key("regions", .list(.text, 2...2), "One and many: [estado, estados]."),
                .key("pins", .list(.text, 2...2), "One and many: [planta, plantas]."),
            ]),
    ]
}
