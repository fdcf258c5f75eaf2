import ArgumentParser

/// What a worker of a batch may take of the machine.
struct WorkerArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp("Seconds that a deck may take, 1 to 86400.", valueName: "seconds"))
    var timeLimit = 120.0

    @Option(
        help: ArgumentHelp("Megabytes of memory that a worker may take, from 64.", valueName: "MB"))
    var memoryLimit = 2048

    @Option(
        help: ArgumentHelp("Megabytes that the files of a deck may have, from 1.", valueName: "MB"))
    var outputLimit = 512

    @Flag(help: "Make decks anew whose outputs are good still.")
    var force = false

    func validate() throws {
        guard (1...86_400).contains(timeLimit) else {
            throw ValidationError("--time-limit is from 1 to 86400.")
        }
        guard (64...1_048_576).contains(memoryLimit) else {
            throw ValidationError("--memory-limit is from 64 to 1048576.")
        }
        guard (1...1_048_576).contains(outputLimit) else {
            throw ValidationError("--output-limit is from 1 to 1048576.")
        }
    }

    /// The same as words of a command line, for a worker.
    var words: [String] {
        ["--memory-limit", "\(memoryLimit)", "--output-limit", "\(outputLimit)"]
            + (force ? ["--force"] : [])
    }
}
