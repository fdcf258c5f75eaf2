import ArgumentParser
import Charts
import Deck
import Diagnostics
import Files
import Graphics
import Publishing
import Rendering
import Tables

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

    @OptionGroup var wishes: OutputArguments

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

    @OptionGroup var threads: ThreadsOption

    @Flag(name: [.short, .long], help: "Print nothing but problems.")
    var quiet = false

    @Flag(help: "Add a line with the time, the machine and how long it took to run.log.jsonl.")
    var log = false

    func validate() throws {
        if figure != nil, pages != nil {
            throw ValidationError("Say --pages or --figure, not both.")
        }
        if figure != nil, wishes.pageName != nil || wishes.documentName != nil {
            throw ValidationError("--page-name and --document-name go with whole decks.")
        }
        if size != nil, figure == nil { throw ValidationError("--size goes with --figure.") }
        if labels != nil, figure == nil { throw ValidationError("--labels goes with --figure.") }
    }

    func run() throws {
        try Report.reporting {
            let whole = try arguments.load()
            let deck = try figure.map { try alone($0, of: whole) } ?? whole
            let folder = "Output/\(arguments.name)" + (figure == nil ? "" : "/figures")
            let job = RenderJob(
                deck: deck, name: try figure?.asSafeName ?? documentName(of: deck),
                output: output ?? folder,
                formats: wishes.format.formats,
                pages: try pages?.chosen(of: deck) ?? Array(deck.pages.indices),
                pixelWidth: wishes.width, scale: wishes.density, date: try DocumentDate(of: deck),
                fonts: try arguments.fonts(), profile: wishes.png.profile,
                ground: wishes.transparent ? .transparent : .white,
                standards: wishes.pdfStandard.standards, attachesData: wishes.attachData,
                threads: threads.count, inputs: arguments.inputs(of: whole),
                pageName: try figure == nil
                    ? wishes.pageName?.template : NameTemplate("{name}"), isLogged: log)
            let isWatched = !quiet && StandardStream.error.isTerminal
            let (written, findings) = try job.run(isStrict: wishes.strict) { done, steps in
                if isWatched { Report.tell("\r\u{1B}[Kdrawing \(done)/\(steps)", on: .error) }
            }
            if isWatched { Report.tell("\r\u{1B}[K", on: .error) }
            Report.print(findings)
            if !quiet { for item in written { Report.tell(line(item), on: .output) } }
        }
    }

    private func documentName(of deck: Deck) throws -> String {
        guard let template = wishes.documentName?.template else { return arguments.name }
        var parts = deck.parameters
        (parts["period"], parts["name"]) = (deck.period.description, arguments.name)
        return try template.filled(parts)
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
