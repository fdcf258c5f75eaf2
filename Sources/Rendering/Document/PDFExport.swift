import Cairo
import Diagnostics
public import Graphics

/// Pages as the bytes of one PDF document.
///
/// Each page has its own size, a label with its number and a line in the outline; fonts are embedded
/// as far as they are used. The same input gives the same bytes with the same libraries.
///
/// - Throws: a `Diagnostic` where there is no page, or something on one cannot be drawn; `Diagnostics`
///   where the document cannot keep what its standards promise.
public func pdf(
    of scenes: [Scene], metadata: DocumentMetadata, options: DocumentOptions = DocumentOptions(),
    typesetter: Typesetter
) throws -> [UInt8] {
    try pdf(
        of: scenes, metadata: metadata, options: options, typesetter: typesetter,
        sink: ByteSink())
}

/// The same, with a sink that a test may make fail.
func pdf(
    of scenes: [Scene], metadata: DocumentMetadata, options: DocumentOptions,
    typesetter: Typesetter, sink: ByteSink
) throws -> [UInt8] {
    guard let first = scenes.first else {
        throw Diagnostic.error("a document needs at least one page", kind: .internalFailure)
    }
    return try diagnosing {
        for scene in scenes { try requirePageSize(of: scene) }
        let surface = try PDFSurface(
            width: first.paperSize.width, height: first.paperSize.height, sink: sink)
        surface.set(metadata)
        let log = StructureLog()
        let renderer = SceneRenderer(
            context: try Context(surface), typesetter: typesetter, target: .document(log),
            pictures: PictureStore())
        // One part over all pages: readers want a single root.
        try renderer.part(.init(tag: .document), log) {
            for (index, scene) in scenes.enumerated() {
                log.page = index
                if index > 0 {
                    try renderer.context.showPage()
                    // Cairo forgets the tags of a page that is given another size, so not for the first.
                    surface.setPageSize(
                        width: scene.paperSize.width, height: scene.paperSize.height)
                }
                surface.setPageLabel("\(index + 1)")
                try renderer.draw(
                    scene, base: .scale(scene.paperSize.width / scene.size.width))
            }
        }
        try renderer.context.showPage()
        for (index, scene) in scenes.enumerated() {
            let title = scene.title.withoutControls
            surface.addOutlineEntry(title.isEmpty ? "\(index + 1)" : title, page: index + 1)
        }
        return try DocumentFinish.apply(to: try surface.finished(), log, metadata, options)
    }
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
