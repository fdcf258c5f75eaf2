import Glibc

/// Where a program lies: the path itself where it has a slash, else in the folders of `PATH` and those in which
/// Debian keeps the programs of a mail server; `nil` where it is in none.
public func findProgram(_ name: String) -> String? {
    guard isSayable(name) else { return nil }
    if name.contains("/") { return access(name, X_OK) == 0 ? name : nil }
    let folders = (Environment.value(named: "PATH") ?? "").split(separator: ":").map(String.init)
    return (folders + ["/usr/sbin", "/usr/lib"]).map { "\($0)/\(name)" }
        .first { access($0, X_OK) == 0 }
}
