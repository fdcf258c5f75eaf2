import Diagnostics
import JSON
import Tables

/// Answers of queries over tables that do not change, by what was asked.
///
/// An answer follows from the tables, the SQL and its parameters alone, since a query reads no clock,
/// chance or file; so it may be given again.
struct KeptAnswers: Equatable {
    /// An answer of more cells is quicker asked again than read again.
    static let mostCells = 10_000
    /// Beyond so many cells in all no more are kept.
    static let mostCellsInAll = 100_000

    private var answers: [String: Answer] = [:]
    private var cells = 0

    /// Whether there are none.
    var isEmpty: Bool { answers.isEmpty }

    /// No answers.
    init() {}

    /// The answer to a query, if it is kept.
    func answer(to sql: String, _ parameters: [String: Cell]) -> Answer? {
        answers[Self.question(sql, parameters)]
    }

    /// Keeps the answer to a query; whether there was room for it.
    mutating func add(_ answer: Answer, to sql: String, _ parameters: [String: Cell]) -> Bool {
        add(answer, Self.question(sql, parameters))
    }

    private mutating func add(_ answer: Answer, _ question: String) -> Bool {
        let size = answer.rows.columns.count * (answer.rows.rows.count + 1)
        guard size <= Self.mostCells, cells + size <= Self.mostCellsInAll,
            answers.updateValue(answer, forKey: question) == nil
        else { return false }
        cells += size
        return true
    }

    /// A query with all that may stand for its names, as a text.
    private static func question(_ sql: String, _ parameters: [String: Cell]) -> String {
        let given = parameters.sorted { $0.key < $1.key }.map { name, cell in
            JSONText.array([.text(name), cell.kept])
        }
        return JSONText.array([.text(sql)] + given).description
    }
}

// MARK: - As bytes

extension KeptAnswers {
    /// As JSON, the same for the same answers.
    var bytes: [UInt8] {
        let all = answers.sorted { $0.key < $1.key }.map { question, answer in
            JSONText.array([
                .text(question), .texts(answer.parameters), .texts(answer.tables),
                .texts(answer.rows.columns),
                .array(answer.rows.rows.map { .array($0.map(\.kept)) }),
            ])
        }
        return Array(JSONText.array(all).description.utf8)
    }

    /// Answers from what `bytes` gave; none where it is anything else.
    init(bytes: [UInt8]) { self = (try? Self.read(bytes)) ?? KeptAnswers() }

    private static func read(_ bytes: [UInt8]) throws(Diagnostic) -> KeptAnswers {
        var (json, kept) = (JSONReader(bytes, file: ""), KeptAnswers())
        try json.beginArray()
        while try json.nextElement() {
            let (question, answer) = try answer(&json)
            if let answer { _ = kept.add(answer, question) }
        }
        try json.end()
        return kept
    }

    private static func answer(
        _ json: inout JSONReader
    ) throws(Diagnostic) -> (question: String, Answer?) {
        try json.beginArray()
        let question = try next(&json) { json throws(Diagnostic) in try json.text() }
        let parameters = try next(&json, texts)
        let tables = try next(&json, texts)
        let columns = try next(&json, texts)
        let rows = try next(&json) { json throws(Diagnostic) in
            try list(&json) { json throws(Diagnostic) in try list(&json, cell) }
        }
        guard try !json.nextElement() else { throw json.error("too long", at: json.offset) }
        let answer = Rows(columns: columns, rows: rows).map {
            Answer(rows: $0, parameters: parameters, tables: tables)
        }
        return (question, answer)
    }

    /// The next element of the list at hand, which has one.
    private static func next<Element>(
        _ json: inout JSONReader,
        _ read: (inout JSONReader) throws(Diagnostic) -> Element
    ) throws(Diagnostic) -> Element {
        guard try json.nextElement() else { throw json.error("too short", at: json.offset) }
        return try read(&json)
    }

    private static func list<Element>(
        _ json: inout JSONReader,
        _ read: (inout JSONReader) throws(Diagnostic) -> Element
    ) throws(Diagnostic) -> [Element] {
        var elements: [Element] = []
        try json.beginArray()
        while try json.nextElement() { elements.append(try read(&json)) }
        return elements
    }

    private static func texts(_ json: inout JSONReader) throws(Diagnostic) -> [String] {
        try list(&json) { json throws(Diagnostic) in try json.text() }
    }

    private static func cell(_ json: inout JSONReader) throws(Diagnostic) -> Cell {
        let start = json.start()
        guard try json.peek() == .text else {
            try json.null()
            return .missing
        }
        guard let cell = try Cell(kept: json.text()) else { throw json.error("no cell", at: start) }
        return cell
    }
}

extension Cell {
    /// As JSON, with its kind as the first letter: a JSON number would not tell 1 from 1.0, nor hold
    /// whole numbers beyond 2⁵³.
    fileprivate var kept: JSONText {
        switch self {
        case .missing: .null
        case .integer(let value): .text("i\(value)")
        case .number(let value): .text("n\(value)")
        case .text(let value): .text("t" + value)
        }
    }

    fileprivate init?(kept: String) {
        let value = kept.dropFirst()
        switch kept.first {
        case "i":
            guard let integer = Int(value) else { return nil }
            self = .integer(integer)
        case "n":
            guard let number = Double(value), number.isFinite else { return nil }
            self = .number(number)
        case "t": self = .text(String(value))
        default: return nil
        }
    }
}
