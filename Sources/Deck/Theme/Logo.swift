import Diagnostics
import Graphics
import Layout
import YAML

/// The sign of who publishes, as a theme declares it.
public struct LogoDeclaration: Hashable, Sendable {
    /// A picture in the deck's folder.
    var file: String
    /// One for dark grounds; `nil` where it stands on light ones only.
    var fileOnInk: String?
    /// What it says, for who does not see it.
    var alternative: String
    /// How high it stands on a page, in points.
    var height: Double
    /// Where the files are named.
    var location: SourceLocation
    var locationOnInk: SourceLocation

    init?(reading node: Node, into reading: Reading) {
        let fields = Fields(node, "a logo", reading)
        let file = fields.requiredText("file")
        let alternative = fields.requiredText("alt")
        fileOnInk = fields.text("on-ink")
        height = fields.number("height", within: 10...32) ?? 26
        location = node["file"]?.location ?? node.location
        locationOnInk = node["on-ink"]?.location ?? node.location
        fields.finish()
        guard let file, let alternative else { return nil }
        if alternative.isBlank {
            reading.error(
                "a logo's “alt” is empty", at: node["alt"]?.location ?? node.location,
                hint: "say whose it is")
        }
        (self.file, self.alternative) = (file, alternative)
    }
}

/// The sign of who publishes, ready to be drawn.
struct Logo: Hashable, Sendable {
    var picture: Picture
    var height: Double
    /// What it says; empty where that was said on an earlier page.
    var alternative: String

    /// How wide it is.
    var width: Double { height * picture.size.width / picture.size.height }

    /// Draws it with its right edge at `right`, in the middle of a line; returns its box.
    @discardableResult
    func draw(right: Double, middle: Double, on canvas: inout Canvas) -> Rect {
        let frame = Rect(
            x: right - width, y: middle - height / 2, width: width, height: height)
        // Who hears the pages hears it once.
        let tag =
            alternative.isEmpty ? Tag(.artifact) : Tag(.figure, alternative: alternative)
        canvas.tagged(tag) { $0.add(.picture(picture, in: frame)) }
        return frame
    }
}

/// The logos of a deck's pages.
struct Logos: Sendable {
    private let onGround: Logo?
    private let onInk: Logo?
    private var isSaid = false

    /// Reads the pictures; those that are none are told.
    init(_ declared: LogoDeclaration?, _ resolver: Resolver) {
        guard let declared else {
            (onGround, onInk) = (nil, nil)
            return
        }
        func logo(_ file: String?, _ location: SourceLocation) -> Logo? {
            file.flatMap { resolver.picture($0, at: location) }.map {
                Logo(picture: $0, height: declared.height, alternative: declared.alternative)
            }
        }
        onGround = logo(declared.file, declared.location)
        onInk = logo(declared.fileOnInk, declared.locationOnInk)
    }

    /// The logo of the next page; `nil` where none suits its ground.
    mutating func next(isOnInk: Bool) -> Logo? {
        guard var logo = isOnInk ? onInk : onGround else { return nil }
        if isSaid { logo.alternative = "" }
        isSaid = true
        return logo
    }
}
