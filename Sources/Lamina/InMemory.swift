public import Charts
public import Deck
import Diagnostics
public import Graphics
import Layout
public import Rendering

// Bytes without files: what a program puts into its own messages, answers and archives. Warnings are left
// to who asks for the scene; what makes a page wrong is thrown.

extension Deck {
    /// All pages as a PDF document, of the deck's own date.
    ///
    /// - Throws: `Diagnostics` with all that is wrong on the pages, or keeps the document from its
    ///   standards; a `Diagnostic` where something cannot be drawn.
    public func pdf(
        options: DocumentOptions = DocumentOptions(), _ typesetter: Typesetter
    ) throws -> [UInt8] {
        guard let date = DocumentDate(year: date.year, month: date.month, day: date.day) else {
            throw Diagnostic.error("the deck's date cannot stand in a document")
        }
        let metadata = DocumentMetadata(
            title: title, author: organisation, subject: subject, keywords: keywords,
            language: locale.tag, date: date)
        var options = options
        if options.destinations.isEmpty { options.destinations = pages.map(\.id) }
        return try Rendering.pdf(
            of: pages.map { try $0.scene(typesetter) }, metadata: metadata, options: options,
            typesetter: typesetter)
    }
}

extension Page {
    /// The page laid out.
    ///
    /// - Throws: `Diagnostics` with all that makes it wrong.
    public func scene(_ typesetter: Typesetter) throws -> Scene {
        let (scene, findings) = scene(measuring: typesetter)
        try findings.throwIfErrors()
        return scene
    }

    /// The page as a PNG picture of so many pixels a point.
    ///
    /// - Throws: as `scene(_:)` does, and a `Diagnostic` where something cannot be drawn.
    public func png(
        scale: Double = 2, profile: PNGProfile = .balanced, _ typesetter: Typesetter
    ) throws -> [UInt8] {
        try scene(typesetter).png(scale: scale, profile: profile, typesetter)
    }

    /// The page as an SVG drawing.
    ///
    /// - Throws: as `png(scale:profile:_:)` does.
    public func svg(_ typesetter: Typesetter) throws -> [UInt8] {
        try Rendering.svg(of: scene(typesetter), typesetter: typesetter)
    }
}

extension Chart {
    /// The chart alone on a page of its own, with what it shows in words.
    ///
    /// - Parameter size: the page, in points; the chart keeps `margin` from its edges.
    /// - Throws: `Diagnostics` with all that does not fit or cannot be drawn.
    public func scene(
        _ size: Size, margin: Double = 8, title: String = "", _ typesetter: Typesetter
    ) throws -> Scene {
        let words = ChartDescription(self)
        var canvas = Canvas(measurer: typesetter)
        let page = Rect(origin: .zero, size: size)
        canvas.page = page
        let tag = Tag(.figure, alternative: words.short, detail: words.long)
        canvas.tagged(tag) { draw(in: page.inset(by: Insets(all: margin)), on: &$0) }
        try canvas.findings.throwIfErrors()
        return Scene(
            size: size, title: title.isEmpty ? words.short : title, items: canvas.items)
    }

    /// The chart as a PNG picture of so many pixels a point.
    ///
    /// - Throws: as `scene(_:margin:title:_:)` does.
    public func png(
        _ size: Size, scale: Double = 2, profile: PNGProfile = .balanced, _ typesetter: Typesetter
    ) throws -> [UInt8] {
        try scene(size, typesetter).png(scale: scale, profile: profile, typesetter)
    }

    /// The chart as an SVG drawing.
    ///
    /// - Throws: as `scene(_:margin:title:_:)` does.
    public func svg(_ size: Size, _ typesetter: Typesetter) throws -> [UInt8] {
        try Rendering.svg(of: scene(size, typesetter), typesetter: typesetter)
    }
}

extension Scene {
    /// The page as a PNG picture of so many pixels a point.
    ///
    /// - Throws: a `Diagnostic` where something cannot be drawn, or the picture is too large.
    public func png(
        scale: Double = 2, profile: PNGProfile = .balanced, _ typesetter: Typesetter
    ) throws -> [UInt8] {
        // A scale beyond reason is told as too many pixels, and never a trap.
        let width = (paperSize.width * scale).rounded()
        return try Rendering.png(
            of: self, pixelWidth: width.isFinite ? Int(max(0, min(width, 1e9))) : 0,
            profile: profile, typesetter: typesetter)
    }
}
