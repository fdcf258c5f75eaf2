import Cairo
import Diagnostics
import Graphics

// Cairo's structure tree has content in its leaves only. A scene is laxer: items may stand beside tagged
// ones. So the way down is a question of where an item stands.

extension SceneRenderer {
    /// Where items stand in a document's structure.
    enum Place {
        /// Among paragraphs, figures and tables.
        case among
        /// In something of one kind, such as a paragraph or a cell, that has parts.
        case within
        /// In an item of a list.
        case item
        /// In a leaf, whose items are drawn without a word.
        case leaf
    }

    /// Draws items as parts of a document's structure.
    func draw(
        _ items: [SceneItem], in place: Place, _ log: StructureLog, under transform: Transform,
        base: Transform, depth: Int
    ) throws {
        try requireShallow(depth)
        for run in place == .among || place == .item ? items.runs.withSentences : items.runs {
            switch run {
            case .sentence(let items):
                try part(.init(tag: place == .item ? .listBody : .paragraph), log) {
                    try draw(
                        items, in: .within, log, under: transform, base: base, depth: depth + 1)
                }
            case .tagged(let tag, let inner):
                try draw(tag, inner, in: place, log, under: transform, base: base, depth: depth)
            case .group(let items, let inner, let clip):
                try within(inner, clip, under: transform) { whole in
                    try draw(items, in: place, log, under: whole, base: base, depth: depth + 1)
                }
            case .words(let items):
                let tag: StructureTag =
                    switch place {
                    case .among: .paragraph
                    case .within: .span
                    case .item: .listBody
                    case .leaf: .nothing
                    }
                try part(.init(tag: tag), log) {
                    log.linesLeft = items.lineCount
                    try draw(items, under: transform, base: base, depth: depth + 1)
                }
            case .decoration(let items):
                try part(.init(tag: .nothing), log) {
                    log.linesLeft = 0
                    try draw(items, under: transform, base: base, depth: depth + 1)
                }
            }
        }
    }

    private func draw(
        _ tag: Tag, _ items: [SceneItem], in place: Place, _ log: StructureLog,
        under transform: Transform, base: Transform, depth: Int
    ) throws {
        /// The items as one leaf.
        func leaf(_ part: StructureLog.Part) throws {
            try self.part(part, log) {
                log.linesLeft = part.tag == .nothing ? 0 : items.lineCount
                try draw(items, under: transform, base: base, depth: depth + 1)
            }
        }
        /// The items as parts of their own.
        func branch(_ part: StructureLog.Part, _ place: Place) throws {
            try self.part(part, log) {
                try draw(
                    items, in: place, log, under: transform, base: base, depth: depth + 1)
            }
        }
        /// The items as a leaf where none of them is tagged.
        func line(_ part: StructureLog.Part) throws {
            items.contains(where: \.hasTags) ? try branch(part, .within) : try leaf(part)
        }
        switch tag.role {
        case .artifact: try leaf(.init(tag: .nothing))
        case .figure:
            guard !items.isEmpty else { return }
            try leaf(
                .init(
                    tag: .figure,
                    alternative: tag.detail.isEmpty ? tag.alternative : tag.detail, id: tag.id,
                    box: items.extents(under: transform)))
        case .heading(let level):
            try line(.init(tag: level <= 1 ? .heading1 : level == 2 ? .heading2 : .heading3))
        case .link(let target):
            try leaf(
                .init(
                    tag: .link, link: .init(target: target, words: items.words),
                    box: items.extents(under: transform)))
        case .paragraph, .note: try line(.init(tag: place == .within ? .span : .paragraph))
        case .section:
            try branch(.init(tag: .section, id: tag.id, language: tag.language), .among)
        case .list: try branch(.init(tag: .list), .among)
        case .listItem: try branch(.init(tag: .listItem), .item)
        case .table:
            try branch(
                .init(tag: .table, id: tag.id, box: items.extents(under: transform)), .among)
        case .row: try branch(.init(tag: .row), .among)
        case .headerCell(let scope): try line(.init(tag: .headerCell, scope: scope))
        case .cell: try line(.init(tag: .cell))
        }
    }

    /// Draws between the beginning and the end of a part.
    func part(_ part: StructureLog.Part, _ log: StructureLog, _ draw: () throws -> Void) rethrows {
        log.add(part)
        context.begin(part.tag)
        // Also where drawing fails: Cairo does not survive a part that is left open.
        defer { context.end(part.tag) }
        try draw()
    }
}

/// Items that belong together in a document's structure.
private enum ItemRun {
    case tagged(Tag, [SceneItem])
    case group([SceneItem], Transform, Path?)
    /// Text without a tag, and what is drawn with it.
    case words([SceneItem])
    /// Neither text nor tag.
    case decoration([SceneItem])
    /// Text without a tag, with links among it.
    case sentence([SceneItem])
}

extension [ItemRun] {
    /// The runs with words and the links among them together: a link is a part of a paragraph.
    fileprivate var withSentences: [ItemRun] {
        var result: [ItemRun] = []
        var words: [ItemRun] = []
        func close() {
            let hasLinks = words.contains { if case .tagged = $0 { true } else { false } }
            if hasLinks {
                result.append(.sentence(words.flatMap(\.items)))
            } else {
                result += words
            }
            words = []
        }
        for run in self {
            switch run {
            case .words: words.append(run)
            case .tagged(let tag, _) where tag.role.isLink: words.append(run)
            case .tagged, .group, .decoration, .sentence:
                close()
                result.append(run)
            }
        }
        close()
        return result
    }
}

extension ItemRun {
    fileprivate var items: [SceneItem] {
        switch self {
        case .words(let items), .decoration(let items), .sentence(let items): items
        case .tagged(let tag, let items): [.tagged(tag, items)]
        case .group(let items, let transform, let clip):
            [.group(items, transform: transform, clip: clip)]
        }
    }
}

extension Tag.Role {
    fileprivate var isLink: Bool { if case .link = self { true } else { false } }
}

extension [SceneItem] {
    /// The items with neighbours of one kind together.
    fileprivate var runs: [ItemRun] {
        var runs: [ItemRun] = []
        for item in self {
            switch item {
            case .tagged(let tag, let items): runs.append(.tagged(tag, items))
            case .group(let items, let transform, let clip) where item.hasTags:
                runs.append(.group(items, transform, clip))
            case .group, .path, .picture, .text:
                switch (runs.last, item.hasText) {
                case (.words(let items)?, true): runs[runs.count - 1] = .words(items + [item])
                case (.decoration(let items)?, false):
                    runs[runs.count - 1] = .decoration(items + [item])
                case (_, true): runs.append(.words([item]))
                case (_, false): runs.append(.decoration([item]))
                }
            }
        }
        return runs
    }
}

extension [SceneItem] {
    /// The words that they draw.
    fileprivate var words: String {
        map { item in
            switch item {
            case .text(let line, _): line.text
            case .group(let items, _, _), .tagged(_, let items): items.words
            case .path, .picture: ""
            }
        }.joined()
    }

    /// How many lines of text they draw.
    fileprivate var lineCount: Int {
        reduce(0) { count, item in
            switch item {
            case .text(let line, _): count + (line.text.isEmpty ? 0 : 1)
            case .group(let items, _, _), .tagged(_, let items): count + items.lineCount
            case .path, .picture: count
            }
        }
    }
}

extension SceneItem {
    /// Whether it is tagged, or something in it is.
    fileprivate var hasTags: Bool {
        switch self {
        case .tagged: true
        case .group(let items, _, _): items.contains(where: \.hasTags)
        case .path, .picture, .text: false
        }
    }

    /// Whether it is text, or something in it is.
    fileprivate var hasText: Bool {
        switch self {
        case .text(let line, _): !line.text.isEmpty
        case .group(let items, _, _), .tagged(_, let items): items.contains(where: \.hasText)
        case .path, .picture: false
        }
    }
}
