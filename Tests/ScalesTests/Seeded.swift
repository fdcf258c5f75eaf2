/// Numbers that look random and are the same in every run.
///
/// Splitmix64, after Steele, Lea and Flood (2014).
struct Seeded {
    private var state: UInt64

    init(_ seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// From 0 up to 1.
    mutating func fraction() -> Double {
        Double(next() >> 11) / 9_007_199_254_740_992
    }

    /// A number of any size that charts may meet.
    mutating func number() -> Double {
        let magnitudes = [1e-9, 0.01, 1, 100, 12_345, 1e9, 1e300]
        let scale = magnitudes[Int(next() % UInt64(magnitudes.count))]
        return (fraction() - 0.5) * 2 * scale
    }
}
