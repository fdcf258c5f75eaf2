import CCairoWriter
import Lamina
import Timing

/// Times packing the pages of a deck by each profile and by cairo's own writer, pixels at hand:
/// `PNGBench DECK [RUNS]`.
///
/// Prints the medians of all pages together and their bytes, and how many times as fast as cairo each is.
@main
struct PNGBench {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 1, let executable = ExecutablePath.current else {
            return print("usage: PNGBench DECK [RUNS]")
        }
        let runs = arguments.count > 2 ? Int(arguments[2]) ?? 9 : 9
        let resources = try Resources.beside(executable: executable)
        let typesetter = try Typesetter(fonts: FontSet(files: resources.fontFiles()))
        let deck = try Deck.load(from: SourceFolder(path: arguments[1]), resources: resources)
        let pages = try deck.pages.map { page in
            try Raster(
                of: page.scene(measuring: typesetter).0, pixelWidth: 1920, typesetter: typesetter)
        }
        let surfaces = try pages.map { page in
            let bytes = try page.png(.fast)
            return bytes.withUnsafeBufferPointer { bench_open($0.baseAddress, $0.count) }
        }
        defer { for surface in surfaces { bench_close(surface) } }

        var written = 0
        let cairo = Times(runs: runs) {
            written = surfaces.reduce(0) { $0 + Int(bench_write($1)) }
        }
        print("cairo's writer: \(cairo) ms, \(written / 1000) KB")
        for profile in PNGProfile.allCases {
            var bytes = 0
            let times = try Times(runs: profile == .small ? 1 : runs) {
                bytes = try pages.reduce(0) { try $0 + $1.png(profile).count }
            }
            let ratio = (cairo.median / times.median * 10).rounded() / 10
            print("\(profile.rawValue): \(times) ms, \(bytes / 1000) KB, \(ratio) times as fast")
        }
    }
}
