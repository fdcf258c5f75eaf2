/// A user's text within a message: one line, and not too long.
func brief(_ text: String) -> String {
    let longest = 40
    let line = text.replacing("\n", with: " ")
    return line.count <= longest ? line : line.prefix(longest) + "…"
}

/// A character by its code, `U+0007`.
func code(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
