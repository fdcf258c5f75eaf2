public import Deck
import Diagnostics
public import Graphics
public import JSON
import Nettle
import Tables

/// Where the figures of a value, a block or a page come from.
public struct Explanation: Sendable {
    /// The figures, in the order of the page.
    private let figures: [Lineage.Figure]
    /// How each is printed.
    private let printed: PrintedFigures
    private let deck: Deck
    private let name: String

    /// How many rows of an answer are shown.
    private static let mostRows = 20

    /// What is known of a name; `nil` where the deck has no value, block or page of that name.
    ///
    /// - Parameter scenes: all pages, laid out, to know what charts and maps print.
    public init?(of name: String, in deck: Deck, _ scenes: [Scene]) {
        guard !name.isEmpty else { return nil }
        let lineage = deck.lineage
        let page = Int(name).flatMap {
            deck.pages.indices.contains($0 - 1) ? deck.pages[$0 - 1].id : nil
        }
        var found = lineage.figures.filter { figure in
            figure.page == page ?? name || figure.element == name
                || (figure.name == name && figure.key.isEmpty)
        }
        if found.isEmpty, let value = lineage.values.first(where: { $0.name == name }) {
            // A value that no page prints.
            found = [lineage.figure(of: value)]
        }
        guard !found.isEmpty || Self.names(in: deck).contains(page ?? name) else { return nil }
        printed = PrintedFigures(deck, Array(zip(deck.pages.indices, scenes)))
        figures = found
        (self.deck, self.name) = (deck, name)
    }

    /// The names that can be asked for: values, pages, blocks with figures.
    public static func names(in deck: Deck) -> [String] {
        let elements = Set(deck.lineage.figures.map(\.element)).subtracting([""])
        return deck.lineage.values.map(\.name) + deck.pages.map(\.id) + elements.sorted()
    }

    private var queries: [Int] { Array(Set(figures.compactMap(\.query))).sorted() }

    private var checks: [CheckOutcome] {
        let names = Set(figures.filter(\.key.isEmpty).map(\.name))
        return deck.checks.filter { !names.isDisjoint(with: $0.values) }
    }

    /// The files that a query reads, with their hashes.
    private func files(of asked: Lineage.Asked) -> [(path: String, bytes: Int, digest: String)] {
        asked.tables.compactMap { table in
            guard let file = deck.lineage.tables.first(where: { $0.name == table })?.file,
                let input = deck.lineage.files.first(where: {
                    $0.path == file && $0.origin == .deck
                })
            else { return nil }
            return (file, input.bytes.count, sha256(of: input.bytes))
        }
    }

    // MARK: - For people

    /// For people, in paragraphs.
    public var text: String {
        var lines: [String] = []
        for figure in figures { lines += told(figure, printed.text(of: figure)) }
        if figures.isEmpty { lines.append("\(name) prints no figures") }
        for number in queries { lines += [""] + told(deck.lineage.queries[number], number) }
        if !checks.isEmpty {
            lines.append("")
            lines += checks.map { check in
                "check \(check.name): \(check.texts.left) \(check.sign) \(check.texts.right), "
                    + check.verdict.rawValue
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func told(_ figure: Lineage.Figure, _ text: String?) -> [String] {
        let name = figure.key.isEmpty ? figure.name : "\(figure.name) [\(figure.key)]"
        let shown = text.map { "“\($0)”" } ?? (figure.page.isEmpty ? "not printed" : "drawn")
        var parts = ["\(name) = \(written(figure.value))", shown, figure.status.rawValue]
        if !figure.source.isEmpty { parts.append(figure.source) }
        if let value = deck.lineage.values.first(where: { $0.name == figure.name }),
            figure.key.isEmpty
        {
            if !value.unit.isEmpty { parts.append("in \(value.unit)") }
            if !value.format.isEmpty { parts.append("format \(value.format)") }
        }
        if !figure.page.isEmpty {
            parts.append(
                "on \(figure.page)" + (figure.element.isEmpty ? "" : ", \(figure.element)"))
        }
        if let query = figure.query { parts.append("query \(query)") }
        return [parts.joined(separator: " · ")]
    }

    private func told(_ asked: Lineage.Asked, _ number: Int) -> [String] {
        var lines = ["query \(number) at \(asked.location)", "  \(Self.oneLine(asked.sql))"]
        for parameter in asked.parameters {
            lines.append("  :\(parameter.name) = \(written(parameter.value))")
        }
        lines.append("  gives \(asked.rows.columns.map(Self.oneLine).joined(separator: " | "))")
        for row in asked.rows.rows.prefix(Self.mostRows) {
            lines.append("        " + row.map(written).joined(separator: " | "))
        }
        let rest = asked.rows.rows.count - Self.mostRows
        if rest > 0 { lines.append("        and \(rest) more") }
        for file in files(of: asked) {
            lines.append("  from \(file.path), \(file.bytes) bytes, SHA-256 \(file.digest)")
        }
        return lines
    }

    private func written(_ cell: Cell) -> String {
        switch cell {
        case .missing: "missing"
        case .integer(let number): "\(number)"
        // A whole number of a column of numbers is written as people write it.
        case .number(let number):
            Int(exactly: number).map(String.init) ?? "\(number)"
        case .text(let text): text
        }
    }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    // MARK: - For programs

    /// For programs.
    public var json: JSONText {
        .object([
            ("name", .text(name)),
            ("figures", .array(figures.map(printed.json))),
            ("queries", .array(queries.map(json(ofQuery:)))),
            ("checks", .array(checks.map { .text($0.name) })),
        ])
    }

    private func json(ofQuery number: Int) -> JSONText {
        let asked = deck.lineage.queries[number]
        return .object([
            ("number", .number(number)),
            ("at", .text("\(asked.location.line):\(asked.location.column)")),
            ("sql", .text(asked.sql)),
            ("parameters", .object(asked.parameters.map { ($0.name, JSONText($0.value)) })),
            ("columns", .array(asked.rows.columns.map(JSONText.text))),
            ("rows", .array(asked.rows.rows.map { .array($0.map { JSONText($0) }) })),
            (
                "files",
                .array(
                    files(of: asked).map { file in
                        .object([
                            ("path", .text(file.path)), ("bytes", .number(file.bytes)),
                            ("sha256", .text(file.digest)),
                        ])
                    })
            ),
        ])
    }
}
