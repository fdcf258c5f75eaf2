import JSON
import Maps

/// What `lamina maps` tells of one file of boundaries, as text and as JSON.
struct MapsListing {
    /// How many values of a group are listed as text.
    private static let mostValues = 30

    private let name: String
    private let boundaries: Boundaries
    private let summary: BoundariesSummary
    private let withAreas: Bool

    init(_ name: String, _ boundaries: Boundaries, withAreas: Bool) {
        self.name = name
        self.boundaries = boundaries
        self.withAreas = withAreas
        summary = BoundariesSummary(boundaries.collection)
    }

    /// The names of the columns of areas: `id` where one has it, then keys, groups and the rest.
    private var columns: [String] {
        let keys = summary.keys.map(\.name).filter { $0 != "id" }
        let isNumbered = boundaries.collection.features.contains { !$0.id.isEmpty }
        return (isNumbered ? ["id"] : []) + keys + summary.groups.map(\.name)
            + summary.others
            .filter { name in boundaries.collection.features.contains { $0.key(name) != nil } }
    }

    // MARK: - Text

    /// The listing for people.
    var text: String {
        var lines = [([name] + [boundaries.title].compactMap { $0 }).joined(separator: "  ")]
        func tell(_ label: String, _ words: [String], none: String) {
            let padded = label + String(repeating: " ", count: 10 - label.count)
            lines.append("  " + padded + (words.isEmpty ? none : words.joined(separator: ", ")))
        }
        tell("areas", areas, none: "none")
        tell(
            "join on", summary.keys.map { "\($0.name) (\($0.example))" },
            none: "nothing: no name tells all areas apart")
        for group in summary.groups {
            var values = group.values.prefix(Self.mostValues).map { "\($0.value) (\($0.count))" }
            let rest = group.values.count - values.count
            if rest > 0 { values.append("and \(rest) more") }
            tell(
                summary.groups.first == group ? "groups" : "",
                [
                    "\(group.name): " + values.joined(separator: ", ")
                ], none: "none")
        }
        if summary.groups.isEmpty { tell("groups", [], none: "none") }
        tell("places", summary.places, none: "none; labels find their own")
        if !boundaries.objects.isEmpty { tell("objects", boundaries.objects, none: "") }
        tell("licence", [boundaries.licence].compactMap { $0 }, none: "the file does not say")
        if withAreas { lines += [""] + table }
        return lines.joined(separator: "\n") + "\n"
    }

    private var areas: [String] {
        var words = ["\(summary.features)"]
        if summary.shapeless > 0 { words.append("\(summary.shapeless) without a shape") }
        words.append("\(summary.vertices) vertices")
        if let (southWest, northEast) = summary.corners {
            func degrees(_ value: Double, _ positive: String, _ negative: String) -> String {
                "\((abs(value) * 10).rounded() / 10)° \(value < 0 ? negative : positive)"
            }
            words.append(
                degrees(southWest.longitude, "E", "W") + " to "
                    + degrees(northEast.longitude, "E", "W"))
            words.append(
                degrees(southWest.latitude, "N", "S") + " to "
                    + degrees(northEast.latitude, "N", "S"))
        }
        return words
    }

    /// The areas, a line each, in columns as wide as their longest text.
    private var table: [String] {
        let columns = columns
        let rows =
            [columns]
            + boundaries.collection.features.map { feature in
                columns.map { Self.shown(feature.key($0) ?? "") }
            }
        let widths = columns.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            var line = ""
            for (text, width) in zip(row, widths) {
                line += "  " + text + String(repeating: " ", count: width - text.count)
            }
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }

    /// A text without what would break a line.
    private static func shown(_ text: String) -> String {
        String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    }

    // MARK: - JSON

    /// The listing for programs.
    var json: JSONText {
        var members: [(String, JSONText)] = [
            ("name", .text(name)), ("format", .text(boundaries.format.rawValue)),
            ("title", boundaries.title.map(JSONText.text) ?? .null),
            ("licence", boundaries.licence.map(JSONText.text) ?? .null),
            ("objects", .array(boundaries.objects.map(JSONText.text))),
            ("areas", .number(summary.features)), ("withoutShape", .number(summary.shapeless)),
            ("vertices", .number(summary.vertices)),
            (
                "keys",
                .array(
                    summary.keys.map {
                        .object([("name", .text($0.name)), ("example", .text($0.example))])
                    })
            ),
            (
                "groups",
                .array(
                    summary.groups.map { group in
                        .object([
                            ("name", .text(group.name)),
                            ("values", .object(group.values.map { ($0.value, .number($0.count)) })),
                        ])
                    })
            ),
            ("places", .array(summary.places.map(JSONText.text))),
        ]
        if withAreas {
            let columns = columns
            let features = boundaries.collection.features.map { feature in
                JSONText.object(
                    columns.compactMap { column in
                        feature.key(column).map { (column, .text($0)) }
                    })
            }
            members.append(("list", .array(features)))
        }
        return .object(members)
    }
}
