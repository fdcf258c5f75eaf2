import ArgumentParser
import Deck
import Diagnostics
import Publishing
import Rendering

/// What a command makes of decks.
struct OutputArguments: ParsableArguments {
    @Option(help: ArgumentHelp("What to make, of pdf, png and svg.", valueName: "pdf,png"))
    var format: FormatList = FormatList(formats: [.pdf, .png])

    @Option(
        help: ArgumentHelp("Pixels of a picture per point, 0.1 to 16. (default: 2)", valueName: "n")
    )
    var scale: Double?

    @Option(help: ArgumentHelp("Width of a picture in pixels, 16 to 16000.", valueName: "px"))
    var width: Int?

    @Option(help: ArgumentHelp("Pixels of a picture per inch, 8 to 1152.", valueName: "n"))
    var dpi: Double?

    @Option(
        help: ArgumentHelp(
            """
            What the PDF promises: ua-1 (PDF/UA-1: everyone can read it), a-2a (PDF/A-2a: it can be \
            archived), both or none. A deck that cannot keep it is an error.
            """, valueName: "ua-1,a-2a"))
    var pdfStandard = StandardList(standards: Set(PDFStandard.allCases))

    @Flag(help: "Attach the files of the deck's tables to the PDF, which is PDF/A-3a then.")
    var attachData = false

    @Option(
        help: ArgumentHelp(
            """
            How pictures are packed: fast, balanced, small (slow), or mail, which has 256 colours as long as \
            nobody sees the difference.
            """, valueName: "profile"))
    var png = ProfileArgument(.balanced)

    @Flag(help: "Leave the ground of pictures open, so that what is behind them shows.")
    var transparent = false

    @Option(
        help: ArgumentHelp(
            "What the document is called, of {name}, {period} and the deck's parameters. (default: {name})",
            valueName: "template"))
    var documentName: NameArgument?

    @Option(
        help: ArgumentHelp(
            """
            What files of pages are called, of {page}, {slide}, {name}, {period} and parameters; {page:03} has three \
            digits. (default: {page}-{slide})
            """, valueName: "template"))
    var pageName: NameArgument?

    @Flag(help: "Take warnings for errors.")
    var strict = false

    /// Pixels a point where no width is said.
    var density: Double { dpi.map { $0 / 72 } ?? scale ?? 2 }

    func validate() throws {
        if [scale != nil, width != nil, dpi != nil].filter(\.self).count > 1 {
            throw ValidationError("Say one of --scale, --width and --dpi.")
        }
        if let dpi, !(8...1152).contains(dpi) {
            throw ValidationError("--dpi is from 8 to 1152.")
        }
        if let scale, !(0.1...16).contains(scale) {
            throw ValidationError("--scale is from 0.1 to 16.")
        }
        if let width, !(16...16_000).contains(width) {
            throw ValidationError("--width is from 16 to 16000.")
        }
    }

    /// The same wishes as words of a command line, for a worker.
    var words: [String] {
        var words = ["--format", format.formats.map(\.rawValue).sorted().joined(separator: ",")]
        for (name, value) in [("scale", scale), ("dpi", dpi)] {
            if let value { words += ["--\(name)", "\(value)"] }
        }
        if let width { words += ["--width", "\(width)"] }
        let standards = pdfStandard.standards.map(\.rawValue).sorted()
        words += ["--pdf-standard", standards.isEmpty ? "none" : standards.joined(separator: ",")]
        words += ["--png", png.profile.rawValue]
        for (name, template) in [("document-name", documentName), ("page-name", pageName)] {
            if let template { words.append("--\(name)=\(template.text)") }
        }
        for (name, isOn) in [
            ("attach-data", attachData), ("transparent", transparent), ("strict", strict),
        ] where isOn { words.append("--\(name)") }
        return words
    }
}

/// A name with parts to be filled in, as it is written on a command line: `{state}/{period}`.
struct NameArgument: ExpressibleByArgument {
    var text: String
    var template: NameTemplate

    init?(argument: String) {
        // What is empty is no name.
        guard !argument.isEmpty, let template = try? NameTemplate(argument) else { return nil }
        (text, self.template) = (argument, template)
    }
}
