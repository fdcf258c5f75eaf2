public import Graphics

/// Colours that run into each other through two or more stops at equal distances.
///
/// Between stops they mix in OKLab, so that equal steps look equal.
public struct ColorRamp: Hashable, Sendable {
    /// The colours it passes through, at least two.
    public let stops: [Color]

    /// A ramp from one colour to another.
    public init(from start: Color, to end: Color) {
        stops = [start, end]
    }

    /// A ramp through all `stops`; `nil` with fewer than two.
    public init?(stops: [Color]) {
        guard stops.count >= 2 else { return nil }
        self.stops = stops
    }

    /// The colour `fraction` of the way from the first to the last stop.
    ///
    /// A fraction below 0, or NaN, gives the first stop, one above 1 the last.
    public func callAsFunction(_ fraction: Double) -> Color {
        let place = (fraction > 0 ? min(fraction, 1) : 0) * Double(stops.count - 1)
        let index = min(Int(place), stops.count - 2)
        let rest = place - Double(index)
        // A stop is given as it is, without a round trip through OKLab.
        if rest == 0 { return stops[index] }
        if rest == 1 { return stops[index + 1] }
        return stops[index].mixed(with: stops[index + 1], rest)
    }

    /// `count` colours at equal distances, the first and last stop among them.
    ///
    /// One colour alone is that of the middle; none for a count below one.
    public func colors(_ count: Int) -> [Color] {
        if count == 1 { return [self(0.5)] }
        return (0..<max(0, count)).map { self(Double($0) / Double(count - 1)) }
    }

    /// The ramp from the last stop to the first.
    public var reversed: ColorRamp {
        var stops = stops
        stops.reverse()
        return ColorRamp(stops: stops) ?? self
    }
}
