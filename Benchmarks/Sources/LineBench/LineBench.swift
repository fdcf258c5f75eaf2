import Lamina
import Timing

/// Times pages with two long lines: `LineBench [RUNS [POINTS]]`.
///
/// For lines of 1,000 to 1,000,000 points, or of POINTS, prints the median, least and most
/// milliseconds of making the scene and of writing its PDF in each `LineCase`; the first run, which
/// fills caches, is left out.
@main
struct LineBench {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst().map { Int($0) }
        let runs = arguments.first.flatMap { $0 } ?? 9
        let counts = arguments.dropFirst().first.flatMap { $0 }.map { [$0] }
        guard let executable = ExecutablePath.current else { return print("where am I?") }
        let resources = try Resources.beside(executable: executable)
        let typesetter = try Typesetter(fonts: FontSet(files: resources.fontFiles()))
        let metadata = try Self.metadata()
        print("two lines, ms: median (least-most)")
        for count in counts ?? [1_000, 10_000, 100_000, 1_000_000] {
            let lines = [walk(of: count, seed: 1), walk(of: count, seed: 2)]
            for way in LineCase.all {
                let scene = way.scene(lines)
                var bytes = 0
                let layout = Times(runs: runs) { _ = way.scene(lines) }
                let drawing = try Times(runs: runs) {
                    bytes = try pdf(of: [scene], metadata: metadata, typesetter: typesetter).count
                }
                print(
                    "2 x \(count) points, \(way.name): scene \(layout), PDF \(drawing),",
                    "\(bytes / 1024) KB")
            }
            try timeChart(lines, runs: runs, typesetter: typesetter, metadata: metadata)
        }
    }

    /// The same lines as a chart: scales, axes, thinning and labels included.
    private static func timeChart(
        _ lines: [[Point]], runs: Int, typesetter: Typesetter, metadata: DocumentMetadata
    ) throws {
        let chart = lineChart(of: lines)
        let scene = lineScene(chart, measuring: typesetter)
        var bytes = 0
        let layout = Times(runs: runs) { _ = lineScene(chart, measuring: typesetter) }
        let drawing = try Times(runs: runs) {
            bytes = try pdf(of: [scene], metadata: metadata, typesetter: typesetter).count
        }
        print(
            "2 x \(lines[0].count) points, chart: scene \(layout), PDF \(drawing),",
            "\(bytes / 1024) KB")
    }

    private static func metadata() throws -> DocumentMetadata {
        guard let date = DocumentDate(year: 2026, month: 1, day: 1) else {
            throw Diagnostic.error("there is no such day", kind: .internalFailure)
        }
        return DocumentMetadata(title: "Lines", language: "en", date: date)
    }

    /// A random walk from the left to the right of a page of 960 by 540 points.
    private static func walk(of count: Int, seed: UInt64) -> [Point] {
        var state = seed
        var y = 270.0
        return (0..<count).map { index in
            // Knuth's generator (MMIX); its high bits make a step of up to 4 points.
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            y = min(max(y + Double(state >> 40) / 2_097_152 - 4, 20), 520)
            return Point(20 + 920 * Double(index) / Double(count), y)
        }
    }
}
