import Lamina
import Timing

/// Times a map of many areas: `MapBench [RUNS [SIDE]]`.
///
/// A square of SIDE x SIDE areas (50) of 120 vertices each, whose borders neighbours share, is read
/// from GeoJSON, coloured by class and drawn. Prints the median, least and most milliseconds of each
/// stage and what the outputs weigh; the first run, which fills caches, is left out.
@main
struct MapBench {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst().map { Int($0) }
        let runs = arguments.first.flatMap { $0 } ?? 5
        let side = arguments.dropFirst().first.flatMap { $0 } ?? 50
        guard let executable = ExecutablePath.current,
            let date = DocumentDate(year: 2026, month: 1, day: 1)
        else { return print("where am I?") }
        let resources = try Resources.beside(executable: executable)
        let typesetter = try Typesetter(fonts: FontSet(files: resources.fontFiles()))
        let file = AreaGrid(side: side).geoJSON
        let collection = try FeatureCollection.parse(file, file: "areas.geojson")
        let vertices = collection.features.reduce(0) { $0 + $1.rings.reduce(0) { $0 + $1.count } }
        print("\(side * side) areas, \(vertices) vertices, \(file.count / 1024) KB of GeoJSON")
        print(
            "read",
            try Times(runs: runs) { _ = try FeatureCollection.parse(file, file: "areas.geojson") })
        let chart = try choropleth(collection)
        let page = scene(chart, measuring: typesetter)
        print("lay out", Times(runs: runs) { _ = scene(chart, measuring: typesetter) })
        var size = 0
        print(
            "PNG of 1920 x 1080",
            try Times(runs: runs) {
                size = try png(of: page, pixelWidth: 1920, typesetter: typesetter).count
            }, "\(size / 1024) KB")
        let metadata = DocumentMetadata(title: "Areas", language: "en", date: date)
        print(
            "PDF",
            try Times(runs: runs) {
                size = try pdf(of: [page], metadata: metadata, typesetter: typesetter).count
            }, "\(size / 1024) KB")
    }

    /// A map of areas in five classes of their numbers.
    private static func choropleth(_ collection: FeatureCollection) throws -> MapChart {
        let amounts = collection.features.indices.map { Double($0 * 7919 % 1000) }
        let hatch = Hatch(line: .black, ground: .white)
        let coloring = try MapColoring.quantiles(
            5, of: amounts, .ramp(ColorRamp(from: Color(0xDCE8F5), to: Color(0x0E3A66))),
            noData: hatch)
        return MapChart(
            regions: zip(collection.features, amounts).map { feature, amount in
                MapRegion(features: [feature], fill: coloring.paint(of: amount), isLit: true)
            },
            fitted: collection.features, projection: .mexico,
            border: Stroke(.white, width: 0.25, join: .round), ink: .black, ground: .white)
    }

    private static func scene(_ chart: MapChart, measuring typesetter: Typesetter) -> Scene {
        let page = Rect(x: 0, y: 0, width: 960, height: 540)
        var canvas = Canvas(measurer: typesetter)
        chart.draw(in: page.inset(by: Insets(all: 44)), on: &canvas)
        return Scene(size: page.size, title: "Areas", items: canvas.items)
    }
}
