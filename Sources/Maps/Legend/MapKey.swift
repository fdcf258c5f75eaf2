public import Graphics
public import Layout

/// What the colours, signs and sizes of a map mean.
///
/// Cartographers call a legend the map's key. It is as large as its texts need, measures them
/// itself, and draws the same wherever it is placed.
public struct MapKey: Element, Hashable {
    /// How its parts stand.
    public enum Arrangement: Hashable, Sendable {
        /// Below each other, in as little width as possible; the most stands above the least.
        case vertical
        /// Side by side as far as `width` points reach, then below each other.
        case horizontal(width: Double)
    }

    /// A group of entries.
    public enum Part: Hashable, Sendable {
        /// Colours that run.
        case ramp(Ramp)
        /// Classes of amounts, ascending, with their ranges.
        case classes([Entry])
        /// Names with their colours.
        case categories([Entry])
        /// The sign for no data, with its words.
        case noData(Hatch, String)
        /// Shapes of pins with what they mean.
        case signs([Sign])
        /// Circles with their amounts.
        case sizes(Sizes)
    }

    /// A fill and what it means.
    public struct Entry: Hashable, Sendable {
        /// What it means.
        public var name: String
        /// The fill.
        public var paint: Paint

        /// A fill and its meaning.
        public init(_ name: String, _ paint: Paint) {
            self.name = name
            self.paint = paint
        }
    }

    /// A pin's sign and what it means.
    public struct Sign: Hashable, Sendable {
        /// What it means.
        public var name: String
        /// The sign.
        public var glyph: PinGlyph

        /// A sign and its meaning.
        public init(_ name: String, _ glyph: PinGlyph) {
            self.name = name
            self.glyph = glyph
        }
    }

    /// What is counted or told apart; empty for no title.
    public var title: String
    /// Its parts in order.
    public var parts: [Part]
    /// How they stand.
    public var arrangement: Arrangement
    /// Its letters and lines.
    public var style: MapKeyStyle

    /// A key, part by part.
    public init(
        title: String = "", parts: [Part], arrangement: Arrangement = .vertical, style: MapKeyStyle
    ) {
        self.title = title
        self.parts = parts
        self.arrangement = arrangement
        self.style = style
    }

    /// Whether it says what the hatch means, so that no note need do it.
    public var explainsNoData: Bool {
        parts.contains { part in
            switch part {
            case .noData: true
            case .ramp, .classes, .categories, .signs, .sizes: false
            }
        }
    }

    // MARK: - Placing

    /// From one part to the next one below it, in points.
    private static let partGap = 8.0
    /// From one part to the next one beside it, in points.
    private static let columnGap = 22.0
    /// From the title to what it stands over, in points.
    private static let titleGap = 4.0
    /// Where a title of a vertical key breaks, in points.
    private static let titleWidth = 180.0
    /// Pages are narrower than this, in points.
    private static let greatestWidth = 10_000.0

    /// The size it needs.
    public func size(measuring measurer: any TextMeasurer) -> Size {
        var trial = Canvas(measurer: measurer)
        return draw(at: .zero, on: &trial).size
    }

    /// The size it needs, whatever the space.
    public func size(in space: Size, measuring measurer: any TextMeasurer) -> Size {
        size(measuring: measurer)
    }

    /// Draws itself from the top left corner of a rectangle.
    public func draw(in rect: Rect, on canvas: inout Canvas) {
        draw(at: rect.origin, on: &canvas)
    }

    /// Draws itself with its top left corner at `origin`, and gives back what it covers.
    @discardableResult
    public func draw(at origin: Point, on canvas: inout Canvas) -> Rect {
        let (width, isUpright) = room
        var bottom = origin.y
        var right = origin.x
        if !title.isEmpty {
            let look = style.readable(style.title)
            let lines = Paragraph(title, look, leading: 1.3 * look.size, breaking: .balanced)
                .lines(
                    in: min(width, isUpright ? Self.titleWidth : width), measuring: canvas.measurer)
            for line in lines {
                canvas.report(
                    missing: canvas.measurer.measure(line.runs, at: []).missing, in: line.text)
                let box = canvas.text(line, x: origin.x, baseline: bottom + line.ascent)
                bottom = box.maxY
                right = max(right, box.maxX)
            }
            if !lines.isEmpty { bottom += Self.titleGap }
        }
        var row = Rect(x: origin.x, y: bottom, width: 0, height: 0)
        for block in blocks {
            // Drawn on trial first, to know how much room it needs.
            let needed = size(of: block, width, canvas.measurer)
            if needed.height <= 0 { continue }
            var corner = Point(row.maxX + (row.width > 0 ? Self.columnGap : 0), row.minY)
            if row.height > 0, isUpright || corner.x + needed.width > origin.x + width + 0.01 {
                corner = Point(origin.x, row.maxY + Self.partGap)
                row = Rect(origin: corner, size: .zero)
            }
            let box = draw(block, at: corner, width, on: &canvas)
            row = row.union(box)
            right = max(right, box.maxX)
            if box.width > width + 0.5 {
                canvas.warning(
                    "the key of the map has no room in its width",
                    hint: "give it at least \(Int(min(box.width, 1e6).rounded(.up))) points, "
                        + "or shorten its names")
            }
        }
        return Rect(
            left: origin.x, top: origin.y, right: right, bottom: max(row.maxY, bottom))
    }

    /// The width there is, in points, and whether parts stand below each other.
    var room: (width: Double, isUpright: Bool) {
        switch arrangement {
        case .vertical: (Self.greatestWidth, true)
        case .horizontal(let width):
            (width > 0 ? min(width, Self.greatestWidth) : Self.greatestWidth, false)
        }
    }

    // MARK: - Blocks

    /// A part, with the sign for no data where it follows.
    struct Block {
        var part: Part
        var noData: Entry?
    }

    private var blocks: [Block] {
        var blocks: [Block] = []
        for part in parts {
            guard case .noData(let hatch, let name) = part else {
                blocks.append(Block(part: part))
                continue
            }
            let entry = Entry(name, .hatch(hatch))
            if let last = blocks.last, last.noData == nil, last.part.hasFills {
                blocks[blocks.count - 1].noData = entry
            } else {
                blocks.append(Block(part: .categories([entry])))
            }
        }
        return blocks
    }

    private func size(of block: Block, _ width: Double, _ measurer: any TextMeasurer) -> Size {
        var trial = Canvas(measurer: measurer)
        return draw(block, at: .zero, width, on: &trial).size
    }

    /// Draws a block in at most `width`, and gives back what it covers.
    private func draw(
        _ block: Block, at origin: Point, _ width: Double, on canvas: inout Canvas
    ) -> Rect {
        switch block.part {
        case .ramp(let ramp):
            return draw(ramp, block.noData, at: origin, width, on: &canvas)
        case .classes(let entries):
            return draw(classes: entries, block.noData, at: origin, width, on: &canvas)
        case .categories(let entries):
            let rows = entries + (block.noData.map { [$0] } ?? [])
            return draw(swatches: rows, at: origin, width, on: &canvas)
        case .noData(let hatch, let name):
            return draw(swatches: [Entry(name, .hatch(hatch))], at: origin, width, on: &canvas)
        case .signs(let signs): return draw(signs: signs, at: origin, width, on: &canvas)
        case .sizes(let sizes): return draw(sizes, at: origin, on: &canvas)
        }
    }
}

extension MapKey.Part {
    /// Whether it shows fills of areas, to which no data belongs.
    var hasFills: Bool {
        switch self {
        case .ramp, .classes, .categories: true
        case .noData, .signs, .sizes: false
        }
    }
}
