extension Scene {
    /// The scene as indented text with two decimals, for tests and for reading.
    public var dump: String {
        var lines = ["scene \(number(size.width))x\(number(size.height)) \(quoted(title))"]
        for item in items { item.dump(indent: 1, into: &lines) }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension SceneItem {
    fileprivate func dump(indent: Int, into lines: inout [String]) {
        let margin = String(repeating: "  ", count: indent)
        switch self {
        case .path(let path, let fill, let stroke):
            let paints = [fill.map(describe), stroke.map(describe)].compactMap { $0 }
            lines.append("\(margin)path \(paints.joined(separator: " ")) \(describe(path))")
        case .text(let line, let origin):
            lines.append("\(margin)text \(describe(origin)) w\(number(line.width))")
            for run in line.runs { lines.append("\(margin)  \(describe(run))") }
        case .picture(let picture, let frame):
            lines.append(
                "\(margin)picture \(describe(frame)) \(number(picture.width))x\(number(picture.height))"
                    + (picture.format == .png ? "px" : " \(picture.format)")
                    + (picture.orientation == .upright ? "" : " \(picture.orientation)")
            )
        case .group(let items, let transform, let clip):
            var line = "\(margin)group"
            if transform != .identity {
                let parts = [
                    transform.a, transform.b, transform.c, transform.d, transform.tx, transform.ty,
                ]
                line += " by " + parts.map(number).joined(separator: ",")
            }
            if let clip { line += " clip \(describe(clip))" }
            lines.append(line)
            for item in items { item.dump(indent: indent + 1, into: &lines) }
        case .tagged(let tag, let items):
            var line = "\(margin)\(describe(tag.role))"
            if !tag.id.isEmpty { line += " #\(tag.id)" }
            if !tag.language.isEmpty { line += " in \(tag.language)" }
            if !tag.alternative.isEmpty { line += " alt \(quoted(tag.alternative))" }
            if !tag.detail.isEmpty { line += " detail \(quoted(tag.detail))" }
            lines.append(line)
            for item in items { item.dump(indent: indent + 1, into: &lines) }
        }
    }
}

private func number(_ value: Double) -> String {
    shortNumber(value, decimals: 2) ?? "\(value)"
}

private func quoted(_ text: String) -> String {
    let escaped = text.flatMap { character -> String in
        switch character {
        case "\"": "\\\""
        case "\\": "\\\\"
        case "\n": "\\n"
        default: String(character)
        }
    }
    return "\"\(String(escaped))\""
}

private func describe(_ point: Point) -> String { "\(number(point.x)),\(number(point.y))" }

private func describe(_ rect: Rect) -> String {
    "\(describe(rect.origin)) \(number(rect.width))x\(number(rect.height))"
}

private func describe(_ paint: Paint) -> String {
    switch paint {
    case .color(let color): "fill \(color.hex)"
    case .hatch(let hatch):
        "hatch \(hatch.line.hex)/\(hatch.ground.hex) \(number(hatch.width))/\(number(hatch.pitch))"
    }
}

private func describe(_ stroke: Stroke) -> String {
    let dash = stroke.dash.isEmpty ? "" : " dash " + stroke.dash.map(number).joined(separator: ",")
    let ends = (stroke.cap == .round ? " cap" : "") + (stroke.join == .round ? " join" : "")
    return "stroke \(stroke.color.hex) \(number(stroke.width))\(dash)\(ends)"
}

private func describe(_ path: Path) -> String {
    path.elements.map { element in
        switch element {
        case .move(let point): "M\(describe(point))"
        case .line(let point): "L\(describe(point))"
        case .curve(let first, let second, let end):
            "C\(describe(first)) \(describe(second)) \(describe(end))"
        case .close: "Z"
        }
    }.joined(separator: " ")
}

private func describe(_ run: TextRun) -> String {
    let style = run.style
    var parts = [style.family, number(style.size), "\(style.weight)", style.color.hex]
    if style.tracking != 0 { parts.append("tracking \(number(style.tracking * 1000))‰") }
    if style.tabularDigits { parts.append("tabular") }
    if style.rise != 0 { parts.append("rise \(number(style.rise))") }
    return "\(quoted(run.text)) \(parts.joined(separator: " "))"
}

private func describe(_ role: Tag.Role) -> String {
    switch role {
    case .heading(let level): "heading\(level)"
    case .paragraph: "paragraph"
    case .list: "list"
    case .listItem: "item"
    case .table: "table"
    case .row: "row"
    case .headerCell(.column): "column header"
    case .headerCell(.row): "row header"
    case .headerCell(.group(let columns)): "group header over \(columns)"
    case .cell: "cell"
    case .figure: "figure"
    case .section: "section"
    case .note: "note"
    case .link(.web(let address)): "link \(quoted(address))"
    case .link(.page(let name)): "link to \(quoted(name))"
    case .artifact: "artifact"
    }
}
