public import Deck
public import Diagnostics
public import Graphics
public import JSON
import Nettle
import Rendering
import Scales
import Tables

/// What a rendering was made of and what it shows, for machines: the file `run.json`.
///
/// The same inputs give the same report, whatever the folder, the clock and the machine.
public struct RunReport: Sendable {
    /// The version of the program.
    public static let programVersion = "0.1.0"

    private let deck: Deck
    private let pages: [(index: Int, scene: Scene)]
    private let findings: Diagnostics

    /// A report on pages of a deck and the findings that did not stop the work.
    public init(deck: Deck, pages: [(index: Int, scene: Scene)], findings: Diagnostics) {
        self.deck = deck
        self.pages = pages
        self.findings = findings
    }

    /// The report.
    public var json: JSONText {
        .object([
            ("format", .text("lamina-run/1")),
            ("program", .text(Self.programVersion)),
            (
                "libraries",
                .object(Self.libraries.map { ($0.name, .text($0.version)) })
            ),
            ("title", .text(deck.title)),
            ("period", .text(deck.period.description)),
            ("inputs", .array(deck.lineage.files.map(input))),
            (
                "tables",
                .array(
                    deck.lineage.tables.map { table in
                        .object([("name", .text(table.name)), ("file", .text(table.file))])
                    })
            ),
            ("values", .array(deck.lineage.values.map(value))),
            ("queries", .array(deck.lineage.queries.enumerated().map(query))),
            ("pages", .array(pages.map(page))),
            ("figures", .array(figures)),
            ("alternatives", .array(pages.flatMap(alternatives))),
            ("checks", .array(deck.checks.map(check))),
            ("warnings", .array(findings.sorted.map(warning))),
        ])
    }

    /// The libraries that pictures and figures depend on, with their versions.
    static var libraries: [(name: String, version: String)] {
        drawingLibraries + [("sqlite", Store.libraryVersion)]
    }

    // MARK: - Parts

    private func input(_ file: InputFile) -> JSONText {
        .object([
            ("path", .text(file.path)), ("origin", .text(file.origin.rawValue)),
            ("bytes", .number(file.bytes.count)), ("sha256", .text(sha256(of: file.bytes))),
        ])
    }

    private func value(_ value: Lineage.Value) -> JSONText {
        .object([
            ("name", .text(value.name)), ("value", JSONText(value.value)),
            ("unit", .text(value.unit)), ("status", .text(value.status.rawValue)),
            ("source", .text(value.source)), ("format", .text(value.format)),
            ("query", .number(value.query)),
        ])
    }

    private func query(_ number: Int, _ asked: Lineage.Asked) -> JSONText {
        .object([
            ("number", .number(number)),
            // Without the folder, which differs from run to run.
            ("at", .text("\(asked.location.line):\(asked.location.column)")),
            ("sql", .text(asked.sql)),
            (
                "parameters",
                .object(asked.parameters.map { ($0.name, JSONText($0.value)) })
            ),
            ("tables", .array(asked.tables.map(JSONText.text))),
            ("rows", .number(asked.rows.rows.count)),
        ])
    }

    private func page(_ index: Int, _ scene: Scene) -> JSONText {
        .object([
            ("number", .number(index + 1)), ("id", .text(deck.pages[index].id)),
            ("title", .text(deck.pages[index].title)),
            ("layout", .text(sha256(of: Array(scene.layoutText.utf8)))),
        ])
    }

    /// What readers are told who do not see a page's charts and maps.
    private func alternatives(_ index: Int, _ scene: Scene) -> [JSONText] {
        scene.alternatives.enumerated().map { number, tag in
            .object([
                ("page", .text(deck.pages[index].id)),
                ("element", .text(tag.id.isEmpty ? "figure \(number + 1)" : tag.id)),
                ("short", .text(tag.alternative)), ("long", .text(tag.detail)),
            ])
        }
    }

    private func check(_ outcome: CheckOutcome) -> JSONText {
        .object([
            ("name", .text(outcome.name)), ("verdict", .text(outcome.verdict.rawValue)),
            ("left", outcome.left.map(JSONText.decimal) ?? .null),
            ("sign", .text(outcome.sign)),
            ("right", outcome.right.map(JSONText.decimal) ?? .null),
        ])
    }

    private func warning(_ finding: Diagnostic) -> JSONText {
        .object([
            (
                "at",
                finding.location.map { .text("\($0.line):\($0.column)") } ?? .null
            ),
            ("message", .text(finding.message)),
        ])
    }

    // MARK: - Figures

    /// The figures on the pages that were rendered, each with the words that print it.
    private var figures: [JSONText] {
        let printed = PrintedFigures(deck, pages)
        return deck.lineage.figures.filter(printed.covers).map(printed.json)
    }
}

extension JSONText {
    /// A cell of a table.
    init(_ cell: Cell) {
        switch cell {
        case .missing: self = .null
        case .integer(let number): self = .number(number)
        case .number(let number): self = .decimal(number)
        case .text(let text): self = .text(text)
        }
    }
}

extension Scene {
    /// Where each text stands, to half a point: what changes it has moved, or says something else.
    fileprivate var layoutText: String {
        texts.map { text, origin in
            "\((origin.x * 2).rounded()) \((origin.y * 2).rounded()) \(text)"
        }.joined(separator: "\n")
    }
}
