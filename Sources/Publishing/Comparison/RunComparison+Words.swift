public import JSON

extension RunComparison {
    /// Whether nothing has changed.
    public var isEmpty: Bool { changes.isEmpty }

    /// The changes of each kind that there are, in their order.
    private var groups: [(kind: Kind, changes: [Change])] {
        Kind.allCases.compactMap { kind in
            let changes = changes.filter { $0.kind == kind }
            return changes.isEmpty ? nil : (kind, changes)
        }
    }

    private var headline: String {
        let (before, after) = (
            "\(titles.before) (\(periods.before))", "\(titles.after) (\(periods.after))"
        )
        return before == after ? before : "\(before) → \(after)"
    }

    // MARK: - Text

    /// For a terminal.
    public var text: String {
        guard !isEmpty else { return "no changes\n" }
        var lines = [headline]
        for group in groups {
            lines += ["", "\(group.kind.heading) (\(group.changes.count))"]
            lines += group.changes.map { change in
                var line = "  \(change.page)  \(change.what): \(change.movement)"
                if !change.difference.isEmpty { line += "  \(change.difference)" }
                return line
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: - Markdown

    /// A table a kind, in Markdown.
    public var markdown: String {
        var lines = ["# \(Self.markdown(headline))"]
        if isEmpty { lines += ["", "No changes."] }
        for group in groups {
            lines += [
                "", "## \(group.kind.heading)", "", "| page | what | before | after | change |",
                "|---|---|---|---|---|",
            ]
            lines += group.changes.map { change in
                let cells = [
                    change.page, change.what, change.before, change.after, change.difference,
                ]
                return "| " + cells.map(Self.markdown).joined(separator: " | ") + " |"
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func markdown(_ text: String) -> String {
        var escaped = ""
        for character in text {
            if "\\|*_`<>[]#".contains(character) { escaped.append("\\") }
            escaped.append(character.isNewline ? " " : character)
        }
        return escaped
    }

    // MARK: - HTML

    /// A page for a browser, with the changed pages of both side by side.
    ///
    /// - Parameter pictures: the paths of a page's pictures, before and after, as the HTML names them;
    ///   `nil` where there is none.
    public func html(pictures: (_ page: String) -> (before: String?, after: String?)) -> String {
        let escape = Self.html
        var parts = [
            "<!DOCTYPE html>", "<html lang=\"en\"><head><meta charset=\"utf-8\">",
            "<meta name=\"viewport\" content=\"width=device-width\">",
            "<title>\(escape(headline))</title>", "<style>\(Self.style)</style></head><body>",
            "<h1>\(escape(headline))</h1>",
        ]
        if isEmpty { parts.append("<p>No changes.</p>") }
        for group in groups {
            parts.append("<h2>\(escape(group.kind.heading))</h2>")
            parts.append(Self.table(of: group.changes, isOfFigures: group.kind.isOfFigures))
        }
        var seen: Set<String> = []
        for change in changes where seen.insert(change.page).inserted {
            let (before, after) = pictures(change.page)
            guard before != nil || after != nil else { continue }
            parts.append("<h2>\(escape(change.page))</h2><div class=\"pair\">")
            for (path, word) in [(before, "before"), (after, "after")] {
                parts.append(
                    path.map { path in
                        "<figure><img src=\"\(escape(path))\" alt=\"\(escape(change.page)), \(word)\">"
                            + "<figcaption>\(word)</figcaption></figure>"
                    } ?? "<figure class=\"none\"><figcaption>no page \(word)</figcaption></figure>")
            }
            parts.append("</div>")
        }
        return parts.joined(separator: "\n") + "\n</body></html>\n"
    }

    /// Changes as rows; a column that none of them fills is left out.
    private static func table(of changes: [Change], isOfFigures: Bool) -> String {
        let columns: [(name: String, cell: KeyPath<Change, String>)] = [
            ("Page", \.page), ("What", \.what), ("Before", \.before), ("After", \.after),
            ("Change", \.difference),
        ].filter { column in changes.contains { !$0[keyPath: column.cell].isEmpty } }
        let head = columns.map { "<th>\($0.name)</th>" }.joined()
        let rows = changes.map { change in
            "<tr>" + columns.map { "<td>\(html(change[keyPath: $0.cell]))</td>" }.joined() + "</tr>"
        }
        return
            "<table\(isOfFigures ? " class=\"figures\"" : "")><thead><tr>\(head)</tr></thead><tbody>\n"
            + rows.joined(separator: "\n") + "\n</tbody></table>"
    }

    private static let style = """
        body{font:15px/1.4 system-ui,sans-serif;margin:2rem auto;padding:0 1rem;max-width:90rem;\
        color:#0b1f33;background:#fff}h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:2rem}\
        table{border-collapse:collapse}th{color:#52627a;font-weight:600}\
        td,th{padding:.25rem .75rem .25rem 0;text-align:left;\
        border-bottom:1px solid #dde3ea;vertical-align:top}\
        td{overflow-wrap:break-word}td:first-child{white-space:nowrap}\
        .figures :is(td,th):nth-child(n+3){text-align:right;\
        font-variant-numeric:tabular-nums;white-space:nowrap}\
        .pair{display:grid;grid-template-columns:1fr 1fr;gap:1rem}figure{margin:0}\
        @media(max-width:50rem){.pair{grid-template-columns:1fr}}\
        img{width:100%;border:1px solid #dde3ea}figcaption{color:#52627a}
        """

    private static func html(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }

    // MARK: - JSON

    /// For programs.
    public var json: JSONText {
        .object([
            (
                "before",
                .object([("title", .text(titles.before)), ("period", .text(periods.before))])
            ),
            (
                "after",
                .object([("title", .text(titles.after)), ("period", .text(periods.after))])
            ),
            (
                "changes",
                .array(
                    changes.map { change in
                        .object([
                            ("kind", .text(change.kind.rawValue)), ("page", .text(change.page)),
                            ("what", .text(change.what)), ("before", .text(change.before)),
                            ("after", .text(change.after)),
                            ("difference", .text(change.difference)),
                        ])
                    })
            ),
        ])
    }
}

extension RunComparison.Change {
    /// From what to what.
    fileprivate var movement: String {
        switch (before.isEmpty, after.isEmpty) {
        case (true, _): after
        case (false, true): "was \(before)"
        case (false, false): "\(before) → \(after)"
        }
    }
}

extension RunComparison.Kind {
    /// Whether what is before and after are figures, rather than words.
    fileprivate var isOfFigures: Bool {
        switch self {
        case .restatement, .movement, .rank, .new, .vanished: true
        case .source, .format, .alternative, .layout: false
        }
    }

    /// Over changes of the kind.
    fileprivate var heading: String {
        switch self {
        case .restatement: "Restated figures of periods published before"
        case .movement: "Changed figures"
        case .rank: "Moves in rank"
        case .new: "New figures"
        case .vanished: "Vanished figures"
        case .source: "Changed sources and statuses"
        case .format: "Changed formats"
        case .alternative: "Changed alternative texts"
        case .layout: "Pages"
        }
    }
}
