import Diagnostics
import Graphics
import Layout
import YAML

/// A picture from the deck's folder: PNG, JPEG or SVG.
struct PictureBlock: Block {
    var file: String
    var alternativeText: Template?
    var location: SourceLocation

    init?(reading node: Node, into reading: Reading) {
        let fields = Fields(node, "a picture", reading)
        let file = fields.requiredText("file")
        alternativeText = fields.requiredTemplate("alt")
        location = node["file"]?.location ?? node.location
        fields.finish()
        guard let file else { return nil }
        self.file = file
    }

    func element(_ resolver: Resolver, on surface: Surface) -> any Element {
        guard let picture = resolver.picture(file, at: location) else { return Spacer() }
        return PictureElement(picture: picture)
    }

    func alternative(_ resolver: Resolver, heading: String, unit: String) -> Alternative? {
        alternativeText.map { Alternative(short: resolver.told($0)) }
    }
}

/// A picture as large as its room allows, in its own proportions, in the middle.
private struct PictureElement: Element {
    var picture: Picture

    private func fitted(to space: Size) -> Size {
        let own = picture.size
        let scale = min(space.width / own.width, space.height / own.height)
        return Size(own.width * scale, own.height * scale)
    }

    func size(in space: Size, measuring measurer: any TextMeasurer) -> Size { fitted(to: space) }

    func draw(in rect: Rect, on canvas: inout Canvas) {
        let size = fitted(to: rect.size)
        let frame = Rect(
            x: rect.midX - size.width / 2, y: rect.midY - size.height / 2, width: size.width,
            height: size.height)
        canvas.add(.picture(picture, in: frame))
    }
}
