/// How long something took, again and again.
public struct Times: CustomStringConvertible {
    private let sorted: [Duration]

    /// Runs `body` once for the caches and then `runs` times.
    public init(runs: Int, _ body: () throws -> Void) rethrows {
        try body()
        let clock = ContinuousClock()
        sorted = try (0..<max(1, runs)).map { _ in try clock.measure(body) }.sorted()
    }

    /// The median in milliseconds.
    public var median: Double {
        let time = sorted[sorted.count / 2].components
        return Double(time.seconds) * 1000 + Double(time.attoseconds) / 1e15
    }

    /// The median, with the least and the most, in milliseconds.
    public var description: String {
        "\(text(sorted[sorted.count / 2])) (\(text(sorted[0]))-\(text(sorted[sorted.count - 1])))"
    }

    private func text(_ time: Duration) -> String {
        let tenths = (Double(time.components.attoseconds) / 1e14).rounded()
        return "\((Double(time.components.seconds) * 10_000 + tenths) / 10)"
    }
}
