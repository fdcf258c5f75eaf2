import Lamina
import Timing

/// Times the labels of places on a map: `LabelBench [RUNS [SCENES]]`.
///
/// Forty cities of Mexico with their names, then SCENES random subsets (20) of them with made-up names
/// of 4 to 30 letters, in a frame of 560 x 400 points. Prints the median, least and most milliseconds
/// from the map as a value to the places of its labels, and how many found none.
@main
struct LabelBench {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst().map { Int($0) }
        let runs = arguments.first.flatMap { $0 } ?? 9
        let scenes = arguments.dropFirst().first.flatMap { $0 } ?? 20
        guard let executable = ExecutablePath.current else { return print("where am I?") }
        let resources = try Resources.beside(executable: executable)
        let typesetter = try Typesetter(fonts: FontSet(files: resources.fontFiles()))
        let file = try SourceFolder(path: resources.path + "/Maps").read("mexico-states.geojson")
        let states = try FeatureCollection.parse(file, file: "mexico-states.geojson")
        let frame = Rect(x: 0, y: 0, width: 560, height: 400)
        let bare = CityMap(states, []).chart
        print(
            "the map alone", Times(runs: runs) { _ = bare.plan(in: frame, measuring: typesetter) })
        report("forty cities", CityMap(states, City.all), frame, typesetter, runs)
        for seed in 0..<scenes {
            let map = CityMap(states, seed: UInt64(seed))
            report("scene \(seed)", map, frame, typesetter, runs)
        }
    }

    private static func report(
        _ name: String, _ map: CityMap, _ frame: Rect, _ typesetter: Typesetter, _ runs: Int
    ) {
        guard let plan = map.chart.plan(in: frame, measuring: typesetter) else { return }
        print(
            "\(name), \(map.chart.labels.count) labels, \(plan.unplaced.count) without a place:",
            Times(runs: runs) { _ = map.chart.plan(in: frame, measuring: typesetter) })
    }
}
