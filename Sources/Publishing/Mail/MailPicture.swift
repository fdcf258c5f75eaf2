import Deck
import Diagnostics
import Graphics
import Nettle
import Rendering

/// A picture of a mail, drawn.
struct MailPicture {
    /// What the HTML calls it by, behind `cid:`.
    let id: String
    /// What its file is called.
    var name: String
    /// The PNG, of twice the density.
    let bytes: [UInt8]
    /// How wide it is shown, in CSS pixels.
    let width: Int
    /// How high it is shown, in CSS pixels.
    let height: Int
    /// What it shows, in words: the same as in the PDF.
    let alternative: String
    /// What its marks mean, in words; empty where there is nothing to say.
    let note: String
    /// The height of its smallest letters as it is shown, in CSS pixels, and their words; `nil` without words.
    let smallestText: (size: Double, text: String)?
    /// Whether it is a whole page made smaller.
    let isPage: Bool
    /// Where it is asked for; `nil` on a command line.
    let location: SourceLocation?

    /// Pixels a CSS pixel: what screens of today show.
    private static let density = 2.0
    /// Where mail clients believe the picture rather than the HTML, they shall show it as wide: CSS has 96
    /// pixels an inch.
    private static let pixelsPerMeter = density * 96 / 0.0254

    /// Draws a picture of a page that was laid out.
    ///
    /// - Parameters:
    ///   - host: stands behind the `@` of its id.
    ///   - number: its place among the pictures of the mail, from 1.
    init(
        of scene: Scene, for wanted: Mail.Picture, number: Int, host: String,
        typesetter: Typesetter
    ) throws {
        let scale = wanted.width / scene.size.width
        note = scene.aside
        bytes = try Raster(
            of: scene, pixelWidth: Int((wanted.width * Self.density).rounded()),
            typesetter: typesetter
        ).png(.mail, pixelsPerMeter: Self.pixelsPerMeter)
        let subject =
            switch wanted.subject {
            case .figure(let id), .page(let id): id
            }
        name = "\(subject.asSafeName).png"
        id = "\(number).\(sha256(of: bytes).prefix(24))@\(host)"
        width = Int(wanted.width.rounded())
        height = Int((scene.size.height * scale).rounded())
        alternative = scene.described.split(separator: "\n").joined(separator: " ")
        smallestText = scene.smallestText.map { ($0.size * scale, $0.text) }
        if case .page = wanted.subject { isPage = true } else { isPage = false }
        location = wanted.location
    }
}
