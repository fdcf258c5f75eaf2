import Diagnostics
import Graphics
import Layout
import YAML

/// A kind of content that a slide can hold.
///
/// A kind is one file: what it is, how it is read, and how it becomes an element. It is known to
/// decks once `BlockKinds` names it.
protocol Block: Sendable {
    /// Reads what a deck file says of it; what is wrong is noted, and `nil` given back where
    /// nothing can be made of it.
    init?(reading node: Node, into reading: Reading)

    /// The finished element: all texts printed, all queries answered.
    func element(_ resolver: Resolver, on surface: Surface) -> any Element

    /// What a reader who does not see it is told; `nil` where its text speaks for itself.
    ///
    /// - Parameters:
    ///   - heading: what stands above it, and the unit of its figures; empty for nothing.
    func alternative(_ resolver: Resolver, heading: String, unit: String) -> Alternative?

    /// Both, for blocks that make them of the same.
    func content(
        _ resolver: Resolver, on surface: Surface, heading: String, unit: String
    ) -> (element: any Element, alternative: Alternative?)
}

/// What is told instead of a picture.
struct Alternative {
    /// In a sentence.
    var short: String
    /// At length, with the figures; empty where the sentence says all.
    var long = ""
}

extension Alternative {
    /// A deck's own sentence before what the data say.
    init(short: String, then long: String) {
        let isSentence = short.last.map { ".!?…".contains($0) } ?? true
        self.init(
            short: short,
            long: long.isEmpty ? "" : isSentence ? "\(short) \(long)" : "\(short). \(long)")
    }
}

extension Block {
    func alternative(_ resolver: Resolver, heading: String, unit: String) -> Alternative? { nil }

    func content(
        _ resolver: Resolver, on surface: Surface, heading: String, unit: String
    ) -> (element: any Element, alternative: Alternative?) {
        (element(resolver, on: surface), alternative(resolver, heading: heading, unit: unit))
    }
}

/// The words by which deck files call blocks.
enum BlockKinds {
    static let all: [(name: String, type: any Block.Type)] = [
        ("text", TextBlock.self),
        ("bullets", BulletsBlock.self),
        ("cards", CardsBlock.self),
        ("figure", FigureBlock.self),
        ("tiles", TilesBlock.self),
        ("breakdown", BreakdownBlock.self),
        ("callout", CalloutBlock.self),
        ("banner", BannerBlock.self),
        ("picture", PictureBlock.self),
        ("chart", ChartBlock.self),
        ("table", TableBlock.self),
        ("map", MapBlock.self),
        ("diagram", DiagramBlock.self),
        ("listing", ListingBlock.self),
        ("rule", RuleBlock.self),
        ("space", SpaceBlock.self),
        ("stack", StackBlock.self),
        ("columns", ColumnsBlock.self),
        ("grid", GridBlock.self),
    ]
}

/// A block with what its place says of it: span, panel, heading, name.
struct PlacedBlock: Sendable {
    /// Its name in the deck; empty where it has none.
    var id: String
    /// Columns or rows it takes among its neighbours; `nil` for what it needs.
    var span: Double?
    /// The panel it stands on; `nil` for none of its own.
    var panel: Surface?
    /// A heading above it.
    var heading: Template?
    /// The unit of the figures in it, printed after the heading.
    var unit: Template?
    /// Whether the heading is that of a panel rather than of a chart.
    var headingRole: TypeRole
    /// Where it stands in a taller room; `nil` to fill the room.
    var align: VerticalAlignment?
    /// What a reader who does not see it is told; `nil` for what its data say.
    var alternative: Template?
    /// The language of its words; `nil` for the page's.
    var language: String?
    /// Distances from the edges of its place; `nil` for the usual ones.
    var insets: Insets?
    /// What it holds.
    var block: any Block
    /// Where it is written.
    var location: SourceLocation

    /// Reads a mapping of one block and the keys of its place.
    init?(reading node: Node, into reading: Reading) {
        let fields = Fields(node, "a block", reading)
        id = fields.text("id") ?? ""
        if !id.isEmpty { reading.claim(id: id, at: node.location) }
        span = fields.number("span", within: 0.1...24)
        panel = fields.word("panel", Surface.self)
        heading = fields.template("heading")
        unit = fields.template("unit")
        headingRole =
            fields.word("heading-role", TypeRole.self) ?? (panel == nil ? .heading : .panelTitle)
        align = fields.word("align", VerticalAlignment.self)
        alternative = fields.template("alt")
        language = fields.spokenLanguage()
        insets = fields.numbers("inset", count: 4...4, within: -200...400).map {
            Insets(top: $0[0], left: $0[3], bottom: $0[2], right: $0[1])
        }
        location = node.location
        let found = BlockKinds.all.compactMap { kind -> (Node, any Block.Type)? in
            fields.node(kind.name).map { ($0, kind.type) }
        }
        fields.finish()
        guard let (content, type) = found.first else {
            // A block whose value is empty, such as `rule:`, is written with `true`.
            if node.pairs != nil {
                reading.error(
                    "the block says nothing to show", at: node.location,
                    hint: "add one of " + BlockKinds.all.map(\.name).joined(separator: ", "))
            }
            return nil
        }
        if found.count > 1 {
            reading.error(
                "a block shows one thing, this one \(found.count)", at: node.location,
                hint: "put them in a stack or in columns")
        }
        guard let block = type.init(reading: content, into: reading) else { return nil }
        self.block = block
    }

    /// The finished element with its heading and panel.
    func element(_ resolver: Resolver, on outer: Surface) -> any Element {
        let surface = panel ?? outer
        let around = resolver.recorder.element
        if !id.isEmpty { resolver.recorder.element = id }
        let footnotesAround = resolver.footnotes
        resolver.footnotes = []
        defer {
            resolver.recorder.element = around
            resolver.footnotes.formUnion(footnotesAround)
        }
        let (heading, unit) = (
            heading.map { resolver.text($0).plain } ?? "",
            unit.map { resolver.text($0).plain } ?? ""
        )
        let (content, found) =
            block.isContainer
            ? block.content(resolver, on: surface, heading: heading, unit: unit)
            : resolver.made {
                block.content(resolver, on: surface, heading: heading, unit: unit)
            } orWithoutData: { period in
                let text = resolver.sayWithoutData(period)
                let element = WithoutDataElement(
                    text: text, theme: resolver.theme, surface: surface)
                return (element, Alternative(short: text))
            }
        var told = found
        if let own = alternative {
            told = Alternative(short: resolver.told(own), then: found?.long ?? "")
        }
        var tag: Tag?
        if let told {
            tag = Tag(.figure, id: id, alternative: told.short, detail: told.long)
        } else if !id.isEmpty {
            tag = Tag(.section, id: id)
        }
        let mayBeBlank = block.isContainer || block is SpaceBlock
        let located = Located(content, at: location, tag: tag, mayBeBlank: mayBeBlank)
        let words = self.heading.map { resolver.text($0) }
        /// Its heading of a level, if it has one.
        func headed(level: Int) -> HeadedElement {
            var heading: HeadingElement?
            if let words, !words.plain.isBlank {
                heading = HeadingElement(
                    heading: words, unit: self.unit.map { resolver.text($0) }, role: headingRole,
                    level: level, theme: resolver.theme, surface: surface)
            }
            return HeadedElement(
                heading: heading, block: located, fills: align == nil, location: location)
        }
        var element: any Element = headed(level: 2).element
        if !id.isEmpty {
            resolver.figuresWithNames.append(
                DeckFigure(
                    id: id, title: heading.isBlank ? id : heading, content: headed(level: 1),
                    language: language ?? "",
                    ground: resolver.theme.color(surface.ground),
                    theme: resolver.theme, used: resolver.footnotes,
                    sentences: FootnoteSentences(words: resolver.words), location: location))
        }
        if let language { element = SpokenElement(element: element, language: language) }
        if let align { element = Aligned(element, align) }
        if let insets {
            element = Padded(element, insets)
        } else if panel != nil, !block.fillsPanel {
            element = Padded(element, Insets(horizontal: 20, vertical: 18))
        }
        if let panel { element = Panel(element, ground: resolver.theme.color(panel.ground)) }
        return element
    }
}

extension Block {
    /// Whether it holds blocks that may lack data one by one.
    var isContainer: Bool { self is StackBlock || self is ColumnsBlock || self is GridBlock }

    /// Whether it reaches to the edges of its panel.
    var fillsPanel: Bool { self is MapBlock }
}

/// A heading with its unit in the same line.
struct HeadingElement: Element {
    var heading: RichText
    var unit: RichText?
    var role: TypeRole
    /// 2 on a page with a title, 1 where it is the title.
    var level: Int
    var theme: Theme
    var surface: Surface

    private var paragraph: Paragraph {
        let style = theme.text(role, surface.text)
        var runs = heading.runs(style)
        if let unit, !unit.isEmpty {
            let light = style.with {
                $0.weight = .medium
                $0.color = theme.color(surface.muted)
            }
            runs.append(TextRun(" ", light))
            runs += unit.runs(light)
        }
        return Paragraph(runs, leading: theme.token(role).leading, breaking: .balanced)
    }

    func size(in space: Size, measuring measurer: any TextMeasurer) -> Size {
        paragraph.size(in: space, measuring: measurer)
    }

    func draw(in rect: Rect, on canvas: inout Canvas) {
        canvas.footnotes.formUnion(heading.footnotes)
        canvas.tagged(Tag(.heading(level))) { paragraph.draw(in: rect, on: &$0) }
    }
}
