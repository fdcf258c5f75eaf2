import ArgumentParser
import Diagnostics
import Files
import JSON
import Publishing

/// `lamina diff`: what changed from one rendering to another.
struct DiffCommand: ParsableCommand {
    /// How changes are told.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, markdown, html, json
    }

    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Tells what changed from one rendering to another.",
        discussion: """
            OLD and NEW are folders of rendered files, or run.json files. Told are restated figures of \
            periods that were published before, changed figures, moves in rank, new and vanished ones, \
            changes of source and of format, and pages whose texts have changed or moved. HTML shows \
            the changed pages side by side, by the paths of their pictures: keep it in the folder from \
            which the command ran.

            Exit codes, as those of diff: 0 for no changes, 1 for changes, 2 for trouble.

            Examples:
              lamina diff Output/amia-2024-S1 Output/amia-2024-S2
              lamina diff old new --format html > changes.html
            """)

    @Argument(help: ArgumentHelp("The earlier rendering.", valueName: "old"))
    var old: String

    @Argument(help: ArgumentHelp("The later rendering.", valueName: "new"))
    var new: String

    @Option(help: ArgumentHelp("text, markdown, html or json.", valueName: "format"))
    var format = Format.text

    func run() throws {
        let comparison: RunComparison
        do {
            comparison = RunComparison(from: try RunFile(at: old), to: try RunFile(at: new))
        } catch let finding as Diagnostic {
            Report.print(Diagnostics([finding]))
            throw ExitCode(2)
        }
        switch format {
        case .text: Report.tell(comparison.text, on: .output)
        case .markdown: Report.tell(comparison.markdown, on: .output)
        case .json: Report.tell(comparison.json.lines, on: .output)
        case .html:
            let (before, after) = (pictures(of: old), pictures(of: new))
            Report.tell(
                comparison.html { page in (before[page], after[page]) }, on: .output)
        }
        if !comparison.isEmpty { throw ExitCode(1) }
    }

    /// The pictures of a rendering by the ids of their pages.
    private func pictures(of path: String) -> [String: String] {
        let isFile = path.hasSuffix(".json")
        let slash = path.lastIndex(of: "/")
        let folder = isFile ? slash.map { String(path[..<$0]) } ?? "." : path
        let names = (try? SourceFolder(path: folder + "/png").list(extension: "png")) ?? []
        // `02-plantas.png`: the page's number, a dash, its id.
        let pairs = names.compactMap { name -> (String, String)? in
            name.firstIndex(of: "-").map { dash in
                (String(name[name.index(after: dash)...].dropLast(4)), "\(folder)/png/\(name)")
            }
        }
        return Dictionary(pairs) { first, _ in first }
    }
}
