/// Findings, collected in the order in which they were made.
///
/// Thrown as a whole when errors are among them, so that all mistakes are reported at once.
public struct Diagnostics: Error, Hashable, Sendable {
    /// All findings so far.
    public private(set) var all: [Diagnostic] = []
    /// The same findings, for telling quickly which are known.
    private var known: Set<Diagnostic> = []

    /// No findings yet.
    public init() {}

    /// The findings handed in.
    public init(_ findings: [Diagnostic]) {
        for finding in findings { add(finding) }
    }

    /// Whether one of them stops the work.
    public var hasErrors: Bool { all.contains { $0.severity == .error } }

    /// Adds one finding; the same finding twice is kept once.
    public mutating func add(_ finding: Diagnostic) {
        if known.insert(finding).inserted { all.append(finding) }
    }

    /// Adds the findings of another collection.
    public mutating func add(_ other: Diagnostics) {
        for finding in other.all { add(finding) }
    }

    /// Runs `work`; what it throws is collected and `nil` returned.
    ///
    /// An error that is neither a `Diagnostic` nor `Diagnostics` is passed on.
    public mutating func collecting<T>(_ work: () throws -> T) throws -> T? {
        do {
            return try work()
        } catch let finding as Diagnostic {
            add(finding)
        } catch let findings as Diagnostics {
            add(findings)
        }
        return nil
    }

    /// Throws itself where one of the findings stops the work.
    public func throwIfErrors() throws {
        if hasErrors { throw self }
    }

    /// The findings by file, line and column; those without a place first.
    public var sorted: [Diagnostic] {
        all.enumerated().sorted { left, right in
            switch (left.element.location, right.element.location) {
            case (nil, nil): return left.offset < right.offset
            case (nil, _): return true
            case (_, nil): return false
            case (let a?, let b?): return a == b ? left.offset < right.offset : a < b
            }
        }.map(\.element)
    }

    /// The exit code's family: that of the first error by place; `nil` without errors.
    public var failure: FailureKind? {
        sorted.first { $0.severity == .error }?.kind
    }
}
