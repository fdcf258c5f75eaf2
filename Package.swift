// swift-tools-version: 6.2
import PackageDescription

/// Every room but the C rooms: a pointer or an `unsafe` call is an error there.
let safe: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]
/// The C rooms: wrappers over C libraries, and `Rendering`.
let cRoom: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A C library as a two-file module: a module map and a shim header.
func cModule(_ name: String, _ pkgConfig: String, _ debianPackage: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([debianPackage])])
}

func room(_ name: String, _ dependencies: [Target.Dependency], c: Bool = false) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: c ? cRoom : safe)
}

func tests(of room: String, _ more: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(room)Tests", dependencies: [.byName(name: room), "TestSupport"] + more,
        swiftSettings: safe)
}

let package = Package(
    name: "Lamina",
    products: [
        .library(name: "Lamina", targets: ["Lamina"]),
        .executable(name: "lamina", targets: ["LaminaCLI"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        // The C modules.
        cModule("CCairo", "cairo cairo-pdf", "libcairo2-dev"),
        cModule("CPango", "pangocairo pangoft2 fontconfig", "libpango1.0-dev"),
        cModule("CSQLite", "sqlite3", "libsqlite3-dev"),
        cModule("CYAML", "yaml-0.1", "libyaml-dev"),
        // Without pkg-config: its header only. The library is opened when a PDF is finished, since
        // linking it costs 3 ms at every start.
        .systemLibrary(name: "CQPDF", providers: [.apt(["libqpdf-dev"])]),
        cModule("CDeflate", "libdeflate", "libdeflate-dev"),
        cModule("CISAL", "libisal", "libisal-dev"),
        cModule("CNettle", "nettle", "nettle-dev"),
        cModule("CExpat", "expat", "libexpat1-dev"),
        // As CQPDF: linked, it costs 0.8 ms at every start.
        .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"])]),
        // As CQPDF, with GLib, which Pango has already.
        cModule("CGMime", "gobject-2.0", "libglib2.0-dev"),
        // As CQPDF.
        .systemLibrary(name: "CGumbo", providers: [.apt(["libgumbo-dev"])]),
        // As CGMime.
        cModule("CRSVG", "cairo gobject-2.0", "librsvg2-dev"),
        // As CQPDF.
        .systemLibrary(name: "CTurboJPEG", providers: [.apt(["libturbojpeg0-dev"])]),
        // Calls of the system that Swift's view of Glibc leaves out.
        .systemLibrary(name: "CLinux"),
        // A header of C++ behind functions of C.
        .target(name: "CMustache"),
        // Their owned wrappers.
        room("Cairo", ["CCairo"], c: true),
        room("Pango", ["Cairo", "CPango", "CCairo"], c: true),
        room("SQLite", ["CSQLite"], c: true),
        room("YAML", ["CYAML", "Diagnostics"], c: true),
        room("QPDF", ["CQPDF"], c: true),
        room("ISAL", ["CISAL"], c: true),
        room("Deflate", ["CDeflate"], c: true),
        room("Nettle", ["CNettle"], c: true),
        room("Zip", ["CZip", "Diagnostics"], c: true),
        room("Expat", ["CExpat"], c: true),
        room("GMime", ["CGMime", "Diagnostics"], c: true),
        room("Gumbo", ["CGumbo", "Diagnostics"], c: true),
        room("Mustache", ["CMustache", "Diagnostics"], c: true),
        room("RSVG", ["CRSVG", "Cairo", "Diagnostics"], c: true),
        room("TurboJPEG", ["CTurboJPEG", "Diagnostics"], c: true),
        room("Files", ["CLinux", "Diagnostics"], c: true),
        room("Threads", ["CLinux"], c: true),
        // The pure rooms.
        room("Diagnostics", []),
        room("JSON", ["Diagnostics"]),
        room("Graphics", []),
        room("Layout", ["Graphics", "Diagnostics"]),
        room("Scales", ["Layout", "Graphics"]),
        room("Charts", ["Scales", "Layout", "Graphics", "Diagnostics"]),
        room("Maps", ["Scales", "Layout", "Graphics", "JSON", "Diagnostics"]),
        room("Tables", ["SQLite", "Zip", "Expat", "JSON", "Diagnostics"]),
        room("Imports", ["Tables", "Zip", "Files", "Diagnostics"]),
        room(
            "Deck",
            [
                "Charts", "Maps", "Tables", "YAML", "Files", "JSON", "Nettle", "ISAL", "Expat",
                "Scales", "Layout", "Graphics", "Diagnostics",
            ]),
        // Scenes become bytes, bytes become files, files become a command.
        room(
            "Rendering",
            [
                "Graphics", "Diagnostics", "Cairo", "Pango", "QPDF", "ISAL", "Deflate", "RSVG",
                "TurboJPEG",
            ], c: true),
        room(
            "Publishing",
            [
                "Deck", "Rendering", "Files", "Threads", "Nettle", "JSON", "Scales", "Tables",
                "Graphics", "GMime", "Gumbo", "Mustache", "Diagnostics",
            ]),
        room(
            "Lamina",
            [
                "Graphics", "Layout", "Scales", "Charts", "Maps", "Tables", "Deck", "Rendering",
                "Diagnostics", "Files",
            ]),
        .executableTarget(
            name: "LaminaCLI",
            dependencies: [
                "Publishing", "Deck", "Charts", "Maps", "Rendering", "Imports", "Files", "Threads",
                "Tables", "Graphics", "GMime", "JSON", "Diagnostics",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: safe),
        // Tests mirror the rooms; the last one runs the built command.
        .target(
            name: "TestSupport",
            dependencies: ["Graphics", "Rendering", "Cairo", "ISAL"], path: "Tests/TestSupport",
            swiftSettings: cRoom),
        tests(of: "Diagnostics"),
        tests(of: "JSON", ["Diagnostics"]),
        tests(of: "Graphics"),
        tests(of: "Layout", ["Graphics", "Diagnostics"]),
        tests(of: "Scales", ["Graphics"]),
        tests(of: "Charts", ["Scales", "Layout", "Graphics", "Diagnostics"]),
        tests(of: "Maps", ["Scales", "Layout", "Graphics", "Diagnostics"]),
        tests(of: "SQLite"),
        tests(of: "Tables", ["SQLite", "Diagnostics"]),
        tests(of: "Imports", ["Tables", "Files", "Diagnostics"]),
        tests(of: "YAML", ["Diagnostics"]),
        tests(of: "Zip", ["Diagnostics"]),
        tests(of: "Expat"),
        tests(of: "GMime", ["Diagnostics"]),
        tests(of: "Gumbo", ["Diagnostics"]),
        tests(of: "Mustache", ["Diagnostics"]),
        tests(of: "Files", ["Diagnostics"]),
        tests(of: "Nettle"),
        tests(of: "Threads"),
        // A C room of a test: it chooses where a stream lies in memory.
        .testTarget(
            name: "ISALTests", dependencies: ["ISAL", "CISAL", "TestSupport"],
            swiftSettings: cRoom),
        tests(
            of: "Publishing",
            ["Deck", "Rendering", "Files", "JSON", "Tables", "Graphics", "GMime", "Diagnostics"]),
        tests(of: "Cairo", ["Rendering"]),
        tests(of: "Pango", ["Cairo"]),
        tests(of: "Rendering", ["Graphics", "Diagnostics", "Cairo", "Pango"]),
        tests(
            of: "Deck",
            [
                "YAML", "Files", "Charts", "Maps", "Tables", "Scales", "Layout", "Graphics",
                "Diagnostics", "Rendering",
            ]),
        tests(of: "Lamina"),
        .testTarget(
            name: "EndToEndTests", dependencies: ["LaminaCLI", "TestSupport", "Diagnostics"],
            swiftSettings: safe),
    ],
    cxxLanguageStandard: .cxx17
)
