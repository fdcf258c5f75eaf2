import ArgumentParser
import Deck
import Diagnostics
import Files

/// Where a command finds the fonts and boundaries of the program.
struct ResourcesOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The folder that holds Fonts and Maps; found beside the program otherwise.",
            valueName: "dir"))
    var resources: String?

    /// The folder that was named, else the one beside the program.
    func found() throws -> Resources {
        if let resources { return try Resources(path: resources) }
        guard let executable = ExecutablePath.current else {
            throw Diagnostic.error(
                "the system does not say where the program lies", kind: .configuration,
                hint: "name the folder that holds Fonts and Maps with --resources")
        }
        return try Resources.beside(executable: executable)
    }
}
