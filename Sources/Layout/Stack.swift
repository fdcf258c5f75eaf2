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
/// twelve-column grid with 16 pt gutters would. A child without a natural extent, because it fills
/// whatever it is given, takes a share of one column.
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

    /// The size it needs when it may use at most `space`.
    public func size(in space: Size, measuring measurer: any TextMeasurer) -> Size {
        let places = places(in: space, measuring: measurer)
        // Each child is measured once, or nested stacks would be measured over and over.
        let across =
            zip(children, places).map { child, place -> Double in
                let size =
                    place.natural
                    ?? child.element.size(in: resized(space, to: place.length), measuring: measurer)
                return axis == .horizontal ? size.height : size.width
            }.max() ?? 0
        let isSharing = places.contains { $0.columns != nil }
        let along = isSharing ? extent(space) : total(places)
        return axis == .horizontal ? Size(along, across) : Size(across, along)
    }

    /// Draws itself into a rectangle of the page.
    public func draw(in rect: Rect, on canvas: inout Canvas) {
        let places = places(in: rect.size, measuring: canvas.measurer)
        let (needed, room) = (total(places), extent(rect.size))
        if needed > room + 0.5 {
            canvas.error(
                "the blocks need \(wholePoints(needed, .up)) pt of "
                    + (axis == .horizontal ? "width" : "height")
                    + ", have \(wholePoints(room, .down))",
                hint: "take a block away, shorten a text, or give the group more room")
        }
        for (child, frame) in zip(children, frames(places, in: rect)) {
            child.element.draw(in: frame, on: &canvas)
        }
    }

    /// The rectangle of each child.
    public func frames(in rect: Rect, measuring measurer: any TextMeasurer) -> [Rect] {
        frames(places(in: rect.size, measuring: measurer), in: rect)
    }

    // MARK: - Sharing

    /// A child's part of the axis.
    private struct Place {
        /// Its extent along the axis.
        var length = 0.0
        /// Its columns of the grid; `nil` where it takes no share.
        var columns: Double?
        /// What it answered where it was asked for its natural extent.
        var natural: Size?
    }

    private func places(in space: Size, measuring measurer: any TextMeasurer) -> [Place] {
        var places = children.map { child -> Place in
            switch child.extent {
            case .natural:
                let size = child.element.size(
                    in: axis == .horizontal ? space : resized(space, to: .infinity),
                    measuring: measurer)
                return extent(size).isFinite
                    ? Place(length: extent(size), natural: size) : Place(columns: 1, natural: size)
            case .fixed(let points): return Place(length: points)
            case .span(let columns): return Place(columns: max(0, columns))
            }
        }
        // A grid of all columns whose gutters equal the gap; gutters inside a child are its own.
        let spans = places.compactMap(\.columns)
        let columns = spans.reduce(0, +)
        guard columns > 0 else { return places }
        let free = max(0, extent(space) - total(places))
        let column = (free - gap * (columns - Double(spans.count))) / columns
        for index in places.indices {
            guard let columns = places[index].columns, columns > 0 else { continue }
            places[index].length = max(0, columns * column + (columns - 1) * gap)
        }
        return places
    }

    private func total(_ places: [Place]) -> Double {
        places.reduce(gap * Double(max(places.count - 1, 0))) { $0 + $1.length }
    }

    private func frames(_ places: [Place], in rect: Rect) -> [Rect] {
        let free = max(0, extent(rect.size) - total(places))
        let isSharing = places.contains { $0.columns != nil }
        var position = lead(rect) + (isSharing ? 0 : free * packing)
        return places.map { place in
            defer { position += place.length + gap }
            switch axis {
            case .horizontal:
                return Rect(x: position, y: rect.minY, width: place.length, height: rect.height)
            case .vertical:
                return Rect(x: rect.minX, y: position, width: rect.width, height: place.length)
            }
        }
    }

    private func resized(_ space: Size, to length: Double) -> Size {
        axis == .horizontal ? Size(length, space.height) : Size(space.width, length)
    }

    private func extent(_ size: Size) -> Double { axis == .horizontal ? size.width : size.height }

    private func lead(_ rect: Rect) -> Double { axis == .horizontal ? rect.minX : rect.minY }
}
