import ArgumentParser
import Charts
import Deck
import Diagnostics
import Files
import Graphics
import Publishing
import Rendering

/// `lamina render`: a deck into files.
struct RenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Renders a deck to PDF, PNG and SVG.",
        discussion: """
            Everything is drawn and checked first; then each file appears whole, under its name. \
            Where something is wrong, no file changes. Beside them stands run.json: what the pages were made \
            of, with hashes, and every figure that they print.

            Examples:
              lamina render Decks/amia
              lamina render Decks/amia -o /tmp/amia --format pdf
              lamina render Decks/amia --format png --pages 2,12-14 --scale 3
              lamina render Decks/amia --figure barras-destinos --size 600x320 --format svg,png
            """)

    @OptionGroup var arguments: DeckArguments

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "The folder for the files. (default: Output/NAME, by the deck's folder)",
            valueName: "dir"))
    var output: String?

    @Option(help: ArgumentHelp("What to make, of pdf, png and svg.", valueName: "pdf,png"))
    var format: FormatList = FormatList(formats: [.pdf, .png])

    @Option(
        help: ArgumentHelp(
            "Only these pages, from 1; the PDF then holds no others.", valueName: "1,3-5"))
    var pages: PageList?

    @Option(
        help: ArgumentHelp(
            "Only this block of the deck, by its id, laid out anew on a page of its own.",
            valueName: "id"))
    var figure: String?

    @Option(
        help: ArgumentHelp(
            "With --figure: the page in points. (default: 480x270)", valueName: "wxh"))
    var size: SizeArgument?

    @Option(
        help: ArgumentHelp(
            "With --figure: which marks of a chart have labels. (default: as on the slide)",
            valueName: "which"))
    var labels: LabelsArgument?

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

    @OptionGroup var threads: ThreadsOption

    @Flag(name: [.short, .long], help: "Print nothing but problems.")
    var quiet = false

    @Flag(help: "Take warnings for errors.")
    var strict = false

    @Flag(help: "Add a line with the time, the machine and how long it took to run.log.jsonl.")
    var log = false

    func validate() throws {
        if [scale != nil, width != nil, dpi != nil].filter(\.self).count > 1 {
            throw ValidationError("Say one of --scale, --width and --dpi.")
        }
        if let dpi, !(8...1152).contains(dpi) {
            throw ValidationError("--dpi is from 8 to 1152.")
        }
        if figure != nil, pages != nil {
            throw ValidationError("Say --pages or --figure, not both.")
        }
        if size != nil, figure == nil { throw ValidationError("--size goes with --figure.") }
        if labels != nil, figure == nil { throw ValidationError("--labels goes with --figure.") }
        if let scale, !(0.1...16).contains(scale) {
            throw ValidationError("--scale is from 0.1 to 16.")
        }
        if let width, !(16...16_000).contains(width) {
            throw ValidationError("--width is from 16 to 16000.")
        }
    }

    func run() throws {
        try Report.reporting {
            let whole = try arguments.load()
            let deck = try figure.map { try alone($0, of: whole) } ?? whole
            let folder = "Output/\(arguments.name)" + (figure == nil ? "" : "/figures")
            let job = RenderJob(
                deck: deck, name: figure?.asSafeName ?? arguments.name,
                output: output ?? folder,
                formats: format.formats,
                pages: try pages?.chosen(of: deck) ?? Array(deck.pages.indices), pixelWidth: width,
                scale: dpi.map { $0 / 72 } ?? scale ?? 2, date: try DocumentDate(of: deck),
                fonts: try arguments.fonts(),
                profile: png.profile, ground: transparent ? .transparent : .white,
                standards: pdfStandard.standards, attachesData: attachData,
                threads: threads.count, inputs: arguments.inputs(of: whole),
                isNumbered: figure == nil, isLogged: log)
            let isWatched = !quiet && StandardStream.error.isTerminal
            let (written, findings) = try job.run(isStrict: strict) { done, steps in
                if isWatched { Report.tell("\r\u{1B}[Kdrawing \(done)/\(steps)", on: .error) }
            }
            if isWatched { Report.tell("\r\u{1B}[K", on: .error) }
            Report.print(findings)
            if !quiet { for item in written { Report.tell(line(item), on: .output) } }
        }
    }

    private func alone(_ id: String, of deck: Deck) throws -> Deck {
        let found = try deck.figure(named: id)
        let setting = DeckFigure.Setting(size?.size ?? Size(480, 270), labels: labels?.which)
        return deck.alone(found.id, setting) ?? deck
    }

    private func line(_ item: RenderJob.Written) -> String {
        let pages = item.pages == 1 ? "1 page" : "\(item.pages) pages"
        return "\(item.path)  \(pages), \((item.bytes + 1023) / 1024) KB\n"
    }
}

/// Kinds of file as they are written on a command line: `pdf,png`.
struct FormatList: ExpressibleByArgument {
    var formats: Set<RenderJob.Format>

    init(formats: Set<RenderJob.Format>) { self.formats = formats }

    init?(argument: String) {
        let names = argument.split(separator: ",", omittingEmptySubsequences: false)
        let found = names.compactMap { RenderJob.Format(rawValue: String($0)) }
        guard !found.isEmpty, found.count == names.count else { return nil }
        formats = Set(found)
    }

    var defaultValueDescription: String { "pdf,png" }
}

/// A page's extent as it is written on a command line: `600x300`.
struct SizeArgument: ExpressibleByArgument {
    var size: Size

    init?(argument: String) {
        let sides = argument.split(separator: "x", omittingEmptySubsequences: false).map {
            Double($0)
        }
        guard sides.count == 2, let width = sides[0], let height = sides[1],
            (40...4000).contains(width), (30...4000).contains(height)
        else { return nil }
        size = Size(width, height)
    }
}

/// Which marks have labels, by its name.
struct LabelsArgument: ExpressibleByArgument {
    var which: LabelOptions.Which

    init?(argument: String) {
        guard let which = LabelOptions.Which(rawValue: argument) else { return nil }
        self.which = which
    }

    static var allValueStrings: [String] { LabelOptions.Which.allCases.map(\.rawValue) }
}

/// How pictures are packed, by its name.
struct ProfileArgument: ExpressibleByArgument {
    var profile: PNGProfile

    init(_ profile: PNGProfile) { self.profile = profile }

    init?(argument: String) {
        guard let profile = PNGProfile(rawValue: argument) else { return nil }
        self.profile = profile
    }

    static var allValueStrings: [String] { PNGProfile.allCases.map(\.rawValue) }
    var defaultValueDescription: String { profile.rawValue }
}

/// Standards as they are written on a command line: `ua-1,a-2a`, or `none`.
struct StandardList: ExpressibleByArgument {
    var standards: Set<PDFStandard>

    init(standards: Set<PDFStandard>) { self.standards = standards }

    init?(argument: String) {
        if argument == "none" {
            standards = []
            return
        }
        let names = argument.split(separator: ",", omittingEmptySubsequences: false)
        let found = names.compactMap { PDFStandard(rawValue: String($0)) }
        guard !found.isEmpty, found.count == names.count else { return nil }
        standards = Set(found)
    }

    var defaultValueDescription: String { "ua-1,a-2a" }
}

/// Pages as they are written on a command line: `1,3-5`.
struct PageList: ExpressibleByArgument {
    /// Indices from 0, ascending, each once.
    var indices: [Int]

    init?(argument: String) {
        var found: Set<Int> = []
        for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false)
            let isDigits = ends.allSatisfy { end in
                !end.isEmpty && end.utf8.allSatisfy { (48...57).contains($0) }
            }
            let numbers = ends.compactMap { Int($0) }
            guard isDigits, (1...2).contains(ends.count), numbers.count == ends.count,
                let first = numbers.first, let last = numbers.last, first >= 1, first <= last,
                last <= 9_999
            else { return nil }
            found.formUnion((first - 1)...(last - 1))
        }
        indices = found.sorted()
    }
}
