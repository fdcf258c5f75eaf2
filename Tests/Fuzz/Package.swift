// swift-tools-version: 6.2
import PackageDescription

// Fuzzers over libFuzzer; run.sh builds and runs them. Apart from the main package, so that nothing of it is built with the
// program or its tests.
let fuzzers = ["FormatFuzz", "TableFuzz", "BoundaryFuzz", "DeckFuzz"]
let settings: [SwiftSetting] = [.swiftLanguageMode(.v6)]

let package = Package(
    name: "Fuzz",
    dependencies: [.package(name: "Lamina", path: "../..")],
    targets: [.target(name: "Driver", swiftSettings: settings)]
        + fuzzers.map { name in
            .executableTarget(
                name: name, dependencies: ["Driver", .product(name: "Lamina", package: "Lamina")],
                swiftSettings: settings, linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])])
        })
