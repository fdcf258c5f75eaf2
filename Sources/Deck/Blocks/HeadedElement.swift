import Diagnostics
import Layout

/// A block, and its heading above it if it has one.
struct HeadedElement: Sendable {
    var heading: HeadingElement?
    var block: Located
    /// Whether the block takes all the room below its heading.
    var fills: Bool
    var location: SourceLocation

    /// What is placed.
    var element: any Element {
        guard let heading else { return block }
        return Stack(
            .vertical, gap: heading.role == .heading ? 12 : 14,
            [
                .init(Located(heading, at: location)),
                .init(block, fills ? .span(1) : .natural),
            ])
    }
}
