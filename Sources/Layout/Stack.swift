public import Graphics

/// A direction in which children follow each other.
public enum Axis: Hashable, Sendable {
    /// From left to right.
    case horizontal
    /// From top to bottom.
    case vertical
}

/// Children one after the other, with equal gaps.
///
/// A child takes its natural extent, a fixed one, or a share of what is left. Shares follow a grid:
/// with spans 7 and 5 and a gap of 16, the children stand as columns 1-7 and 8-12 of a
/// twelve-column grid with 16 pt gutters would.
public struct Stack: Element {
    /// How much room a child gets along the axis.
    public enum Extent: Hashable, Sendable {
        /// What the child asks for.
        case natural
        /// So many points.
        case fixed(Double)
        /// So many columns of the grid that the children with a span share.
        case span(Double)
    }

    /// A child and the room it gets.
    public struct Child: Sendable {
        /// What is placed.
        public var element: any Element
        /// Its room along the axis.
        public var extent: Extent

        /// A child with its room.
        public init(_ element: any Element, _ extent: Extent = .natural) {
            self.element = element
            self.extent = extent
        }
    }

    /// The direction.
    public var axis: Axis
    /// Points between two children.
    public var gap: Double
    /// The children in order.
    public var children: [Child]
    /// Where the children stand along the axis when none has a span.
    public var packing: Double

    /// Children along an axis; `packing` is the share of free room that lies before the first.
    public init(_ axis: Axis, gap: Double = 0, packing: Double = 0, _ children: [Child]) {
        self.axis = axis
        self.gap = gap
        self.packing = packing
        self.children = children
    }

    public func size(in space: Size, measuring measurer: any TextMeasurer) -> Size {
        let sizes = children.map { child in
            child.element.size(in: offer(to: child, of: space), measuring: measurer)
        }
        let spans = children.contains { if case .span = $0.extent { true } else { false } }
        let along = zip(children, sizes).reduce(gap * Double(max(children.count - 1, 0))) {
            total, pair in
            switch pair.0.extent {
            case .natural: total + extent(pair.1)
            case .fixed(let points): total + points
            case .span: total
            }
        }
        let across = sizes.map { axis == .horizontal ? $0.height : $0.width }.max() ?? 0
        switch axis {
        case .horizontal: return Size(spans ? space.width : along, across)
        case .vertical: return Size(across, spans ? space.height : along)
        }
    }

    public func draw(in rect: Rect, on canvas: inout Canvas) {
        let frames = frames(in: rect, measuring: canvas.measurer)
        let total = frames.last.map { extent($0.size) + lead($0) - lead(rect) } ?? 0
        if total > extent(rect.size) + 0.5 {
            canvas.error(
                "the blocks need \(Int(total.rounded(.up))) pt of "
                    + (axis == .horizontal ? "width" : "height")
                    + ", has \(Int(extent(rect.size)))",
                hint: "take a block away, shorten a text, or give the group more room")
        }
        for (child, frame) in zip(children, frames) { child.element.draw(in: frame, on: &canvas) }
    }

    /// The rectangle of each child.
    public func frames(in rect: Rect, measuring measurer: any TextMeasurer) -> [Rect] {
        let room = extent(rect.size)
        let natural = children.map { child -> Double in
            switch child.extent {
            case .natural:
                extent(child.element.size(in: offer(to: child, of: rect.size), measuring: measurer))
            case .fixed(let points): points
            case .span: 0
            }
        }
        let spans = children.reduce(0.0) { sum, child in
            if case .span(let columns) = child.extent { sum + columns } else { sum }
        }
        let gaps = gap * Double(max(children.count - 1, 0))
        let free = max(0, room - natural.reduce(0, +) - gaps)
        // A grid of `spans` columns whose gutters equal the gap; gutters inside a child are its own.
        let spanning = children.filter { if case .span = $0.extent { true } else { false } }.count
        let inner = gap * (spans - Double(spanning))
        let column = spans > 0 ? (free - inner) / spans : 0
        var position = lead(rect) + (spans > 0 ? 0 : free * packing)
        return zip(children, natural).map { child, points in
            var length = points
            if case .span(let columns) = child.extent {
                length = max(0, columns * column + (columns - 1) * gap)
            }
            defer { position += length + gap }
            switch axis {
            case .horizontal:
                return Rect(x: position, y: rect.minY, width: length, height: rect.height)
            case .vertical:
                return Rect(x: rect.minX, y: position, width: rect.width, height: length)
            }
        }
    }

    private func offer(to child: Child, of space: Size) -> Size {
        switch (axis, child.extent) {
        case (.horizontal, .fixed(let points)): Size(points, space.height)
        case (.vertical, .fixed(let points)): Size(space.width, points)
        case (.horizontal, _): space
        case (.vertical, _): Size(space.width, .infinity)
        }
    }

    private func extent(_ size: Size) -> Double { axis == .horizontal ? size.width : size.height }

    private func lead(_ rect: Rect) -> Double { axis == .horizontal ? rect.minX : rect.minY }
}
