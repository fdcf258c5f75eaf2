/// A length in whole points for a message, rounded up or down; one beyond counting as the largest.
///
/// The last digits of a sum do not make a point: 102.0000001 rounds up to 102.
func wholePoints(_ length: Double, _ rule: FloatingPointRoundingRule) -> Int {
    guard abs(length) < 1e9 else { return Int(Int32.max) }
    return Int((length - (rule == .up ? 1e-6 : -1e-6)).rounded(rule))
}
