import Glibc

/// What the program was told by its surroundings.
public enum Environment {
    /// The value of a variable, by `getenv`; `nil` where it is not set.
    public static func value(named name: String) -> String? {
        guard isSayable(name), let value = getenv(name) else { return nil }
        return String(cString: value)
    }
}
