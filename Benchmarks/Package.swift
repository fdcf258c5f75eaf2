// swift-tools-version: 6.2
import PackageDescription

// Apart from the main package, so that neither its build nor its tests ever wait for this.
let package = Package(
    name: "Benchmarks",
    dependencies: [.package(name: "Lamina", path: "..")],
    targets: [
        .executableTarget(
            name: "DeckBench",
            dependencies: [.product(name: "Lamina", package: "Lamina")],
            swiftSettings: [.swiftLanguageMode(.v6)]),
        .executableTarget(
            name: "LineBench",
            dependencies: [.product(name: "Lamina", package: "Lamina")],
            swiftSettings: [.swiftLanguageMode(.v6)]),
        .executableTarget(
            name: "MapBench",
            dependencies: [.product(name: "Lamina", package: "Lamina")],
            swiftSettings: [.swiftLanguageMode(.v6)]),
    ])
