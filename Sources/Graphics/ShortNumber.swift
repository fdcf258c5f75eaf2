/// A number with so many decimals at most, without trailing zeros and without a minus zero, whatever the
/// locale.
///
/// - Parameter decimals: 0 to 9.
/// - Returns: `nil` where the number is none, or beyond what whole numbers hold at that precision.
public func shortNumber(_ value: Double, decimals: Int) -> String? {
    let unit = (0..<decimals).reduce(1) { unit, _ in unit * 10 }
    let rounded = (value * Double(unit)).rounded()
    guard rounded.isFinite, abs(rounded) < 1e15 else { return nil }
    let whole = Int(abs(rounded))
    var text = "\(whole / unit)"
    var (rest, digits) = (whole % unit, decimals)
    if rest != 0 {
        while rest % 10 == 0 { (rest, digits) = (rest / 10, digits - 1) }
        let shown = "\(rest)"
        text += "." + String(repeating: "0", count: digits - shown.utf8.count) + shown
    }
    return rounded < 0 ? "-" + text : text
}
