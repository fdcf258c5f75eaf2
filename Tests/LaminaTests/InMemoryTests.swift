import Lamina
import TestSupport
import Testing

/// What a program gets that imports `Lamina` and nothing else.
@Suite struct InMemoryTests {
    private let typesetter: Typesetter
    private let deck: Deck

    init() throws {
        let resources = try Resources(path: repositoryRoot)
        typesetter = try Typesetter(fonts: FontSet(files: resources.fontFiles()))
        deck = try Deck.load(
            from: SourceFolder(path: repositoryRoot + "/Tests/Fixtures/small"),
            resources: resources)
    }

    private var chart: Chart {
        get throws {
            try Chart([("Kia", 3), ("Seat", 7)]) { name, units in
                try BarMark(x: .value("Unidades", units), y: .value("Marca", name)).labels(
                    format: ",")
            }
            .chartLocale(.esMX)
        }
    }

    @Test func aDeckBecomesADocument() throws {
        let bytes = try deck.pdf(typesetter)
        #expect(bytes.starts(with: "%PDF-1.7".utf8))
        #expect(try deck.pdf(typesetter) == bytes)
    }

    @Test func aPageBecomesPictureAndDrawing() throws {
        let page = try #require(deck.pages.first)
        let (small, large) = (try page.png(scale: 0.5, typesetter), try page.png(typesetter))
        #expect(try Pixels(png: small).width == 480 && Pixels(png: large).width == 1920)
        #expect(String(decoding: try page.svg(typesetter), as: UTF8.self).contains("<svg "))
    }

    @Test func aChartStandsAlone() throws {
        let size = Size(300, 120)
        let png = try chart.png(size, scale: 3, typesetter)
        #expect(try Pixels(png: png).width == 900)
        let svg = String(decoding: try chart.svg(size, typesetter), as: UTF8.self)
        // Title and description say what it shows.
        #expect(svg.contains("<title>Gráfica de barras"))
        let described = svg.split(separator: "<desc>").dropFirst().first?.prefix { $0 != "<" } ?? ""
        #expect(described.contains("Seat") && described.contains("Kia"), "\(described)")
        #expect(
            try chart.png(size, profile: .mail, typesetter).count
                < chart.png(size, typesetter).count)
    }

    @Test func whatDoesNotFitIsThrown() throws {
        #expect(throws: (any Error).self) { try chart.svg(Size(20, 10), typesetter) }
        for scale in [0, -1, 1e30, .nan, .infinity] {
            #expect(throws: (any Error).self) {
                try chart.png(Size(300, 120), scale: scale, typesetter)
            }
        }
    }
}
