public import Diagnostics
public import Graphics

/// A child inside insets, aligned in the room that is left.
public struct Padded: Element {
    /// What is placed.
    public var element: any Element
    /// The distance from the edges.
    public var insets: Insets

    /// `element` at a distance from the edges.
    public init(_ element: any Element, _ insets: Insets) {
        self.element = element
        self.insets = insets
    }

    /// The size it needs when it may use at most `space`.
    public func size(in space: Size, measuring measurer: any TextMeasurer) -> Size {
        let (across, down) = (insets.left + insets.right, insets.top + insets.bottom)
        let inner = element.size(
            in: Size(max(0, space.width - across), max(0, space.height - down)),
            measuring: measurer)
        return Size(inner.width + across, inner.height + down)
    }

    /// Draws itself into a rectangle of the page.
    public func draw(in rect: Rect, on canvas: inout Canvas) {
        element.draw(in: rect.inset(by: insets), on: &canvas)
    }
}

/// A child over a filled rectangle.
public struct Panel: Element {
    /// What is placed.
    public var element: any Element
    /// The colour behind it.
    public var ground: Color

    /// `element` over `ground`.
    public init(_ element: any Element, ground: Color) {
        self.element = element
        self.ground = ground
    }

    /// The size it needs when it may use at most `space`.
    public func size(in space: Size, measuring measurer: any TextMeasurer) -> Size {
        element.size(in: space, measuring: measurer)
    }

    /// Draws itself into a rectangle of the page.
    public func draw(in rect: Rect, on canvas: inout Canvas) {
        canvas.tagged(Tag(.artifact)) { $0.fill(rect, ground) }
        element.draw(in: rect, on: &canvas)
    }
}

/// A child that keeps its natural height and stands somewhere in a taller room.
public struct Aligned: Element {
    /// What is placed.
    public var element: any Element
    /// Where it stands.
    public var vertical: VerticalAlignment

    /// `element` at the top, in the middle or at the bottom.
    public init(_ element: any Element, _ vertical: VerticalAlignment) {
        self.element = element
        self.vertical = vertical
    }

    /// The size it needs when it may use at most `space`.
    public func size(in space: Size, measuring measurer: any TextMeasurer) -> Size {
        element.size(in: space, measuring: measurer)
    }

    /// Draws itself into a rectangle of the page.
    public func draw(in rect: Rect, on canvas: inout Canvas) {
        let needed = element.size(
            in: Size(rect.width, rect.height), measuring: canvas.measurer)
        let height = min(needed.height, rect.height)
        let top = rect.minY + (rect.height - height) * vertical.fraction
        let frame = Rect(x: rect.minX, y: top, width: rect.width, height: height)
        element.draw(in: frame, on: &canvas)
    }
}

/// A child that stands at a place of the deck file and may mean something as a whole.
public struct Located: Element {
    /// What is placed.
    public var element: any Element
    /// Where it is written.
    public var location: SourceLocation
    /// What it is to a reader who does not see it.
    public var tag: Tag?
    /// Whether it may leave no ink, as room that is kept free does.
    public var mayBeBlank: Bool

    /// `element`, written at `location`.
    public init(
        _ element: any Element, at location: SourceLocation, tag: Tag? = nil,
        mayBeBlank: Bool = false
    ) {
        self.element = element
        self.location = location
        self.tag = tag
        self.mayBeBlank = mayBeBlank
    }

    /// The size it needs when it may use at most `space`.
    public func size(in space: Size, measuring measurer: any TextMeasurer) -> Size {
        element.size(in: space, measuring: measurer)
    }

    /// Draws itself into a rectangle of the page.
    public func draw(in rect: Rect, on canvas: inout Canvas) {
        canvas.located(location) { canvas in
            let (start, told) = (canvas.items.count, canvas.findings.all.count)
            if let tag {
                canvas.tagged(tag) { element.draw(in: rect, on: &$0) }
            } else {
                element.draw(in: rect, on: &canvas)
            }
            // What went wrong was told, and often shows here, too; on trial nothing is kept.
            guard let page = canvas.page, canvas.findings.all.count == told else { return }
            check(Array(canvas.items[start...]), on: page, &canvas)
        }
    }

    /// How far strokes and the control points of curves may reach beyond the page, in points.
    private static let tolerance = 4.0

    /// Notes what has left no ink, or leaves the page.
    private func check(_ items: [SceneItem], on page: Rect, _ canvas: inout Canvas) {
        guard let ink = items.extents() else {
            return mayBeBlank || element is Spacer
                ? ()
                : canvas.error(
                    "the block draws nothing", hint: "give it something to show, or take it away")
        }
        if !page.contains(ink, tolerance: Self.tolerance) {
            canvas.error(
                "what the block draws leaves the page by "
                    + "\(wholePoints(page.overhang(of: ink), .up)) pt",
                hint: "give it more room, or something smaller to show")
        }
    }
}

extension Rect {
    /// How far another rectangle reaches beyond it at most.
    fileprivate func overhang(of other: Rect) -> Double {
        max(minX - other.minX, minY - other.minY, other.maxX - maxX, other.maxY - maxY)
    }
}

/// A thin line across, for parting blocks.
public struct Rule: Element {
    /// How it is drawn.
    public var stroke: Stroke

    /// A line.
    public init(_ stroke: Stroke) { self.stroke = stroke }

    /// The size it needs when it may use at most `space`.
    public func size(in space: Size, measuring measurer: any TextMeasurer) -> Size {
        Size(space.width, stroke.width)
    }

    /// Draws itself into a rectangle of the page.
    public func draw(in rect: Rect, on canvas: inout Canvas) {
        canvas.tagged(Tag(.artifact)) { canvas in
            canvas.line(
                from: Point(rect.minX, rect.midY), to: Point(rect.maxX, rect.midY), stroke)
        }
    }
}

/// Room without anything in it.
public struct Spacer: Element {
    /// Points it takes along the axis of the stack it is in.
    public var length: Double

    /// Room of `length` points.
    public init(_ length: Double = 0) { self.length = length }

    /// The size it needs when it may use at most `space`.
    public func size(in space: Size, measuring measurer: any TextMeasurer) -> Size {
        Size(length, length)
    }

    /// Draws itself into a rectangle of the page.
    public func draw(in rect: Rect, on canvas: inout Canvas) {}
}
