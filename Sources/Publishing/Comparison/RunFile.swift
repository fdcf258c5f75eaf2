import Diagnostics
import Files
import JSON

/// A `run.json` as it was written: what a comparison of two renderings looks at.
public struct RunFile: Hashable, Sendable {
    /// A figure on a page.
    struct Figure: Hashable, Sendable {
        /// What it is, from one edition to the next: page, element, name and row.
        var place: Place
        var value: Value
        /// How it is printed; `nil` for what is only drawn.
        var text: String?
        var status = ""
        var source = ""
    }

    /// Where a figure stands, whatever it is.
    struct Place: Hashable, Sendable {
        var page = ""
        var element = ""
        var name = ""
        var key = ""
    }

    /// What a figure is.
    enum Value: Hashable, Sendable {
        case missing
        case number(Double)
        case text(String)
    }

    /// A page with what tells whether its texts have moved.
    struct Page: Hashable, Sendable {
        var id = ""
        var title = ""
        var layout = ""
    }

    /// What is told instead of a chart or a map.
    struct Alternative: Hashable, Sendable {
        var page = ""
        var element = ""
        var short = ""
        var long = ""
    }

    /// The deck's title and the period it speaks of.
    private(set) var title = ""
    private(set) var period = ""
    private(set) var pages: [Page] = []
    private(set) var figures: [Figure] = []
    private(set) var alternatives: [Alternative] = []
    /// The formats of values, by name.
    private(set) var formats: [String: String] = [:]

    /// The report of a folder of rendered files, or the file itself.
    ///
    /// - Throws: a `Diagnostic` where it is missing or is no such report.
    public init(at path: String) throws {
        let isFile = path.hasSuffix(".json")
        let slash = path.lastIndex(of: "/")
        let folder =
            isFile ? (slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "") : path
        let name =
            isFile ? (slash.map { String(path[path.index(after: $0)...]) } ?? path) : "run.json"
        let source = SourceFolder(path: folder)
        try self.init(reading: source.read(name), file: source.displayPath(name))
    }

    /// A report in bytes; findings call it `file`.
    init(reading bytes: [UInt8], file: String) throws(Diagnostic) {
        var json = JSONReader(bytes, file: file)
        var format = ""
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "format": format = try json.text()
            case "title": title = try json.text()
            case "period": period = try json.text()
            case "pages": pages = try Self.list(&json, Self.page)
            case "figures": figures = try Self.list(&json, Self.figure)
            case "alternatives": alternatives = try Self.list(&json, Self.alternative)
            case "values":
                for (name, format) in try Self.list(&json, Self.value) { formats[name] = format }
            default: try json.skipValue()
            }
        }
        try json.end()
        guard format == "lamina-run/1" else {
            throw .error(
                "this is no report of a rendering", at: SourceLocation(file: file),
                hint: "lamina render writes it as run.json")
        }
    }

    // MARK: - Parts

    private static func list<Part>(
        _ json: inout JSONReader, _ part: (inout JSONReader) throws(Diagnostic) -> Part
    ) throws(Diagnostic) -> [Part] {
        var parts: [Part] = []
        try json.beginArray()
        while try json.nextElement() { parts.append(try part(&json)) }
        return parts
    }

    private static func page(_ json: inout JSONReader) throws(Diagnostic) -> Page {
        var page = Page()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "id": page.id = try json.text()
            case "title": page.title = try json.text()
            case "layout": page.layout = try json.text()
            default: try json.skipValue()
            }
        }
        return page
    }

    private static func alternative(
        _ json: inout JSONReader
    ) throws(Diagnostic) -> Alternative {
        var alternative = Alternative()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "page": alternative.page = try json.text()
            case "element": alternative.element = try json.text()
            case "short": alternative.short = try json.text()
            case "long": alternative.long = try json.text()
            default: try json.skipValue()
            }
        }
        return alternative
    }

    private static func value(_ json: inout JSONReader) throws(Diagnostic) -> (String, String) {
        var (name, format) = ("", "")
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "name": name = try json.text()
            case "format": format = try json.text()
            default: try json.skipValue()
            }
        }
        return (name, format)
    }

    private static func figure(_ json: inout JSONReader) throws(Diagnostic) -> Figure {
        var figure = Figure(place: Place(), value: .missing)
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "page": figure.place.page = try json.text()
            case "element": figure.place.element = try json.text()
            case "name": figure.place.name = try json.text()
            case "key": figure.place.key = try json.text()
            case "status": figure.status = try json.text()
            case "source": figure.source = try json.text()
            case "text":
                if try json.peek() == .null {
                    try json.null()
                } else {
                    figure.text = try json.text()
                }
            case "value":
                switch try json.peek() {
                case .number: figure.value = .number(try json.number())
                case .text: figure.value = .text(try json.text())
                case .null, .bool, .array, .object: try json.skipValue()
                }
            default: try json.skipValue()
            }
        }
        return figure
    }
}
