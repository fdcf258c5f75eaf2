/// What may stand behind a header's name.
public enum HeaderValue {
    /// What keeps a text out of a header, as the end of a sentence; `nil` where nothing does.
    ///
    /// A line break ends a header and begins the next one, which whoever wrote the text would choose.
    public static func flaw(in text: String) -> String? {
        let control = text.unicodeScalars.first { scalar in
            scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
                || (0x2028...0x2029).contains(scalar.value)
        }
        switch control?.value {
        case nil: return nil
        case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: return "holds a line break"
        case 0: return "holds a zero byte"
        default: return "holds a control character"
        }
    }
}
