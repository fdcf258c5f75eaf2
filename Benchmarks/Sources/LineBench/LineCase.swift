import Lamina

/// One way from the points of two lines to a page; a chart to be timed is one more of `all`.
struct LineCase: Sendable {
    let name: String
    let scene: @Sendable ([[Point]]) -> Scene

    static let all = [
        LineCase(name: "straight") { page($0.map(Interpolation.linear.path)) },
        LineCase(name: "straight, thinned") {
            page($0.map { Interpolation.linear.path(through: Thinning.thinned($0)) })
        },
        LineCase(name: "monotone") { page($0.map(Interpolation.monotone.path)) },
        LineCase(name: "monotone, thinned and simplified") {
            page(
                $0.map { line in
                    let points = Thinning.thinned(line)
                    return Interpolation.monotone.simplified(for: points).path(through: points)
                })
        },
    ]

    private static func page(_ paths: [Path]) -> Scene {
        let colors = [Color(0x2F6DB5), Color(0xC2452D)]
        return Scene(
            size: Size(960, 540), title: "Lines",
            items: zip(paths, colors).map { path, color in
                .stroke(path, Stroke(color, width: 1, join: .round))
            })
    }
}
