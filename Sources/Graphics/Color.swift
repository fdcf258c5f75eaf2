import Glibc

/// A colour in sRGB, each channel from 0 to 1, with straight (not premultiplied) alpha.
public struct Color: Hashable, Sendable {
    /// Red, gamma-encoded.
    public var red: Double
    /// Green, gamma-encoded.
    public var green: Double
    /// Blue, gamma-encoded.
    public var blue: Double
    /// Opacity.
    public var alpha: Double

    /// Opaque white.
    public static let white = Color(red: 1, green: 1, blue: 1)
    /// Opaque black.
    public static let black = Color(red: 0, green: 0, blue: 0)

    /// A colour by its channels.
    public init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
        self.red = red
        self.green = green
        self.blue = blue
        self.alpha = alpha
    }

    /// A colour by its six hexadecimal digits, as in `Color(0x14508C)`.
    public init(_ hex: UInt32) {
        self.init(
            red: Double((hex >> 16) & 0xFF) / 255, green: Double((hex >> 8) & 0xFF) / 255,
            blue: Double(hex & 0xFF) / 255)
    }

    /// A colour from six hexadecimal digits with or without `#`; `nil` where it is none.
    public init?(hex text: String) {
        let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
        guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit),
            let value = UInt32(digits, radix: 16)
        else { return nil }
        self.init(value)
    }

    /// The same colour with another opacity.
    public func opacity(_ alpha: Double) -> Color {
        Color(red: red, green: green, blue: blue, alpha: alpha)
    }

    /// Six hexadecimal digits, two more where it is not opaque.
    public var hex: String {
        let channels = alpha == 1 ? [red, green, blue] : [red, green, blue, alpha]
        return channels.map { channel in
            let value = channel.isNaN ? 0 : Int((min(max(channel, 0), 1) * 255).rounded())
            let digits = String(value, radix: 16, uppercase: true)
            return digits.utf8.count == 1 ? "0" + digits : digits
        }.joined()
    }

    /// Relative luminance by WCAG 2.1, 0 for black to 1 for white; alpha is ignored.
    public var luminance: Double {
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// The contrast that text of usual size needs to be read (WCAG 2.1, success criterion 1.4.3).
    public static let readableContrast = 4.5

    /// The contrast ratio by WCAG 2.1, from 1 to 21.
    public func contrast(with other: Color) -> Double {
        let (light, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
        return (light + 0.05) / (dark + 0.05)
    }

    /// The candidate that stands out best from this colour; this colour itself without any.
    public func mostReadable(among candidates: [Color]) -> Color {
        candidates.max { contrast(with: $0) < contrast(with: $1) } ?? self
    }

    /// The colour `fraction` of the way to another, by equal steps as the eye sees them.
    ///
    /// Interpolates in OKLab (Ottosson 2020); fractions outside of 0 to 1 give the nearer end.
    public func mixed(with other: Color, _ fraction: Double) -> Color {
        if !(fraction > 0) { return self }
        if fraction >= 1 { return other }
        let (from, to) = (oklab, other.oklab)
        let mix = { (a: Double, b: Double) in a + (b - a) * fraction }
        return Color(
            lightness: mix(from.l, to.l), a: mix(from.a, to.a), b: mix(from.b, to.b),
            alpha: mix(alpha, other.alpha))
    }

    private var oklab: (l: Double, a: Double, b: Double) {
        let (r, g, b) = (linear(red), linear(green), linear(blue))
        let l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
        let m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
        let s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
        return (
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
        )
    }

    private init(lightness: Double, a: Double, b: Double, alpha: Double) {
        let l = pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3)
        let m = pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3)
        let s = pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3)
        self.init(
            red: encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
            green: encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
            blue: encoded(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s), alpha: alpha)
    }
}

/// Removes the sRGB transfer curve from one channel.
private func linear(_ channel: Double) -> Double {
    channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
}

/// Applies the sRGB transfer curve to one channel, kept within 0 to 1.
private func encoded(_ channel: Double) -> Double {
    let value = channel <= 0.0031308 ? channel * 12.92 : 1.055 * pow(channel, 1 / 2.4) - 0.055
    return min(max(value, 0), 1)
}
