/// The path of the program that runs.
public enum ExecutablePath {
    /// Where the running program lies, links resolved, by `/proc/self/exe`.
    ///
    /// `nil` where the kernel does not say. If the file was removed meanwhile, the path ends in
    /// ` (deleted)`; its folder is right all the same.
    public static var current: String? {
        guard let target = try? target(ofLink: BytePath("/proc/self/exe")) else { return nil }
        return String(validating: target, as: UTF8.self)
    }
}
