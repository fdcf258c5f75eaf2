import ArgumentParser
import Threads

/// How many threads a command draws with.
struct ThreadsOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Threads that draw at once, 1 to 64; the files are the same. (default: one a processor)",
            valueName: "n"))
    var threads: Int?

    /// Where nothing is said: more than eight have too little to do.
    static var standard: Int { min(8, processorCount) }

    /// What was asked for.
    var count: Int { threads ?? Self.standard }

    func validate() throws {
        if let threads, !(1...64).contains(threads) {
            throw ValidationError("--threads is from 1 to 64.")
        }
    }
}
