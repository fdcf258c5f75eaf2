/// The families of failure, each with the exit code of a command that stops on it.
///
/// The numbers are those of BSD's `sysexits.h`, which mail and cron tools understand.
public enum FailureKind: Int32, Hashable, Sendable, CaseIterable {
    /// Some decks of a batch failed, or nothing more precise is known.
    case general = 1
    /// The command line is wrong.
    case usage = 64
    /// The deck or its data is wrong: YAML, key, type, reference, query, cell, check.
    case data = 65
    /// An input file is missing.
    case inputMissing = 66
    /// A font family or glyph, or a service, is missing.
    case unavailable = 69
    /// A bug of ours.
    case internalFailure = 70
    /// An output cannot be created.
    case cannotCreate = 73
    /// Writing failed: disk full, file system read-only.
    case inputOutput = 74
    /// A lock is held; the same call may go through later.
    case temporary = 75
    /// A path leaves the deck's folder and the resources.
    case permission = 77
    /// The environment is wrong: no resources, a malformed `SOURCE_DATE_EPOCH`.
    case configuration = 78
}
