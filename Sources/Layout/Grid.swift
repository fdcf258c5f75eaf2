public import Graphics

/// Children in rows of equal columns; a child may span several.
public struct Grid: Element {
    /// A child and how many columns it takes.
    public struct Cell: Sendable {
        /// What is placed.
        public var element: any Element
        /// Columns it takes, at least one.
        public var span: Int

        /// A child over `span` columns.
        public init(_ element: any Element, span: Int = 1) {
            self.element = element
            self.span = max(1, span)
        }
    }

    /// Columns in a row.
    public var columns: Int
    /// Points between columns and between rows.
    public var gap: Double
    /// The children, from left to right and top to bottom.
    public var cells: [Cell]

    /// A grid of equal columns whose rows share the height equally.
    public init(columns: Int, gap: Double = 16, _ cells: [Cell]) {
        self.columns = max(1, columns)
        self.gap = gap
        self.cells = cells
    }

    /// Fills whatever room it is given.
    public func size(in space: Size, measuring measurer: any TextMeasurer) -> Size { space }

    /// Draws itself into a rectangle of the page.
    public func draw(in rect: Rect, on canvas: inout Canvas) {
        for (cell, frame) in zip(cells, frames(in: rect)) {
            cell.element.draw(in: frame, on: &canvas)
        }
    }

    /// The rectangle of each child.
    public func frames(in rect: Rect) -> [Rect] {
        var places: [(row: Int, column: Int, span: Int)] = []
        var (row, column) = (0, 0)
        for cell in cells {
            let span = min(cell.span, columns)
            if column > columns - span { (row, column) = (row + 1, 0) }
            places.append((row, column, span))
            column += span
        }
        let rows = Double(row + 1)
        let width = (rect.width - gap * Double(columns - 1)) / Double(columns)
        let height = (rect.height - gap * (rows - 1)) / rows
        return places.map { place in
            Rect(
                x: rect.minX + Double(place.column) * (width + gap),
                y: rect.minY + Double(place.row) * (height + gap),
                width: max(0, Double(place.span) * (width + gap) - gap), height: max(0, height))
        }
    }
}
