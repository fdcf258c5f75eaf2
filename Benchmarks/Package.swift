// swift-tools-version: 6.2
import PackageDescription

// Apart from the main package, so that neither its build nor its tests ever wait for this.
let package = Package(
    name: "Benchmarks",
    dependencies: [.package(name: "Lamina", path: "..")],
    targets: [
        .target(name: "Timing", swiftSettings: [.swiftLanguageMode(.v6)]),
        .executableTarget(
            name: "DeckBench",
            dependencies: [.product(name: "Lamina", package: "Lamina")],
            swiftSettings: [.swiftLanguageMode(.v6)]),
        .executableTarget(
            name: "LineBench",
            dependencies: ["Timing", .product(name: "Lamina", package: "Lamina")],
            swiftSettings: [.swiftLanguageMode(.v6)]),
        .executableTarget(
            name: "MapBench",
            dependencies: ["Timing", .product(name: "Lamina", package: "Lamina")],
            swiftSettings: [.swiftLanguageMode(.v6)]),
        .executableTarget(
            name: "LabelBench",
            dependencies: ["Timing", .product(name: "Lamina", package: "Lamina")],
            swiftSettings: [.swiftLanguageMode(.v6)]),
        .executableTarget(
            name: "TableBench",
            dependencies: ["Timing", .product(name: "Lamina", package: "Lamina")],
            swiftSettings: [.swiftLanguageMode(.v6)]),
        // Cairo's own writer, for comparison.
        .systemLibrary(name: "CCairoWriter", pkgConfig: "cairo"),
        .executableTarget(
            name: "PNGBench",
            dependencies: [
                "CCairoWriter", "Timing", .product(name: "Lamina", package: "Lamina"),
            ],
            swiftSettings: [.swiftLanguageMode(.v6)]),
    ])
