import Glibc

/// A program of the machine that looks at what we made, as in `qpdf` or `pdffonts`.
public struct Tool: Sendable {
    /// Its name on the search path.
    public let name: String

    /// A program that may or may not be there.
    public init(_ name: String) { self.name = name }

    /// Whether it is installed; where not, tests that need it are skipped.
    public var isInstalled: Bool {
        (environment("PATH") ?? "").split(separator: ":").contains {
            access("\($0)/\(name)", X_OK) == 0
        }
    }

    /// Runs it and returns all it printed, and whether it ended well.
    public func run(_ arguments: String...) -> (output: String, succeeded: Bool) {
        run(arguments)
    }

    /// The same with the arguments in an array.
    public func run(_ arguments: [String]) -> (output: String, succeeded: Bool) {
        let quoted = ([name] + arguments).map { argument in
            "'"
                + argument.split(separator: "'", omittingEmptySubsequences: false)
                .joined(separator: "'\\''") + "'"
        }
        guard let pipe = popen(quoted.joined(separator: " ") + " 2>&1", "r") else {
            return ("cannot be started", false)
        }
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            let count = fread(&buffer, 1, buffer.count, pipe)
            if count == 0 { break }
            output += buffer[..<count]
        }
        return (String(decoding: output, as: UTF8.self), pclose(pipe) == 0)
    }
}
