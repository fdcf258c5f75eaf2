import CLinux
import Glibc

/// Starts a program, without a shell, by `posix_spawn`.
///
/// It gets a process group of its own, so that what it starts can be stopped with it and a key at the terminal does not
/// reach it, and signals as usual, whatever this program ignores or watches for. It gets no file but its three streams:
/// what this program inherited, such as the lock of a `flock` that runs it, would be held by what goes on in the
/// background.
///
/// - Parameters:
///   - program: its path.
///   - arguments: what stands behind its name.
///   - input: the descriptor that it reads.
///   - output: the descriptor that it writes to.
///   - errors: the descriptor of its stream for errors.
///   - environment: variables that are set beside those of this program.
/// - Returns: the number of the process.
/// - Throws: a `SystemError` where it cannot be started.
func spawn(
    _ program: String, _ arguments: [String], input: Int32, output: Int32, errors: Int32,
    environment: [String: String] = [:]
) throws(SystemError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, descriptor) in [input, output, errors].enumerated() {
        posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
    }
    guard lamina_close_all_but_streams(&actions) == 0 else { throw SystemError(code: ENOMEM) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var usual = sigset_t()
    sigemptyset(&usual)
    posix_spawnattr_setsigmask(&attributes, &usual)
    for signal in [SIGPIPE, SIGXFSZ, SIGINT, SIGTERM, SIGHUP] { sigaddset(&usual, signal) }
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
        &attributes,
        Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))

    var words = ([program] + arguments).map { strdup($0) } + [nil]
    var settings = variables(with: environment).map { strdup($0) } + [nil]
    defer { for word in words + settings { free(word) } }
    var process = pid_t()
    let code = posix_spawn(&process, program, &actions, &attributes, &words, &settings)
    guard code == 0 else { throw SystemError(code: code) }
    return process
}

/// The variables of this program, and others in the place of those of the same name.
private func variables(with additions: [String: String]) -> [String] {
    var variables: [String] = []
    var next = environ
    while let entry = next.pointee {
        let text = String(cString: entry)
        if additions[String(text.prefix { $0 != "=" })] == nil { variables.append(text) }
        next += 1
    }
    return variables + additions.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
}
