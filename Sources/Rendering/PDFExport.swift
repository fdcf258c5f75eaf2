import Cairo
import Diagnostics
public import Graphics
import QPDF

/// Pages as the bytes of one PDF document.
///
/// Each page has its own size, a label with its number and a line in the outline; fonts are embedded
/// as far as they are used. The same input gives the same bytes with the same libraries.
///
/// - Throws: a `Diagnostic` where there is no page, or something on one cannot be drawn.
public func pdf(
    of scenes: [Scene], metadata: DocumentMetadata, typesetter: Typesetter
) throws -> [UInt8] {
    try pdf(of: scenes, metadata: metadata, typesetter: typesetter, sink: ByteSink())
}

/// The same, with a sink that a test may make fail.
func pdf(
    of scenes: [Scene], metadata: DocumentMetadata, typesetter: Typesetter, sink: ByteSink
) throws -> [UInt8] {
    guard let first = scenes.first else {
        throw Diagnostic.error("a document needs at least one page", kind: .internalFailure)
    }
    return try diagnosing {
        for scene in scenes { try requirePageSize(of: scene) }
        let surface = try PDFSurface(
            width: first.size.width, height: first.size.height, sink: sink)
        surface.set(metadata)
        let renderer = SceneRenderer(
            context: try Context(surface), typesetter: typesetter, target: .document,
            pictures: PictureStore())
        for (index, scene) in scenes.enumerated() {
            let number = index + 1
            surface.setPageSize(width: scene.size.width, height: scene.size.height)
            surface.setPageLabel("\(number)")
            try renderer.draw(scene, base: .identity)
            try renderer.context.showPage()
            let title = scene.title.withoutControls
            surface.addOutlineEntry(title.isEmpty ? "\(number)" : title, page: number)
        }
        return try finished(try surface.finished(), metadata: metadata)
    }
}

/// Adds what Cairo cannot say: language, title bar and a file identifier made from the content.
func finished(_ bytes: [UInt8], metadata: DocumentMetadata) throws -> [UInt8] {
    let document = try PDFDocument(reading: bytes)
    let catalog = document.catalog
    if !metadata.language.isEmpty {
        document.set(
            "/Lang", of: catalog, to: document.textString(metadata.language.withoutControls))
    }
    document.set(
        "/ViewerPreferences", of: catalog, to: document.parsed("<< /DisplayDocTitle true >>"))
    return try document.written()
}

extension PDFSurface {
    fileprivate func set(_ metadata: DocumentMetadata) {
        for field in Metadata.allCases {
            let text =
                switch field {
                case .title: metadata.title
                case .author: metadata.author
                case .subject: metadata.subject
                case .keywords: metadata.keywords
                case .creator: metadata.creator
                // Always set: Cairo would ask the clock.
                case .creationDate, .modificationDate: metadata.date.description
                }
            if !text.isEmpty { set(field, to: text.withoutControls) }
        }
    }
}

extension String {
    /// The text with control characters as spaces: C strings end at the first zero.
    fileprivate var withoutControls: String {
        String(String.UnicodeScalarView(unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
    }
}
