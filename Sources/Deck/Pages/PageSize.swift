import Graphics

/// How large a page is, for laying it out and on paper.
struct PageSize: Hashable {
    /// What it is laid out in, in points.
    var size: Size
    /// The width that it is printed at, in points; `nil` where a point is a point.
    var paperWidth: Double?

    /// Sizes by the names that decks call them.
    ///
    /// Sheets of paper (lying) are laid out as wide as slides are, so that what fits a slide fits them, and
    /// printed at their own width.
    static let named: [String: PageSize] = [
        "16:9": PageSize(size: Size(960, 540)), "4:3": PageSize(size: Size(960, 720)),
        "16:10": PageSize(size: Size(960, 600)),
        "A4": PageSize(size: Size(960, 960 * 210 / 297), paperWidth: 297 / 25.4 * 72),
        "Letter": PageSize(size: Size(960, 960 * 8.5 / 11), paperWidth: 11 * 72),
    ]
}
